/* What is due when, what holds it, what is destroyed and what remains; and the run-book of a breach. */
import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import * as story from '../case/case-story.ts'
import { differences } from '../machine-trial.ts'
import { anonymousFactsOf } from './anonymous-facts.ts'
import {
  type BreachCommand,
  type BreachEvent,
  breachClocks,
  breachDecider,
  breachKinds,
  breachMachine,
  drillDueOn,
  mayTellWarned,
} from './breach.ts'
import { type Kept, type RecordKind, dueOn, firstRetentionRulebook, scheduleOf } from './schedule.ts'
import {
  type RetentionCommand,
  type RetentionContext,
  type RetentionEvent,
  quarterOf,
  retentionDecider,
  retentionKinds,
} from './shredding.ts'

const rules = firstRetentionRulebook.values
const child = (openedOn: string, youngestYears: number, closedOn: string | null): Kept => ({
  kind: 'child-case',
  openedOn,
  youngestYears,
  closedOn,
})
const witness = (finalJudgmentOn: string | null, threatLowestSince: string | null, hasOpenTrack = false): Kept => ({
  ...({ kind: 'witness', finalJudgmentOn, threatLowestSince, hasOpenTrack } as const),
})

test.each<readonly [string, Kept, string | null]>([
  ['a screening without result: ninety days', { kind: 'not-eligible-screening', from: '2026-11-22' }, '2027-02-20'],
  ['an adult case: five years after it closed', { kind: 'adult-case', closedOn: '2026-11-22' }, '2031-11-22'],
  ['an open case: never', { kind: 'adult-case', closedOn: null }, null],
  ['a child who could be eleven: until twenty-five at the latest', child('2026-01-01', 11, '2026-11-22'), '2040-01-01'],
  ['a child who could be seventeen: seven years when that is longer', child('2026-01-01', 17, '2030-11-22'), '2037-11-22'],
  ['a child case that is open', child('2026-01-01', 0, null), null],
  ['a witness: two years after judgment', witness('2026-11-22', null), '2028-11-22'],
  ['a witness whose threat fell after judgment', witness('2026-11-22', '2027-03-01'), '2027-03-01'],
  ['a witness whose threat fell before judgment', witness('2026-11-22', '2025-03-01'), '2026-11-22'],
  ['a witness who may still be called', witness(null, '2025-03-01', true), null],
  ['a witness of no trial', witness(null, null), null],
  ['evidence of consent: a year after its case', { kind: 'consent-evidence', caseDueOn: '2031-11-22' }, '2032-11-22'],
  ['the audit log: seven years', { kind: 'audit-log', from: '2026-11-22' }, '2033-11-22'],
  ['anonymous visits: two years', { kind: 'anonymous-visits', from: '2026-11-22' }, '2028-11-22'],
  ['a conflict entry: five years', { kind: 'conflict-entry', from: '2026-11-22' }, '2031-11-22'],
  ['a device: fourteen days', { kind: 'device-cache', from: '2026-11-22', syncedOn: null }, '2026-12-06'],
  ['a device that was synchronised: that day', { kind: 'device-cache', from: '2026-11-22', syncedOn: '2026-11-25' }, '2026-11-25'],
])('%s', (_what, kept, due) => expect(dueOn(kept, rules)).toBe(due))

test('on its day it is due, a hold holds it, and every rule is ours until a country says otherwise', () => {
  const kept = { kind: 'adult-case', closedOn: '2021-11-22' } as const
  const at = (today: string, isHeld: boolean) => scheduleOf([{ id: 'a', kept, isHeld }], rules, today)[0]
  expect(at('2026-11-21', false)).toMatchObject({ state: 'kept', dueOn: '2026-11-22', then: 'shred-identity', evidence: 'D' })
  expect([at('2026-11-22', false)?.state, at('2026-11-22', true)?.state, at('2026-11-21', true)?.state]).toEqual(['due', 'held', 'kept'])
  const kinds = Object.keys(rules.kinds).filter((kind): kind is RecordKind => kind in rules.kinds)
  expect(kinds).toHaveLength(9)
  expect(kinds.every((kind) => rules.kinds[kind].evidence === 'D')).toBe(true)
})

