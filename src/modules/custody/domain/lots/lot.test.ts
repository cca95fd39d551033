import { expect, test } from 'vitest'
import { foldEvents } from '../../../../kernel/decider.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { RegisterBagCommand } from './bag.ts'
import type { CombineCommand } from './combination.ts'
import { type LotCommand, lotDecider } from './lot.ts'
import type { LotEvent } from './lot-events.ts'
import type { BagFacts, InputFacts, LotContext } from './lot-state.ts'

const numbered = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [site, otherSite] = [asId('site', numbered(1)), asId('site', numbered(2))]
const [coop, trader, stranger] = [
  asId('organisation', numbered(11)),
  asId('organisation', numbered(12)),
  asId('organisation', numbered(13)),
]
const [bagA, bagB] = [asId('lot', numbered(21)), asId('lot', numbered(22))]

const bag: BagFacts = {
  number: '1234567',
  site: { id: site, minerals: ['Sn', 'Ta'] },
  standing: {
    internal: 'GREEN',
    basis: 'order',
    validUntil: '2027-01-10',
    orderNumber: '12/2026',
    lapsed: false,
    hold: false,
    produce: 'yes',
    rulebook: 'hash',
    lapsedColour: null,
    lapsedOn: null,
  },
  tag: { batch: numbered(31), issuer: 'ITSCI', allocatedSite: site, allocatedOn: '2026-03-01', declared: null, wrongCheckDigit: false },
  tagBatch: asId('tag-batch', numbered(31)),
  sameTag: [],
  insideTerritory: true,
}
const context: LotContext = {
  happenedOn: '2026-04-02',
  today: '2026-04-02',
  organisation: coop,
  account: numbered(41),
  reach: 'own-lots',
  rootsInside: 'all',
  lot: { drawnGrams: 0, quarantined: false, heldBySource: null, certificate: null, recordedBy: null, quarantinedBy: null },
  bag,
  inputs: [],
  onSite: null,
  numberTaken: false,
  knownOrganisations: [coop, trader],
}
const registerBag: RegisterBagCommand = {
  type: 'register-bag',
  site,
  tag: '123 4567',
  mineral: 'Sn',
  massGrams: 40_000,
  producedOn: '2026-04-01',
  holder: coop,
}
const input = (lot: InputFacts['lot'], change: Partial<InputFacts> = {}): InputFacts => ({
  lot,
  number: lot.slice(-2),
  mineral: 'Sn',
  holder: coop,
  remainingGrams: 40_000,
  state: 'held',
  heldBy: null,
  certificate: null,
  lastOn: '2026-04-01',
  ...change,
})
const combine: CombineCommand = {
  type: 'combine-lots',
  number: 'NEG-7',
  kind: 'trader-lot',
  massGrams: 75_000,
  inputs: [
    { lot: bagA, drawnGrams: 40_000 },
    { lot: bagB, drawnGrams: 35_000 },
  ],
}
const combining: LotContext = { ...context, inputs: [input(bagA), input(bagB, { remainingGrams: 35_000 })] }

