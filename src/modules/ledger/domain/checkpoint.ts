/* A checkpoint (C2SP tlog-checkpoint): origin, size and root of a tree in three lines, as the text of a signed note. */
import { fromBase64, toBase64 } from './bytes.ts'
import { readNote } from './note.ts'
import { HASH_BYTES } from './tree.ts'

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`

/** From the text of a note; more lines may follow and are not ours. */
export function readCheckpointText(text: string): Checkpoint | null {
  const [origin = '', size = '', root = ''] = text.split('\n')
  const hash = fromBase64(root)
  const isCount = /^(0|[1-9]\d{0,15})$/.test(size) && Number.isSafeInteger(Number(size))
  return origin !== '' && isCount && hash?.length === HASH_BYTES ? { origin, size: Number(size), root: hash } : null
}
/** Size and root as somebody typed them from paper: `10 Qmp…=`. Unsigned: the paper itself is what was kept. A blank that the line break left inside the root is dropped. */
export function readTypedHead(text: string): Pick<Checkpoint, 'size' | 'root'> | null {
  const [, size = '', typed = ''] = /^\s*(\d{1,16})[\s,;]+([A-Za-z0-9+/=\s]+)$/.exec(text) ?? []
  const head = readCheckpointText(`-\n${size}\n${typed.replaceAll(/\s+/g, '')}\n`)
  return head && head.size > 0 ? { size: head.size, root: head.root } : null
}
/** From the whole signed note. Says nothing about its signatures. */
export function readCheckpoint(note: string): Checkpoint | null {
  const read = readNote(note)
  return read && readCheckpointText(read.text)
}
