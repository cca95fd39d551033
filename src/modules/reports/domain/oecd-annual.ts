/*
The yearly report in the five steps of the OECD guidance, of an exporter or of the authority. Figures come from the record; what a company
alone can say (its policy, who answers for it, which areas it holds to be at risk) is a text that its author writes, and a gap until then.
*/
import { IncidentCategory } from '../../incidents/contract.ts'
import type { ReportLine, ReportSection } from '../contract.ts'
import { annexTable, flagTable, riskTable, suspensionTable } from './annex-risks.ts'
import { counted, line, notAsked, section, table } from './lines.ts'
import type { ReportRecord } from './record.ts'
import { buyersOf, counts, minesOf, sumGrams, tracedShare } from './shipment-sums.ts'

export const oecdAnnual = (given: ReportRecord): readonly ReportSection[] => [
  section(given, 'step-1', { lines: management(given), written: true }),
  section(given, 'step-2', { lines: identified(given), tables: [annexTable(given), flagTable(given), riskTable(given)], written: true }),
  section(given, 'step-3', { lines: response(given), tables: [suspensionTable(given)], written: true }),
  section(given, 'step-4', { lines: audits(given), written: true }),
  section(given, 'step-5', { lines: facts(given), tables: factTables(given), written: true }),
]

const shipped = ({ shipments }: ReportRecord) => shipments?.filter(counts) ?? null

function management(given: ReportRecord): readonly ReportLine[] {
  const known = shipped(given)
  const share = known === null ? null : tracedShare(known)
  return [
    ...ofExporter(given, (exporter) => [
      line('approval', exporter?.approval?.number ?? null, { from: ['operators'], who: 'mines', where: '/cards' }),
      line('suppliers', given.suppliers?.length ?? null, {
        ...{ unit: 'number', from: ['exporters'], count: given.suppliers?.length ?? 0, who: 'exporter', where: '/exporters' },
      }),
    ]),
    // Nothing was exported, so there is nothing to trace; where nobody could read, that is a gap.
    known !== null && known.length === 0
      ? notAsked('traced-share', ['tracing'])
      : line('traced-share', share, {
          unit: 'share',
          from: ['tracing'],
          count: known?.length ?? 0,
          mark: 'V',
          who: 'ceec',
          where: '/lots',
        }),
    line('records-kept', 5, { unit: 'number', from: ['rule'], mark: 'U', who: 'author' }),
  ]
}

/** Lines about one exporter; the authority writes of all of them and is not asked for its own approval. */
const ofExporter = (given: ReportRecord, lines: (exporter: ReportRecord['exporter']) => readonly ReportLine[]): readonly ReportLine[] =>
  given.isAuthority && given.subject.organisation === undefined ? [] : lines(given.exporter)

function identified(given: ReportRecord): readonly ReportLine[] {
  const known = shipped(given)
  const unread = known?.filter(({ composition }) => composition === null).length ?? 0
  const provinces = new Set(given.sites.flatMap(({ provinceName }) => (provinceName === null ? [] : [provinceName])))
  const without = known?.flatMap(({ composition }) => composition?.sites ?? []).reduce((sum, one) => sum + one.withoutRight, 0)
  return [
    line('mines', known === null || unread > 0 ? null : given.sites.length, {
      ...{ unit: 'number', from: ['tracing'], count: given.sites.length, who: 'ceec', where: '/sites' },
    }),
    line('provinces', provinces.size === 0 ? (known?.length === 0 ? '–' : null) : [...provinces].toSorted().join(', '), {
      ...{ from: ['sites'], count: provinces.size, who: 'mines', where: '/sites' },
    }),
    line('bags-without-right', unread > 0 ? null : (without ?? null), {
      ...{ unit: 'number', from: ['tracing', 'sites'], count: known?.length ?? 0, who: 'ceec', where: '/hits' },
    }),
    counted('risks', given.risks, { from: ['risks'], who: 'risk-desk', where: '/risks' }),
    counted('incidents', given.incidents, { from: ['incidents'], who: 'incident-desk', where: '/incidents' }),
  ]
}

