/* A case from the first interview to its archive, and the ways in which it does not go on. */
import { expect, test } from 'vitest'
import { mustParse } from '../../../../kernel/schema.ts'
import { consentKinds } from '../consent/consent-words.ts'
import { pauseKinds } from '../clocks/pause.ts'
import { referralKinds } from '../referral/referral-words.ts'
import * as story from './case-story.ts'
import { assessmentKinds } from './assessment-words.ts'
import { CaseMoved, ClosureReason } from './case-words.ts'
import { fieldKinds } from './edit-conflict.ts'
import { closureChecklist, closureMissing, firstLostContactRule } from './closure.ts'
import { planKinds } from './plan.ts'

const { tell, stateOf, refusalOf, supervisor, plan } = story
const asSupervisor = { by: supervisor, maySupervise: true }
const finished: readonly story.Told[] = [
  ...story.underWay,
  [{ about: 'plan', ask: { step: 'report-service', service: 's1', status: 'done', on: '2026-12-01' } }],
  [{ about: 'plan', ask: { step: 'review-goal', goal: 'g1', status: 'met' } }],
  [{ about: 'case', ask: { step: 'finish-services' } }],
]
const asked: story.Told = [
  { about: 'case', ask: { step: 'request-closure', reason: 'goals-achieved', done: [...closureChecklist['goals-achieved']] } },
]
const closed: readonly story.Told[] = [...finished, asked, [{ about: 'case', ask: { step: 'approve-closure' } }, asSupervisor]]
const kinds = {
  ...consentKinds,
  ...pauseKinds,
  ...referralKinds,
  ...assessmentKinds,
  ...planKinds,
  ...fieldKinds,
  'case.moved.v1': CaseMoved,
}

test('a case goes from interview to archive, and every event fits its schema', () => {
  const events = tell([...closed, [{ about: 'case', ask: { step: 'archive' } }, { isRetentionOver: true }]])
  expect(events.flatMap((event) => (event.kind === 'case.moved.v1' ? [event.payload.to] : []))).toEqual([
    ...['draft', 'intake', 'screened', 'active-assessment', 'active-planning', 'active-planning', 'active-implementation'],
    ...['follow-up', 'closure-pending', 'closed', 'archived'],
  ])
  for (const event of events) expect(mustParse(kinds[event.kind], event.payload)).toEqual(event.payload)
})

test('a plan is approved by another person who may, only as it was submitted, and is not changed after', () => {
  const events = tell(story.planned)
  const approve: story.Told[0] = { about: 'case', ask: { step: 'approve-plan', plan } }
  expect(refusalOf(events, [approve, { maySupervise: true }])).toBe('plan-approved-by-another-person')
  expect(refusalOf(events, [approve, { by: supervisor }])).toBe('supervisor-must-agree')
  const write = { step: 'write-plan', plan, goals: [], services: [] } as const
  expect(refusalOf(events, [{ about: 'plan', ask: { ...write, goals: [], services: [] } }])).toBe('plan-locked')
  const returned = tell([[{ about: 'case', ask: { step: 'return-plan', plan, note: story.sealed } }, asSupervisor]], events)
  expect(refusalOf(returned, [approve, asSupervisor])).toBe('plan-not-submitted')
  expect(refusalOf(returned, [{ about: 'plan', ask: { ...write, goals: [], services: [] } }])).toBeNull()
  expect(refusalOf(tell(story.underWay), [{ about: 'plan', ask: { ...write, goals: [], services: [] } }])).toBe('case-not-open')
})

