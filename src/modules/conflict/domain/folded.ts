/** Names of groups to what they are found by: without accents, case and signs. The same for what is kept and what is asked. */
export const foldedActor = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
