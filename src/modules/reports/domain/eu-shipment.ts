/*
The information of article 4 of Regulation (EU) 2017/821 for one shipment: what it is, from whom, from where, how much, when; and what is
asked for conflict-affected areas: mines with shares, places of consolidation, trade and processing, taxes. The wording of the article was not read (U).
Which areas are affected is the importer's own finding: no list decides it here.
*/
import type { CellValue, ReportLine, ReportSection } from '../contract.ts'
import { thresholdsOf } from './eu-thresholds.ts'
import { line, section, table } from './lines.ts'
import type { ReportRecord, Shipment } from './record.ts'
import { handTable, siteTable } from './site-tables.ts'

export function euShipment(given: ReportRecord): readonly ReportSection[] {
  const shipment = given.shipments?.[0] ?? null
  return [
    section(given, 'eu-goods', { lines: goods(given, shipment), tables: [thresholdTable(shipment)] }),
    section(given, 'eu-origin', {
      lines: origin(shipment),
      tables: shipment?.composition ? [siteTable(given, shipment.composition), handTable(shipment.composition), wayTable(shipment)] : [],
    }),
    section(given, 'eu-taxes', { lines: taxes(shipment), tables: [taxTable(shipment)] }),
    section(given, 'eu-remarks', { lines: [line('cahra', null, { from: ['importer'], mark: 'V', who: 'importer' })], written: true }),
  ]
}

const CEEC = { who: 'ceec', where: '/certificates' } as const
function goods(given: ReportRecord, shipment: Shipment | null): readonly ReportLine[] {
  const composition = shipment?.composition ?? null
  const days =
    composition?.sites
      .flatMap(({ producedFrom, producedTo }) => [producedFrom, producedTo])
      .filter((day) => day !== null)
      .toSorted() ?? []
  const dossier = shipment?.dossier ?? null
  const address = shipment === null ? null : (given.names.get(`address:${shipment.exporter}`) ?? null)
  return [
    line('certificate', shipment?.number, { from: ['certificates'], ...CEEC }),
    line('mineral', shipment === null ? null : `mineral.${shipment.mineral}`, { unit: 'word', from: ['certificates'], ...CEEC }),
    // A grade is no trade name: where nobody wrote one it is a gap.
    line('trade-name', dossier?.terms.mineralDescription, { from: ['dossier'], who: 'exporter', where: '/certificates' }),
    line('supplier', shipment?.exporterName, { from: ['certificates'], ...CEEC }),
    line('supplier-address', address, {
      from: ['operators'],
      who: 'exporter',
      where: shipment === null ? '/operators' : `/operators/${shipment.exporter}`,
    }),
    line('importer', shipment?.importerName, { from: ['dossier'], who: 'exporter', where: '/certificates' }),
    line('importer-address', dossier?.terms.importer.address, { from: ['dossier'], who: 'exporter', where: '/certificates' }),
    line('origin', shipment === null || shipment.origin.length === 0 ? null : shipment.origin.join(', '), {
      from: ['certificates'],
      ...CEEC,
    }),
    line('quantity', shipment?.massGrams, { unit: 'grams', from: ['certificates'], ...CEEC }),
    line('grade', shipment?.grade, { from: ['certificates'], ...CEEC }),
    line('extracted-from', days[0], { unit: 'day', from: ['tracing'], count: days.length, who: 'custody', where: '/lots' }),
    line('extracted-until', days.at(-1), { unit: 'day', from: ['tracing'], count: days.length, who: 'custody', where: '/lots' }),
    line('shipped-on', dossier?.dossier.plannedShipmentOn, { unit: 'day', from: ['dossier'], who: 'exporter', where: '/certificates' }),
  ]
}

function thresholdTable(shipment: Shipment | null) {
  return table(
    'thresholds',
    [
      ['hs', 'text'],
      ['threshold', 'grams'],
      ['mark', 'text'],
    ],
    shipment === null ? [] : thresholdsOf(shipment.mineral).map(({ hs, gramsAYear, mark }) => [hs, gramsAYear, mark]),
    { from: ['rule'], mark: 'U' },
  )
}

function origin(shipment: Shipment | null): readonly ReportLine[] {
  const composition = shipment?.composition ?? null
  return [
    line('mines', composition?.sites.length, {
      unit: 'number',
      from: ['tracing'],
      count: composition?.sites.length ?? 0,
      who: 'ceec',
      where: '/lots',
    }),
    line('unexplained', composition?.unexplained.total.grams, { unit: 'grams', from: ['tracing'], who: 'ceec', where: '/lots' }),
    line('unexplained-share', composition?.unexplained.hundredthsOfPercent, {
      unit: 'share',
      from: ['tracing'],
      who: 'ceec',
      where: '/lots',
    }),
  ]
}

/** Depots and roads: where the goods were put together, traded and carried. */
const wayTable = ({ composition }: Shipment) =>
  table(
    'way',
    [
      ['what', 'word'],
      ['place', 'text'],
      ['from-day', 'day'],
      ['until-day', 'day'],
      ['lots', 'number'],
    ],
    (composition?.way ?? []).filter(({ what }) => what !== 'site').map((one) => [`way.${one.what}`, one.name, one.from, one.to, one.lots]),
    { from: ['tracing'], who: 'custody' },
  )

const receipts = (shipment: Shipment | null) =>
  shipment?.dossier?.facts.flatMap(({ fact }) => (fact.kind === 'tax-receipt' ? [fact] : [])) ?? null

function taxes(shipment: Shipment | null): readonly ReportLine[] {
  const found = receipts(shipment)
  // A dossier without one receipt answers nothing about taxes: that is a gap, not "no tax".
  return [
    line('receipts', found === null || found.length === 0 ? null : found.length, {
      ...{ unit: 'number', from: ['dossier'], count: found?.length ?? 0, who: 'exporter' },
      where: shipment?.dossier ? `/certificates/dossiers/${shipment.dossier.dossier.id}` : '/certificates',
    }),
  ]
}
const taxTable = (shipment: Shipment | null) =>
  table(
    'taxes',
    [
      ['tax', 'text'],
      ['authority', 'text'],
      ['reference', 'text'],
      ['paid-on', 'day'],
      ['currency', 'text'],
      ['amount', 'number'],
    ],
    (receipts(shipment) ?? []).map((one): readonly CellValue[] => [
      one.taxType,
      one.authority,
      one.reference,
      one.paidOn,
      one.currency,
      one.amountCents / 100,
    ]),
    { from: ['dossier'], who: 'exporter' },
  )
