import { expect, test } from 'vitest'
import { type SpellingContext, spellingDecider } from './spelling-correction.ts'

const row = { kind: 'mineral', asWritten: 'Niobium', isBeginning: false, meaning: 'Ta' } as const
const decide = (meaning: string, known: SpellingContext['row'] = row) =>
  spellingDecider.decide(null, { meaning, reason: 'vu au laboratoire' }, { row: known })

test('a new meaning is an event that keeps the written word and the reason', () => {
  expect(decide('other')).toEqual({
    ok: true,
    value: [
      {
        kind: 'spelling.corrected.v1',
        payload: { kind: 'mineral', asWritten: 'Niobium', isBeginning: false, meaning: 'other', reason: 'vu au laboratoire' },
      },
    ],
  })
})

test.each([
  ['Ta', row, 'meaning-unchanged'],
  ['Nb', row, 'meaning-not-in-the-list'],
  ['other', null, 'unknown-spelling'],
] as const)('the meaning %s for %j is refused: %s', (meaning, known, code) => {
  expect(decide(meaning, known)).toMatchObject({ ok: false, refusal: { code } })
})

test('the name of an armed group may be any name', () => {
  expect(decide('NDC-Rénové', { kind: 'armed-group', asWritten: 'NDC R', isBeginning: false, meaning: null }).ok).toBe(true)
})
