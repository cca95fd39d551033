/* § 6.2, row by row: which step leads from where to where, and that no other step does. */
import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId } from '../../../../kernel/schema.ts'
import { decidingCriteria } from './criteria.ts'
import type { InspectionContext } from './inspection-context.ts'
import { inspectionDecider } from './inspection.ts'
import type { InspectionCommand, InspectionEvent } from './inspection-words.ts'
import type { Member } from './mission.ts'

const site = asId('site', '019a0000-0000-7000-8000-000000000001')
const mission = asId('mission', '019a0000-0000-7000-8000-0000000000cc')
const account = asId('account', '019a0000-0000-7000-8000-000000000011')
const form = { form: 'inspection_cd', version: '1', sha256: 'a'.repeat(64) }
const member = (body: Member['body'], head = false): Member => ({ body, attendance: 'required', head, account })
const members = [member('mines-administration', true), member('saemape'), member('civil-society')]
let made = 0
const base: InspectionContext = {
  speaker: { account, organisation: null },
  signers: [],
  mayReview: false,
  siteKnown: true,
  outsideTerritory: null,
  mission: { phase: 'in-field', members, visitsSite: true, startedOn: '2026-05-18', closedOn: null },
  previousYellow: [],
  rulebook: { id: 'CD_0677_2021', hash: 'f'.repeat(64) },
  yellowMonths: 6,
  form,
  submission: null,
  today: '2026-06-01',
  newId: () => `019a0000-0000-7000-8000-${String(++made).padStart(12, '0')}`,
}
type Answered = { readonly [criterion: string]: 'violated' | 'not_assessed' }
const open: InspectionCommand = { say: 'open', site, mission, date: '2026-05-20', onSite: true }
const answers = (but: Answered = {}, by: Member['body'] = 'mines-administration'): InspectionCommand => ({
  say: 'record-findings',
  by,
  findings: decidingCriteria.map((one) => ({ criterion: one.id, answer: but[one.id] ?? 'met' })),
})
const sign = (body: Member['body']): InspectionCommand => ({ say: 'sign', body })
const submit: InspectionCommand = { say: 'submit' }
const accept: InspectionCommand = { say: 'accept' }
const giveBack: InspectionCommand = { say: 'return', reason: 'photo manquante' }
const abandon: InspectionCommand = { say: 'abandon', reason: 'fiche ouverte deux fois' }
const team = [sign('mines-administration'), sign('saemape'), sign('civil-society')]

function run(commands: readonly InspectionCommand[], context: InspectionContext = base) {
  let events: readonly InspectionEvent[] = []
  let code: string | null = null
  for (const command of commands) {
    const outcome = inspectionDecider.decide(foldEvents(inspectionDecider, events), command, context)
    code = outcome.ok ? null : outcome.refusal.code
    if (outcome.ok) events = [...events, ...outcome.value]
  }
  return { code, events, state: foldEvents(inspectionDecider, events) }
}
const with2 = (more: Partial<NonNullable<InspectionContext['mission']>>): InspectionContext => ({
  ...base,
  mission: { phase: 'in-field', members, visitsSite: true, startedOn: '2026-05-18', closedOn: null, ...more },
})

const draft = [open, answers()]
const signed = [...draft, ...team]
const submitted = [...signed, submit]

test.each<[string, readonly InspectionCommand[], string]>([
  ['in_field → draft: the team opens the form of a site', [open], 'draft'],
  ['draft → team_signed: every criterion answered, head, a state service and civil society signed', signed, 'team-signed'],
  ['team_signed → submitted', submitted, 'submitted'],
  ['submitted → reviewed → accepted', [...submitted, accept], 'accepted'],
  ['submitted → reviewed → returned', [...submitted, giveBack], 'returned'],
  ['returned → draft → team_signed → submitted → accepted', [...submitted, giveBack, answers(), ...team, submit, accept], 'accepted'],
  ['draft → abandoned', [open, abandon], 'abandoned'],
  ['team_signed → abandoned', [...signed, abandon], 'abandoned'],
  ['returned → abandoned', [...submitted, giveBack, abandon], 'abandoned'],
])('§ 6.2: %s', (_row, commands, phase) => {
  const { code, state } = run(commands)
  expect([code, state.phase]).toEqual([null, phase])
})

