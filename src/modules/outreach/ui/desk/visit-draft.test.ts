import { expect, test } from 'vitest'
import { blankVisit, visitOf } from './visit-draft.ts'

const draft = { ...blankVisit, centre: '0192f0c4-0000-7000-8000-000000000001', day: '2026-11-20', topics: ['visa' as const] }

test('a visit is whole with a subject; whatever a person does not say stays unsaid', () => {
  expect(visitOf(draft)).toMatchObject({ sex: 'not-said', ageBand: 'not-said', nationality: null, satisfaction: null, minutes: 15 })
  expect(visitOf({ ...draft, nationality: 'mng', satisfaction: '4', referredTo: 'health' })).toMatchObject({
    ...{ nationality: 'MNG', satisfaction: 4, referredTo: 'health' },
  })
})
test('without a subject, with words for a nationality or without minutes it is none', () => {
  expect(visitOf({ ...draft, topics: [] })).toBeNull()
  expect(visitOf({ ...draft, nationality: 'Mongol' })).toBeNull()
  expect(visitOf({ ...draft, minutes: '' })).toBeNull()
})