test('what was approved is revised as a new version, which another person approves again', () => {
  const events = tell(story.underWay)
  const revise: story.Told = [{ about: 'case', ask: { step: 'revise-plan' } }]
  const next = story.idOf('case-plan', 77)
  const write = (id: typeof plan): story.Told => [{ about: 'plan', ask: { ...story.written, plan: id } }]
  expect(refusalOf(events, write(next))).toBe('case-not-open')
  const revising = tell([revise], events)
  expect(refusalOf(revising, write(plan))).toBe('plan-locked')
  const rewritten = tell([write(next)], revising)
  expect(stateOf(rewritten).plan.standing).toBe('being-written')
  // What was said of a service stays with it through versions.
  expect([...stateOf(rewritten).plan.services]).toEqual([...stateOf(events).plan.services])
  const submitted = tell([[{ about: 'case', ask: { step: 'request-approval', plan: next } }]], rewritten)
  const approve: story.Told[0] = { about: 'case', ask: { step: 'approve-plan', plan: next } }
  expect(refusalOf(submitted, [approve, { maySupervise: true }])).toBe('plan-approved-by-another-person')
  expect(stateOf(tell([[approve, asSupervisor]], submitted)).standing.at).toBe('active-implementation')
})

test('services that are open hold the case; unknown ones are said so', () => {
  const events = tell(story.underWay)
  expect(refusalOf(events, [{ about: 'case', ask: { step: 'finish-services' } }])).toBe('services-still-open')
  const unknown = { step: 'report-service', service: 's9', status: 'done', on: '2026-12-01' } as const
  expect(refusalOf(events, [{ about: 'plan', ask: unknown }])).toBe('unknown-service')
  expect(refusalOf(events, [{ about: 'plan', ask: { step: 'review-goal', goal: 'g9', status: 'met' } }])).toBe('unknown-goal')
})

test('assessing asks for both tools, again after a reassessment', () => {
  const submit: story.Told = [{ about: 'case', ask: { step: 'submit-assessment' } }]
  const rate = (answers: typeof story.calm): story.Told => [
    { about: 'assessment', ask: { step: 'rate-risk', answers, edit: story.idOf('case-edit', 81), basedOn: null } },
  ]
  const events = tell(story.active)
  expect(refusalOf(events, submit)).toBe('rapid-safety-missing')
  expect(refusalOf(tell([rate({ ...story.calm, threatened: 'not-asked' })], events), submit)).toBe('rapid-safety-missing')
  expect(refusalOf(tell([rate(story.calm)], events), submit)).toBe('vulnerability-missing')
  const again = tell([...finished, [{ about: 'case', ask: { step: 'need-reassessment', because: 'risk-changed' } }]])
  expect(refusalOf(again, submit)).toBe('rapid-safety-missing')
})

test('closing needs the checklist of its reason, and another person', () => {
  const events = tell(finished)
  const bare: story.Told = [{ about: 'case', ask: { step: 'request-closure', reason: 'goals-achieved', done: ['goals-reviewed'] } }]
  expect(refusalOf(events, bare)).toBe('closure-not-ready')
  expect(refusalOf(events, [asked[0], { isInShelter: true }])).toBe('closure-not-ready')
  const pending = tell([asked], events)
  expect(refusalOf(pending, [{ about: 'case', ask: { step: 'approve-closure' } }, { maySupervise: true }])).toBe(
    'closure-approved-by-another-person',
  )
  const back = tell([[{ about: 'case', ask: { step: 'reject-closure', note: story.sealed } }, asSupervisor]], pending)
  expect(stateOf(back).standing.at).toBe('follow-up')
})

test('open referrals, services and a bed are missing whatever the reason; lost contact is three attempts over sixty days', () => {
  const all = {
    done: closureChecklist['goals-achieved'],
    openReferrals: 1,
    openServices: 2,
    isInShelter: true,
    attemptsAt: [],
    rule: firstLostContactRule,
  }
  for (const reason of ClosureReason.options)
    expect(closureMissing({ ...all, reason })).toEqual(expect.arrayContaining(['open-referrals', 'open-services', 'open-shelter-stay']))
  const lost = (attemptsAt: readonly string[]) =>
    closureMissing({
      reason: 'lost-contact',
      done: closureChecklist['lost-contact'],
      openReferrals: 0,
      openServices: 0,
      isInShelter: false,
      attemptsAt,
      rule: firstLostContactRule,
    })
  const days = (...some: readonly string[]) => some.map((day) => `${day}T09:00:00.000Z`)
  expect(lost(days('2026-01-01', '2026-03-02'))).toEqual(['contact-attempts'])
  expect(lost(days('2026-01-01', '2026-01-20', '2026-03-01'))).toEqual(['contact-attempts'])
  expect(lost(days('2026-01-01', '2026-01-20', '2026-03-02'))).toEqual([])
})