test('§ 6.2: planned → in_field is the departure of the mission: before it, no form is opened', () => {
  expect(run([open], with2({ phase: 'planned', startedOn: null })).code).toBe('mission-not-in-field')
})

const before: { readonly [phase: string]: readonly InspectionCommand[] } = {
  none: [],
  draft,
  'team-signed': signed,
  submitted,
  accepted: [...submitted, accept],
  returned: [...submitted, giveBack],
  abandoned: [open, abandon],
}
test.each<[string, InspectionCommand, string]>([
  ['none', submit, 'no-such-inspection'],
  ['none', sign('saemape'), 'no-such-inspection'],
  ['none', answers(), 'no-such-inspection'],
  ['draft', submit, 'inspection-not-signed'],
  ['draft', accept, 'inspection-not-submitted'],
  ['draft', giveBack, 'inspection-not-submitted'],
  ['draft', open, 'inspection-already-opened'],
  ['team-signed', accept, 'inspection-not-submitted'],
  ['submitted', submit, 'inspection-not-signed'],
  ['submitted', sign('saemape'), 'inspection-not-open'],
  ['submitted', abandon, 'inspection-not-open'],
  ['accepted', accept, 'inspection-not-submitted'],
  ['accepted', giveBack, 'inspection-not-submitted'],
  ['accepted', sign('saemape'), 'inspection-not-open'],
  ['accepted', abandon, 'inspection-not-open'],
  ['returned', submit, 'inspection-not-signed'],
  ['returned', accept, 'inspection-not-submitted'],
  ['abandoned', submit, 'inspection-not-signed'],
  ['abandoned', sign('saemape'), 'inspection-not-open'],
  ['abandoned', accept, 'inspection-not-submitted'],
  ['abandoned', abandon, 'inspection-not-open'],
])('§ 6.2: from %s no step %j', (phase, command, code) => {
  expect(run([...(before[phase] ?? []), command]).code).toBe(code)
})

test.each<[string, Answered, readonly InspectionCommand[], string | null]>([
  ['a criterion open', { Y6: 'not_assessed' }, [sign('saemape')], 'criteria-unanswered'],
  ['head missing', {}, [sign('saemape'), sign('civil-society'), submit], 'inspection-not-signed'],
  ['civil society missing', {}, [sign('mines-administration'), sign('saemape'), submit], 'inspection-not-signed'],
  ['all three there', {}, [...team, submit], null],
])('§ 6.2, guard of team_signed: %s', (_row, but, commands, code) => {
  expect(run([open, answers(but), ...commands]).code).toBe(code)
})

test('golden test 1, inspection half: Y2 violated only proposes yellow', () => {
  expect(run([open, answers({ Y2: 'violated' }), ...team]).state).toMatchObject({ result: 'yellow', because: ['Y2'] })
})
test('golden test 2: R1 and Y1 violated propose red', () => {
  expect(run([open, answers({ R1: 'violated', Y1: 'violated' }), ...team]).state).toMatchObject({ result: 'red', because: ['R1'] })
})
test('golden test 3: one criterion not assessed gives no proposal', () => {
  const { code, state } = run([open, answers({ R4: 'not_assessed' }), ...team])
  expect([code, state.result, state.phase]).toEqual(['criteria-unanswered', null, 'draft'])
})

