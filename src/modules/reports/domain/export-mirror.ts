/*
What left by the record beside what partners say came in, and the gap. Statistics are as somebody brought them, with their source; nothing is
estimated. A side that is missing is said to be missing: it is not zero, and no gap is drawn from it. Above a tenth a gap is marked (D).
*/
import type { Mineral } from '../../sites/contract.ts'
import type { CellValue, ReportSection } from '../contract.ts'
import { mineralOfHs } from './eu-thresholds.ts'
import { line, section, table } from './lines.ts'
import type { ReportRecord, Shipment } from './record.ts'
import { counts, sumGrams } from './shipment-sums.ts'

/** Hundredths of a percent. */
const MARKED = 1_000
type Statistic = ReportRecord['statistics'][number]

interface Sides {
  readonly origin: string
  readonly destination: string
  readonly mineral: Mineral
  readonly period: string
  readonly out: number | null
  readonly into: number | null
}

const countryOf = ({ dossier }: Shipment): string | null => dossier?.terms.importer.country ?? null
const monthOf = ({ dossier, issuedOn }: Shipment): string => (dossier?.dossier.plannedShipmentOn ?? issuedOn).slice(0, 7)
const ownCountry = ({ number }: Shipment): string => number.slice(0, 2)

export function exportMirror(given: ReportRecord): readonly ReportSection[] {
  const known = given.shipments?.filter(counts) ?? null
  const unplaced = known?.filter((one) => countryOf(one) === null) ?? []
  const imports = given.statistics.filter(({ flow }) => flow === 'import')
  return [
    section(given, 'mirror-own', {
      lines: [
        line('shipments', known?.length, {
          unit: 'number',
          from: ['certificates'],
          count: known?.length ?? 0,
          who: 'ceec',
          where: '/certificates',
        }),
        line('shipped-mass', known === null ? null : sumGrams(known), {
          unit: 'grams',
          from: ['certificates'],
          count: known?.length ?? 0,
          who: 'ceec',
        }),
        ...(unplaced.length > 0
          ? [line('without-destination', null, { facts: { n: unplaced.length }, from: ['dossier'], who: 'ceec' })]
          : []),
      ],
      tables: [ownTable(known ?? [])],
    }),
    section(given, 'mirror-statistics', {
      lines: [
        line('statistics', imports.length === 0 ? null : imports.length, {
          ...{ unit: 'number', from: ['statistics'], count: imports.length, who: 'author', where: '/written-reports/statistics' },
        }),
      ],
      tables: [statisticTable(given.statistics)],
    }),
    section(given, 'mirror-gap', { tables: [gapTable(sidesOf(known ?? [], given.statistics))] }),
    section(given, 'mirror-reasons', { written: true }),
  ]
}

const ownTable = (known: readonly Shipment[]) =>
  table(
    'own-exports',
    [
      ['month', 'text'],
      ['mineral', 'word'],
      ['country', 'text', 'asked'],
      ['certificates', 'number'],
      ['mass', 'grams'],
    ],
    [...Map.groupBy(known, (one) => `${monthOf(one)} ${one.mineral} ${countryOf(one) ?? ''}`)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, group]): readonly (readonly CellValue[])[] => {
        const [first] = group
        return first === undefined ? [] : [[monthOf(first), `mineral.${first.mineral}`, countryOf(first), group.length, sumGrams(group)]]
      }),
    { from: ['certificates', 'dossier'], who: 'ceec' },
  )

const statisticTable = (rows: readonly Statistic[]) =>
  table(
    'statistics',
    [
      ['flow', 'word'],
      ['reporter', 'text'],
      ['partner', 'text'],
      ['month', 'text'],
      ['hs', 'text'],
      ['mass', 'grams'],
      ['value', 'usd-cents'],
      ['source', 'text'],
    ],
    rows.map((one) => [`flow.${one.flow}`, one.reporter, one.partner, one.month, one.hs, one.grams, one.valueUsdCents, one.source]),
    { from: ['statistics'] },
  )

/** Both sides of every stream of which a partner's statistics speak, and of our own streams of which none do. */
export function sidesOf(known: readonly Shipment[], statistics: readonly Statistic[]): readonly Sides[] {
  const streams = new Map<string, Sides>()
  const put = (side: Sides): void => {
    const key = `${side.origin} ${side.destination} ${side.mineral} ${side.period}`
    const before = streams.get(key)
    const add = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : a + b)
    streams.set(key, before === undefined ? side : { ...before, out: add(before.out, side.out), into: add(before.into, side.into) })
  }
  // Where a partner publishes years only, our months are summed to years beside it.
  const years = new Set(
    statistics.flatMap((one) => (one.month.length === 4 ? [`${one.reporter} ${one.month}`, `${one.partner} ${one.month}`] : [])),
  )
  const periodOf = (month: string, destination: string): string =>
    years.has(`${destination} ${month.slice(0, 4)}`) ? month.slice(0, 4) : month
  for (const one of known) {
    const destination = countryOf(one)
    if (destination === null) continue
    put({
      origin: ownCountry(one),
      destination,
      mineral: one.mineral,
      period: periodOf(monthOf(one), destination),
      out: one.massGrams,
      into: null,
    })
  }
  for (const one of statistics) {
    const mineral = mineralOfHs(one.hs)
    if (mineral === null) continue
    const isIn = one.flow === 'import'
    const [origin, destination] = isIn ? [one.partner, one.reporter] : [one.reporter, one.partner]
    put({
      origin,
      destination,
      mineral,
      period: periodOf(one.month, destination),
      out: isIn ? null : one.grams,
      into: isIn ? one.grams : null,
    })
  }
  return [...streams.values()].toSorted((a, b) => (`${a.origin}${a.period}` < `${b.origin}${b.period}` ? -1 : 1))
}

function reasonOf({ out, into }: Sides): string {
  if (into === null) return 'reason.no-statistics'
  if (out === null) return 'reason.no-record'
  const gap = out === 0 ? MARKED + 1 : Math.abs((into - out) / out) * 10_000
  if (gap <= MARKED) return 'reason.within'
  return into > out ? 'reason.more-arrived' : 'reason.less-arrived'
}
const gapTable = (sides: readonly Sides[]) =>
  table(
    'mirror',
    [
      ['origin-country', 'text'],
      ['destination', 'text'],
      ['mineral', 'word'],
      ['month', 'text'],
      ['left', 'grams'],
      ['arrived', 'grams'],
      ['gap', 'grams'],
      ['gap-share', 'percent'],
      ['reason', 'word'],
    ],
    sides.map((one) => {
      const gap = one.out === null || one.into === null ? null : one.into - one.out
      const percent = gap === null || one.out === null || one.out === 0 ? null : Math.round((gap / one.out) * 1_000) / 10
      return [one.origin, one.destination, `mineral.${one.mineral}`, one.period, one.out, one.into, gap, percent, reasonOf(one)]
    }),
    { from: ['certificates', 'statistics'], mark: 'D' },
  )
