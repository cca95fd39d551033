/*
What an exporter tells a buyer about one lot: which mines, with what share and which bounds are proven, when it was dug, how each mine stood on
that day, under which papers it travelled. The exporter decides to release it; the hash and the number say that it was not changed since.
*/
import type { ReportSection } from '../contract.ts'
import { line, section } from './lines.ts'
import type { ReportRecord } from './record.ts'
import { handTable, paperTable, siteTable } from './site-tables.ts'

export function siteShare(given: ReportRecord): readonly ReportSection[] {
  const shipment = given.shipments?.[0] ?? null
  const composition = shipment?.composition ?? null
  const parts = { from: ['tracing'], who: 'ceec', where: '/lots' } as const
  return [
    section(given, 'share-lot', {
      lines: [
        line('lot', shipment?.lotNumber, { from: ['lots'], who: 'exporter', where: '/lots' }),
        line('certificate', shipment?.number === '' ? null : shipment?.number, {
          from: ['certificates'],
          who: 'ceec',
          where: '/certificates',
        }),
        line('mineral', shipment === null ? null : `mineral.${shipment.mineral}`, { unit: 'word', from: ['lots'], who: 'exporter' }),
        line('quantity', composition?.mass.grams ?? shipment?.massGrams, { unit: 'grams', from: ['lots'], who: 'exporter' }),
        line('traced-share', composition === null ? null : 10_000 - composition.unexplained.hundredthsOfPercent, {
          unit: 'share',
          ...parts,
        }),
        line('unexplained', composition?.unexplained.total.grams, { unit: 'grams', ...parts }),
      ],
      tables: composition === null ? [] : [siteTable(given, composition)],
    }),
    section(given, 'share-way', { tables: composition === null ? [] : [handTable(composition), paperTable(composition)] }),
    section(given, 'share-remarks', { written: true }),
  ]
}
