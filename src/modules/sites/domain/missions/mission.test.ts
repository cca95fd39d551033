import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId, mustParse, parse } from '../../../../kernel/schema.ts'
import { type MissionCommand, type MissionContext, type MissionEvent, MissionPlan, missionDecider } from './mission.ts'
import { budgetTotals } from './budget-totals.ts'
import { BudgetLine } from './mission-plan.ts'
import { memberBodies, missionKindNames } from './member-bodies.ts'
import { CD_TEAMS_2014, type PublishedTeamRules, missingBodies } from './team-rules.ts'

const site = asId('site', '019a0000-0000-7000-8000-0000000000dd')

const planOf = (more: Partial<MissionPlan> = {}): MissionPlan => ({
  missionKind: 'joint_validation',
  plannedFrom: '2026-05-10',
  plannedTo: '2026-05-20',
  sites: [site],
  members: [{ body: 'mines-administration', attendance: 'required', head: true }],
  legalBasis: ['Arrêté 0677/2021'],
  ...more,
})
const plan = (more: Partial<MissionPlan> = {}): MissionCommand => ({ say: 'plan', mission: planOf(more) })
const change = (more: Partial<MissionPlan> = {}): MissionCommand => ({ say: 'change', mission: { ...planOf(), ...more }, reason: 'pluies' })
const way = (date: string) => ({ date, from: 'Bukavu', to: 'Nzibira', transport: ['car' as const] })
const rules: PublishedTeamRules = { book: CD_TEAMS_2014, hash: 'a'.repeat(64) }
const refusing: PublishedTeamRules = {
  hash: 'b'.repeat(64),
  book: { ...CD_TEAMS_2014, values: { ...CD_TEAMS_2014.values, missingRequired: { value: 'refuse', evidence: 'D', source: 'test' } } },
}
const missionContext: MissionContext = {
  unknownSites: [],
  outsideTerritory: null,
  openInspections: 0,
  today: '2026-06-01',
  toldOn: '2026-05-01',
  teamRules: rules,
}
test.each<[string, readonly MissionCommand[], Partial<MissionContext>, string | null]>([
  ['a mission has sites', [plan({ sites: [] })], {}, 'mission-without-sites'],
  ['a mission has sites of the register', [plan()], { unknownSites: ['x'] }, 'unknown-sites'],
  ['a mission ends after it begins', [plan({ plannedTo: '2026-05-09' })], {}, 'mission-dates-reversed'],
  ['a mission has one head', [plan({ members: [] })], {}, 'mission-needs-one-head'],
  ['an observer does not lead', [plan({ members: [{ body: 'iom', attendance: 'observer', head: true }] })], {}, 'observer-cannot-lead'],
  ['a mission stands on an act', [plan({ legalBasis: [] })], {}, 'mission-without-legal-basis'],
  ['a mission starts and closes', [plan(), { say: 'start', on: '2026-05-10' }, { say: 'close', on: '2026-05-20' }], {}, null],
  ['a mission is not planned into the past', [plan()], { toldOn: '2026-05-11' }, 'mission-in-the-past'],
  ['a plan made on paper before it left may be told later', [plan()], { toldOn: '2026-05-10' }, null],
  ['a day of the way lies within the mission', [plan({ itinerary: [way('2026-05-21')] })], {}, 'itinerary-outside-dates'],
  [
    'a night does not end before it begins',
    [plan({ stays: [{ place: 'Nzibira', from: '2026-05-12', to: '2026-05-11' }] })],
    {},
    'mission-dates-reversed',
  ],
  ['a rule that refuses refuses', [plan()], { teamRules: refusing }, 'required-bodies-missing'],
  ['a plan is changed before the team leaves', [plan(), change()], {}, null],
  ['a changed plan is checked like a new one', [plan(), change({ sites: [] })], {}, 'mission-without-sites'],
  ['a mission that has left is not changed', [plan(), { say: 'start', on: '2026-05-10' }, change()], {}, 'mission-not-planned'],
  ['what was never planned is not changed', [change()], {}, 'no-such-mission'],
  [
    'a mission does not close with open inspections',
    [plan(), { say: 'start', on: '2026-05-10' }, { say: 'close', on: '2026-05-20' }],
    { openInspections: 1 },
    'inspections-still-open',
  ],
  [
    'a mission that has left is not cancelled',
    [plan(), { say: 'start', on: '2026-05-10' }, { say: 'cancel', on: '2026-05-11', reason: 'rain' }],
    {},
    'mission-not-planned',
  ],
])('%s', (_name, commands, given, code) => {
  let events: readonly MissionEvent[] = []
  let last: string | null = null
  for (const command of commands) {
    const outcome = missionDecider.decide(foldEvents(missionDecider, events), command, { ...missionContext, ...given })
    last = outcome.ok ? null : outcome.refusal.code
    if (outcome.ok) events = [...events, ...outcome.value]
  }
  expect(last).toBe(code)
})

test('what the rules of the day say about the team is written into the mission: a missing body is a warning that stays', () => {
  const outcome = missionDecider.decide(missionDecider.initial, plan(), missionContext)
  expect(outcome).toMatchObject({
    ok: true,
    value: [
      {
        payload: {
          teamRules: { id: 'CD_TEAMS_2014', hash: 'a'.repeat(64) },
          missingBodies: ['saemape', 'mines-police', 'civil-society', 'fec'],
        },
      },
    ],
  })
})

test('a body that only looks on does not fill the place of one that must come', () => {
  const team = CD_TEAMS_2014.values.kinds.annual.map(({ body }) => ({
    body,
    attendance: body === 'saemape' ? ('observer' as const) : ('required' as const),
  }))
  expect(missingBodies(CD_TEAMS_2014.values, 'annual', team)).toEqual(['saemape'])
})

test.each(missionKindNames)('the bodies of a mission %s are data with a mark and a source, each once', (kind) => {
  const rulesOfKind = CD_TEAMS_2014.values.kinds[kind]
  expect(new Set(rulesOfKind.map((one) => one.body)).size).toBe(rulesOfKind.length)
  for (const one of rulesOfKind) {
    expect(memberBodies).toContain(one.body)
    expect(one.source).not.toBe('')
  }
})
test('the seven bodies of the joint missions and IOM are V, every other one is not', () => {
  const read = CD_TEAMS_2014.values.kinds.joint_validation.filter((one) => one.evidence === 'V').map((one) => one.body)
  expect(read).toEqual(['mines-administration', 'saemape', 'mines-police', 'bgr', 'monusco', 'civil-society', 'fec', 'iom'])
})

test('money of two currencies is never added, and cents do not get lost', () => {
  const line = (amount: number, currency: string) => mustParse(BudgetLine, { label: 'x', amount, currency })
  expect(budgetTotals([line(0.1, 'USD'), line(250_000, 'CDF'), line(0.2, 'USD')])).toEqual([
    { currency: 'USD', amount: 0.3 },
    { currency: 'CDF', amount: 250_000 },
  ])
  for (const wrong of [{ amount: -1 }, { currency: 'dollars' }, { label: ' ' }])
    expect(parse(BudgetLine, { label: 'x', amount: 1, currency: 'USD', ...wrong }).ok).toBe(false)
})

test('a mission at the request of persons harmed by a refusal is planned like the others (§ 6.1, any to same)', () => {
  expect(parse(MissionPlan, planOf({ missionKind: 'follow_up', cause: 'request-of-persons-harmed' })).ok).toBe(true)
})
