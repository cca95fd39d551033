import { expect, test } from 'vitest'
import * as story from '../../domain/case/case-story.ts'
import { stateOf, tell } from '../../domain/case/case-story.ts'
import { type PackageAsked, gateFor, isCoded, nextService, packagePlan, receivingFirst, respondBy, waysFor } from './package-plan.ts'

const adult: PackageAsked['profile'] = {
  ...{ age: { kind: 'COMPLETED_MONTHS', months: 360, disputed: false }, isMature: true },
  ...{ gender: 'Feminine', languages: ['swa'], disability: 'not-asked', citizenship: [] },
}
const asked = (events: Parameters<typeof stateOf>[0]) => ({
  ...{ file: stateOf(events), profile: adult, recipient: story.shelter, at: story.START },
  service: 'safehouse' as const,
})

test('what the consent covers may go, field by field; a name is refused and said why', () => {
  const plan = packagePlan(asked(tell(story.active)))
  const may = plan.filter((one) => one.refusal === null).map((one) => one.field)
  expect(may).toEqual(plan.filter((one) => one.isMinimum).map((one) => one.field))
  expect(plan.find((one) => one.field === 'name')?.refusal).toMatchObject({ code: 'consent-does-not-cover-fields' })
  expect(gateFor(asked(tell(story.active)))).toBeNull()
})
test('without a question put, nothing may go, not even a code', () => {
  const events = tell([...story.opening, story.givenConsent([story.items.work])])
  expect(packagePlan(asked(events)).every((one) => one.refusal?.code === 'consent-not-asked')).toBe(true)
  expect(gateFor(asked(events))).toMatchObject({ code: 'consent-not-asked' })
})
test('what the person withholds is out of the least set too', () => {
  const given = story.consent([story.items.work, story.items.toShelter], { withheldFields: ['needs'] })
  const events = tell([...story.opening, [{ about: 'consent', ask: { step: 'record', given } }]])
  expect(packagePlan(asked(events)).find((one) => one.field === 'needs')?.refusal?.code).toBe('consent-does-not-cover-fields')
})
test('no field that could say who somebody is is coded', () => {
  for (const field of ['name', 'photo', 'birth-date', 'safe-contact', 'family', 'last-location', 'needs', 'statement'] as const)
    expect(isCoded(field)).toBe(false)
})
test('a field of which the file says nothing is marked before it goes', () => {
  const known = (profile: PackageAsked['profile']) =>
    packagePlan({ ...asked(tell(story.active)), profile })
      .filter((one) => one.isCoded && one.isKnown)
      .map((one) => one.field)
      .toSorted()
  expect(known(adult)).toEqual(['age-band', 'gender', 'languages', 'subject-code', 'urgency'])
  expect(known(null)).toEqual(['subject-code', 'urgency'])
})
test('an answer is asked sooner the more urgent it is', () => {
  expect([respondBy('high', story.START), respondBy('medium', story.START), respondBy('low', story.START)]).toEqual([
    '2026-11-23T09:00:00.000Z',
    '2026-11-25T09:00:00.000Z',
    '2026-11-29T09:00:00.000Z',
  ])
})
test('who receives in Chanzo stands first; who does not is reached with a slip or by telephone', () => {
  const line = (organisation: typeof story.shelter | null) => ({ line: { facts: { organisation } } })
  expect(receivingFirst([line(null), line(story.shelter)]).map((one) => one.line.facts.organisation)).toEqual([story.shelter, null])
  expect(waysFor({ organisation: null })).toEqual(['paper-code', 'phone'])
  expect(waysFor({ organisation: story.shelter })[0]).toBe('in-system')
})
test('the form opens on what the plan asks for and nobody was asked for yet', () => {
  const file = stateOf(tell(story.active))
  const plan = {
    ...file.plan,
    serviceTypes: new Map([
      ['s1', 'safehouse' as const],
      ['s2', 'legal' as const],
    ]),
  }
  expect(nextService({ plan, referrals: file.referrals })).toBe('safehouse')
  const sent = stateOf(tell([...story.active, story.drafted(), story.sentOn()]))
  expect(nextService({ plan, referrals: sent.referrals })).toBe('legal')
  expect(nextService(file)).toBe('medical')
})
