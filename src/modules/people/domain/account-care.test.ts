import { expect, test } from 'vitest'
import { type CareCommand, type CareFacts, UNDERTAKING_VERSION, careDecider, careOf, opensFiles } from './account-care.ts'
import { ROLE_IDS, capabilitiesOf } from './roles.ts'

const facts: CareFacts = { registeredOn: '2026-01-01', seenOn: '2026-10-31', reviewedOn: '2026-10-01', signed: null }
const signed = (on: string, version = UNDERTAKING_VERSION): CareFacts => ({ ...facts, signed: { version, on } })

test('an undertaking holds a year to the day, and only for the text of now', () => {
  expect(careOf(facts, '2026-11-22').isUndertakingCurrent).toBe(false)
  expect(careOf(signed('2025-11-22'), '2026-11-22').isUndertakingCurrent).toBe(true)
  expect(careOf(signed('2025-11-21'), '2026-11-22').isUndertakingCurrent).toBe(false)
  expect(careOf(signed('2026-11-21', 'older'), '2026-11-22').isUndertakingCurrent).toBe(false)
})

test('thirty days unused is idle, twenty-nine are not; a new account counts from its first day', () => {
  expect([careOf(facts, '2026-11-29').isIdle, careOf(facts, '2026-11-30').isIdle]).toEqual([false, true])
  const fresh = { ...facts, registeredOn: '2026-11-20', seenOn: null, reviewedOn: null }
  expect(careOf(fresh, '2026-11-22')).toMatchObject({ idleDays: 2, isIdle: false })
})

test('a review is due ninety days after the last, or after the first day', () => {
  expect(careOf(facts, '2026-12-29')).toMatchObject({ reviewDueOn: '2026-12-30', isReviewDue: false })
  expect(careOf(facts, '2026-12-30').isReviewDue).toBe(true)
  expect(careOf({ ...facts, reviewedOn: null }, '2026-11-22').isReviewDue).toBe(true)
})

test('who sends signals only is not looked after so; who opens, watches or keeps shares is', () => {
  const cared = ROLE_IDS.filter((role) => opensFiles(capabilitiesOf([role])))
  expect(cared.toSorted()).toEqual([
    ...[
      'CASE_SUPERVISOR',
      'CASE_WORKER',
      'CONFLICT_ANALYST',
      'DATA_PROTECTION_OFFICER',
      'IDENTIFICATION_BODY',
      'JUSTICE_LIAISON',
      'KEY_CUSTODIAN',
    ],
    ...['MONITORING_OFFICER', 'PEACE_SECRETARIAT', 'SERVICE_PROVIDER', 'SHELTER_MANAGER'],
  ])
})

const other = { by: 'officer', isSelf: false, concerned: true }
test.each<[string, CareCommand, boolean, object, string]>([
  ['an older text', { type: 'sign', version: 'older' }, false, { isSelf: true }, 'undertaking-text-changed'],
  ['the text of now', { type: 'sign', version: UNDERTAKING_VERSION }, false, { isSelf: true }, 'account-care.undertaking-signed.v1'],
  ['a review of oneself', { type: 'review' }, false, { isSelf: true }, 'not-to-yourself'],
  ['waking oneself', { type: 'wake' }, true, { isSelf: true }, 'not-to-yourself'],
  ['a review', { type: 'review' }, false, {}, 'account-care.reviewed.v1'],
  ['rest', { type: 'rest', because: 'left' }, false, {}, 'account-care.rested.v1'],
  ['rest twice', { type: 'rest', because: 'idle' }, true, {}, 'account-at-rest-already'],
  ['waking', { type: 'wake' }, true, {}, 'account-care.woken.v1'],
  ['waking who is awake', { type: 'wake' }, false, {}, 'account-not-at-rest'],
  ['an account without files', { type: 'review' }, false, { concerned: false }, 'unknown-account'],
])('%s', (_what, command, atRest, more, expected) => {
  const decided = careDecider.decide({ atRest }, command, { ...other, ...more })
  expect(decided.ok ? decided.value[0]?.kind : decided.refusal.code).toBe(expected)
})
