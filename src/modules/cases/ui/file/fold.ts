/* A case as its device knows it: the same events, folded by the same rules as on the server. Texts are not among them, only where they lie. */
import type { CaseAnswer, CaseEventRow } from '../../contract.ts'
import { noWhole, evolve } from '../../domain/file/file.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import { type FileEvent, readPersonEvent } from '../../domain/file/file-words.ts'
import type { ProtectionRules } from '../../domain/rules/protection-rules.ts'
import { rulesOf } from '../../domain/rules/rules-wire.ts'

export interface HappenedEvent extends FileEvent {
  readonly learnedAt: string
}
export interface Folded {
  readonly whole: CaseWhole
  readonly events: readonly HappenedEvent[]
  /** In force for the body whose case it is; the program’s own where the answer is older than they. */
  readonly rules: ProtectionRules
  /** The program on this device is older than the case: what it shows is not all. */
  readonly isTooOld: boolean
}
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Ciphertext does not travel with the file; the schema wants its place. */
function withBox(payload: unknown): unknown {
  return isObject(payload) && 'sealed' in payload && isObject(payload.sealed)
    ? { ...payload, sealed: { box: '', ...payload.sealed } }
    : payload
}
function read({ thing, kind, payload, learnedAt }: CaseEventRow): HappenedEvent | null {
  try {
    return { thing, event: readPersonEvent(kind, withBox(payload)), learnedAt }
  } catch {
    return null
  }
}
export function foldCase(answer: Pick<CaseAnswer, 'events' | 'rules'> | undefined): Folded {
  const rows = answer?.events ?? []
  const events = rows.map(read).filter((one) => one !== null)
  return { whole: events.reduce(evolve, noWhole), events, rules: rulesOf(answer?.rules), isTooOld: events.length < rows.length }
}
