/* Grants, returns, debts: their tables whole, their guards one by one, their sums. */
import { expect, test } from 'vitest'
import { type Decider, type DomainEvent, foldEvents } from '../../../../kernel/decider.ts'
import { sealed, supervisor, worker } from '../case/case-story.ts'
import { differences } from '../machine-trial.ts'
import { isFound } from '../children/best-interests.ts'
import { type MediationCommand, mediationDecider, mediationMachine } from './debt-mediation.ts'
import { type GrantCommand, grantDecider, grantMachine, survives } from './grant.ts'
import { type ScaledAnswer, reintegrationScore } from './reintegration.ts'
import { type ReturnCommand, returnDecider, returnMachine } from './return.ts'

const at = '2026-11-22T09:00:00.000Z'
function play<State, Command, Event extends DomainEvent, Context>(
  decider: Decider<State, Command, Event, Context>,
  told: readonly (readonly [Command, Context])[],
): { readonly state: State; readonly code: string | null } {
  let events: readonly Event[] = []
  for (const [command, context] of told) {
    const outcome = decider.decide(foldEvents(decider, events), command, context)
    if (!outcome.ok) return { state: foldEvents(decider, events), code: outcome.refusal.code }
    events = [...events, ...outcome.value]
  }
  return { state: foldEvents(decider, events), code: null }
}

test('acceptance 9: a grant takes the steps of its table and refuses every other', () => {
  const early = ['identified', 'skills-assessed', 'business-plan', 'committee-review', 'approved', 'procurement']
  const legal = [
    ...['- identify identified', 'identified assess-skills skills-assessed', 'skills-assessed write-business-plan business-plan'],
    ...[
      'business-plan submit-to-committee committee-review',
      'committee-review approve approved',
      'committee-review send-back skills-assessed',
    ],
    ...['approved begin-procurement procurement', 'procurement deliver delivered', 'delivered monitor monitored'],
    ...['monitored monitor monitored', 'monitored close closed', ...early.map((state) => `${state} drop closed`)],
  ]
  const open = {
    isCashSafe: true,
    areDaysWhole: true,
    isPlanAuthor: false,
    isOnCommittee: true,
    isWithinPlan: true,
    isRoundNew: true,
    roundsMissing: [],
  }
  expect(differences(grantMachine, { legal, open })).toEqual([])
})

const [author, member] = [
  { by: worker, at, isOnCommittee: false },
  { by: supervisor, at, isOnCommittee: true },
]
const plan = { step: 'write-business-plan', amountCents: 50_000, currency: 'USD', isInKind: true, tranches: 1 } as const
const toCommittee: readonly (readonly [GrantCommand, typeof author])[] = [
  [{ step: 'identify', subject: 'K7-4QX2-9D', type: 'income-generating-activity' }, author],
  [{ step: 'assess-skills' }, author],
  [plan, author],
  [{ step: 'submit-to-committee' }, author],
]
const delivered: typeof toCommittee = [
  ...toCommittee,
  [{ step: 'approve', amountCents: 50_000 }, member],
  [{ step: 'begin-procurement' }, author],
  [{ step: 'deliver', on: '2026-12-01', receipts: [] }, author],
]
const visit = (month: '1' | '3' | '6' | '12', isRunning = true): (typeof toCommittee)[number] => [
  { step: 'monitor', month, on: '2027-01-01', isRunning },
  author,
]

test('cash needs a note on safety, the author does not approve, nobody approves more than was planned', () => {
  const cash = { ...plan, isInKind: false }
  expect(play(grantDecider, [...toCommittee.slice(0, 2), [cash, author]]).code).toBe('cash-needs-safeguarding-note')
  expect(play(grantDecider, [...toCommittee.slice(0, 2), [{ ...cash, safeguarding: sealed }, author]]).code).toBeNull()
  const approve = { step: 'approve', amountCents: 50_000 } as const
  expect(play(grantDecider, [...toCommittee, [approve, { ...author, isOnCommittee: true }]]).code).toBe('grant-approved-by-another-person')
  expect(play(grantDecider, [...toCommittee, [approve, { ...author, by: supervisor }]]).code).toBe('grant-committee-must-decide')
  expect(play(grantDecider, [...toCommittee, [{ ...approve, amountCents: 50_001 }, member]]).code).toBe('grant-more-than-planned')
})

