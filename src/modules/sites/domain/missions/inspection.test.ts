import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId } from '../../../../kernel/schema.ts'
import { decidingCriteria } from './criteria.ts'
import type { InspectionContext } from './inspection-context.ts'
import { inspectionDecider } from './inspection.ts'
import type { InspectionCommand, InspectionEvent } from './inspection-words.ts'
import type { Member } from './mission.ts'

const site = asId('site', '019a0000-0000-7000-8000-000000000001')
const account = asId('account', '019a0000-0000-7000-8000-000000000011')
const member = (body: Member['body'], more: Partial<Member> = {}): Member => ({
  body,
  attendance: 'required',
  head: false,
  account,
  ...more,
})
const members = [
  member('mines-administration', { head: true }),
  member('saemape'),
  member('civil-society'),
  member('iom'),
  member('monusco', { attendance: 'observer' }),
]
const inField = { phase: 'in-field', members, visitsSite: true, startedOn: '2026-05-18', closedOn: null }
const context = (more: Partial<InspectionContext> = {}): InspectionContext => ({
  // Named for every body, so that these tests are about the life of the form; who speaks for whom is in team.test.ts.
  speaker: { account, organisation: null },
  signers: [],
  siteKnown: true,
  outsideTerritory: null,
  mayReview: false,
  yellowMonths: 6,
  form: null,
  submission: null,
  newId: () => '019a0000-0000-7000-8000-0000000000ee',
  mission: inField,
  previousYellow: [],
  rulebook: { id: 'CD_0677_2021', hash: 'f'.repeat(64) },
  today: '2026-06-01',
  ...more,
})
const mission = asId('mission', '019a0000-0000-7000-8000-0000000000cc')
const open: InspectionCommand = { say: 'open', site, mission, date: '2026-05-20', onSite: true }
const findings = (violated: readonly string[] = [], left: readonly string[] = []): InspectionCommand => ({
  say: 'record-findings',
  by: 'mines-administration',
  findings: decidingCriteria
    .filter((one) => !left.includes(one.id))
    .map((one) => ({ criterion: one.id, answer: violated.includes(one.id) ? ('violated' as const) : ('met' as const) })),
})
const signBy = (...bodies: readonly Member['body'][]): readonly InspectionCommand[] => bodies.map((body) => ({ say: 'sign', body }))

/** Runs the commands one after another; answers with the refusal code of the last, or its events. */
function after(commands: readonly InspectionCommand[], given = context()): { code: string | null; events: readonly InspectionEvent[] } {
  let events: readonly InspectionEvent[] = []
  for (const command of commands) {
    const outcome = inspectionDecider.decide(foldEvents(inspectionDecider, events), command, given)
    if (!outcome.ok) return { code: outcome.refusal.code, events }
    events = [...events, ...outcome.value]
  }
  return { code: null, events }
}
const team = ['mines-administration', 'saemape', 'civil-society'] as const
const submitted: readonly InspectionCommand[] = [open, findings(['Y2']), ...signBy(...team), { say: 'submit' }]

test('head, a service of the State and civil society make the team’s signature, which carries the proposal', () => {
  const kinds = (bodies: readonly Member['body'][]) =>
    after([open, findings(['Y2']), ...signBy(...bodies)]).events.map((event) => event.kind)
  expect(kinds(['mines-administration', 'saemape'])).not.toContain('inspection.team-signed.v1')
  expect(kinds(['saemape', 'civil-society'])).not.toContain('inspection.team-signed.v1')
  expect(after([open, findings(['Y2']), ...signBy('mines-administration', 'civil-society')]).events.at(-1)).toMatchObject({
    kind: 'inspection.team-signed.v1',
    payload: { proposal: { result: 'yellow', because: ['Y2'] } },
  })
})

