/* Risks and plans on the days on which they turn; golden test 15 first. Then who may decide, and what a plan has to show. */
import { expect, test } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { asId } from '../../../kernel/schema.ts'
import { stoppingRisks } from '../contract.ts'
import { type RiskCommand, type RiskContext, type RiskStanding, riskDecider } from './risk.ts'
import { annexRules, asksOf, flagRules } from './risk-rules.ts'
import { planBrief, riskOn } from './standing.ts'

const supplier = asId('organisation', '01900000-0000-7000-8000-000000000001')
const plan = asId('plan', '01900000-0000-7000-8000-000000000002')
const context: RiskContext = {
  ...{ today: '2026-01-10', account: 'a-1', organisation: 'o-1', number: 'R-2026-0001', known: true, concerned: false, fileKept: true },
}
const subject = { kind: 'organisation', organisation: supplier } as const
const recordOf = (code: 'A2' | 'A3' | 'A4' | 'L1', grade: 'alleged' | 'reasonable' | 'established'): RiskCommand => ({
  ...{ type: 'record', subject, code, grade, why: 'constat', source: { kind: 'hand' } },
})
type Step = readonly [command: RiskCommand, change?: Partial<RiskContext>]
function play(...steps: readonly Step[]): RiskStanding {
  return steps.reduce<RiskStanding>((state, [command, change]) => {
    const outcome = riskDecider.decide(state, command, { ...context, ...change })
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.reduce(riskDecider.evolve, state)
  }, [])
}
const refusalOf = (state: RiskStanding, command: RiskCommand, change: Partial<RiskContext> = {}): string | null => {
  const outcome = riskDecider.decide(state, command, { ...context, ...change })
  return outcome.ok ? null : outcome.refusal.code
}
const proposal: RiskCommand = {
  ...{ type: 'propose-plan', plan, measures: 'Barrières levées, reçus affichés', partners: ['CLS de Lukanda'] },
  indicators: [{ name: 'Barrières illégales', unit: 'barrières', baseline: 3, target: 0 }],
}
const adopt = (on: string): Step => [{ type: 'adopt-plan', on }, { today: on }]
const running: readonly Step[] = [[recordOf('A3', 'established')], [proposal], adopt('2026-01-15')]
const adopted = play(...running)
const reading = { type: 'read-indicator', indicator: 0, value: 0, grade: 'reasonable', evidence: 'comptage du comité' } as const
const read = (value: number, on: string, change: { readonly grade?: 'alleged'; readonly indicator?: number } = {}): Step => [
  { ...reading, value, on, ...change },
  { today: on },
]
const success: RiskCommand = { type: 'plan-succeeds', reason: 'mesuré' }
const other = { account: 'a-2', today: '2026-07-01' }

test('golden test 15: an A3 plan adopted on 2026-01-15 and not succeeded by 2026-07-15 suspends from that day', () => {
  expect(riskOn(adopted, '2026-01-15')).toMatchObject({ state: 'monitored', suspended: null })
  expect(riskOn(adopted, '2026-07-14')).toMatchObject({ state: 'monitored', suspended: null })
  expect(riskOn(adopted, '2026-07-15')).toMatchObject({
    state: 'suspended',
    suspended: { because: 'plan-failed', since: '2026-07-15', plan },
  })
  expect(riskOn(adopted, '2027-03-01')?.suspended?.since).toBe('2026-07-15')
  const [one] = riskOn(adopted, '2026-07-15')?.plans ?? []
  expect(one && planBrief(one, '2026-07-15')).toMatchObject({ state: 'failed', deadline: '2026-07-15', endedOn: '2026-07-15' })
})

test('a plan that reached its targets within its clock ends in success, on its last day still', () => {
  expect(refusalOf(adopted, success, { today: '2026-06-01' })).toBe('plan-targets-not-reached')
  const measured = play(...running, read(2, '2026-03-01'), read(0, '2026-07-10'))
  expect(refusalOf(measured, success, { today: '2026-07-16' })).toBe('plan-clock-over')
  const outcome = riskDecider.decide(measured, success, { ...context, account: 'a-2', today: '2026-07-15' })
  expect(outcome.ok && riskOn([...measured, ...outcome.value], '2026-12-01')).toMatchObject({ state: 'resolved', suspended: null })
})

test('what was read before the plan was in force does not count, however early its adoption is dated', () => {
  const early = play([recordOf('A3', 'established')], [proposal], read(0, '2026-01-14'), adopt('2026-01-15'))
  expect(refusalOf(early, success, other)).toBe('plan-targets-not-reached')
  const backdated = play([recordOf('A3', 'established')], [proposal], read(0, '2026-01-16'), [
    { type: 'adopt-plan', on: '2026-01-12' },
    { today: '2026-01-16' },
  ])
  expect(refusalOf(backdated, success, other)).toBe('plan-targets-not-reached')
  const late = play(...running, [{ ...reading, on: '2026-01-14' }, { today: '2026-01-20' }])
  expect(refusalOf(late, success, other)).toBe('plan-targets-not-reached')
  expect(refusalOf(play(...running, read(0, '2026-01-15')), success, other)).toBeNull()
  expect(riskOn(early, '2026-02-01')?.plans[0]?.readings).toMatchObject([{ notCounted: 'before-adoption', value: 0 }])
})

