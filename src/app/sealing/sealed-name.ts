/*
A secret name as devices seal and open it: one box for all its readers, always of the same size for the same number of readers, so that its length says
nothing of the name. Inside stands to which number it belongs: laid under another it does not open. It knows nothing of what carries the name.
*/
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { type Bytes, fromUtf8, joined, toUtf8 } from '../field/keys.ts'
import { sealToEach } from './age.ts'
import type { Unlocked } from './unlocked.ts'

const SIZE = 512
/** In bytes: a long name in letters of two or three bytes has room. */
export const LONGEST_NAME = 320

const labelOf = (id: string): Bytes => fromUtf8(`chanzo-secret-name-v1 ${id}\n`)

/** Refuses with `name-too-long`, `name-empty`. */
export async function sealName(id: string, name: string, publicKeys: readonly string[]): Promise<Outcome<string>> {
  const content = fromUtf8(name.trim())
  if (content.length === 0) return refused('name-empty')
  if (content.length > LONGEST_NAME) return refused('name-too-long', { most: LONGEST_NAME })
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, content.length)
  const plain = joined(labelOf(id), length, content)
  return accepted(await sealToEach(publicKeys, joined(plain, new Uint8Array(SIZE - plain.length))))
}

/** Refuses with `locked`, `cannot-open-name`. */
export async function openName(unlocked: Pick<Unlocked, 'openFile'>, id: string, box: string): Promise<Outcome<string>> {
  const opened = await unlocked.openFile(box)
  if (!opened.ok) return opened.refusal.code === 'locked' ? opened : refused('cannot-open-name')
  const plain = opened.value
  const label = labelOf(id)
  const start = label.length + 4
  if (plain.length < start || label.some((byte, at) => plain[at] !== byte)) return refused('cannot-open-name')
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(label.length)
  if (start + length > plain.length) return refused('cannot-open-name')
  try {
    return accepted(toUtf8(plain.slice(start, start + length)))
  } catch {
    return refused('cannot-open-name')
  }
}
