/* Notes of a case with what may still be done with each: reworded by its author within a day, corrected by anybody afterwards. */
import { firstNoteRule } from '../../domain/case/note.ts'
import type { NoteEvent } from '../../domain/case/note.ts'
import { addHours } from '../../domain/clocks/instants.ts'
import type { HappenedEvent } from '../file/fold.ts'

type Written = Extract<NoteEvent, { kind: 'case-note.written.v1' }>['payload']
export interface NoteLine extends Written {
  readonly isReworded: boolean
  readonly mayReword: boolean
}
/** Newest first. */
export function noteLines(
  events: readonly HappenedEvent[],
  { account, now, openHours = firstNoteRule.openHours }: { readonly account: string; readonly now: string; readonly openHours?: number },
): readonly NoteLine[] {
  const lines = new Map<string, NoteLine>()
  for (const { event } of events) {
    if (event.kind === 'case-note.written.v1') {
      const { payload } = event
      const mayReword = payload.by === account && now <= addHours(payload.at, openHours)
      lines.set(payload.note, { ...payload, isReworded: false, mayReword })
    }
    if (event.kind === 'case-note.rewritten.v1') {
      const before = lines.get(event.payload.note)
      if (before) lines.set(before.note, { ...before, words: event.payload.words, isReworded: true })
    }
  }
  return [...lines.values()].toReversed()
}
