import { expect, test } from 'vitest'
import { type NoteTraining, trainingDecider, trainingState } from './training.ts'

const note: NoteTraining = { curriculum: 'IDENTIFICATION', trainedOn: '2026-03-02', validUntil: '2028-03-02' }
const another = { by: 'supervisor', today: '2026-11-22', isSelf: false, concerned: true }
test.each<[string, Partial<NoteTraining>, object, string]>([
  ['noted by another', {}, {}, 'account-training.noted.v1'],
  ['noted by oneself', {}, { isSelf: true }, 'training-not-your-own'],
  ['of somebody of another body', {}, { concerned: false }, 'unknown-account'],
  ['not held yet', { trainedOn: '2026-11-23' }, {}, 'training-in-the-future'],
  ['held today', { trainedOn: '2026-11-22' }, {}, 'account-training.noted.v1'],
  ['for longer than counts', { validUntil: '2028-03-03' }, {}, 'training-days-not-valid'],
  ['that counts no more', { trainedOn: '2020-01-01', validUntil: '2020-02-01' }, {}, 'training-over-already'],
  ['until yesterday', { validUntil: '2026-11-21' }, {}, 'training-over-already'],
  ['until today', { validUntil: '2026-11-22' }, {}, 'account-training.noted.v1'],
  ['for no day', { validUntil: '2026-03-02' }, {}, 'training-days-not-valid'],
])('%s', (_what, change, context, expected) => {
  const decided = trainingDecider.decide(null, { ...note, ...change }, { ...another, ...context })
  expect(decided.ok ? decided.value[0]?.kind : decided.refusal.code).toBe(expected)
  if (decided.ok) expect(decided.value[0]?.payload.by).toBe('supervisor')
})
test('what has run out warns for thirty days, then counts no more', () => {
  const states = ['2028-03-02', '2028-03-03', '2028-04-01', '2028-04-02'].map((today) => trainingState(note.validUntil, today))
  expect(states).toEqual(['valid', 'run-out', 'run-out', 'over'])
  expect(trainingState(null, '2026-11-22')).toBe('none')
})