test.each<[string, readonly InspectionCommand[], Partial<InspectionContext>, string | null]>([
  ['a form with an open question cannot be signed', [open, findings([], ['Y6']), ...signBy('saemape')], {}, 'criteria-unanswered'],
  [
    'a form of a team that never reached the site is not signed',
    [{ ...open, onSite: false, notVisitedReason: 'road cut' }, findings(), ...signBy('saemape')],
    {},
    'inspection-not-on-site',
  ],
  ['an observer does not sign', [open, findings(), ...signBy('monusco')], {}, 'not-a-member'],
  ['nobody signs twice', [open, findings(), ...signBy('saemape', 'saemape')], {}, 'already-signed'],
  ['an unsigned form is not submitted', [open, findings(), { say: 'submit' }], {}, 'inspection-not-signed'],
  ['a submitted form is accepted', [...submitted, { say: 'accept' }], {}, null],
  ['nothing is accepted twice', [...submitted, { say: 'accept' }, { say: 'accept' }], {}, 'inspection-not-submitted'],
  [
    'a dissent on a red criterion must be answered',
    [...submitted, { say: 'dissent', by: 'civil-society', criterion: 'R1', reason: 'seen at night' }, { say: 'accept' }],
    {},
    'dissent-needs-an-answer',
  ],
  [
    'a dissent on a yellow criterion need not',
    [...submitted, { say: 'dissent', by: 'civil-society', criterion: 'Y4', reason: 'no receipts' }, { say: 'accept' }],
    {},
    null,
  ],
  [
    'a finding that comes late is kept and must be answered',
    [...submitted, findings(['R2']), { say: 'accept' }],
    {},
    'late-findings-need-an-answer',
  ],
  [
    'a returned form may be filled in and signed again',
    [...submitted, { say: 'return', reason: 'photo missing' }, findings(), ...signBy(...team), { say: 'submit' }, { say: 'accept' }],
    {},
    null,
  ],
  ['a site of another mission is not inspected', [open], { mission: { ...inField, visitsSite: false } }, 'site-not-in-mission'],
  [
    'a mission that has not left does not inspect',
    [open],
    { mission: { ...inField, phase: 'planned', startedOn: null } },
    'mission-not-in-field',
  ],
  ['a site that was not reached needs the reason', [{ ...open, onSite: false }], {}, 'reason-not-visited-missing'],
  ['nothing is inspected tomorrow', [{ ...open, date: '2026-06-02' }], {}, 'day-in-the-future'],
  ['an unknown criterion is not answered', [open, { say: 'dissent', by: 'iom', criterion: 'R9', reason: 'x' }], {}, 'unknown-criterion'],
])('%s', (_name, commands, given, code) => {
  expect(after(commands, context(given)).code).toBe(code)
})

test('whoever signed does not review, and signs for one body only', () => {
  const inHand = foldEvents(inspectionDecider, after(submitted).events)
  const opened = foldEvents(inspectionDecider, after([open, findings(), ...signBy('saemape')]).events)
  const told = (state: typeof inHand, command: InspectionCommand) =>
    inspectionDecider.decide(state, command, context({ signers: [account] }))
  expect(told(inHand, { say: 'accept' })).toMatchObject({ ok: false, refusal: { code: 'reviewer-signed' } })
  expect(told(opened, { say: 'sign', body: 'civil-society' })).toMatchObject({ ok: false, refusal: { code: 'one-person-one-signature' } })
})

test.each<[string, InspectionCommand]>([
  ['sign', { say: 'sign', body: 'civil-society' }],
  ['dissent', { say: 'dissent', by: 'civil-society', criterion: 'R1', reason: 'x' }],
  ['record findings', { say: 'record-findings', by: 'civil-society', findings: [] }],
  ['record findings of a body that is not in the team', { say: 'record-findings', by: 'bgr', findings: [] }],
])('who is not of a body does not %s for it', (_name, command) => {
  const stranger = { account: 'another', organisation: { id: 'x', kind: 'provincial-division' } } as const
  const state = foldEvents(inspectionDecider, after([open, findings()]).events)
  expect(inspectionDecider.decide(state, command, context({ speaker: stranger }))).toMatchObject({
    ok: false,
    refusal: { code: 'not-a-member' },
  })
})

test('what was found late is on the form that comes back to the team', () => {
  const again = [findings(['R2']), { say: 'return', reason: 'look again' }, ...signBy(...team)] as const
  expect(after([...submitted, ...again]).events.at(-1)).toMatchObject({ payload: { proposal: { result: 'red', because: ['R2'] } } })
})

test('members who come after the team’s signature still sign, once each and without a second proposal, until the form is submitted', () => {
  const teamSigned = [open, findings(['Y2']), ...signBy('mines-administration', 'civil-society')] as const
  const { code, events } = after([...teamSigned, ...signBy('saemape', 'iom')])
  expect(code).toBeNull()
  expect(events.filter((event) => event.kind === 'inspection.team-signed.v1')).toHaveLength(1)
  expect(foldEvents(inspectionDecider, events)).toMatchObject({
    phase: 'team-signed',
    signatures: [{ body: 'mines-administration' }, { body: 'civil-society' }, { body: 'saemape' }, { body: 'iom' }],
  })
  expect(after([...teamSigned, ...signBy('saemape', 'saemape')]).code).toBe('already-signed')
  expect(after([...teamSigned, ...signBy('monusco')]).code).toBe('not-a-member')
  expect(after([...teamSigned, { say: 'submit' }, ...signBy('saemape')]).code).toBe('inspection-not-open')
})

test('an observer disagrees like everybody else', () => {
  expect(after([open, { say: 'dissent', by: 'monusco', criterion: 'R1', reason: 'seen at night' }]).code).toBeNull()
})

test('a finding after a signature asks for new signatures while the form is open', () => {
  const { events } = after([open, findings(), ...signBy('saemape'), findings(['Y1'])])
  expect(foldEvents(inspectionDecider, events).signatures).toEqual([])
})

test('a second yellow on the same criterion is proposed red', () => {
  const { events } = after(
    [open, findings(['Y2']), ...signBy('mines-administration', 'civil-society')],
    context({ previousYellow: ['Y2'] }),
  )
  expect(events.at(-1)).toMatchObject({ payload: { proposal: { result: 'red', repeated: ['Y2'] } } })
})
