import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../../kernel/calendar.ts'
import { asId } from '../../../../kernel/schema.ts'
import { permissions } from './permissions.ts'
import { statusRulebookOn } from './rulebooks.ts'
import { standingOf } from './status.ts'
import type { StatusFact } from './status-fact.ts'
import { statusPeriods } from './status-periods.ts'

const site = asId('site', '019a0000-0000-7000-8000-000000000001')
const knownAt = '2035-01-01T00:00:00.000Z'
const rulebookOn = (day: string) => ({ book: statusRulebookOn('CD', day), hash: 'f' })
const last = '2034-12-31'

const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2012-01-01', days))
const recorded = {
  id: fc.uuid(),
  recordedAt: fc.constantFrom('2013-01-01T00:00:00.000Z', '2030-01-01T00:00:00.000Z'),
  voidedAt: fc.constantFrom(null, '2034-01-01T00:00:00.000Z'),
}
const later = (from: string) => fc.option(fc.integer({ min: 0, max: 900 }).map((days) => addDays(from, days)))
const order = day.chain((effectiveFrom) =>
  fc.record({
    ...recorded,
    kind: fc.constant('order' as const),
    order: fc.constantFrom('a', 'b', 'c'),
    number: fc.constantFrom('1', '2'),
    orderKind: fc.constantFrom('validation', 'red_listing', 'extension', 'withdrawal', 'derogation'),
    colour: fc.constantFrom('green', 'yellow', 'red'),
    signedOn: fc.constant(effectiveFrom),
    effectiveFrom: fc.constant(effectiveFrom),
    until: later(addDays(effectiveFrom, 1)),
    supersedes: fc.constantFrom(null, 'a', 'b'),
  }),
)
const reported = fc.record({
  ...recorded,
  kind: fc.constant('reported' as const),
  colour: fc.constantFrom('green', 'yellow', 'red', 'blue', 'unclassified'),
  on: day,
  source: fc.constant('x'),
})
const hold = day.chain((from) =>
  fc.record({
    ...recorded,
    kind: fc.constant('hold' as const),
    by: fc.constant('scheme'),
    reason: fc.constant('r'),
    from: fc.constant(from),
    lifted: later(from).map((on) => (on === null ? null : { on, recordedAt: '2030-01-01T00:00:00.000Z' })),
  }),
)
const blue = fc.record({
  ...recorded,
  kind: fc.constant('blue' as const),
  application: fc.uuid(),
  receipts: fc.tuple(day, day, day).map((days) =>
    (['local', 'provincial', 'national'] as const).map((level, at) => ({
      level,
      on: days[at] ?? '',
      recordedAt: '2013-01-01T00:00:00.000Z',
    })),
  ),
  objections: fc.array(
    day.map((on) => ({ criterion: 'Y1', by: 'committee', on, recordedAt: '2013-01-01T00:00:00.000Z' })),
    { maxLength: 1 },
  ),
})
const facts: fc.Arbitrary<StatusFact[]> = fc.array(fc.oneof(order, reported, hold, blue), { maxLength: 6 })

test('on every day the band of the time line says what the standing of that day says', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 8000 }), (given, offset) => {
      const asOf = addDays('2012-01-01', offset)
      const standing = standingOf(given, { site, asOf, knownAt, rulebook: rulebookOn(asOf) })
      const band = statusPeriods(given, { site, until: last, knownAt, rulebookOn }).findLast((one) => one.from <= asOf)
      const { internal, colour, shown, lapse, basis, lapsed, validUntil } = standing
      const held = standing.hold !== null
      if (band === undefined) expect({ internal, basis, held }).toEqual({ internal: 'NONE', basis: 'none', held: false })
      else expect({ internal, colour, shown, lapse, basis, lapsed, validUntil, held }).toEqual({ ...pick(band) })
    }),
    { numRuns: 3000 },
  )
})
const pick = ({ internal, colour, shown, lapse, basis, lapsed, validUntil, held }: ReturnType<typeof statusPeriods>[number]) => ({
  internal,
  colour,
  shown,
  lapse,
  basis,
  lapsed,
  validUntil,
  held,
})

test('only an order in force, or a blue request, ever opens production; a hold always closes it', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 0, max: 8000 }), (given, offset) => {
      const asOf = addDays('2012-01-01', offset)
      const { allows, basis, hold: held } = standingOf(given, { site, asOf, knownAt, rulebook: rulebookOn(asOf) })
      if (allows.produce === 'yes') expect([held, ['order', 'blue-application'].includes(basis)]).toEqual([null, true])
      if (basis === 'reported' || basis === 'none') expect(allows).toEqual(permissions.NONE)
    }),
    { numRuns: 2000 },
  )
})
