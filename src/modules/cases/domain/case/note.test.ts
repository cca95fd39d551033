import { expect, test } from 'vitest'
import { addHours } from '../clocks/instants.ts'
import { START, idOf, sealed, supervisor, worker } from './case-story.ts'
import { type NoteCommand, type Notes, decideNote, evolveNotes } from './note.ts'

const [first, second] = [idOf('case-note', 1), idOf('case-note', 2)]
const write = (note = first, corrects: typeof first | null = null): NoteCommand => ({
  step: 'write-note',
  note,
  kind: 'contact',
  words: sealed,
  corrects,
})
const rewrite: NoteCommand = { step: 'rewrite-note', note: first, words: { vault: 'narrative', id: 'n2' } }
const none: Notes = new Map()
const written = (): Notes => {
  const outcome = decideNote(none, write(), { by: worker, at: START })
  return outcome.ok ? outcome.value.reduce(evolveNotes, none) : none
}
const codeOf = (command: NoteCommand, by = worker, at = START) => {
  const outcome = decideNote(written(), command, { by, at })
  return outcome.ok ? null : outcome.refusal.code
}

test('a note is its author’s for a day; afterwards a correction is another note', () => {
  expect(codeOf(rewrite, worker, addHours(START, 24))).toBeNull()
  expect(codeOf(rewrite, worker, '2026-11-23T09:00:00.001Z')).toBe('note-closed')
  expect(codeOf(rewrite, supervisor)).toBe('note-of-another-author')
  expect([codeOf(write()), codeOf(write(second, first)), codeOf(write(second, idOf('case-note', 9)))]).toEqual([
    'note-already-written',
    null,
    'unknown-note',
  ])
  expect(codeOf({ ...rewrite, note: second })).toBe('unknown-note')
  const outcome = decideNote(written(), rewrite, { by: worker, at: START })
  expect(outcome.ok && outcome.value.reduce(evolveNotes, written()).get(first)?.words.id).toBe('n2')
})
