import { expect, test } from 'vitest'
import { type CarriedCase, carriedSet, firstCarryRules, isCarriedTooLong, mayBeCarried } from './may-be-carried.ts'

const today = '2026-11-22'
const file: CarriedCase = { id: 'a', isOpen: true, isOwn: true, dueOn: '2026-11-29', identityNeededUntil: null }

test.each<[string, Partial<CarriedCase>, object]>([
  ['own, open, due on the last day', {}, { may: true, parts: [] }],
  ['overdue', { dueOn: '2026-11-01' }, { may: true, parts: [] }],
  ['who it is, to the last day that was said', { identityNeededUntil: today }, { may: true, parts: ['identity'] }],
  ['who it is, the day after', { identityNeededUntil: '2026-11-21' }, { may: true, parts: [] }],
  ['due a day later', { dueOn: '2026-11-30' }, { may: false, because: 'nothing-due' }],
  ['nothing due', { dueOn: null }, { may: false, because: 'nothing-due' }],
  ['of a colleague', { isOwn: false }, { may: false, because: 'not-own' }],
  ['closed', { isOpen: false, identityNeededUntil: today }, { may: false, because: 'not-open' }],
])('%s', (_what, more, expected) => expect(mayBeCarried({ ...file, ...more }, today)).toEqual(expected))

test('a witness is never carried, whatever is ticked', () => {
  for (const identityNeededUntil of ['2026-12-01', null]) {
    const answer = mayBeCarried({ ...file, identityNeededUntil }, today)
    expect(answer.may ? answer.parts : []).not.toContain('witness')
  }
})

test('no more than a telephone should hold, the most pressing first, and not for longer than two weeks', () => {
  const many = Array.from({ length: 40 }, (_, at) => ({ ...file, id: String(at).padStart(2, '0'), dueOn: `2026-11-${22 + (at % 8)}` }))
  const set = carriedSet([...many, { ...file, id: 'zz', isOwn: false }], today)
  expect(set).toHaveLength(firstCarryRules.mostFiles)
  expect(set.map(({ dueOn }) => dueOn)).toEqual(set.map(({ dueOn }) => dueOn).toSorted())
  expect([isCarriedTooLong('2026-11-08', today), isCarriedTooLong('2026-11-07', today)]).toEqual([false, true])
})
