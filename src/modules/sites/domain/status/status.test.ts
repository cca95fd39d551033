import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import { isOver, shownEnd } from './lapse.ts'
import { allowancesOf, permissions } from './permissions.ts'
import { statusRulebookOn } from './rulebooks.ts'
import { standingOf } from './status.ts'
import type { BlueFact, HoldFact, OrderFact, ReportedFact, StatusFact } from './status-fact.ts'
import { statusPeriods } from './status-periods.ts'

const site = asId('site', '019a0000-0000-7000-8000-000000000001')
const always = '2099-12-31T23:59:59.999Z'
const rulebookOn = (day: string) => ({ book: statusRulebookOn('CD', day), hash: 'f'.repeat(64) })
const ask = (facts: readonly StatusFact[], asOf: string, knownAt = always) =>
  standingOf(facts, { site, asOf, knownAt, rulebook: rulebookOn(asOf) })

let serial = 0
const nextId = () => `fact-${++serial}`
const order = (colour: OrderFact['colour'], effectiveFrom: string, more: Partial<OrderFact> = {}): OrderFact => ({
  kind: 'order',
  id: nextId(),
  order: nextId(),
  number: `0${serial}/CAB.MIN/MINES/01`,
  orderKind: 'validation',
  colour,
  signedOn: effectiveFrom,
  effectiveFrom,
  until: null,
  supersedes: null,
  recordedAt: `${effectiveFrom}T08:00:00.000Z`,
  voidedAt: null,
  ...more,
})
const reported = (colour: ReportedFact['colour'], on: string, recordedAt = '2024-02-29T00:00:00.000Z'): ReportedFact => ({
  kind: 'reported',
  id: nextId(),
  colour,
  on,
  source: 'IPIS',
  recordedAt,
  voidedAt: null,
})
const hold = (from: string, lifted: HoldFact['lifted'] = null): HoldFact => ({
  kind: 'hold',
  id: nextId(),
  by: 'scheme-operator',
  reason: 'armed presence',
  from,
  lifted,
  recordedAt: `${from}T00:00:00.000Z`,
  voidedAt: null,
})
const blue = (receipts: readonly [string, string, string], objections: BlueFact['objections'] = []): BlueFact => ({
  kind: 'blue',
  id: nextId(),
  application: nextId(),
  receipts: (['local', 'provincial', 'national'] as const).map((level, at) => {
    const on = receipts[at] ?? ''
    return { level, on, recordedAt: `${on}T00:00:00.000Z` }
  }),
  objections,
  recordedAt: `${receipts[0]}T00:00:00.000Z`,
  voidedAt: null,
})

test('a yellow of 1 March ends on 1 September: production is allowed the day before, blocked after, and the legal colour stays yellow', () => {
  const facts = [order('yellow', '2024-03-01')]
  expect(ask(facts, '2024-08-31')).toMatchObject({
    internal: 'YELLOW',
    validUntil: '2024-09-01',
    lapsed: false,
    daysLeft: 1,
    allows: { produce: 'yes' },
  })
  expect(ask(facts, '2024-09-02')).toMatchObject({
    internal: 'YELLOW',
    colour: 'yellow',
    wireCode: 2,
    lapsed: true,
    daysLeft: 0,
    allows: { produce: 'no', move: 'review' },
  })
})

test('a green that nobody renews becomes a lapsed green after a year, and red 36 months later', () => {
  const facts = [order('green', '2023-01-10')]
  expect(ask(facts, '2024-01-09')).toMatchObject({ internal: 'GREEN', wireCode: 1, lapsed: false, allows: { produce: 'yes' } })
  expect(ask(facts, '2024-01-10')).toMatchObject({
    internal: 'BLUE_LAPSED_GREEN',
    wireCode: 0,
    lapsed: true,
    since: '2024-01-10',
    validUntil: '2027-01-10',
  })
  expect(ask(facts, '2024-01-10').allows).toMatchObject({ produce: 'no', certify: 'review' })
  expect(ask(facts, '2027-01-09').internal).toBe('BLUE_LAPSED_GREEN')
  expect(ask(facts, '2027-01-10')).toMatchObject({ internal: 'RED', wireCode: 3, since: '2027-01-10' })
})

