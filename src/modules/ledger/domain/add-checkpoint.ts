/* What a ledger sends its witness (C2SP tlog-witness): the size it was cosigned at, the proof from there, and the new head. */
import { fromBase64, toBase64 } from './bytes.ts'

export interface AddCheckpoint {
  readonly old: number
  readonly path: readonly Uint8Array[]
  readonly checkpoint: string
}
const MOST_HASHES = 63

export const addCheckpointText = ({ old, path, checkpoint }: AddCheckpoint): string =>
  [`old ${old}`, ...path.map(toBase64), '', checkpoint].join('\n')

export function readAddCheckpoint(text: string): AddCheckpoint | null {
  const split = text.indexOf('\n\n')
  if (split < 0) return null
  const [first = '', ...lines] = text.slice(0, split).split('\n')
  const old = /^old (0|[1-9]\d{0,15})$/.exec(first)?.[1]
  const path = lines.flatMap((line) => fromBase64(line) ?? [])
  if (old === undefined || path.length !== lines.length || path.length > MOST_HASHES) return null
  return { old: Number(old), path, checkpoint: text.slice(split + 2) }
}