test('each instalment has its day, in their order; what was signed for is counted', () => {
  const written = (tranches: number, trancheDays: string[]) =>
    play(grantDecider, [...toCommittee.slice(0, 2), [{ ...plan, tranches, trancheDays }, author]])
  expect(written(2, ['2026-12-01']).code).toBe('grant-days-and-tranches-differ')
  expect(written(2, ['2027-01-01', '2026-12-01']).code).toBe('grant-days-and-tranches-differ')
  expect(written(2, ['2026-12-01', '2027-01-01']).state.plan).toMatchObject({ trancheDays: ['2026-12-01', '2027-01-01'], currency: 'USD' })
  const signed = play(grantDecider, [...delivered.slice(0, -1), [{ step: 'deliver', on: '2026-12-01', receipts: [sealed] }, author]])
  expect(signed.state.receipts).toBe(1)
})

test('a grant is closed after four visits, or because it ended; surviving is what was seen then', () => {
  const close: (typeof toCommittee)[number] = [{ step: 'close', reason: 'course-complete' }, author]
  expect(play(grantDecider, [...delivered, visit('1'), visit('1')]).code).toBe('grant-round-already-visited')
  expect(play(grantDecider, [...delivered, visit('1'), close]).code).toBe('grant-visits-missing')
  expect(play(grantDecider, [...delivered, visit('1'), [{ step: 'close', reason: 'activity-ended' }, author]]).code).toBeNull()
  const whole = play(grantDecider, [...delivered, visit('1'), visit('3'), visit('6'), visit('12', false), close])
  expect(whole.code).toBeNull()
  expect([survives(whole.state, '6'), survives(whole.state, '12')]).toEqual([true, false])
  expect(survives(play(grantDecider, delivered).state, '6')).toBeNull()
})

test('acceptance 9: a return takes the steps of its table and refuses every other', () => {
  const legal = [
    ...['- request requested', 'requested counsel counselled', 'counselled assess-risk risk-assessed'],
    ...[
      'risk-assessed assess-risk risk-assessed',
      'docs assess-risk docs',
      'risk-assessed assess-family risk-assessed',
      'docs assess-family docs',
    ],
    ...[
      'risk-assessed prepare-documents docs',
      'docs depart travel',
      'travel receive received',
      'received begin-reintegration reintegration',
    ],
    ...['requested', 'counselled', 'risk-assessed', 'docs'].map((state) => `${state} cancel cancelled`),
  ]
  expect(
    differences(returnMachine, { legal, open: { isWished: true, isJourneySafe: true, isFamilySeen: true, isBestFound: true } }),
  ).toEqual([])
})

test('nobody is returned against their wish, on an unsafe road, or as a child to a family that nobody saw', () => {
  const who = { by: worker, at, isChild: false, isBestFound: true }
  const told = (...commands: readonly ReturnCommand[]) =>
    play(
      returnDecider,
      commands.map((command) => [command, who] as const),
    ).code
  const asked = (isChild: boolean): readonly ReturnCommand[] => [
    { step: 'request', subject: 'K7-4QX2-9D', isOwnWish: true, isChild },
    { step: 'counsel', isStillWished: true },
  ]
  const depart = { step: 'depart', on: '2026-12-01', isStillWished: true } as const
  const ready: readonly ReturnCommand[] = [{ step: 'assess-risk', finding: 'safe' }, { step: 'prepare-documents' }]
  expect(told({ step: 'request', subject: 'K7-4QX2-9D', isOwnWish: false, isChild: false })).toBe('return-only-by-own-wish')
  expect(told(...asked(false), { step: 'assess-risk', finding: 'not-safe' }, { step: 'prepare-documents' })).toBe('return-not-safe')
  expect(told(...asked(false), ...ready, { ...depart, isStillWished: false })).toBe('return-only-by-own-wish')
  expect(told(...asked(false), ...ready, { step: 'assess-risk', finding: 'not-safe' }, depart)).toBe('return-not-safe')
  expect(told(...asked(true), ...ready, depart)).toBe('family-assessment-first')
  expect(told(...asked(true), ...ready, { step: 'assess-family', finding: 'not-suitable' }, depart)).toBe('family-assessment-first')
  expect(told(...asked(true), ...ready, { step: 'assess-family', finding: 'suitable' }, depart)).toBeNull()
})