const read = (facts: readonly StatusFact[], asOf: string) => {
  const { shown, lapse } = ask(facts, asOf)
  return [shown, lapse === null ? null : `${lapse.colour} ${lapse.on}`, isOver({ shown, lapse })]
}
test('whoever reads a list sees the colour that ran out and its day, never the blue that the rule makes of it', () => {
  const facts = [order('green', '2023-01-10')]
  expect(read(facts, '2024-01-09')).toEqual(['green', null, false])
  expect(read(facts, '2024-01-10')).toEqual(['green', 'green 2024-01-10', true])
  expect(shownEnd(ask(facts, '2025-06-01'))).toBe('2024-01-10')
  expect(read(facts, '2027-01-10')).toEqual(['red', 'green 2024-01-10', false])
  expect(read([order('green', '2014-05-01')], '2016-01-01')).toEqual(['green', 'green 2015-05-01', true])
  expect(read([order('green', '2014-05-01')], '2022-01-01')).toEqual(['green', 'green 2015-05-01', true])
  expect(read([order('yellow', '2024-03-01')], '2024-09-02')).toEqual(['yellow', 'yellow 2024-09-01', true])
  expect(read([order('red', '2024-03-01')], '2024-06-01')).toEqual(['red', 'red 2024-06-01', true])
  expect(read([reported('green', '2021-10-01')], '2022-10-01')).toEqual(['green', 'green 2022-10-01', true])
  expect(read([reported('unclassified', '2021-10-01')], '2030-10-01')).toEqual(['none', null, false])
  const request = [blue(['2024-06-01', '2024-06-03', '2024-06-05'])]
  expect(read(request, '2024-06-15')).toEqual(['blue', null, false])
  expect(read(request, '2027-06-15')).toEqual(['red', 'blue 2027-06-15', false])
})

test('the 36 months may be set to run from the green itself', () => {
  const book = statusRulebookOn('CD', '2026-01-10')
  const fromGreen = {
    ...book,
    values: { ...book.values, blueAfterGreenCountsFrom: { value: 'green', evidence: 'D', source: 'test' } },
  } as const
  const rulebook = { book: fromGreen, hash: 'f' }
  expect(standingOf([order('green', '2023-01-10')], { site, asOf: '2026-01-10', knownAt: always, rulebook }).internal).toBe('RED')
})

test('a blue request received on 1, 3 and 5 June is pending, then active on 15 June', () => {
  const facts = [blue(['2024-06-01', '2024-06-03', '2024-06-05'])]
  expect(ask(facts, '2024-05-31').internal).toBe('NONE')
  expect(ask(facts, '2024-06-02')).toMatchObject({ internal: 'BLUE_PENDING', validUntil: null, allows: { produce: 'no' } })
  expect(ask(facts, '2024-06-14')).toMatchObject({ internal: 'BLUE_PENDING', validUntil: '2024-06-15' })
  expect(ask(facts, '2024-06-15')).toMatchObject({
    internal: 'BLUE_ACTIVE',
    colour: 'blue',
    basis: 'blue-application',
    allows: { produce: 'yes' },
  })
  expect(ask(facts, '2027-06-15')).toMatchObject({ internal: 'RED', lapsed: true })
})

test('receipts that were written down late count from the day on which they were', () => {
  const given = blue(['2024-01-01', '2024-01-01', '2024-01-01'])
  const late = { ...given, receipts: given.receipts.map((receipt) => ({ ...receipt, recordedAt: '2024-06-05T09:00:00.000Z' })) }
  expect(ask([late], '2024-06-04').internal).toBe('NONE')
  expect(ask([late], '2024-06-14')).toMatchObject({ internal: 'BLUE_PENDING', validUntil: '2024-06-15' })
  expect(ask([late], '2024-06-15').internal).toBe('BLUE_ACTIVE')
})

test('an objection on the ninth day returns the request to nothing; one after the period does not', () => {
  const objected = (on: string) =>
    blue(['2024-06-01', '2024-06-03', '2024-06-05'], [{ criterion: 'Y1', by: 'committee', on, recordedAt: `${on}T00:00:00.000Z` }])
  expect(ask([objected('2024-06-14')], '2024-06-20').internal).toBe('NONE')
  expect(ask([objected('2024-06-14')], '2024-06-13').internal).toBe('BLUE_PENDING')
  expect(ask([objected('2024-06-15')], '2024-06-20').internal).toBe('BLUE_ACTIVE')
})

