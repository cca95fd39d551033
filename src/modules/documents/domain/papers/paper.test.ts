/* Papers: state on any day, decisions, and rule F31 at its limits. */
import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { type PaperClock, type PaperCommand, type PaperContext, type PaperStanding, doubtsOf, paperDecider, paperStateOn } from './paper.ts'
import { defaultPaperTypes, statedGrams, typesWith } from './paper-types.ts'

const issuer = asId('organisation', '01900000-0000-7000-8000-00000000000a')
const transport = defaultPaperTypes.find((one) => one.code === 'transport-authorisation')
if (!transport) throw new Error('the sixth paper is missing')
const paper: PaperClock = {
  validFrom: '2026-03-01',
  validUntil: '2026-03-16',
  issuedOn: '2026-03-01',
  cancelledOn: null,
  mostUses: 1,
  statedGrams: 480_000,
  uses: [],
}

test('fifteen types, in the order of the chain, every one in both languages, each with its mark', () => {
  expect(defaultPaperTypes.map((one) => one.step)).toEqual(Array.from({ length: 15 }, (_one, at) => at + 1))
  for (const { name, fields, signatories, evidence } of defaultPaperTypes) {
    expect(name.fr && name.en && evidence && fields.length > 0 && signatories.length > 0).toBeTruthy()
    expect(new Set(fields.map((one) => one.key)).size).toBe(fields.length)
  }
  expect(defaultPaperTypes.filter((one) => one.evidence !== 'V').map((one) => one.step)).toEqual([3, 5, 6, 7, 8, 11, 13])
})
test('a row of the programme stands over the default; a type of its own comes in its place', () => {
  const own = { ...transport, validDays: 7 }
  const more = { ...transport, code: 'bon-de-sortie', step: 16 }
  const types = typesWith([own, more])
  expect(types).toHaveLength(16)
  expect(types.find((one) => one.type.code === transport.code)).toEqual({ type: own, changed: true })
  expect(types.at(-1)?.type.code).toBe('bon-de-sortie')
})

test.each([
  ['2026-02-28', {}, 'draft'],
  ['2026-03-01', {}, 'issued'],
  ['2026-03-16', {}, 'issued'],
  ['2026-03-17', {}, 'expired'],
  ['2026-03-05', { uses: [{ on: '2026-03-05' }] }, 'used'],
  ['2026-03-04', { uses: [{ on: '2026-03-05' }] }, 'issued'],
  ['2026-03-05', { uses: [{ on: '2026-03-05' }], mostUses: null }, 'issued'],
  ['2026-03-05', { cancelledOn: '2026-03-05' }, 'cancelled'],
  ['2026-03-05', { issuedOn: null }, 'draft'],
] as const)('on %s with %j it is %s', (day, more, state) => expect(paperStateOn({ ...paper, ...more }, day)).toBe(state))

const codes = (clock: PaperClock, use: { on: string; massGrams?: number }) => doubtsOf(clock, use).map((one) => one.code)
test('F31 is silent for the first trip, in time, with what it states to the gram', () => {
  expect(codes(paper, { on: '2026-03-16', massGrams: 480_000 })).toEqual([])
  expect(codes({ ...paper, statedGrams: null }, { on: '2026-03-01', massGrams: 9_000_000 })).toEqual([])
})
test('F31 speaks on a second trip, a day after the end, a gram above', () => {
  expect(codes({ ...paper, uses: [{ on: '2026-03-02' }] }, { on: '2026-03-03' })).toEqual(['used-again'])
  expect(codes({ ...paper, uses: [{ on: '2026-03-02' }], mostUses: 2 }, { on: '2026-03-03' })).toEqual([])
  expect(codes(paper, { on: '2026-03-17' })).toEqual(['used-after-end'])
  expect(codes(paper, { on: '2026-03-02', massGrams: 480_001 })).toEqual(['more-than-stated'])
  expect(codes({ ...paper, validFrom: '2026-03-04' }, { on: '2026-03-03' })).toEqual(['used-before-start'])
  expect(codes({ ...paper, cancelledOn: '2026-03-02' }, { on: '2026-03-03' })).toEqual(['cancelled'])
  expect(codes({ ...paper, issuedOn: null }, { on: '2026-03-03' })).toEqual(['not-issued'])
})
test('kilograms become whole grams', () => {
  expect(statedGrams({ kilograms: 96.5 })).toBe(96_500)
  expect(statedGrams({ 'kilograms-in': 0.001 })).toBe(1)
  expect(statedGrams({})).toBeNull()
})

