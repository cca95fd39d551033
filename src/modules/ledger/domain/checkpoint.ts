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
/** From the whole signed note. Says nothing about its signatures. */
export function readCheckpoint(note: string): Checkpoint | null {
  const read = readNote(note)
  return read && readCheckpointText(read.text)
}
