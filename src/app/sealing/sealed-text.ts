/*
Texts and small pictures, sealed to a vault's public key: whoever can write a text need not be able to read it. Padded in steps, so that the length says little: a short answer and a name of three
words look alike. Inside stands where the text belongs; moved to another case, vault, slot or name it does not open.
*/
import type { SealedText, TextSlot, VaultKey } from '../../modules/cases/contract-vault.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { type Bytes, fromUtf8, joined, toUtf8 } from '../field/keys.ts'
import { type PrivateHalf, openWith, sealTo } from './age.ts'

/** Plain sizes in bytes, label and length included. Above them nothing is sealed: a photograph is made smaller first. */
export const PADDED_SIZES = [512, 2048, 8192, 32_768, 65_000] as const

export interface TextPlace {
  readonly caseId: string
  readonly slot: TextSlot
  readonly id: string
}
/** Refuses with `text-too-long`. */
export const sealText = (to: VaultKey, place: TextPlace, text: string): Promise<Outcome<SealedText>> => sealBytes(to, place, fromUtf8(text))

export async function sealBytes(
  { vault, generation, publicKey }: VaultKey,
  place: TextPlace,
  content: Bytes,
): Promise<Outcome<SealedText>> {
  const { id, slot } = place
  const label = fromUtf8(labelOf(place, vault))
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, content.length)
  const plain = joined(label, length, content)
  const size = PADDED_SIZES.find((most) => plain.length <= most)
  if (size === undefined) return refused('text-too-long', { most: PADDED_SIZES[PADDED_SIZES.length - 1] ?? 0, bytes: content.length })
  return accepted({ id, vault, generation, slot, box: await sealTo(publicKey, joined(plain, new Uint8Array(size - plain.length))) })
}

/** Refuses with `cannot-open`. */
export async function openText(
  sealed: SealedText,
  by: { readonly caseId: string; readonly privateHalf: PrivateHalf },
): Promise<Outcome<string>> {
  const opened = await openBytes(sealed, by)
  if (!opened.ok) return opened
  try {
    return accepted(toUtf8(opened.value))
  } catch {
    return refused('cannot-open', { vault: sealed.vault })
  }
}
export async function openBytes(
  sealed: SealedText,
  { caseId, privateHalf }: { readonly caseId: string; readonly privateHalf: PrivateHalf },
): Promise<Outcome<Bytes>> {
  const plain = await openWith(privateHalf, sealed.box)
  const label = fromUtf8(labelOf({ caseId, slot: sealed.slot, id: sealed.id }, sealed.vault))
  const start = label.length + 4
  if (plain === null || plain.length < start || label.some((byte, at) => plain[at] !== byte))
    return refused('cannot-open', { vault: sealed.vault })
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(label.length)
  return start + length <= plain.length ? accepted(plain.slice(start, start + length)) : refused('cannot-open', { vault: sealed.vault })
}

const labelOf = ({ caseId, slot, id }: TextPlace, vault: string): string => `chanzo-sealed-text-v1 ${caseId} ${vault} ${slot} ${id}\n`
