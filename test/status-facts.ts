/* Short words for the dated facts of which a status is made, for the tests that name rows of the tables of status. */
import { asId } from '../src/kernel/schema.ts'
import { statusRulebookOn } from '../src/modules/sites/domain/status/rulebooks.ts'
import { standingOf } from '../src/modules/sites/domain/status/status.ts'
import type { BlueFact, HoldFact, OrderFact, StatusFact } from '../src/modules/sites/domain/status/status-fact.ts'

export const site = asId('site', '019a0000-0000-7000-8000-000000000001')
const always = '2099-12-31T23:59:59.999Z'
const rulebookOn = (day: string, country = 'CD') => ({ book: statusRulebookOn(country, day), hash: 'f'.repeat(64) })
export const ask = (facts: readonly StatusFact[], asOf: string, knownAt = always) =>
  standingOf(facts, { site, asOf, knownAt, rulebook: rulebookOn(asOf) })

let serial = 0
const nextId = () => `fact-${++serial}`
export const order = (colour: OrderFact['colour'], effectiveFrom: string, more: Partial<OrderFact> = {}): OrderFact => ({
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
export const hold = (from: string, lifted: HoldFact['lifted'] = null): HoldFact => ({
  kind: 'hold',
  id: nextId(),
  by: 'scheme',
  reason: 'armed group at the site',
  from,
  lifted,
  recordedAt: `${from}T00:00:00.000Z`,
  voidedAt: null,
})
const levels = ['local', 'provincial', 'national'] as const
/** A request with the days of its receipts: local, provincial, national; fewer days, fewer receipts. */
export const blue = (
  days: readonly string[],
  objection?: { readonly criterion: string; readonly by: string; readonly on: string },
): BlueFact => ({
  kind: 'blue',
  id: nextId(),
  application: nextId(),
  receipts: days.map((on, at) => ({ level: levels[at] ?? 'national', on, recordedAt: `${on}T00:00:00.000Z` })),
  objections: objection ? [{ ...objection, recordedAt: `${objection.on}T00:00:00.000Z` }] : [],
  recordedAt: `${days[0] ?? '2024-01-01'}T00:00:00.000Z`,
  voidedAt: null,
})