test('a reading carries evidence, in words or as a file that was sent, and its grade; an alleged one does not succeed', () => {
  const { evidence: _words, ...bare } = reading
  const file = { sha256: 'a'.repeat(64), mediaType: 'image/png', bytes: 10 } as const
  const today = '2026-02-01'
  expect(refusalOf(adopted, bare, { today })).toBe('reading-without-evidence')
  expect(refusalOf(adopted, { ...bare, file }, { today })).toBeNull()
  expect(refusalOf(adopted, { ...bare, file }, { today, fileKept: false })).toBe('reading-file-not-sent')
  expect(refusalOf(play(...running, read(0, '2026-03-01', { grade: 'alleged' })), success, other)).toBe('plan-targets-not-reached')
  expect(refusalOf(play(...running, read(0, '2026-03-01'), read(2, '2026-03-02', { grade: 'alleged' })), success, other)).toBe(
    'plan-targets-not-reached',
  )
})

test('a reading of earlier versions, without evidence, is kept and does not count', () => {
  const payload = { plan, indicator: 0, value: 0, on: '2026-03-01', by: 'a-1', body: 'o-1' }
  expect(refusalOf([...adopted, { kind: 'risk.plan-read.v1', payload }], success, other)).toBe('plan-targets-not-reached')
})

test('every indicator is read at its target; the newest day decides, and of one day the last word', () => {
  const two: RiskCommand = {
    ...{ type: 'propose-plan', plan, measures: 'm', partners: [] },
    indicators: [
      { name: 'Barrières', unit: 'n', baseline: 3, target: 0 },
      { name: 'Reçus', unit: '%', baseline: 40, target: 95 },
    ],
  }
  const begun: readonly Step[] = [[recordOf('A3', 'established')], [two], adopt('2026-01-15'), read(0, '2026-03-01')]
  expect(refusalOf(play(...begun), success, other)).toBe('plan-targets-not-reached')
  const whole: readonly Step[] = [...begun, read(95, '2026-03-01', { indicator: 1 })]
  expect(refusalOf(play(...whole), success, other)).toBeNull()
  expect(refusalOf(play(...whole, read(80, '2026-03-01', { indicator: 1 })), success, other)).toBe('plan-targets-not-reached')
})

test('who made the last reading of any indicator does not call the plan a success; another person does', () => {
  const measured = play(...running, read(0, '2026-03-01'))
  expect(refusalOf(measured, success, { today: '2026-07-01' })).toBe('second-person-for-success')
  expect(refusalOf(measured, success, other)).toBeNull()
  const again = play(...running, read(0, '2026-03-01'), [
    { ...reading, on: '2026-04-01' },
    { account: 'a-2', today: '2026-04-01' },
  ])
  expect(refusalOf(again, success, other)).toBe('second-person-for-success')
  expect(refusalOf(again, success, { ...other, account: 'a-1' })).toBeNull()
})