test('a closed case opens again for a new risk, in one decision, and is assessed anew', () => {
  const events = tell(closed)
  expect(refusalOf(events, [{ about: 'case', ask: { step: 'reopen', because: 'no-new-risk' } }])).toBe('reopening-needs-new-risk')
  const again = tell([[{ about: 'case', ask: { step: 'reopen', because: 'new-threat' } }]], events)
  expect(again.slice(events.length).map(({ payload }) => ('to' in payload ? payload.to : null))).toEqual(['reopened', 'active-assessment'])
  expect(stateOf(again).assessed).toEqual({ safety: false, vulnerability: false })
})

test('archiving waits for the schedule and for every legal hold', () => {
  const events = tell(closed)
  const archive: story.Told[0] = { about: 'case', ask: { step: 'archive' } }
  expect(refusalOf(events, [archive])).toBe('retention-not-over')
  expect(refusalOf(events, [archive, { isRetentionOver: true, isUnderLegalHold: true }])).toBe('legal-hold')
})

test('nothing is asked of a case that is not there, and nothing worked on that is over', () => {
  expect(refusalOf([], story.drafted())).toBe('unknown-case')
  expect(refusalOf(tell(closed), story.drafted())).toBe('case-not-open')
  expect(refusalOf(tell(story.opening), story.sentOn())).toBe('unknown-referral')
})

test('a referral that nobody answers expires after its time and a day of grace, not before', () => {
  const events = tell([...story.active, story.drafted(), story.sentOn()])
  const expire: story.Told[0] = { about: 'referral', ask: { step: 'expire', referral: story.referral } }
  expect(refusalOf(events, [expire, { at: '2026-11-24T09:00:00.000Z' }])).toBe('referral-still-in-time')
  expect(refusalOf(events, [expire, { at: '2026-11-24T09:00:00.001Z' }])).toBeNull()
})

test('a referral belongs to its two bodies: a third neither answers nor revokes it, one body alone may be both', () => {
  const events = tell([...story.active, story.drafted(), story.sentOn()])
  const revoke: story.Told[0] = { about: 'referral', ask: { step: 'revoke', referral: story.referral, reason: 'safety' } }
  const accept = story.answered('accept')[0]
  expect(refusalOf(events, [accept])).toBe('referral-answered-by-recipient-only')
  expect(refusalOf(events, [accept, { organisation: story.clinic }])).toBe('referral-answered-by-recipient-only')
  expect(refusalOf(events, [revoke, { organisation: story.clinic }])).toBe('referral-belongs-to-its-sender')
  expect(refusalOf(events, [revoke, { organisation: null }])).toBe('referral-belongs-to-its-sender')
  expect(refusalOf(events, [revoke, { organisation: story.clinic, mayManageReferrals: true }])).toBeNull()
  const inside = { ...story.items.toShelter, id: 'inside', recipient: story.ours }
  const own = tell([...story.opening, story.givenConsent([story.items.work, inside]), story.drafted(story.ours), story.sentOn()])
  expect([refusalOf(own, [accept]), refusalOf(own, [revoke])]).toEqual([null, null])
})

test('contacts that failed are counted, clocks of a case are paused with it', () => {
  const events = tell([
    ...story.active,
    [{ about: 'assessment', ask: { step: 'try-contact', channel: 'phone' } }],
    [{ about: 'clock', ask: { step: 'pause-clock', clock: 'full-assessment', reason: 'unreachable' } }],
  ])
  expect(stateOf(events).failedContactsAt).toEqual([story.START])
  expect(stateOf(events).pauses.get('full-assessment')).toEqual([{ reason: 'unreachable', from: story.START, to: null }])
})