const file = story.stateOf(
  story.tell([
    ...story.underWay,
    [{ about: 'plan', ask: { step: 'report-service', service: 's1', status: 'done', on: '2026-12-01' } }],
    story.drafted(),
    story.sentOn(),
  ]),
)
const facts = anonymousFactsOf(file, { ageBand: '18-and-over', gender: 'Feminine' })
if (!facts) throw new Error('facts')
const context: RetentionContext = {
  ...{ by: story.worker, at: '2031-11-22T09:00:00.000Z', today: '2031-11-22', mayHold: true, caseState: 'closed', facts },
  ...{ caseDueOn: '2031-11-22', evidenceDueOn: '2032-11-22', witnessDueOn: null },
  generations: [
    ...(['identity', 'narrative', 'perpetrator', 'witness'] as const).map(
      (vault) => ({ vault, holds: 'person', generation: `${vault}-1` }) as const,
    ),
    { vault: 'narrative', holds: 'consent-evidence', generation: 'evidence-1' },
  ],
}
type Told = readonly [RetentionCommand, Partial<RetentionContext>?]
const play = (...told: readonly Told[]) => {
  let events: readonly RetentionEvent[] = []
  for (const [command, changes] of told) {
    const outcome = retentionDecider.decide(foldEvents(retentionDecider, events), command, { ...context, ...changes })
    if (!outcome.ok) return { events, code: outcome.refusal.code }
    for (const { kind, payload } of outcome.value) mustParse(retentionKinds[kind], payload)
    events = [...events, ...outcome.value]
  }
  return { events, code: null }
}
const hold = (until: string | null = null): Told => [{ step: 'place-hold', hold: story.idOf('legal-hold', 70), ground: 'trial', until }]
const lift: RetentionCommand = { step: 'lift-hold', hold: story.idOf('legal-hold', 70) }
const shred: Told = [{ step: 'shred' }]