function happens(given: readonly LotEvent[], command: LotCommand, facts: LotContext = context): readonly LotEvent[] {
  const outcome = lotDecider.decide(foldEvents(lotDecider, given), command, facts)
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`)
  return outcome.value
}
function refusal(given: readonly LotEvent[], command: LotCommand, facts: LotContext = context): unknown {
  const outcome = lotDecider.decide(foldEvents(lotDecider, given), command, facts)
  return outcome.ok ? 'accepted' : outcome.refusal.code
}
const rulesOf = (events: readonly LotEvent[]): readonly string[] =>
  events.flatMap((event) =>
    'findings' in event.payload ? event.payload.findings.map((finding) => `${finding.rule} ${finding.severity}`) : [],
  )
const stateOf = (events: readonly LotEvent[]) => foldEvents(lotDecider, events)

const clean = happens([], registerBag)
const sent = [...clean, ...happens(clean, { type: 'transfer-lot', to: trader, massGrams: 39_900 })]

test('a bag of a green site with its own tag is kept without a finding, and remembers the standing that it saw', () => {
  expect(rulesOf(clean)).toEqual([])
  expect(clean[0]?.payload).toMatchObject({
    number: '1234567',
    tag: '1234567',
    weighedOn: '2026-04-02',
    standing: { internal: 'GREEN', orderNumber: '12/2026' },
  })
  expect(stateOf(clean)).toMatchObject({ quarantined: false, holder: coop, massGrams: 40_000 })
})

test.each<[string, Partial<RegisterBagCommand>, Partial<BagFacts>, readonly string[]]>([
  ['golden 9: a tag that is on another lot', {}, { sameTag: [{ lot: bagB, number: '1234567' }] }, ['F01 C']],
  ['a tag of another site', {}, { tag: bag.tag && { ...bag.tag, allocatedSite: otherSite } }, ['F02 C']],
  ['a tag that was lost before', {}, { tag: bag.tag && { ...bag.tag, declared: { as: 'lost', on: '2026-03-20' } } }, ['F03 C']],
  ['a site whose status had lapsed', {}, { standing: bag.standing && { ...bag.standing, produce: 'no', lapsed: true } }, ['F04 C']],
  ['a mineral that the site does not have', { mineral: 'W' }, {}, ['F21 A']],
  ['a weighing before the production', { weighedOn: '2026-03-30' }, {}, ['F13 C']],
  ['a bag from nowhere', { site: null, tag: null }, { site: null, standing: null, tag: null, tagBatch: null }, ['P02 C', 'F04 C']],
  ['an impossible mass', { massGrams: 140_000 }, {}, ['P01 C']],
])('%s is kept, with the rule that spoke', (_name, command, facts, rules) => {
  const events = happens([], { ...registerBag, ...command }, { ...context, bag: { ...bag, ...facts } })
  expect(rulesOf(events)).toEqual(rules)
  expect(stateOf(events)?.quarantined).toBe(rules.some((rule) => rule.endsWith('C')))
})

test('golden 9: the other lot of the tag is named, so that it is held as well', () => {
  const [event] = happens([], registerBag, { ...context, bag: { ...bag, sameTag: [{ lot: bagB, number: '1234567' }] } })
  expect(event?.payload).toMatchObject({ alsoHeld: [bagB] })
})

test.each<[string, Partial<RegisterBagCommand>, Partial<LotContext>]>([
  ['unknown-site', {}, { bag: { ...bag, site: null } }],
  ['unknown-organisation', { holder: stranger }, {}],
  ['outside-your-territory', {}, { bag: { ...bag, insideTerritory: false } }],
])('a bag is sent back only with %s', (code, command, facts) => {
  expect(refusal([], { ...registerBag, ...command }, { ...context, ...facts })).toBe(code)
})

test('the same bag is not registered twice', () => {
  expect(refusal(clean, registerBag)).toBe('lot-already-registered')
})

test('a transfer keeps both weights, and what arrives belongs to the one who received it', () => {
  const received = happens(sent, { type: 'receive-lot', massGrams: 39_800 }, { ...context, organisation: trader })
  expect(received[0]?.payload).toMatchObject({ sentGrams: 39_900, massGrams: 39_800, from: coop, by: trader, findings: [] })
  expect(stateOf([...sent, ...received])).toMatchObject({ holder: trader, massGrams: 39_800, sent: null, quarantined: false })
})

test.each([
  [41_500, ['F08 C'], true],
  [40_500, ['F08 A'], false],
  [37_000, ['F09 A'], false],
  [30_000, ['F09 C'], true],
])('a receipt of %i g after 39,900 g says %j', (massGrams, rules, quarantined) => {
  const received = happens(sent, { type: 'receive-lot', massGrams }, { ...context, organisation: trader })
  expect(rulesOf(received)).toEqual(rules)
  expect(stateOf([...sent, ...received])).toMatchObject({ quarantined, holder: trader })
})

const transfer: LotCommand = { type: 'transfer-lot', to: trader, massGrams: 40_000 }
const held = happens([], registerBag, { ...context, bag: { ...bag, sameTag: [{ lot: bagB, number: 'x' }] } })
const voided = [...clean, ...happens(clean, { type: 'void-lot', reason: 'entered twice' })]
test.each<[string, readonly LotEvent[], LotCommand, Partial<LotContext>]>([
  ['unknown-lot', [], transfer, {}],
  ['lot-voided', voided, transfer, {}],
  ['not-the-holder', clean, transfer, { organisation: stranger }],
  ['not-the-holder', clean, transfer, { organisation: null }],
  ['already-sent', sent, transfer, {}],
  ['quarantined', held, transfer, {}],
  ['quarantined', clean, transfer, { lot: { ...context.lot, quarantined: true } }],
  ['quarantined', clean, transfer, { lot: { ...context.lot, heldBySource: 'A' } }],
  ['nothing-left', clean, transfer, { lot: { ...context.lot, drawnGrams: 40_000 } }],
  ['partly-drawn', clean, transfer, { lot: { ...context.lot, drawnGrams: 1 } }],
  ['same-holder', clean, { type: 'transfer-lot', to: coop, massGrams: 40_000 }, {}],
  ['unknown-organisation', clean, { type: 'transfer-lot', to: stranger, massGrams: 40_000 }, {}],
  ['not-sent', clean, { type: 'receive-lot', massGrams: 1 }, {}],
  ['not-the-recipient', sent, { type: 'receive-lot', massGrams: 1 }, {}],
  ['already-quarantined', held, { type: 'quarantine-lot', reason: 'r' }, {}],
  ['not-in-quarantine', clean, { type: 'release-lot', reason: 'r' }, {}],
  ['held-by-source', clean, { type: 'release-lot', reason: 'r' }, { lot: { ...context.lot, heldBySource: 'A' } }],
  ['second-person-needed', held, { type: 'release-lot', reason: 'r' }, { lot: { ...context.lot, recordedBy: context.account } }],
  ['second-person-needed', held, { type: 'release-lot', reason: 'r' }, { lot: { ...context.lot, quarantinedBy: context.account } }],
  ['held-by-hit', held, { type: 'release-lot', reason: 'r' }, { lot: { ...context.lot, heldByHit: { hit: 'h', rule: 'F12' } } }],
  ['already-drawn-from', clean, { type: 'void-lot', reason: 'r' }, { lot: { ...context.lot, drawnGrams: 1 } }],
  ['lot-in-transit', sent, { type: 'void-lot', reason: 'r' }, {}],
  ['lot-in-transit', sent, { type: 'correct-mass', massGrams: 1, reason: 'r' }, {}],
  ['less-than-drawn', clean, { type: 'correct-mass', massGrams: 29_999, reason: 'r' }, { lot: { ...context.lot, drawnGrams: 30_000 } }],
  ['unknown-lot', [], { type: 'record-assay', lab: 'OCC', method: 'xrf', element: 'Sn', value: 65, unit: 'percent' }, {}],
])('%s', (code, given, command, facts) => {
  expect(refusal(given, command, { ...context, ...facts })).toBe(code)
})

test('a released lot may move again, and the reason stands in the log', () => {
  const released = [...held, ...happens(held, { type: 'release-lot', reason: 'the other sheet had a misread tag' })]
  expect(stateOf(released)?.quarantined).toBe(false)
  expect(refusal(released, transfer)).toBe('accepted')
})

test('a bag may shrink down to what was drawn from it, and the value before stays in the event', () => {
  const facts = { ...context, lot: { ...context.lot, drawnGrams: 30_000 } }
  const events = happens(clean, { type: 'correct-mass', massGrams: 30_000, reason: 'scale was not set to zero' }, facts)
  expect(events[0]?.payload).toMatchObject({ beforeGrams: 40_000, massGrams: 30_000 })
})

test('two bags become a trader’s lot of the same mineral and holder', () => {
  const events = happens([], combine, combining)
  expect(rulesOf(events)).toEqual([])
  expect(stateOf(events)).toMatchObject({ kind: 'trader-lot', mineral: 'Sn', holder: coop, massGrams: 75_000, inputGrams: 75_000 })
})

test('golden 8: 40 kg and 35 kg recorded as 78 kg are kept as F23 and held', () => {
  const events = happens([], { ...combine, massGrams: 78_000 }, combining)
  expect(rulesOf(events)).toEqual(['F23 C'])
  expect(stateOf(events)?.quarantined).toBe(true)
})

test('a lot that lost more than re-bagging explains says F09', () => {
  expect(rulesOf(happens([], { ...combine, massGrams: 70_000 }, combining))).toEqual(['F09 A'])
  expect(rulesOf(happens([], { ...combine, kind: 'export-lot', massGrams: 70_000 }, combining))).toEqual([])
})

test('a lot dated before a step of its bags says F13', () => {
  expect(rulesOf(happens([], { ...combine, formedOn: '2026-03-31' }, combining))).toEqual(['F13 C'])
})

test.each<[string, Partial<CombineCommand>, Partial<LotContext>]>([
  ['lot-number-taken', {}, { numberTaken: true }],
  ['no-inputs', { inputs: [] }, { inputs: [] }],
  [
    'input-twice',
    {
      inputs: [
        { lot: bagA, drawnGrams: 1 },
        { lot: bagA, drawnGrams: 1 },
      ],
    },
    {},
  ],
  ['unknown-lot', {}, { inputs: [input(bagA)] }],
  ['not-the-holder', {}, { inputs: [input(bagA), input(bagB, { holder: trader })] }],
  ['lot-in-transit', {}, { inputs: [input(bagA), input(bagB, { state: 'in-transit' })] }],
  ['lot-voided', {}, { inputs: [input(bagA), input(bagB, { state: 'voided' })] }],
  ['quarantined', {}, { inputs: [input(bagA), input(bagB, { heldBy: '99' })] }],
  ['mixed-minerals', {}, { inputs: [input(bagA), input(bagB, { mineral: 'Ta' })] }],
  ['nothing-drawn', { inputs: [{ lot: bagA, drawnGrams: 0 }] }, {}],
  ['double-spend', {}, { inputs: [input(bagA), input(bagB, { remainingGrams: 34_999 })] }],
])('a combination is refused: %s', (code, command, facts) => {
  expect(refusal([], { ...combine, ...command }, { ...combining, ...facts })).toBe(code)
})

test('a corrected lot that weighs more than its inputs allow says F23, and F08 for what it gained', () => {
  const formed = happens([], combine, combining)
  expect(rulesOf(happens(formed, { type: 'correct-mass', massGrams: 78_000, reason: 'second scale' }))).toEqual(['F23 C', 'F08 C', 'P09 C'])
})

test('an assay is kept whatever it says', () => {
  const assay = { type: 'record-assay', lab: 'OCC', method: 'xrf', element: 'Sn', unit: 'percent' } as const
  expect(rulesOf(happens(clean, { ...assay, value: 65.2 }))).toEqual([])
  expect(rulesOf(happens(held, { ...assay, value: 80 }))).toEqual(['P03 C'])
})

const care: { readonly [name: string]: LotCommand } = {
  quarantine: { type: 'quarantine-lot', reason: 'r' },
  release: { type: 'release-lot', reason: 'r' },
  void: { type: 'void-lot', reason: 'r' },
  correction: { type: 'correct-mass', massGrams: 39_000, reason: 'r' },
  assay: { type: 'record-assay', lab: 'OCC', method: 'xrf', element: 'Sn', value: 65, unit: 'percent' },
}
test.each(['all', 'some', 'none'] as const)(
  'who watches over a territory, of which %s of the roots are, may only do what that allows',
  (rootsInside) => {
    const facts: LotContext = { ...context, reach: 'territory', organisation: stranger, rootsInside }
    const found = Object.fromEntries(
      Object.entries(care).map(([name, command]) => [name, refusal(name === 'release' ? held : clean, command, facts)]),
    )
    const [stop, free] = [rootsInside === 'none', rootsInside !== 'all'].map((outside) => (outside ? 'outside-your-territory' : 'accepted'))
    expect(found).toEqual({ quarantine: stop, assay: stop, release: free, void: free, correction: free })
  },
)

test.each(Object.entries(care))('who trades may not touch what another holds: %s', (name, command) => {
  const facts: LotContext = { ...context, reach: 'own-lots', organisation: stranger }
  expect(refusal(name === 'release' ? held : clean, command, facts)).toBe('not-the-holder')
})

test('the goods of a certified lot become nothing else: not drawn, sent, corrected or voided until the certificate is revoked', () => {
  const certificate = 'CD-2026-000001'
  const facts: LotContext = { ...context, lot: { ...context.lot, certificate } }
  const commands: readonly LotCommand[] = [
    { type: 'transfer-lot', to: trader, massGrams: 40_000 },
    { type: 'correct-mass', massGrams: 39_900, reason: 'r' },
    { type: 'void-lot', reason: 'r' },
  ]
  expect(commands.map((command) => refusal(clean, command, facts))).toEqual(commands.map(() => 'lot-is-certified'))
  expect(commands.map((command) => refusal(clean, command))).toEqual(commands.map(() => 'accepted'))
  expect(refusal([], combine, { ...combining, inputs: [input(bagA), input(bagB, { certificate })] })).toBe('lot-is-certified')
  expect(refusal(clean, { type: 'quarantine-lot', reason: 'r' }, facts)).toBe('accepted')
})

test('a correction is compared with the weight before: half as much again, or half of it lost, holds the lot', () => {
  const corrected = (massGrams: number) => happens(clean, { type: 'correct-mass', massGrams, reason: 'r' })
  expect(rulesOf(corrected(39_900))).toEqual([])
  expect(rulesOf(corrected(40_800))).toEqual(['F08 A', 'P09 C'])
  expect(rulesOf(corrected(59_000))).toEqual(['F08 C', 'P09 C'])
  expect(rulesOf(corrected(20_000))).toEqual(['F09 C', 'P09 C'])
  expect(stateOf([...clean, ...corrected(59_000)])).toMatchObject({ quarantined: true })
  expect(stateOf([...clean, ...corrected(40_800)])).toMatchObject({ quarantined: true })
  expect(stateOf([...clean, ...corrected(39_900)])).toMatchObject({ quarantined: false })
})

test('who corrects the first weight that they typed themselves is not told of a second scale; P09 stays', () => {
  const corrected = (lot: Partial<LotContext['lot']>) =>
    happens(clean, { type: 'correct-mass', massGrams: 40_800, reason: 'r' }, { ...context, lot: { ...context.lot, ...lot } })
  expect(rulesOf(corrected({ recordedBy: context.account }))).toEqual(['P09 C'])
  expect(rulesOf(corrected({ recordedBy: 'somebody-else' }))).toEqual(['F08 A', 'P09 C'])
})