const context: PaperContext = {
  today: '2026-03-20',
  happenedOn: '2026-03-20',
  organisation: issuer,
  mayDraw: true,
  issuerKnown: true,
  type: transport,
  numberTaken: false,
  scanKept: false,
}
const values = { consignor: 'a', consignee: 'b', mineral: 'c', kilograms: 480, route: 'd', vehicle: 'e' }
const draft: PaperCommand = { type: 'draft', draft: { type: transport.code, issuer, number: 'AT-1', values, signatories: [], links: [] } }
const say = (state: PaperStanding, command: PaperCommand, more: Partial<PaperContext> = {}) => {
  const outcome = paperDecider.decide(state, command, { ...context, ...more })
  return outcome.ok ? outcome.value[0]?.payload : outcome.refusal.code
}
const after = (commands: readonly PaperCommand[]): PaperStanding =>
  commands.reduce<PaperStanding>((state, command) => {
    const outcome = paperDecider.decide(state, command, context)
    if (!outcome.ok) throw new Error(outcome.refusal.code)
    return outcome.value.reduce(paperDecider.evolve, state)
  }, null)

test('a draft needs the fields of its type, a free number and the right to draw', () => {
  expect(say(null, draft)).toMatchObject({ number: 'AT-1', mostUses: 1, draftedBy: issuer })
  expect(say(null, draft, { type: null })).toBe('paper-type-unknown')
  expect(say(null, draft, { mayDraw: false })).toBe('paper-not-yours')
  expect(say(null, draft, { issuerKind: 'trader' })).toBe('paper-of-an-authority')
  expect(say(after([draft]), { type: 'issue' }, { issuerKind: 'exporter' })).toBe('paper-of-an-authority')
  expect(say(null, draft, { issuerKind: 'provincial-division' })).toMatchObject({ number: 'AT-1' })
  expect(say(null, draft, { issuerKnown: false })).toBe('unknown-paper-issuer')
  expect(say(null, draft, { numberTaken: true })).toBe('paper-number-taken')
  const { route: _route, ...missing } = values
  expect(say(null, { ...draft, draft: { ...draft.draft, values: missing } })).toBe('paper-fields-missing')
  expect(say(null, { ...draft, draft: { ...draft.draft, values: { ...values, strange: 'x' } } })).toBe('paper-fields-missing')
  expect(say(null, { ...draft, draft: { ...draft.draft, values: { ...values, kilograms: '480' } } })).toBe('paper-fields-missing')
  expect(say(null, { ...draft, draft: { ...draft.draft, validFrom: '2026-03-02', validUntil: '2026-03-01' } })).toBe(
    'paper-dates-not-valid',
  )
})
test('an issued paper has the usual validity of its type and does not change any more; a use is always kept', () => {
  const issued = after([draft, { type: 'issue', issuedOn: '2026-03-01' }])
  expect(issued).toMatchObject({ validFrom: '2026-03-01', validUntil: '2026-03-16', statedGrams: 480_000 })
  expect(say(issued, { type: 'issue' })).toBe('paper-is-issued')
  expect(say(issued, { type: 'revise', revision: draft.draft })).toBe('paper-is-issued')
  expect(say(issued, { type: 'use', use: { massGrams: 500_000 } }, { mayDraw: false })).toMatchObject({
    doubts: [{ code: 'used-after-end' }, { code: 'more-than-stated' }],
  })
  const cancelled = after([draft, { type: 'cancel', reason: 'r' }])
  expect(say(cancelled, { type: 'issue' })).toBe('paper-is-cancelled')
  expect(say(cancelled, { type: 'use', use: {} })).toMatchObject({ doubts: [{ code: 'cancelled' }] })
  expect(say(null, { type: 'use', use: {} })).toBe('unknown-paper')
})
