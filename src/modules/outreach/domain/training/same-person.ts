/*
How a name is folded before it is hashed, so that accents, capitals, spaces and the order of names do not make two persons of one. Two people may fold to the same
letters: what is found is a proposal, never more.
*/
export const foldedName = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ')

/** The texts that are hashed under the key of this server: by year of birth, and by institution. A name alone leads to nobody. */
export function personKeys({
  name,
  birthYear,
  institution,
}: {
  readonly name: string
  readonly birthYear?: number | null | undefined
  readonly institution?: string | null | undefined
}): readonly { readonly by: 'name-and-year' | 'name-and-institution'; readonly text: string }[] {
  const folded = foldedName(name)
  if (folded === '') return []
  return [
    ...(birthYear ? [{ by: 'name-and-year' as const, text: `${folded}/${birthYear}` }] : []),
    ...(institution ? [{ by: 'name-and-institution' as const, text: `${folded}//${foldedName(institution)}` }] : []),
  ]
}