test('a child goes home only after what is best was found; whom the file has as a child is one, whatever the request said', () => {
  const ready: readonly ReturnCommand[] = [
    { step: 'request', subject: 'K7-4QX2-9D', isOwnWish: true, isChild: false },
    { step: 'counsel', isStillWished: true },
    { step: 'assess-risk', finding: 'safe' },
    { step: 'prepare-documents' },
    { step: 'assess-family', finding: 'suitable' },
    { step: 'depart', on: '2026-12-01', isStillWished: true },
  ]
  const told = (isChild: boolean, isBestFound: boolean) =>
    play(
      returnDecider,
      ready.map((command) => [command, { by: worker, at, isChild, isBestFound }] as const),
    ).code
  expect([told(true, false), told(true, true), told(false, false)]).toEqual(['best-interests-before-return', null, null])
  expect((['bia-due', 'bia-done', 'bid-due', 'bid-panel-scheduled', 'review-due'] as const).some((state) => isFound({ state }))).toBe(false)
  expect((['no-bid', 'bid-decided', 'implemented'] as const).every((state) => isFound({ state }))).toBe(true)
})

test('reintegration is a mean of what was answered, and nothing where nothing was', () => {
  const answer = (dimension: ScaledAnswer['dimension'], value: number, worst = 1, best = 5): ScaledAnswer => ({
    dimension,
    value,
    worst,
    best,
  })
  const score = reintegrationScore([answer('economic', 5), answer('economic', 3), answer('social', 1), answer('psychosocial', 1, 5, 1)])
  expect(score).toEqual({ dimensions: { economic: 0.75, social: 0, psychosocial: 1 }, composite: 1.75 / 3 })
  expect(reintegrationScore([answer('economic', 9)])).toEqual({
    dimensions: { economic: 1, social: null, psychosocial: null },
    composite: null,
  })
  expect(reintegrationScore([answer('social', 3, 2, 2)]).dimensions.social).toBeNull()
})

test('acceptance 9: a mediation takes the steps of its table and refuses every other', () => {
  const legal = [
    ...[
      '- request requested',
      'requested calculate calculated',
      'calculated check-safety safety-checked',
      'safety-checked propose proposed',
    ],
    ...['refused propose proposed', 'proposed agree agreed', 'proposed refuse refused', 'agreed settle settled'],
    ...['requested', 'calculated', 'safety-checked', 'proposed', 'agreed', 'refused'].map((state) => `${state} stop stopped`),
  ]
  expect(differences(mediationMachine, { legal, open: { isWished: true, isSafe: true, isWayAllowed: true, isFair: true } })).toEqual([])
})

test('no creditor is met who is not safe, and none is paid more than is fairly owed', () => {
  const who = { by: worker, at }
  const told = (...commands: readonly MediationCommand[]) =>
    play(
      mediationDecider,
      commands.map((command) => [command, who] as const),
    ).code
  const until = (fairBalanceCents: number, finding: 'safe-to-meet' | 'only-through-mediator' | 'not-safe'): readonly MediationCommand[] => [
    { step: 'request', subject: 'K7-4QX2-9D', isOwnWish: true },
    { step: 'calculate', worksheet: sealed, fairBalanceCents, claimedCents: 90_000, currency: 'USD' },
    { step: 'check-safety', finding },
  ]
  const offer = (offerCents: number, through: 'meeting' | 'mediator' = 'mediator', isPersonWilling = true): MediationCommand => ({
    ...({ step: 'propose', offerCents, through, isPersonWilling } as const),
  })
  expect(told(...until(10_000, 'not-safe'), offer(5_000))).toBe('mediation-not-safe')
  expect(told(...until(10_000, 'only-through-mediator'), offer(5_000, 'meeting'))).toBe('mediation-through-mediator-only')
  expect(told(...until(10_000, 'safe-to-meet'), offer(5_000, 'meeting', false))).toBe('mediation-only-by-own-wish')
  expect(told(...until(10_000, 'safe-to-meet'), offer(10_001))).toBe('mediation-above-fair-balance')
  expect(told(...until(-5_000, 'safe-to-meet'), offer(1))).toBe('mediation-above-fair-balance')
  expect(told(...until(-5_000, 'safe-to-meet'), offer(0))).toBeNull()
  expect(told(...until(10_000, 'safe-to-meet'), offer(5_000), { step: 'agree', amountCents: 10_001 })).toBe('mediation-above-fair-balance')
})
