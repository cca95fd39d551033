/* Mines behind what went to buyers over a period, as the asker may see them: what the forms of others are filled from. */
import { accepted } from '../../../kernel/outcome.ts'
import { parse } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Route, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import { type SourceList, SourceList as SourceListSchema, SourcesQuery } from '../contract.ts'
import { buyersOf, counts, minesOf } from '../domain/shipment-sums.ts'
import { gather } from './gather.ts'
import type { ReportHouse } from './house.ts'

export const sourceRoutes = (house: ReportHouse): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/api/report-sources',
    allow: can('reports.write'),
    summary: 'Buyers and the mines behind what they bought over certificates of a period, with shares of the mass',
    schemas: { query: SourcesQuery, answer: SourceListSchema },
    answer: async ({ query, who, now }) => {
      const asked = parse(SourcesQuery, query)
      return asked.ok ? outcomeReply(accepted(await sourcesOf(house, { who, now, ...asked.value }))) : badInput(asked.faults)
    },
  }),
]

interface Asked {
  readonly who: Who
  readonly now: string
  readonly from: string
  readonly until: string
  readonly buyer?: string | undefined
}
async function sourcesOf(house: ReportHouse, { who, now, from, until, buyer }: Asked): Promise<SourceList> {
  const period = { from, until }
  const given = await gather(house, { who, now, kind: 'mine-list', period, subject: {}, author: who.organisation ?? '', texts: [] })
  const known = given.shipments?.filter(counts).filter(({ importerName }) => buyer === undefined || importerName === buyer) ?? []
  const { mines, unknown } = minesOf(given, known)
  const buyers = [...Map.groupBy(buyersOf(known), ({ name }) => name)].map(([name, of]) => ({
    ...{ name, country: of.find(({ country }) => country !== null)?.country ?? '??' },
    minerals: of.map(({ mineral }) => mineral),
  }))
  const unread = known.filter(({ composition }) => composition === null).length
  return { period, buyers, mines: [...mines], unknown, certificates: known.length, unread }
}
