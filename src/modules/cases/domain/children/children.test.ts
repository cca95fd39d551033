import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { idOf, sealed, worker } from '../case/case-story.ts'
import { endsOf } from '../machine.ts'
import { differences } from '../machine-trial.ts'
import {
  type BestInterestsCommand,
  type BestInterestsEvent,
  type BidTrigger,
  type PanelMember,
  bestInterestsKinds,
} from './best-interests-words.ts'
import {
  type BestInterestsContext,
  allowsReturn,
  bestInterestsDecider,
  bestInterestsMachine,
  bidTriggers,
  panelFault,
} from './best-interests.ts'
import { bodiesNamed, handsToArmed, mayBeJoined, mayHoldChildFile, releaseMissing, releaseOf } from './caafag.ts'

const bound = [1, 2, 3, 4, 5].map((number) => idOf('account', number))
const context: BestInterestsContext = { by: worker, at: '2026-11-22T09:00:00.000Z', today: '2026-11-22', isTrained: true, bound }
const play = (commands: readonly BestInterestsCommand[], changes: Partial<BestInterestsContext> = {}) => {
  let events: readonly BestInterestsEvent[] = []
  for (const command of commands) {
    // A member of the panel writes down what it decided, a colleague that none is needed.
    const by = command.step === 'decide' || command.step === 'need-no-determination' ? idOf('account', 2) : worker
    const outcome = bestInterestsDecider.decide(foldEvents(bestInterestsDecider, events), command, { ...context, by, ...changes })
    if (!outcome.ok) return { state: foldEvents(bestInterestsDecider, events), code: outcome.refusal.code }
    for (const { kind, payload } of outcome.value) mustParse(bestInterestsKinds[kind], payload)
    events = [...events, ...outcome.value]
  }
  return { state: foldEvents(bestInterestsDecider, events), code: null }
}
const member = (number: number, discipline: PanelMember['discipline'], changes: Partial<PanelMember> = {}): PanelMember => ({
  ...{ account: idOf('account', number), discipline, isUndertakingSigned: true, isVoting: true, ...changes },
})
const panel = [member(2, 'legal'), member(3, 'health'), member(4, 'community'), member(1, 'child-protection', { isVoting: false })]

test('acceptance 9: the best-interests procedure takes the steps of the text and refuses every other pair of state and step', () => {
  const legal = [
    ...[
      '- open bia-due',
      'bia-due complete-assessment bia-done',
      'bia-done need-no-determination no-bid',
      'bia-done need-determination bid-due',
    ],
    ...['bid-due schedule-panel bid-panel-scheduled', 'bid-panel-scheduled decide bid-decided', 'bid-decided implement implemented'],
    ...['implemented fall-due review-due', 'review-due begin-review bia-due', 'no-bid begin-review bia-due'],
  ]
  const open = {
    isTrained: true,
    triggers: [],
    panelFault: null,
    areVotersOfPanel: true,
    isByAnother: true,
    areChildViewsHeard: true,
    isReviewInTime: true,
    isReviewDue: true,
  }
  expect(differences(bestInterestsMachine, { legal, open })).toEqual([])
  expect(endsOf(bestInterestsMachine)).toEqual([])
})

const assessed = (...triggers: readonly BidTrigger[]): readonly BestInterestsCommand[] => [
  { step: 'open', subject: 'K7-4QX2-9D', caseworker: worker },
  { step: 'complete-assessment', form: 'short', triggers: [...triggers], assessment: sealed },
]
const scheduled: readonly BestInterestsCommand[] = [
  ...assessed('separation-from-parents'),
  { step: 'need-determination' },
  { step: 'schedule-panel', on: '2026-12-01', members: [...panel] },
]
const decided = (changes: Partial<Extract<BestInterestsCommand, { step: 'decide' }>> = {}): BestInterestsCommand => ({
  ...({ step: 'decide', on: '2026-12-01', option: 'kinship-care', reasons: sealed, areChildViewsHeard: true } as const),
  voters: [2, 3, 4].map((number) => idOf('account', number)),
  ...changes,
})

test.each(Object.keys(bidTriggers).filter((one): one is BidTrigger => one in bidTriggers))(
  '%s makes a determination mandatory',
  (trigger) => {
    expect(play([...assessed(trigger), { step: 'need-no-determination' }]).code).toBe('determination-is-mandatory')
    expect(play([...assessed(), { step: 'need-no-determination' }]).code).toBeNull()
  },
)
test('three triggers were read in the guidelines, three are ours', () => {
  expect(Object.values(bidTriggers).toSorted()).toEqual(['D', 'D', 'D', 'V', 'V', 'V'])
})

test.each([
  ['complete', panel, null],
  ['of two', panel.slice(0, 2), 'few-members'],
  ['with somebody twice', [...panel, member(2, 'legal')], 'member-twice'],
  ['of one discipline', [2, 3, 4].map((number) => member(number, 'legal')), 'one-discipline'],
  ['without an undertaking', [...panel, member(5, 'education', { isUndertakingSigned: false })], 'undertaking-missing'],
  ['on which the caseworker votes', [...panel.slice(0, 3), member(1, 'child-protection')], 'caseworker-votes'],
  ['with somebody who has no account or did not sign', [...panel, member(9, 'education')], 'undertaking-missing'],
] as const)('a panel %s', (_what, members, fault) => expect(panelFault(members, { presenters: [worker], bound })).toBe(fault))