test.each([
  ['2026-01-15', '2026-07-15'],
  ['2026-08-31', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2026-12-30', '2027-06-30'],
])('six months are months of the calendar: adopted on %s, over on %s', (from, end) => {
  const plan = play([recordOf('A3', 'established')], [proposal], adopt(from))
  expect(riskOn(plan, addDays(end, -1))?.suspended).toBeNull()
  expect(riskOn(plan, end)?.suspended).toMatchObject({ because: 'plan-failed', since: end })
})

test('a plan that is called failed suspends at once', () => {
  const failed = [...adopted, ...valueOf(adopted, { type: 'plan-fails', reason: 'rien n’a changé' }, { today: '2026-03-01' })]
  expect(riskOn(failed, '2026-02-28')?.suspended).toBeNull()
  expect(riskOn(failed, '2026-03-01')).toMatchObject({ state: 'suspended', suspended: { because: 'plan-failed', since: '2026-03-01' } })
})

test('the clock may be shorter than the rule, never longer', () => {
  const proposed = play([recordOf('A4', 'reasonable')], [proposal])
  expect(refusalOf(proposed, { type: 'adopt-plan', on: '2026-01-10', until: '2026-07-11' })).toBe('plan-clock-too-long')
  expect(refusalOf(proposed, { type: 'adopt-plan', on: '2026-01-10', until: '2026-04-10' })).toBeNull()
  expect(refusalOf(proposed, { type: 'adopt-plan', on: '2026-01-11' })).toBe('risk-day-in-the-future')
})

test.each([
  ['A2', 'alleged', 'watched'],
  ['A2', 'reasonable', 'suspended'],
  ['A2', 'established', 'suspended'],
  ['A3', 'established', 'plan-wanted'],
  ['L1', 'established', 'case-open'],
] as const)('%s with %s evidence: %s on the same day', (code, grade, state) =>
  expect(riskOn(play([recordOf(code, grade)]), '2026-01-10')).toMatchObject({ state }),
)

test('a stop ends only by another person lifting it, with a reason; a lower grade does not end it', () => {
  const stopped = play([recordOf('A2', 'alleged')], [{ type: 'grade', grade: 'reasonable', why: 'deux témoins' }, { today: '2026-02-01' }])
  expect(riskOn(stopped, '2026-01-31')).toMatchObject({ state: 'watched' })
  expect(riskOn(stopped, '2026-02-01')).toMatchObject({ suspended: { because: 'stop-risk', since: '2026-02-01' } })
  const lift: RiskCommand = { type: 'lift', reason: 'le groupe a quitté la route' }
  expect(refusalOf(stopped, lift, { today: '2026-03-01' })).toBe('second-person-for-lift')
  const second = { today: '2026-03-01', account: 'a-2' }
  expect(refusalOf(stopped, { type: 'close', outcome: 'over', reason: 'r' }, second)).toBe('lift-before-closing')
  const lifted = [...stopped, ...valueOf(stopped, lift, second)]
  expect(riskOn(lifted, '2026-03-01')).toMatchObject({ state: 'lifted', suspended: null })
  expect(riskOn(lifted, '2026-02-28')).toMatchObject({ state: 'suspended' })
  const again = [...lifted, ...valueOf(lifted, { type: 'grade', grade: 'established', why: 'revenu' }, { today: '2026-04-01' })]
  expect(riskOn(again, '2026-04-01')).toMatchObject({ suspended: { since: '2026-04-01' } })
})
const valueOf = (state: RiskStanding, command: RiskCommand, change: Partial<RiskContext>) => {
  const outcome = riskDecider.decide(state, command, { ...context, ...change })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

test('a failed plan whose suspension was lifted makes room for a new plan', () => {
  const lifted = [...adopted, ...valueOf(adopted, { type: 'lift', reason: 'r' }, { today: '2026-08-01', account: 'a-2' })]
  expect(riskOn(lifted, '2026-08-01')).toMatchObject({ state: 'lifted' })
  const next = asId('plan', '01900000-0000-7000-8000-000000000003')
  const again = [...lifted, ...valueOf(lifted, { ...proposal, plan: next }, { today: '2026-08-02' })]
  const running = [...again, ...valueOf(again, { type: 'adopt-plan' }, { today: '2026-08-03' })]
  expect(riskOn(running, '2026-08-03')).toMatchObject({ state: 'monitored', suspended: null })
  expect(riskOn(running, '2027-02-03')).toMatchObject({ state: 'suspended', suspended: { since: '2027-02-03' } })
})

test.each<[string, RiskCommand]>([
  ['grade', { type: 'grade', grade: 'alleged', why: 'w' }],
  ['suspend', { type: 'suspend', reason: 'r' }],
  ['lift', { type: 'lift', reason: 'r' }],
  ['close', { type: 'close', outcome: 'no-risk', reason: 'r' }],
  ['success', { type: 'plan-succeeds', reason: 'r' }],
  ['failure', { type: 'plan-fails', reason: 'r' }],
])('a body that the risk is about does not decide: %s', (_name, command) =>
  expect(refusalOf(adopted, command, { concerned: true })).toBe('risk-conflict-of-interest'),
)

test('its readings are still taken', () => expect(refusalOf(adopted, reading, { concerned: true, today: '2026-02-01' })).toBeNull())

test('a red flag is a case: what must be asked, who answers, until when; it closes when all is answered', () => {
  const open = play([recordOf('L1', 'established')])
  expect(riskOn(open, '2026-01-10')?.recorded).toMatchObject({ asks: asksOf.L1, dueOn: '2026-02-09', mark: 'V' })
  expect(refusalOf(open, { type: 'close', outcome: 'no-risk', reason: 'r' })).toBe('case-not-answered')
  expect(refusalOf(open, { type: 'answer-case', ask: 'other', answer: 'x' })).toBe('ask-not-of-this-case')
  const answered = asksOf.L1.reduce<RiskStanding>(
    (state, ask) => [...state, ...valueOf(state, { type: 'answer-case', ask, answer: 'vu' }, {})],
    open,
  )
  expect(refusalOf(answered, { type: 'close', outcome: 'no-risk', reason: 'r' })).toBeNull()
})

test('stop and mitigate are split as the guidance splits them; what was not read says so', () => {
  const stopping = Object.entries(annexRules).flatMap(([code, rule]) => (rule.response === 'stop' ? [code] : []))
  expect(stopping).toEqual(['A1a', 'A1b', 'A1c', 'A1d', 'A1e', 'A2'])
  expect(stoppingRisks).toEqual(stopping)
  expect(Object.entries(flagRules).flatMap(([code, rule]) => (rule.evidence === 'V' ? [code] : []))).toEqual(['L1', 'L2', 'L3'])
})
