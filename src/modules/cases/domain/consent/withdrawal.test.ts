/* Acceptance test 4: nothing leaves without a yes, and what a person takes back is cut in the same decision. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as story from '../case/case-story.ts'
import { recipientReads } from '../referral/referral-machine.ts'

const { tell, stateOf, refusalOf, items, shelter, clinic, idOf, sealed } = story
const withdraw = (...some: readonly string[]): story.Told => [
  { about: 'consent', ask: { step: 'withdraw', consent: idOf('consent', 20), items: [...some] } },
]
const sentToShelter: readonly story.Told[] = [...story.active, story.drafted(), story.sentOn()]
const statesOf = (events: ReturnType<typeof tell>) => [...stateOf(events).referrals.values()].map((one) => one.state)
const before = (given: Parameters<typeof story.givenConsent>[0]) => tell([...story.opening, story.givenConsent(given), story.drafted()])

test('acceptance 4: a referral is sent on a yes to exactly its question and on nothing else', () => {
  expect(refusalOf(before([items.work]), story.sentOn())).toBe('consent-not-asked')
  expect(refusalOf(before([items.work, { ...items.toShelter, answer: 'not-asked' }]), story.sentOn())).toBe('consent-not-asked')
  expect(refusalOf(before([items.work, { ...items.toShelter, answer: 'no' }]), story.sentOn())).toBe('consent-refused')
  expect(refusalOf(before([items.work, { ...items.toShelter, recipient: clinic }]), story.sentOn())).toBe('consent-not-asked')
  expect(refusalOf(before([items.work, { ...items.toShelter, service: 'legal' }]), story.sentOn())).toBe('consent-not-asked')
  expect(refusalOf(before([items.work, items.toShelter]), story.sentOn())).toBeNull()
})

test('acceptance 4: a withdrawal revokes the open referral that rests on it in the same decision, asks for erasure, and leaves the others', () => {
  const events = tell([...sentToShelter, story.drafted(clinic, 41), story.sentOn(41), story.answered('accept')])
  const after = tell([withdraw('s1')], events)
  expect(after.slice(events.length).map(({ kind }) => kind)).toEqual([
    'consent.withdrawn.v1',
    'referral.moved.v1',
    'disclosure.erasure-asked.v1',
  ])
  expect(statesOf(after)).toEqual(['revoked', 'sent'])
  expect(stateOf(after).standing.at).toBe('active-assessment')
  expect(refusalOf(tell([story.drafted(shelter, 42)], after), story.sentOn(42))).toBe('consent-withdrawn')
  expect(refusalOf(after, withdraw('s1'))).toBe('consent-already-withdrawn')
})

test('acceptance 4: who was asked twice takes both answers back at once, and what was sent on the first is cut', () => {
  const again = story.consent([{ ...items.toShelter, id: 'a1' }], { consent: idOf('consent', 21) })
  const events = tell([...sentToShelter, [{ about: 'consent', ask: { step: 'record', given: again } }]])
  const after = tell([[{ about: 'consent', ask: { step: 'withdraw', consent: idOf('consent', 21), items: ['a1'] } }]], events)
  expect(statesOf(after)).toEqual(['revoked'])
  expect(stateOf(after).consents.kept.map((one) => [...one.withdrawn.keys()])).toEqual([['s1'], ['a1']])
})

test('acceptance 4: withdrawn work on the case stops all of it: every recipient loses access at once', () => {
  const events = tell([...sentToShelter, story.drafted(clinic, 41), story.sentOn(41), story.answered('accept', 41, clinic)])
  const inService = tell(
    [[{ about: 'referral', ask: { step: 'begin-service', referral: idOf('referral', 41), deliveredOn: '2026-11-22' } }]],
    tell([story.drafted(shelter, 42)], events),
  )
  for (const after of [tell([withdraw()], inService), tell([[{ about: 'case', ask: { step: 'withdraw-consent' } }]], inService)]) {
    expect(statesOf(after)).toEqual(['revoked', 'closed-no-service', 'closed-no-service'])
    expect(statesOf(after).some(recipientReads)).toBe(false)
    expect(stateOf(after).standing.at).toBe('consent-withdrawn')
    expect(refusalOf(after, story.drafted(shelter, 43))).toBe('case-processing-stopped')
    expect(refusalOf(after, story.givenConsent())).toBe('case-processing-stopped')
    expect(after.filter(({ kind }) => kind === 'disclosure.erasure-asked.v1')).toHaveLength(2)
  }
})

test('acceptance 4: erasure is offered, or held where justice holds the file', () => {
  const events = tell(story.active)
  const erasure = (isUnderLegalHold: boolean) =>
    tell([[withdraw('w1')[0], { isUnderLegalHold }]], events).flatMap(({ payload }) => ('erasure' in payload ? [payload.erasure] : []))
  expect([erasure(false), erasure(true)]).toEqual([['offered'], ['held']])
})

test('acceptance 4: a transfer needs a yes to that organisation', () => {
  const events = tell(story.underWay)
  const taken = { isTakenOver: true }
  const transfer: story.Told = [{ about: 'case', ask: { step: 'accept-transfer', recipient: shelter } }, taken]
  expect(refusalOf(events, transfer)).toBe('transfer-without-consent')
  const yes = { id: 'transfer', purpose: 'case-transfer', recipient: shelter, extent: 'full', answer: 'yes' } as const
  const asked = tell(
    [[{ about: 'consent', ask: { step: 'record', given: story.consent([yes], { consent: idOf('consent', 21) }) } }]],
    events,
  )
  expect(refusalOf(asked, transfer)).toBeNull()
  // Who sends never says yes for who receives.
  expect(refusalOf(asked, [transfer[0]])).toBe('transfer-accepted-by-receiver')
  expect(refusalOf(asked, [{ about: 'case', ask: { step: 'accept-transfer', recipient: clinic } }, taken])).toBe('transfer-without-consent')
})

test('acceptance 4: whatever is withdrawn in whatever order, no recipient reads on a consent that is gone', () => {
  const all = [
    story.drafted(),
    story.sentOn(),
    story.answered('acknowledge'),
    story.answered('accept'),
    story.drafted(clinic, 41),
    story.sentOn(41),
  ]
  const some = fc.subarray(['w1', 's1', 'c1', 'j1', 'n1'], { minLength: 1 })
  fc.assert(
    fc.property(fc.nat(all.length), some, (length, ids) => {
      const state = stateOf(tell([withdraw(...ids)], tell([...story.active, ...all.slice(0, length)])))
      const withdrawn = new Set(state.consents.kept.flatMap((one) => [...one.withdrawn.keys()]))
      for (const one of state.referrals.values())
        if (recipientReads(one.state)) expect(withdrawn.has(one.basis?.id ?? '') || withdrawn.has('w1')).toBe(false)
      expect(state.standing.at === 'consent-withdrawn').toBe(ids.includes('w1'))
    }),
    { numRuns: 60 },
  )
})

const saidLater = (given: Parameters<typeof story.consent>[0], changes: Parameters<typeof story.consent>[1] = {}): story.Told => [
  { about: 'consent', ask: { step: 'record', given: story.consent(given, { consent: idOf('consent', 22), ...changes }) } },
]
test('acceptance 4: a later no, or a recipient from whom things are withheld now, is a withdrawal', () => {
  const events = tell(sentToShelter)
  const no = tell([saidLater([{ ...items.toShelter, id: 'no', answer: 'no' }])], events)
  expect(statesOf(no)).toEqual(['revoked'])
  expect(refusalOf(tell([story.drafted(shelter, 42)], no), story.sentOn(42))).toBe('consent-refused')
  expect(statesOf(tell([saidLater([], { withheldFrom: [shelter] })], events))).toEqual(['revoked'])
  expect(statesOf(tell([saidLater([{ ...items.toShelter, id: 'open', answer: 'not-asked' }])], events))).toEqual(['sent'])
  expect(stateOf(tell([saidLater([{ ...items.work, id: 'stop', answer: 'no' }])], events)).standing.at).toBe('consent-withdrawn')
})

test('acceptance 4: consent for a time ends with it, and the referral that rests on it too', () => {
  const validTo = '2026-12-01T09:00:00.000Z'
  const given = story.consent([items.work, items.toShelter], { validTo })
  const events = tell([...story.opening, [{ about: 'consent', ask: { step: 'record', given } }], story.drafted(), story.sentOn()])
  const cut: story.Told[0] = { about: 'consent', ask: { step: 'cut-expired' } }
  expect(refusalOf(events, [cut, { at: validTo }])).toBe('no-consent-expired')
  const after = tell([[cut, { at: '2026-12-01T09:00:00.001Z' }]], events)
  expect(statesOf(after)).toEqual(['revoked'])
  expect(after.at(-1)?.payload).toMatchObject({ because: 'consent-expired' })
})

test('what is not there cannot be withdrawn', () => {
  const events = tell(story.active)
  expect(refusalOf(events, withdraw('nothing'))).toBe('unknown-consent-item')
  const other = { step: 'withdraw', consent: idOf('consent', 99), items: [] } as const
  expect(refusalOf(events, [{ about: 'consent', ask: { ...other, items: [] } }])).toBe('unknown-consent')
})

const disclosure = {
  purpose: 'service-referral',
  recipient: shelter,
  service: 'safehouse',
  fields: ['subject-code', 'age-band', 'gender'],
} as const
const override = (changes: object = {}, ground: 'imminent-danger' | 'vital-interest-of-child' = 'imminent-danger'): story.Told[0] => ({
  about: 'consent',
  ask: {
    step: 'override',
    override: idOf('consent-override', 50),
    reason: sealed,
    ground,
    disclosure: { ...disclosure, fields: [...disclosure.fields], ...changes },
  },
})
const confirm: story.Told[0] = { about: 'consent', ask: { step: 'confirm-override', override: idOf('consent-override', 50) } }
const lapse: story.Told[0] = { about: 'consent', ask: { step: 'lapse-override', override: idOf('consent-override', 50) } }
const may = { mayOverride: true }
const [NEXT_DAY, LATER] = ['2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.001Z']

test('an override is for who may, for life, for a child’s interest only with a child, and never for what serves others', () => {
  const events = before([items.work])
  expect(refusalOf(events, [override()])).toBe('consent-override-not-yours')
  expect(refusalOf(events, [override({}, 'vital-interest-of-child'), may])).toBe('override-ground-for-children-only')
  expect(refusalOf(events, [override({}, 'vital-interest-of-child'), { ...may, isChild: true }])).toBeNull()
  for (const purpose of [
    'non-identifiable-statistics',
    'research-synthetic',
    'communication-testimony',
    'case-management',
    'follow-up-contact',
  ])
    expect(refusalOf(events, [override({ purpose, recipient: null, service: null }), may])).toBe('purpose-cannot-be-overridden')
  expect(refusalOf(before([items.work, items.toShelter]), [override(), may])).toBe('consent-given-no-override-needed')
})

test('an override counts at once, once, for its own disclosure; the officer is told; another person confirms within a day', () => {
  const events = tell([[override(), may]], before([items.work]))
  expect(events.at(-1)?.payload).toMatchObject({
    noticeTo: 'data-protection-officer',
    against: 'consent-not-asked',
    confirmBefore: NEXT_DAY,
  })
  expect(refusalOf(events, story.sentOn())).toBeNull()
  expect(refusalOf(events, [confirm, may])).toBe('override-confirmed-by-another-person')
  expect(refusalOf(events, [confirm, { by: story.supervisor }])).toBe('consent-override-not-yours')
  expect(refusalOf(events, [confirm, { by: story.supervisor, ...may, at: NEXT_DAY }])).toBeNull()
  expect(refusalOf(events, [confirm, { by: story.supervisor, ...may, at: LATER }])).toBe('override-confirmed-too-late')
  const narrower = tell([[override({ fields: ['subject-code'] }), may]], before([items.work]))
  expect(refusalOf(narrower, story.sentOn())).toBe('consent-not-asked')
  const twice = tell([story.sentOn(), story.drafted(shelter, 41)], events)
  expect(refusalOf(twice, story.sentOn(41))).toBe('consent-not-asked')
  expect(refusalOf(tell([story.drafted(clinic, 41)], events), story.sentOn(41))).toBe('consent-not-asked')
})

test('an override that nobody confirmed lapses after a day and takes back what it let out', () => {
  const events = tell([[override(), may], story.sentOn()], before([items.work]))
  expect(refusalOf(events, [lapse, { at: NEXT_DAY }])).toBe('consent-override-still-open')
  const after = tell([[lapse, { at: LATER }]], events)
  expect(statesOf(after)).toEqual(['revoked'])
  expect(after.at(-1)?.payload).toMatchObject({ because: 'override-lapsed', recipient: shelter })
  expect(refusalOf(after, [confirm, { by: story.supervisor, ...may }])).toBe('consent-override-not-open')
  const confirmed = tell([[confirm, { by: story.supervisor, ...may }]], events)
  expect(refusalOf(confirmed, [lapse, { at: LATER }])).toBe('consent-override-not-open')
})