test.each([
  ['late', submitted, base, ['late']],
  ['after the mission', [open], with2({ phase: 'closed', closedOn: '2026-05-25' }), ['mission-over']],
  ['from elsewhere', [open], { ...base, outsideTerritory: { place: 'CD62' } }, ['outside-territory']],
] as const)('an observation that comes %s is kept and marked; a decision is refused', (_how, commands, context, marks) => {
  const state = run(commands).state
  const told = inspectionDecider.decide(state, answers({ R2: 'violated' }, 'saemape'), context)
  expect(told).toMatchObject({ ok: true, value: [{ kind: 'inspection.findings-recorded.v1', payload: { marks } }] })
  const dissent: InspectionCommand = { say: 'dissent', by: 'saemape', criterion: 'R2', reason: 'vu' }
  expect(inspectionDecider.decide(state, dissent, context)).toMatchObject({ ok: true, value: [{ payload: { marks } }] })
})
test('who is outside their territory signs and accepts nothing', () => {
  const outside = { ...base, outsideTerritory: { place: 'CD62' } }
  for (const [commands, command] of [
    [draft, sign('saemape')],
    [submitted, accept],
  ] as const)
    expect(inspectionDecider.decide(run(commands).state, command, outside)).toMatchObject({ refusal: { code: 'outside-your-territory' } })
})

test('a form that was opened in the field and reaches us after the mission was closed is taken, and says so', () => {
  const closed = with2({ phase: 'closed', closedOn: '2026-05-25' })
  expect(run([open], closed)).toMatchObject({ code: null, events: [{ payload: { marks: ['mission-over'], form } }] })
  expect(run([{ ...open, date: '2026-05-26' }], closed).code).toBe('mission-not-in-field')
})

const xml = '<data id="inspection_cd"/>'
const sent = (more: object = {}): InspectionCommand => ({
  say: 'record-answers',
  by: 'saemape',
  form,
  instance: 'uuid:1',
  xml,
  files: [],
  ...more,
})
const reading = (values: { readonly [path: string]: string }, missingFiles = 0): InspectionContext => ({
  ...base,
  submission: { values: { ok: true, value: Object.entries(values).map(([path, value]) => ({ path, value })) }, missingFiles },
})

test('answers of a form become findings; the same instance again writes nothing, other content under it is kept and marked', () => {
  const first = inspectionDecider.decide(run([open]).state, sent(), reading({ 'a/Y2': 'violated', workers_men: '7' }))
  if (!first.ok) throw new Error('refused')
  expect(first.value).toMatchObject([
    {
      kind: 'inspection.answers-recorded.v1',
      payload: { findings: [{ criterion: 'Y2', answer: 'violated' }], said: { workersMen: 7 }, marks: [] },
    },
  ])
  const state = foldEvents(inspectionDecider, [...run([open]).events, ...first.value])
  expect(state.findings['Y2']?.answer).toBe('violated')
  expect(inspectionDecider.decide(state, sent(), reading({}))).toEqual({ ok: true, value: [] })
  const other = inspectionDecider.decide(state, sent({ xml: '<data/>' }), reading({ Y2: 'met' }))
  expect(other).toMatchObject({ ok: true, value: [{ payload: { marks: ['instance-repeated'], findings: [{ answer: 'met' }] } }] })
})
test('answers to another version stay valid; files that have not arrived are waited for; both are said', () => {
  const older = { ...form, version: '0', sha256: 'b'.repeat(64) }
  expect(inspectionDecider.decide(run([open]).state, sent({ form: older }), reading({ R1: 'met' }, 1))).toMatchObject({
    ok: true,
    value: [{ payload: { marks: ['files-missing', 'other-version'] } }],
  })
})
test('answers to a version that is not published, and what is no answer at all, are refused with the reason', () => {
  expect(inspectionDecider.decide(run([open]).state, sent(), base)).toMatchObject({ refusal: { code: 'form-not-published-here' } })
  const broken: InspectionContext = {
    ...base,
    submission: { values: { ok: false, refusal: { code: 'not-understood', facts: {} } }, missingFiles: 0 },
  }
  expect(inspectionDecider.decide(run([open]).state, sent(), broken)).toMatchObject({ refusal: { code: 'not-understood' } })
})

