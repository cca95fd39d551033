import { expect, test } from 'vitest'
import * as story from '../../domain/case/case-story.ts'
import { stateOf, tell } from '../../domain/case/case-story.ts'
import { faultOf } from '../../domain/consent/purposes.ts'
import type { Profile } from '../../domain/profile/profile.ts'
import { ADDED, consentOf, cutsOf, heldAnswers, isWorth, lackingFor, newConsent, newRow, unfinished } from './consent-draft.ts'

let count = 100
const newId = () => `01933b3c-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`
const aged = (years: number): Pick<Profile, 'age' | 'isMature' | 'languages'> => ({
  ...{ age: { kind: 'COMPLETED_MONTHS', months: years * 12, disputed: false }, isMature: true, languages: ['swa'] },
})
const making = { now: story.START, newId }

test('every question that the form can ask is one that can be recorded', () => {
  const draft = newConsent(aged(30))
  const added = ADDED.map((purpose) => ({ ...newRow(purpose, purpose), answer: 'yes' as const }))
  const rows = [
    ...draft.rows.map((row) => ({ ...row, answer: 'no' as const })),
    ...added.map((row) => ({ ...row, recipient: story.shelter })),
  ]
  expect(consentOf({ ...draft, rows }, making).items.map(faultOf)).toEqual(rows.map(() => null))
  expect(unfinished(added).map((one) => one.purpose)).toEqual(ADDED.slice(0, -1))
})
test('what was not asked this time is not sent: the yes that was given before stands and can be taken back', () => {
  const draft = newConsent(aged(30))
  const rows = draft.rows.map((row) => (row.purpose === 'research-synthetic' ? { ...row, answer: 'no' as const } : row))
  const given = consentOf({ ...draft, rows: [...rows, newRow('service-referral', 'added')] }, making)
  expect(given.items.map((item) => [item.purpose, item.answer])).toEqual([['research-synthetic', 'no']])
  const events = tell([...story.active, [{ about: 'consent', ask: { step: 'record', given } }]])
  const held = heldAnswers(stateOf(events).consents.kept, story.START)
  expect(held.find((one) => one.item.purpose === 'case-management')).toMatchObject({ state: 'holds', consent: story.idOf('consent', 20) })
})
test('a yes is noted when everything was explained and something proves it; a no at once', () => {
  const draft = newConsent(aged(30))
  const all = (answer: 'yes' | 'no') => draft.rows.map((row) => ({ ...row, answer }))
  const explain = ['purpose', 'uses']
  expect(lackingFor({ ...draft, rows: all('no') }, explain)).toEqual({ explanations: 0, proof: false })
  expect(lackingFor({ ...draft, rows: all('yes'), explained: ['uses'] }, explain)).toEqual({ explanations: 1, proof: true })
  expect(lackingFor({ rows: all('yes'), explained: explain, evidence: 'Armoire' }, explain)).toEqual({ explanations: 0, proof: false })
  expect(lackingFor({ rows: all('yes'), explained: explain, evidence: '', proof: 'a file' }, explain).proof).toBe(false)
})
test('what the person keeps back stays kept back when they are asked again', () => {
  const last = { withheldFields: ['needs' as const], withheldFrom: [story.clinic] }
  const before = [story.consent([], last), story.consent([])]
  const draft = newConsent(aged(30), before)
  expect(consentOf(draft, making)).toMatchObject(last)
  expect(consentOf(draft, making).liftedFields).toBeUndefined()
  const lifted = consentOf({ ...draft, withheldFields: [], withheldFrom: [] }, making)
  expect(lifted).toMatchObject({ liftedFields: ['needs'], liftedFrom: [story.clinic] })
  expect(newConsent(aged(30), [...before, lifted])).toMatchObject({ withheldFields: [], withheldFrom: [] })
})
test('nothing is answered before it was asked, and what is recorded is taken by the decider', () => {
  const draft = newConsent(aged(30))
  expect(draft.rows.every((row) => row.answer === 'not-asked')).toBe(true)
  const given = consentOf({ ...draft, rows: draft.rows.map((row) => ({ ...row, answer: 'yes' })), validTo: '2027-01-31' }, making)
  expect(given.validTo).toBe('2027-01-31T21:59:59.999Z')
  const events = tell([...story.opening, [{ about: 'consent', ask: { step: 'record', given } }]])
  expect(heldAnswers(stateOf(events).consents.kept, story.START).map((one) => one.state)).toEqual(['holds', 'holds', 'holds', 'holds'])
  expect(heldAnswers(stateOf(events).consents.kept, '2027-02-01T00:00:00.000Z').map((one) => one.state)).toEqual(
    draft.rows.map(() => 'expired'),
  )
})
test('who may give it is said by age: a child’s own word is not enough, and a decision in its interest is', () => {
  expect(isWorth(newConsent(aged(30)), aged(30), { isDecidedInBestInterests: false })).toBe(true)
  expect(isWorth(newConsent(aged(12)), aged(12), { isDecidedInBestInterests: false })).toBe(false)
  const byGuardian = { givenBy: 'guardian', assentOfChild: 'yes', guardianAgrees: 'yes' } as const
  expect(isWorth(byGuardian, aged(12), { isDecidedInBestInterests: false })).toBe(true)
  expect(isWorth({ ...byGuardian, givenBy: 'other' }, aged(12), { isDecidedInBestInterests: false })).toBe(false)
  expect(isWorth({ ...byGuardian, givenBy: 'other' }, aged(12), { isDecidedInBestInterests: true })).toBe(true)
  expect(isWorth(newConsent(null), null, { isDecidedInBestInterests: false })).toBe(false)
})
test('what is said beforehand to be cut is what the withdrawal cuts', () => {
  const events = tell([...story.active, story.drafted(), story.sentOn(), story.drafted(story.clinic, 41), story.sentOn(41)])
  const file = stateOf(events)
  const one = cutsOf(file, [story.items.toShelter])
  expect({ stopsWork: one.stopsWork, cut: one.referrals.map((referral) => referral.recipient) }).toEqual({
    stopsWork: false,
    cut: [story.shelter],
  })
  const withdraw = (item: string): story.Told => [
    { about: 'consent', ask: { step: 'withdraw', consent: story.idOf('consent', 20), items: [item] } },
  ]
  expect([...stateOf(tell([withdraw('s1')], events)).consents.erasuresAsked.keys()]).toEqual(
    one.referrals.map((referral) => referral.referral),
  )
  const all = cutsOf(file, [story.items.work])
  expect(all).toMatchObject({ stopsWork: true })
  expect([...stateOf(tell([withdraw('w1')], events)).consents.erasuresAsked.keys()]).toEqual(
    all.referrals.map((referral) => referral.referral),
  )
})