test('the panel decides, the child was heard, and somebody looks again within a year', () => {
  expect(play([{ step: 'open', subject: 'K7-4QX2-9D', caseworker: worker }, ...assessed().slice(1)], { isTrained: false }).code).toBe(
    'case-worker-not-trained',
  )
  expect(
    play([
      ...assessed('separation-from-parents'),
      { step: 'need-determination' },
      { step: 'schedule-panel', on: '2026-12-01', members: [] },
    ]).code,
  ).toBe('panel-not-complete')
  expect(play([...scheduled, decided({ voters: [2, 3].map((number) => idOf('account', number)) })]).code).toBe('panel-did-not-decide')
  expect(play([...scheduled, decided({ voters: [1, 2, 3].map((number) => idOf('account', number)) })]).code).toBe('panel-did-not-decide')
  expect(play([...scheduled, decided({ areChildViewsHeard: false })]).code).toBe('child-not-heard')
  expect(play([...scheduled, decided()], { by: worker }).code).toBe('panel-recorded-by-another-person')
  const implement = (reviewOn: string): BestInterestsCommand => ({ step: 'implement', on: '2026-12-10', reviewOn })
  expect(play([...scheduled, decided(), implement('2027-12-11')]).code).toBe('review-too-late')
  expect(play([...scheduled, decided(), implement('2026-12-10')]).code).toBe('review-too-late')
  const done = [...scheduled, decided(), implement('2027-12-10')]
  expect(play([...done, { step: 'fall-due' }], { today: '2027-12-09' }).code).toBe('review-not-due')
  expect(play([...done, { step: 'fall-due' }, { step: 'begin-review' }], { today: '2027-12-10' }).state.state).toBe('bia-due')
})

test('who opens presents, whomever they name; who presented or assessed says neither that no panel is needed nor what it decided', () => {
  const colleague = idOf('account', 2)
  const named = play([{ step: 'open', subject: 'K7-4QX2-9D', caseworker: colleague }]).state
  expect(named.caseworker).toBe(worker)
  const none: BestInterestsCommand = { step: 'need-no-determination' }
  expect(play([...assessed(), none], { by: worker }).code).toBe('no-determination-by-another-person')
  const shared = { ...play(assessed()).state, assessedBy: idOf('account', 3) }
  for (const by of [worker, idOf('account', 3)])
    expect(bestInterestsDecider.decide(shared, none, { ...context, by })).toMatchObject({
      refusal: { code: 'no-determination-by-another-person' },
    })
  expect(bestInterestsDecider.decide(shared, none, { ...context, by: colleague }).ok).toBe(true)
})

test('a child may travel when every procedure has its answer, none is against it and one is for it', () => {
  const none = play([...assessed(), { step: 'need-no-determination' }]).state
  const panelSaid = (option: string) => play([...scheduled, decided({ option })]).state
  const [home, stays, asked] = [panelSaid('return-to-family'), panelSaid('foster-care'), panelSaid('other-question')]
  const pending = play(scheduled).state
  expect([[none], [home], [none, home], [home, asked]].map(allowsReturn)).toEqual([true, true, true, true])
  expect([[], [stays], [asked], [none, stays], [home, pending], [none, pending]].map(allowsReturn)).toEqual(
    Array.from({ length: 6 }, () => false),
  )
  // What was written as any code before there was a list allows nothing.
  expect(allowsReturn([panelSaid('opt-2')])).toBe(false)
  const review: readonly BestInterestsCommand[] = [
    ...[...scheduled, decided({ option: 'return-to-family' }), { step: 'implement', on: '2026-12-10', reviewOn: '2027-12-10' } as const],
    ...[{ step: 'fall-due' } as const, { step: 'begin-review' } as const],
  ]
  expect(allowsReturn([play(review, { today: '2027-12-10' }).state])).toBe(false)
})

test('a file of a child of an armed group is held by no armed body and joined with no list of fighters', () => {
  expect([mayHoldChildFile('mines-police'), mayHoldChildFile('ngo'), mayHoldChildFile('civil-society')]).toEqual([false, true, true])
  for (const other of ['adult-ddr-list', 'military-register', 'criminal-file'] as const) expect(mayBeJoined(other)).toBe(false)
  for (const other of ['child-protection-case', 'family-tracing'] as const) expect(mayBeJoined(other)).toBe(true)
  expect(releaseMissing({ orderedOn: null, handedOverOn: '2026-11-01', interimCare: 'not-arranged', familyTracing: 'not-wished' })).toEqual(
    ['release-order', 'interim-care'],
  )
})

test('a step that hands such a file to an armed body is one that names it as receiver, reader’s body or new owner, and no other file is held back', () => {
  const steps = [
    { about: 'referral', ask: { step: 'draft', recipient: 'police' } },
    { about: 'access', ask: { step: 'join', organisation: 'police' } },
    { about: 'case', ask: { step: 'accept-transfer', recipient: 'police' } },
  ]
  for (const step of steps) {
    expect(handsToArmed('caafag', step, ['police'])).toBe(true)
    expect(handsToArmed('caafag', step, [])).toBe(false)
    expect(handsToArmed('forced-labour', step, ['police'])).toBe(false)
  }
  expect(handsToArmed(null, { about: 'case', ask: { step: 'create', type: 'caafag', organisation: 'police' } }, ['police'])).toBe(true)
  expect(bodiesNamed([...steps, { about: 'note', ask: { recipient: 'other' } }])).toEqual(['police'])
})

test('what a release still needs is read from the fields of the file', () => {
  const said = new Map<string, unknown>([
    ['release-ordered-on', '2026-11-01'],
    ['interim-care', 'arranged'],
    ['family-tracing', 'not-wished'],
  ])
  expect(releaseMissing(releaseOf((field) => said.get(field)))).toEqual(['handover'])
  expect(releaseMissing(releaseOf(() => null))).toEqual(['release-order', 'handover', 'interim-care', 'family-tracing'])
})
