/* Six lots of one site and two owners, as facts that an export of custody asks for. */
import type { CustodyFact, ExportContext, LotFact } from '../src/exchange/epcis/domain/custody-facts.ts'
import type { JsonObject } from '../src/exchange/epcis/domain/json.ts'
import { exportContext } from '../src/exchange/epcis/domain/from-custody.ts'
import { eventHash } from '../src/exchange/epcis/event-hash.ts'

export const base = 'https://id.chanzo.example'
export const uuid = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
export const [site, coop, trader] = [uuid(901), uuid(902), uuid(903)]

export const lots = new Map<string, LotFact>(
  [1, 2, 3, 4, 5, 6].map((n) => [
    uuid(n),
    {
      lot: uuid(n),
      number: n <= 3 ? `CD/00 ${n}` : `L-${n}`,
      kind: n <= 3 ? 'bag' : 'trader-lot',
      mineral: 'Sn',
      tag: n <= 3 ? `CD/00 ${n}` : null,
      tagIssuer: n <= 3 ? 'CEEC' : null,
      holder: coop,
    },
  ]),
)
export const context = (history: readonly CustodyFact[] = []): ExportContext => ({
  base,
  timeZoneOffset: '+02:00',
  lotOf: (lot) => lots.get(lot) ?? null,
  siteOf: () => site,
  historyOf: (subject) => history.filter((fact) => fact.subject === subject),
  eventIdOf: (event) => (typeof event['eventID'] === 'string' ? event['eventID'] : eventHash(event, exportContext(base))),
})

let counter = 0
export const fact = (kind: string, subject: string, payload: JsonObject): CustodyFact => ({
  id: uuid((counter += 1)),
  kind,
  subject,
  happenedAt: '2026-03-04T09:00:30.000Z',
  learnedAt: '2026-03-04T10:00:00.000Z',
  payload,
})
