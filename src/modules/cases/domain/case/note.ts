/*
A note is its author's for a day, and then what it is: a correction is another note that names it, so that nobody can say later that it was always
written so. The words lie in the vault; here stands which kind it is, whose, and what it corrects.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { type Infer, exactly, id, instant, oneOf, orNull, record, taggedBy } from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { addHours } from '../clocks/instants.ts'
import { SealedRef } from '../sealed-ref.ts'

export const NoteId = id('case-note')
export type NoteId = Infer<typeof NoteId>
const write = {
  note: NoteId,
  kind: oneOf('contact', 'safety', 'service', 'supervision', 'other'),
  words: SealedRef,
  corrects: orNull(NoteId),
}
const rewrite = { note: NoteId, words: SealedRef }
const stamp = { by: AccountId, at: instant() }
export const NoteCommand = taggedBy('step', [
  record({ step: exactly('write-note'), ...write }),
  record({ step: exactly('rewrite-note'), ...rewrite }),
])
export type NoteCommand = Infer<typeof NoteCommand>
export const noteKinds = {
  'case-note.written.v1': record({ ...write, ...stamp }),
  'case-note.rewritten.v1': record({ ...rewrite, ...stamp }),
} as const
type Kinds = typeof noteKinds
export type NoteEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export type Notes = ReadonlyMap<string, { readonly by: string; readonly at: string; readonly words: SealedRef }>

export const firstNoteRule: { readonly openHours: number; readonly evidence: Evidence } = { openHours: 24, evidence: 'D' }

export function decideNote(
  notes: Notes,
  command: NoteCommand,
  { by, at, openHours = firstNoteRule.openHours }: { readonly by: AccountId; readonly at: string; readonly openHours?: number },
): Outcome<readonly NoteEvent[]> {
  const known = notes.get(command.note)
  if (command.step === 'write-note') {
    const { step: _step, ...written } = command
    if (known) return refused('note-already-written')
    if (command.corrects !== null && !notes.has(command.corrects)) return refused('unknown-note')
    return accepted([{ kind: 'case-note.written.v1', payload: { ...written, by, at } }])
  }
  if (!known) return refused('unknown-note')
  if (known.by !== by) return refused('note-of-another-author')
  const openUntil = addHours(known.at, openHours)
  return at > openUntil
    ? refused('note-closed', { since: openUntil })
    : accepted([{ kind: 'case-note.rewritten.v1', payload: { note: command.note, words: command.words, by, at } }])
}
export function evolveNotes(notes: Notes, { kind, payload }: NoteEvent): Notes {
  const before = notes.get(payload.note)
  if (kind === 'case-note.written.v1') return new Map([...notes, [payload.note, { by: payload.by, at: payload.at, words: payload.words }]])
  return before ? new Map([...notes, [payload.note, { ...before, words: payload.words }]]) : notes
}