test('an objection that comes with an old date counts from the day on which it was learned, and takes nothing back', () => {
  const late = (recordedAt: string) =>
    blue(['2024-06-01', '2024-06-03', '2024-06-05'], [{ criterion: 'Y1', by: 'committee', on: '2020-01-01', recordedAt }])
  for (const day of ['2024-06-20', '2025-06-20'])
    expect(ask([late('2025-08-01T10:00:00.000Z')], day)).toMatchObject({ internal: 'BLUE_ACTIVE', allows: { produce: 'yes' } })
  expect(ask([late('2024-06-10T10:00:00.000Z')], '2024-06-09').internal).toBe('BLUE_PENDING')
  expect(ask([late('2024-06-10T10:00:00.000Z')], '2024-06-20').internal).toBe('NONE')
})

test('a retroactive extension changes the answer for a past day only once it is known', () => {
  const red = order('red', '2025-02-12', { orderKind: 'red_listing', until: '2025-08-12' })
  const extension = order('red', '2025-08-12', {
    orderKind: 'extension',
    until: '2026-02-12',
    signedOn: '2025-11-03',
    recordedAt: '2025-11-03T10:00:00.000Z',
    supersedes: null,
  })
  const facts = [red, extension]
  expect(ask(facts, '2025-09-01', '2025-09-01T23:59:59.999Z')).toMatchObject({
    internal: 'RED',
    lapsed: true,
    validUntil: '2025-08-12',
    orderNumber: red.number,
  })
  expect(ask(facts, '2025-09-01', '2025-11-20T23:59:59.999Z')).toMatchObject({
    internal: 'RED',
    lapsed: false,
    validUntil: '2026-02-12',
    since: '2025-02-12',
    orderNumber: extension.number,
  })
})

test('a red extension without an end of its own lasts the six months of art. 11 b', () => {
  const facts = [order('red', '2025-02-12'), order('red', '2025-08-12', { orderKind: 'extension' })]
  expect(ask(facts, '2025-09-01').validUntil).toBe('2026-02-12')
})

test('the order’s own end wins over the default', () => {
  expect(ask([order('green', '2023-01-10', { until: '2023-07-10' })], '2023-07-10').internal).toBe('BLUE_LAPSED_GREEN')
})

test('a withdrawal leaves no status even where an exporter had asked for blue before; who asks afterwards is heard', () => {
  const asked = (day: string): BlueFact => ({
    ...{ kind: 'blue', id: nextId(), application: nextId(), objections: [], recordedAt: `${day}T08:00:00.000Z`, voidedAt: null },
    receipts: (['local', 'provincial', 'national'] as const).map((level) => ({ level, on: day, recordedAt: `${day}T08:00:00.000Z` })),
  })
  const facts = [asked('2024-01-01'), order('red', '2024-06-01'), order('red', '2025-01-01', { orderKind: 'withdrawal' })]
  expect(ask(facts, '2024-05-31')).toMatchObject({ internal: 'BLUE_ACTIVE' })
  expect(ask(facts, '2025-02-01')).toMatchObject({ internal: 'NONE', basis: 'none', allows: { produce: 'no', certify: 'no' } })
  expect(ask([...facts, asked('2025-03-01')], '2025-03-11')).toMatchObject({ internal: 'BLUE_ACTIVE' })
})

test('the newest order to take effect rules; a withdrawal leaves nothing; an annulled order is as if it never was', () => {
  const green = order('green', '2024-01-01')
  expect(ask([order('red', '2024-03-01'), green], '2024-03-01').internal).toBe('RED')
  expect(ask([green, order('red', '2024-03-01', { orderKind: 'withdrawal' })], '2024-03-02').internal).toBe('NONE')
  const annulled = order('red', '2024-03-01', { voidedAt: '2024-05-01T00:00:00.000Z' })
  expect(ask([green, annulled], '2024-04-01').internal).toBe('GREEN')
  expect(ask([green, annulled], '2024-04-01', '2024-04-01T12:00:00.000Z').internal).toBe('RED')
  expect(ask([green, order('red', '2024-03-01', { orderKind: 'derogation' })], '2024-04-01').internal).toBe('GREEN')
})

test('an order that supersedes another from an earlier day replaces it', () => {
  const wrong = order('green', '2024-03-01', { order: 'wrong' })
  const right = order('yellow', '2024-02-01', { supersedes: 'wrong', recordedAt: '2024-06-01T00:00:00.000Z' })
  expect(ask([wrong, right], '2024-04-01').internal).toBe('YELLOW')
})

