/*
What goes to a service and could say who somebody is: sealed on the sender's device to each reader of the receiving body, in steps of length like every text. It names the referral it belongs to, so
that it cannot be laid in the place of another.
*/
import type { KeyHolder } from '../../modules/cases/contract-keys.ts'
import type { PackageBox } from '../../modules/cases/contract.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { sealText } from './sealed-text.ts'
import type { Unlocked } from './unlocked.ts'

export type PackageTexts = { readonly [field: string]: string }
/** A package has no vault: it is sealed to a person and goes with the referral. */
export const packagePlace = (referral: string) => ({ id: referral, vault: 'identity', generation: 1, slot: 'identity' }) as const

/** Refuses with `text-too-long`. */
export async function sealPackage(referral: string, texts: PackageTexts, reader: KeyHolder): Promise<Outcome<PackageBox>> {
  const { vault, generation, slot, id } = packagePlace(referral)
  const sealed = await sealText({ vault, generation, publicKey: reader.publicKey }, { caseId: referral, slot, id }, JSON.stringify(texts))
  return sealed.ok ? accepted({ referral, reader: reader.account, key: reader.key, box: sealed.value.box }) : sealed
}
/** Refuses with `locked` or `cannot-open`. */
export async function openPackage(unlocked: Pick<Unlocked, 'openPackage'>, referral: string, box: string): Promise<Outcome<PackageTexts>> {
  const opened = await unlocked.openPackage({ ...packagePlace(referral), box })
  if (!opened.ok) return opened
  const texts: unknown = JSON.parse(opened.value)
  return typeof texts === 'object' && texts !== null
    ? accepted(Object.fromEntries(Object.entries(texts).filter((one): one is [string, string] => typeof one[1] === 'string')))
    : refused('cannot-open', { vault: 'identity' })
}