test('what remains counts one and shows nobody', () => {
  expect(facts).toEqual({
    ...{ type: 'forced-labour', endedAs: 'active-implementation', ageBand: '18-and-over', gender: 'Feminine', provinceCode: 'CD62' },
    mayLeave: false,
    ...{ closureReason: null, openedIn: '2026-Q4', closedIn: null, services: ['medical'], referrals: 1 },
  })
  for (const mark of ['K7-4QX2-9D', story.worker, story.ours, story.shelter, '2026-11-22', 'i1', 'n1'])
    expect(JSON.stringify(facts)).not.toContain(mark)
  expect(['2026-01-31', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4'])
})

test('shredding destroys the keys of the person and leaves evidence and witness to their own days', () => {
  const { events } = play(shred)
  expect(events).toMatchObject([{ kind: 'case.shredded.v1', payload: { because: 'schedule', facts } }])
  const generations = events.flatMap(({ payload }) => ('generations' in payload ? payload.generations.map((one) => one.generation) : []))
  expect(generations).toEqual(['identity-1', 'narrative-1', 'perpetrator-1'])
  expect(play(shred, shred).code).toBe('already-shredded')
  expect(play([{ step: 'shred' }, { today: '2031-11-21' }]).code).toBe('retention-not-over')
  expect(play([{ step: 'shred' }, { caseDueOn: null }]).code).toBe('retention-not-over')
  expect(play([{ step: 'shred' }, { caseState: 'follow-up' }]).code).toBe('case-still-worked-on')
  expect(play([{ step: 'destroy-consent-evidence' }]).code).toBe('retention-not-over')
  expect(play([{ step: 'destroy-consent-evidence' }, { today: '2032-11-22' }]).events[0]?.payload).toMatchObject({
    generations: [{ generation: 'evidence-1' }],
  })
  expect(play([{ step: 'destroy-witness-key' }]).code).toBe('retention-not-over')
  expect(play([{ step: 'destroy-witness-key' }, { witnessDueOn: '2031-11-22' }]).events[0]?.payload).toMatchObject({
    generations: [{ generation: 'witness-1' }],
  })
})

test('a legal hold stops all of it until another person lifts it or its day is over', () => {
  expect(play(hold(), shred).code).toBe('legal-hold')
  expect(play(hold(), [{ step: 'destroy-consent-evidence' }, { today: '2032-11-22' }]).code).toBe('legal-hold')
  expect(play(hold(), [lift]).code).toBe('legal-hold-lifted-by-another-person')
  expect(play(hold(), [lift, { by: story.supervisor }], shred).code).toBeNull()
  expect(play(hold('2031-11-22'), shred).code).toBe('legal-hold')
  expect(play(hold('2031-11-21'), shred).code).toBeNull()
  expect(play([hold()[0], { mayHold: false }]).code).toBe('legal-hold-not-yours')
  expect([play(hold(), hold()).code, play([lift]).code]).toEqual(['legal-hold-already-placed', 'unknown-legal-hold'])
  expect(play(shred, hold()).code).toBe('already-shredded')
})

test('who withdrew chooses to erase or to seal; erasing does not wait for the schedule, sealing does', () => {
  const withdrawn = { caseState: 'consent-withdrawn', caseDueOn: null } as const
  const choose = (choice: 'erase' | 'seal'): Told => [{ step: 'choose-erasure', choice }, withdrawn]
  expect(play([{ step: 'choose-erasure', choice: 'erase' }]).code).toBe('erasure-only-after-withdrawal')
  expect(play(choose('erase'), [{ step: 'shred' }, withdrawn]).code).toBe('erasure-by-another-person')
  const byAnother: Told = [{ step: 'shred' }, { ...withdrawn, by: story.supervisor }]
  expect(play(choose('erase'), byAnother).events.at(-1)?.payload).toMatchObject({ because: 'own-wish' })
  expect(play(choose('seal'), [{ step: 'shred' }, withdrawn]).code).toBe('retention-not-over')
  expect(play(hold(), choose('erase')).code).toBe('legal-hold')
  expect(play(hold(), choose('seal')).code).toBeNull()
})

test('acceptance 9: a breach takes the steps of the run-book and refuses every other', () => {
  const legal = [
    ...[
      '- detect detected',
      'detected contain contained',
      'detected name-persons detected',
      'contained name-persons contained',
      'contained assess-person contained',
      'contained finish-assessment risk-assessed',
    ],
    ...['risk-assessed finish-warning subjects-warned', 'subjects-warned notify authority-notified'],
    ...['authority-notified remediate remediated', 'remediated draw-lessons lessons'],
    ...['risk-assessed', 'subjects-warned', 'authority-notified', 'remediated', 'lessons'].map((from) => `${from} name-persons contained`),
    ...['detected', 'contained', 'risk-assessed'].map((at) => `${at} warn-person ${at}`),
    ...['subjects-warned', 'authority-notified', 'remediated', 'lessons'].map((at) => `${at} warn-person ${at}`),
  ]
  expect(differences(breachMachine, { legal, open: { isDetectionPast: true, notJudged: 0, notWarned: 0, newCodes: 1 } })).toEqual([])
})

const T0 = '2026-11-22T09:00:00.000Z'
const tellBreach = (...told: readonly (readonly [BreachCommand, string?])[]) => {
  let events: readonly BreachEvent[] = []
  for (const [command, at] of told) {
    const outcome = breachDecider.decide(foldEvents(breachDecider, events), command, { by: story.worker, at: at ?? T0 })
    if (!outcome.ok) return { state: foldEvents(breachDecider, events), code: outcome.refusal.code }
    for (const { kind, payload } of outcome.value) mustParse(breachKinds[kind], payload)
    events = [...events, ...outcome.value]
  }
  return { state: foldEvents(breachDecider, events), code: null }
}
const detect = (exposure: 'identity' | 'statistics'): BreachCommand => ({
  step: 'detect',
  exposure,
  detectedAt: T0,
  subjects: ['S1', 'S2'],
  isDrill: false,
})
const judge = (subject: string): BreachCommand => ({ step: 'assess-person', subject, risk: 'high' })
const warn = (subject: string, outcome: 'warned' | 'not-reached' | 'cannot-be-warned-safely'): BreachCommand => ({
  step: 'warn-person',
  subject,
  outcome,
})

test('who is found to be concerned later is added by code, once; a name is no code', () => {
  const contained = [[detect('identity')], [{ step: 'contain', how: 'keys-revoked' }]] as const
  const added = tellBreach(...contained, [{ step: 'name-persons', subjects: ['S2', 'K7-3321'] }])
  expect(added.state.subjects).toEqual(['S1', 'S2', 'K7-3321'])
  expect(tellBreach(...contained, [{ step: 'name-persons', subjects: ['AB-CDEF-GH'] }]).code).toBeNull()
  for (const name of ['AL-INEX', 'Aline', 'Aline Masika 2', 'É1', ''])
    expect(tellBreach(...contained, [{ step: 'name-persons', subjects: [name] }]).code).toBe('breach-code-not-a-code')
})

test('every person is judged and warned, or it is written why not', () => {
  const contained = [[detect('identity')], [{ step: 'contain', how: 'keys-revoked' }]] as const
  expect(
    tellBreach([
      { ...detect('identity'), step: 'detect', exposure: 'identity', detectedAt: '2026-11-22T09:00:00.001Z', subjects: [], isDrill: true },
    ]).code,
  ).toBe('breach-detected-in-the-future')
  expect(tellBreach(...contained, [judge('S1')], [{ step: 'finish-assessment' }]).code).toBe('breach-persons-not-assessed')
  expect(tellBreach(...contained, [judge('S9')]).code).toBe('breach-person-not-concerned')
  const judged = [...contained, [judge('S1')], [judge('S2')], [{ step: 'finish-assessment' }]] as const
  expect(tellBreach(...judged, [warn('S1', 'warned')], [warn('S2', 'not-reached')], [{ step: 'finish-warning' }]).code).toBe(
    'breach-persons-not-warned',
  )
  expect(
    tellBreach(...judged, [warn('S1', 'warned')], [warn('S2', 'cannot-be-warned-safely')], [{ step: 'finish-warning' }]).code,
  ).toBeNull()
})

test('who is warned at once stays warned; what the owner in another body says is not told to the run-book', () => {
  const atOnce = [[detect('identity')], [warn('S1', 'warned')], [{ step: 'contain', how: 'recalled' }], [warn('S2', 'warned')]] as const
  const assessed = [[judge('S1')], [judge('S2')], [{ step: 'finish-assessment' }]] as const
  expect(tellBreach(...atOnce).state.state).toBe('contained')
  expect(tellBreach(...atOnce, ...assessed, [{ step: 'finish-warning' }]).state.state).toBe('subjects-warned')

  const { state } = tellBreach([detect('identity')])
  const said = (owner: 'own-body' | 'elsewhere') => {
    const told = breachDecider.decide(state, warn('S1', 'warned'), { by: story.worker, at: T0, owner })
    if (!told.ok) throw new Error(told.refusal.code)
    for (const { kind, payload } of told.value) mustParse(breachKinds[kind], payload)
    return told.value.reduce(breachDecider.evolve, state).warned
  }
  expect([said('own-body'), said('elsewhere')]).toEqual([['S1'], []])
})

test('a code found after the assessment takes the run-book back for that person alone', () => {
  const done = [
    ...([[detect('identity')], [{ step: 'contain', how: 'keys-revoked' }], [judge('S1')], [judge('S2')]] as const),
    ...([[{ step: 'finish-assessment' }], [warn('S1', 'warned')], [warn('S2', 'warned')], [{ step: 'finish-warning' }]] as const),
  ] as const
  expect(tellBreach(...done, [{ step: 'name-persons', subjects: ['S1'] }]).code).toBe('breach-codes-named-already')
  const found: BreachCommand = { step: 'name-persons', subjects: ['S3'] }
  const back = [...done, [found]] as const
  expect(tellBreach(...back).state.state).toBe('contained')
  expect(tellBreach(...back, [{ step: 'finish-assessment' }]).code).toBe('breach-persons-not-assessed')
  const judged = [...back, [judge('S3')], [{ step: 'finish-assessment' }]] as const
  expect(tellBreach(...judged, [{ step: 'finish-warning' }]).code).toBe('breach-persons-not-warned')
  expect(tellBreach(...judged, [warn('S3', 'warned')], [{ step: 'finish-warning' }]).state.state).toBe('subjects-warned')
})

test.each([
  ['reached since, the word said', 'warned', 'said', ['2026-11-22T10:00:00.000Z'], null],
  ['reached since, no word agreed', 'warned', 'none-agreed', ['2026-11-22T10:00:00.000Z'], null],
  ['the word not said', 'warned', 'not-said', ['2026-11-22T10:00:00.000Z'], 'breach-warned-without-code-word'],
  ['reached before the breach only', 'warned', 'said', ['2026-11-22T08:00:00.000Z'], 'breach-warned-without-contact'],
  ['never reached', 'warned', 'said', [], 'breach-warned-without-contact'],
  ['not reached is always said', 'not-reached', 'not-said', [], null],
  ['nor is danger held back', 'cannot-be-warned-safely', 'not-said', [], null],
] as const)('warned by the safe contact way: %s', (_name, outcome, codeWord, contacts, code) => {
  const told = mayTellWarned({ outcome, codeWord, contacts, since: T0 })
  expect(told.ok ? null : told.refusal.code).toBe(code)
})

test('an hour to contain what shows a person, three days to notify, counted from detection', () => {
  const clocks = (state: ReturnType<typeof tellBreach>['state'], now: string) =>
    breachClocks(state, now).map((one) => `${one.clock} ${one.state} ${one.dueAt}`)
  const open = tellBreach([detect('identity')]).state
  expect(clocks(open, '2026-11-22T10:00:00.000Z')).toEqual([
    'contain running 2026-11-22T10:00:00.000Z',
    'notify running 2026-11-25T09:00:00.000Z',
  ])
  expect(clocks(open, '2026-11-25T09:00:00.001Z')[1]).toContain('overdue')
  const late = tellBreach(
    [detect('identity')],
    [{ step: 'contain', how: 'keys-revoked' }, '2026-11-22T10:00:00.001Z'],
    [judge('S1'), '2026-11-23T09:00:00.000Z'],
  ).state
  expect(clocks(late, '2026-11-24T09:00:00.000Z')[0]).toBe('contain done-late 2026-11-22T10:00:00.000Z')
  expect(clocks(tellBreach([detect('statistics')]).state, T0)[0]).toContain('2026-11-23T09:00:00.000Z')
  expect(breachClocks(breachDecider.initial, T0)).toEqual([])
  expect([drillDueOn(null), drillDueOn('2026-01-31')]).toEqual([null, '2027-01-31'])
})
