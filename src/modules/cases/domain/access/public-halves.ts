/*
The public halves of a case's vault keys as its sealed events say them. Rows beside the log can be written by whoever rules the database; a text sealed
to a key of theirs would be theirs to read. So what is sealed to comes from here alone, on the server and again on each device, and a row that says
otherwise is a finding.
*/
import type { VaultKey, VaultKeys } from '../../contract-vault.ts'
import type { FileEvent, OneCommand } from '../file/file-words.ts'

const isSame = (
  one: { readonly vault: string; readonly generation: number },
  other: { readonly vault: string; readonly generation: number },
) => one.vault === other.vault && one.generation === other.generation

/** The first word for a vault and generation stands: a key is made anew under the next number, never in the place of another. */
export function publicHalves(events: readonly Pick<FileEvent, 'event'>[]): readonly VaultKey[] {
  const halves: VaultKey[] = []
  for (const { event } of events) {
    if (event.kind !== 'case-keys.renewed.v1') continue
    for (const { vault, generation, publicKey } of event.payload.generations)
      if (publicKey !== undefined && !halves.some((one) => isSame(one, { vault, generation })))
        halves.push({ vault, generation, publicKey })
  }
  return halves
}

/** What is brought goes into the sealed record with the step that says it; `null` where the two say different keys. */
export function withPublicHalves(all: readonly OneCommand[], keys: VaultKeys | undefined): readonly OneCommand[] | null {
  const brought = keys?.keys ?? []
  let fits = true
  const filled = all.map((one): OneCommand => {
    if (one.about !== 'access' || one.ask.step !== 'renew-keys') return one
    const generations = one.ask.generations.map((said) => {
      const key = brought.find((other) => isSame(said, other))
      if (key === undefined || (said.publicKey !== undefined && said.publicKey !== key.publicKey)) fits = false
      return { ...said, ...(key ? { publicKey: key.publicKey } : {}) }
    })
    return { about: 'access', ask: { ...one.ask, generations } }
  })
  return fits ? filled : null
}

/** Every key that is offered is one that the events say. */
export const areHalves = (offered: readonly VaultKey[], halves: readonly VaultKey[]): boolean =>
  offered.every((one) => halves.some((other) => isSame(one, other) && one.publicKey === other.publicKey))
