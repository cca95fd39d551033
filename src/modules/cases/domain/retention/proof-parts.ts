/*
Whose proof of consent it is, when a case went from body to body: keys of the vault `evidence` that went along are the newer body's; those that the person let stay behind are kept by
the custodians of the body that asked, and prove what was agreed there until then.
*/
import type { FileEvent } from '../file/file-words.ts'

export interface ProofPart {
  readonly organisation: string
  readonly events: readonly FileEvent[]
  /** Of the vault `evidence`. */
  readonly generations: readonly number[]
}
/** The last part is that of the body which has the case at its end. */
export function proofParts(events: readonly FileEvent[], organisation: string): readonly ProofPart[] {
  const behind: ProofPart[] = []
  let body: string | null = null
  let goes = false
  let generations: readonly number[] = []
  for (const [at, { event }] of events.entries()) {
    if (event.kind === 'case.moved.v1' && event.payload.step === 'create') body = event.payload.organisation
    if (event.kind === 'case-keys.renewed.v1')
      generations = [...generations, ...event.payload.generations.filter(({ vault }) => vault === 'evidence').map((one) => one.generation)]
    if (event.kind === 'case-handover.offered.v1') goes = event.payload.keys.some(({ vault }) => vault === 'evidence')
    if (event.kind !== 'case-handover.accepted.v1') continue
    if (!goes && body !== null) {
      behind.push({ organisation: body, events: events.slice(0, at), generations })
      generations = []
    }
    body = event.payload.recipient
  }
  return [...behind, { organisation, events, generations }]
}