test('two phones: what one member found and the form does not say is not lost; on a red criterion the reviewer must answer', () => {
  const { state } = run([open, answers({ R2: 'violated' }, 'civil-society'), answers(), ...team, submit])
  expect(state.result).toBe('green')
  expect(inspectionDecider.decide(state, accept, base)).toMatchObject({
    refusal: { code: 'dissent-needs-an-answer', facts: { criteria: ['R2'] } },
  })
  expect(inspectionDecider.decide(state, { say: 'accept', reason: 'vérifié, adultes' }, base)).toMatchObject({ ok: true })
})

test('a yellow that is accepted carries an action per violated criterion, due when a yellow ends (§ 7.2)', () => {
  const { events } = run([open, answers({ Y2: 'violated', Y4: 'violated' }), ...team, submit, accept])
  expect(events.filter((event) => event.kind === 'inspection.action-set.v1').map((event) => event.payload)).toMatchObject([
    { criterion: 'Y2', due: '2026-11-20', owner: 'operator', origin: 'rule' },
    { criterion: 'Y4', due: '2026-11-20' },
  ])
  const own: InspectionCommand = { say: 'set-action', criterion: 'Y2', owner: 'cooperative', due: '2026-07-01', text: 'tenir le cahier' }
  const after = run([open, answers({ Y2: 'violated' }), own, ...team, submit, accept])
  expect(after.state.actions).toMatchObject([{ criterion: 'Y2', owner: 'cooperative', due: '2026-07-01', origin: 'team' }])
})

test.each<[string, readonly InspectionCommand[], InspectionCommand, Partial<InspectionContext>, string | null]>([
  ['the team asks while the form is open', draft, { say: 'set-action', criterion: 'Y1', owner: 'saemape' }, {}, null],
  [
    'after the submission only the reviewer asks',
    submitted,
    { say: 'set-action', criterion: 'Y1', owner: 'saemape' },
    {},
    'action-of-the-reviewer',
  ],
  ['the reviewer asks', submitted, { say: 'set-action', criterion: 'Y1', owner: 'saemape' }, { mayReview: true }, null],
  ['not for what is no criterion', draft, { say: 'set-action', criterion: 'Y9', owner: 'saemape' }, {}, 'unknown-criterion'],
  [
    'not due before the visit',
    draft,
    { say: 'set-action', criterion: 'Y1', owner: 'saemape', due: '2026-05-01' },
    {},
    'action-due-before-the-visit',
  ],
])('corrective action: %s', (_name, commands, command, more, code) => {
  const outcome = inspectionDecider.decide(run(commands).state, command, { ...base, ...more })
  expect(outcome.ok ? null : outcome.refusal.code).toBe(code)
})
test('an action is done once, not before the visit, not tomorrow; only the reviewer takes one back', () => {
  const { state, events } = run([open, answers({ Y2: 'violated' }), ...team, submit, accept])
  const action = state.actions[0]?.action ?? asId('action', account)
  const done = (on: string): InspectionCommand => ({ say: 'complete-action', done: { action, on, note: 'cahier ouvert' } })
  const told = (command: InspectionCommand, more: Partial<InspectionContext> = {}, at = state) => {
    const outcome = inspectionDecider.decide(at, command, { ...base, ...more })
    return outcome.ok ? null : outcome.refusal.code
  }
  expect(told(done('2026-05-01'))).toBe('action-done-before-the-visit')
  expect(told(done('2026-06-02'))).toBe('day-in-the-future')
  expect(told(done('2026-05-30'))).toBeNull()
  const drop: InspectionCommand = { say: 'drop-action', action, reason: 'erreur' }
  expect([told(drop), told(drop, { mayReview: true })]).toEqual(['action-of-the-reviewer', null])
  const closed = foldEvents(inspectionDecider, [
    ...events,
    { kind: 'inspection.action-done.v1', payload: { action, on: '2026-05-30', note: 'x' } },
  ])
  expect(told(done('2026-05-31'), {}, closed)).toBe('action-already-closed')
})