function response(given: ReportRecord): readonly ReportLine[] {
  const told = given.incidents
  const parts = { from: ['incidents'], who: 'incident-desk', where: '/incidents' } as const
  return [
    line('plans', given.risks === null ? null : given.risks.filter(({ plan }) => plan?.state === 'adopted').length, {
      ...{ unit: 'number', from: ['risks'], count: given.risks?.length ?? 0, who: 'risk-desk', where: '/risks' },
    }),
    counted('suspensions', given.suspensions, { from: ['risks'], who: 'risk-desk', where: '/risks' }),
    counted('open-incidents', told?.filter(({ open }) => open) ?? null, parts),
    counted('closed-incidents', told?.filter(({ state }) => state === 'resolved' || state === 'closed') ?? null, parts),
    counted('revoked', given.shipments?.filter(({ status }) => status === 'revoked') ?? null, {
      from: ['certificates'],
      who: 'ceec',
      where: '/certificates',
    }),
  ]
}

function audits(given: ReportRecord): readonly ReportLine[] {
  return ofExporter(given, (exporter) => [
    line('exporter-status', exporter === null || exporter.status === 'none' ? null : `exporter-status.${exporter.status}`, {
      ...{ unit: 'word', from: ['exporters'], who: 'mines', where: '/exporters' },
    }),
    line('status-since', exporter?.since, { unit: 'day', from: ['exporters'], who: 'mines', where: '/exporters' }),
    line('last-audit', exporter?.audit, { from: ['audits'], who: 'auditor', where: '/exporters' }),
    ...(exporter?.appealed === true ? [line('appeal', 'yes', { from: ['audits'], who: 'mines' })] : []),
  ])
}

function facts(given: ReportRecord): readonly ReportLine[] {
  const known = shipped(given)
  return [
    line('lots-in-hand', given.lots?.count ?? null, {
      unit: 'number',
      from: ['lots'],
      count: given.lots?.count ?? 0,
      who: 'custody',
      where: '/lots',
    }),
    counted('shipments', known, { from: ['certificates'], who: 'ceec', where: '/certificates' }),
    line('shipped-mass', known === null ? null : sumGrams(known), {
      ...{ unit: 'grams', from: ['certificates'], count: known?.length ?? 0, who: 'ceec', where: '/certificates' },
    }),
    ...(given.shortened ? [line('not-all-read', null, { from: ['certificates'], who: 'author' })] : []),
  ]
}

function factTables(given: ReportRecord) {
  const known = shipped(given) ?? []
  const { mines, unknown } = minesOf(given, known)
  return [
    table(
      'shipped',
      [
        ['mineral', 'word'],
        ['buyer', 'text'],
        ['country', 'text', 'asked'],
        ['certificates', 'number'],
        ['mass', 'grams'],
      ],
      buyersOf(known).map((one) => [`mineral.${one.mineral}`, one.name, one.country, one.shipments.length, sumGrams(one.shipments)]),
      { from: ['certificates'], who: 'ceec', where: '/certificates' },
    ),
    table(
      'mines',
      [
        ['mineral', 'word'],
        ['mine', 'text'],
        ['id', 'text'],
        ['province', 'text', 'asked'],
        ['mass', 'grams'],
        ['share', 'share'],
      ],
      [
        ...mines.map((one) => [`mineral.${one.mineral}`, one.name, one.siteId, one.province, one.grams, one.hundredthsOfPercent]),
        ...unknown.map((one) => [`mineral.${one.mineral}`, '?', '?', '?', one.grams, null]),
      ],
      { from: ['tracing'], who: 'mines', where: '/sites' },
    ),
    incidentTable(given),
  ]
}

function incidentTable({ incidents }: ReportRecord) {
  const rows = IncidentCategory.options.flatMap((category) => {
    const found = incidents?.filter((one) => one.category === category) ?? []
    if (found.length === 0) return []
    const of = (severity: number): number => found.filter((one) => one.severity === severity).length
    return [[`category.${category}`, of(1), of(2), of(3), found.filter(({ open }) => open).length]]
  })
  return table(
    'incidents',
    [
      ['category', 'word'],
      ['severity-1', 'number'],
      ['severity-2', 'number'],
      ['severity-3', 'number'],
      ['open', 'number'],
    ],
    rows,
    { from: ['incidents'], mark: 'D', who: 'incident-desk', where: '/incidents' },
  )
}