test('a reported green shows its colour and its clock, opens no right, and stays a lapsed reported green', () => {
  const facts = [reported('green', '2021-10-01')]
  expect(ask(facts, '2022-09-30')).toMatchObject({
    internal: 'NONE',
    colour: 'green',
    wireCode: 0,
    basis: 'reported',
    lapsed: false,
    allows: { produce: 'no', certify: 'no' },
  })
  expect(ask(facts, '2022-10-01')).toMatchObject({ colour: 'green', basis: 'reported', lapsed: true, validUntil: '2022-10-01' })
  expect(ask(facts, '2031-01-01')).toMatchObject({ internal: 'NONE', colour: 'green', lapsed: true })
})

test('reported: yellow lives six months, unclassified has no colour, the stricter of one day wins, and any order outranks them', () => {
  expect(ask([reported('yellow', '2024-01-15')], '2024-07-15')).toMatchObject({ colour: 'yellow', lapsed: true })
  expect(ask([reported('green', '2020-01-01'), reported('unclassified', '2021-01-01')], '2021-02-01')).toMatchObject({
    colour: 'none',
    basis: 'reported',
  })
  expect(ask([reported('yellow', '2024-01-15'), reported('green', '2024-01-15')], '2024-02-01').colour).toBe('yellow')
  expect(ask([order('yellow', '2020-01-01'), reported('green', '2024-01-15')], '2024-02-01')).toMatchObject({
    basis: 'order',
    colour: 'yellow',
  })
})

test('a hold stops production under a green and is gone when it is lifted', () => {
  const facts = [order('green', '2024-01-01'), hold('2024-02-01', { on: '2024-03-01', recordedAt: '2024-03-01T00:00:00.000Z' })]
  expect(ask(facts, '2024-02-15')).toMatchObject({
    internal: 'GREEN',
    hold: { reason: 'armed presence' },
    allows: { produce: 'no', move: 'review', certify: 'no' },
  })
  expect(ask(facts, '2024-03-01')).toMatchObject({ hold: null, allows: { produce: 'yes' } })
})

test('a hold never widens what a status allows', () => {
  expect(allowancesOf('RED', true)).toEqual({ allocateTags: 'no', produce: 'no', move: 'derogation', certify: 'no' })
  expect(allowancesOf('NONE', true)).toEqual(permissions.NONE)
})

test('a lapsed green keeps its rights with an active exporter risk file', () => {
  const facts = [order('green', '2023-01-10'), blue(['2024-02-01', '2024-02-01', '2024-02-01'])]
  expect(ask(facts, '2024-02-11')).toMatchObject({ internal: 'BLUE_LAPSED_GREEN', lapsed: true, allows: { produce: 'yes' } })
})

test('before the text of 2021 knew blue, a green simply ended; the blue clock of that text starts with it, not before', () => {
  const facts = [order('green', '2014-05-01')]
  expect(ask(facts, '2015-05-01')).toMatchObject({ internal: 'NONE', lapsed: true, allows: { produce: 'no' } })
  expect(ask(facts, '2021-11-12')).toMatchObject({ internal: 'BLUE_LAPSED_GREEN', since: '2021-11-12', validUntil: '2024-11-12' })
  expect(ask(facts, '2024-11-12').internal).toBe('RED')
})

test('the bands of a time line begin where the answer changes', () => {
  const facts = [order('green', '2023-01-10'), hold('2023-06-01', { on: '2023-07-01', recordedAt: '2023-07-01T00:00:00.000Z' })]
  const bands = statusPeriods(facts, { site, until: '2027-06-01', knownAt: always, rulebookOn })
  expect(bands.map((band) => [band.from, band.to, band.internal, band.held])).toEqual([
    ['2023-01-10', '2023-06-01', 'GREEN', false],
    ['2023-06-01', '2023-07-01', 'GREEN', true],
    ['2023-07-01', '2024-01-10', 'GREEN', false],
    ['2024-01-10', '2027-01-10', 'BLUE_LAPSED_GREEN', false],
    ['2027-01-10', null, 'RED', false],
  ])
})

test('the blue request’s bands show pending, active and the red that follows', () => {
  const bands = statusPeriods([blue(['2024-06-01', '2024-06-03', '2024-06-05'])], {
    site,
    until: '2030-01-01',
    knownAt: always,
    rulebookOn,
  })
  expect(bands.map((band) => [band.from, band.internal])).toEqual([
    ['2024-06-01', 'BLUE_PENDING'],
    ['2024-06-05', 'BLUE_PENDING'],
    ['2024-06-15', 'BLUE_ACTIVE'],
    ['2027-06-15', 'RED'],
  ])
})
