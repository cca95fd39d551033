/*
Smelters or importers, and the mines behind what they bought, with the share of the mass: our own layout with the fields that buyers are asked
for. The identifier of a smelter is given by RMI and stands in no register of ours, so it is a gap that the buyer fills.
*/
import type { ReportSection } from '../contract.ts'
import { line, section, table } from './lines.ts'
import type { ReportRecord } from './record.ts'
import { buyersOf, counts, minesOf, sumGrams } from './shipment-sums.ts'

export function mineList(given: ReportRecord): readonly ReportSection[] {
  const all = given.shipments?.filter(counts) ?? null
  const known = all?.filter(({ importerName }) => given.subject.buyer === undefined || importerName === given.subject.buyer) ?? []
  const unread = known.filter(({ composition }) => composition === null)
  const buyers = buyersOf(known)
  return [
    section(given, 'smelters', {
      lines: [
        line('shipments', all === null ? null : known.length, {
          unit: 'number',
          from: ['certificates'],
          count: known.length,
          who: 'ceec',
          where: '/certificates',
        }),
        ...(unread.length > 0
          ? [line('unread-lots', null, { facts: { n: unread.length }, from: ['tracing'], who: 'ceec', where: '/lots' })]
          : []),
      ],
      tables: [
        table(
          'smelters',
          [
            ['mineral', 'word'],
            ['smelter', 'text'],
            ['smelter-id', 'text', 'asked'],
            ['country', 'text', 'asked'],
            ['certificates', 'number'],
            ['mass', 'grams'],
          ],
          buyers.map((one) => [`mineral.${one.mineral}`, one.name, null, one.country, one.shipments.length, sumGrams(one.shipments)]),
          { from: ['certificates', 'dossier'], mark: 'D', who: 'importer' },
        ),
      ],
    }),
    section(given, 'mines', {
      tables: [
        table(
          'mine-list',
          [
            ['mineral', 'word'],
            ['smelter', 'text'],
            ['mine', 'text'],
            ['id', 'text'],
            ['id-source', 'text'],
            ['country', 'text'],
            ['province', 'text', 'asked'],
            ['mass', 'grams'],
            ['share', 'share'],
          ],
          buyers.flatMap((buyer) => {
            const { mines, unknown } = minesOf(given, buyer.shipments)
            return [
              ...mines.map((one) => [
                ...[`mineral.${one.mineral}`, buyer.name, one.name, one.siteId, one.idSource, one.country, one.province, one.grams],
                one.hundredthsOfPercent,
              ]),
              ...unknown.map((one) => [`mineral.${one.mineral}`, buyer.name, '?', '?', '?', '?', '?', one.grams, null]),
            ]
          }),
          { from: ['tracing', 'sites'], mark: 'D', who: 'mines', where: '/sites' },
        ),
      ],
    }),
  ]
}
