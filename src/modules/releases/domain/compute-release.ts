/*
Makes what would leave, from the coded cases and the parameters: the file, what was kept back and why, and the true counts behind each told number for the guard
between releases. Who did not consent to the use is not in it; quarters too young are refused before this is asked. Cells are named by
their attributes, whatever the kind of release, so that a table is held against the combinations of an earlier one.
*/
import { type AttributeRow, codeColumns } from '../../../kernel/disclosure/coded-columns.ts'
import { floored } from '../../../kernel/disclosure/disclosure-rules.ts'
import { kAggregates } from '../../../kernel/disclosure/k-aggregates.ts'
import type { ReleasedCell } from '../../../kernel/disclosure/release-guard.ts'
import { safeTable, withSums } from '../../../kernel/disclosure/safe-table.ts'
import type { CodedCase, CodedTableOf, KeptBack, ReleaseParameters, WriteCodedCases } from '../contract.ts'
import { type NamedTable, icTipFiles, icTipTable } from './ic-tip.ts'
import { releaseKindRules } from './release-kinds.ts'
import { suppressRare } from './suppress-rare.ts'

export interface Writers {
  /** The 27 columns of CTDC. */
  readonly ctdc: WriteCodedCases
  /** HTCDS without identity. */
  readonly htcds: WriteCodedCases
}
export interface Computed {
  readonly files: readonly NamedTable[]
  /** Attributes of people that the file tells, which an agreement must name. */
  readonly columns: readonly string[]
  /** Lines of the file without its heading. */
  readonly lines: number
  readonly keptBack: KeptBack
  readonly cells: readonly ReleasedCell[]
}
/** More rows than this are for a machine apart: blanking looks at every combination of every row. */
export const MOST_ROWS = 20_000
const MOST_CELLS = 200_000
/** The cell of everybody that a release counts. */
const WHOLE = '*'
const NOTHING: KeptBack = { belowMinimum: 0, complement: 0, blanked: [], rowsBlanked: false }

export function within(one: CodedCase, { kind, from, until }: ReleaseParameters): boolean {
  return one.uses.includes(releaseKindRules[kind].use) && one.quarter >= from && one.quarter <= until
}

/** What is counted from people; what is told of places is made of what was told before (compute-place-events.ts). */
export type CountedKind = Exclude<ReleaseParameters['kind'], 'place-events'>
type Counted = ReleaseParameters & { readonly kind: CountedKind }
export const isCounted = (parameters: ReleaseParameters): parameters is Counted => parameters.kind !== 'place-events'

/** `cases`: only those that are `within`. */
export async function computeRelease(cases: readonly CodedCase[], parameters: Counted, writers: Writers): Promise<Computed> {
  switch (parameters.kind) {
    case 'province-quarter':
      return provinceTable(cases, parameters)
    case 'k-aggregates':
      return aggregates(chosen(statisticsTable(cases, writers), parameters.columns), parameters)
    case 'ctdc-microdata':
      return rowsOf(writers.ctdc(cases), parameters)
    case 'htcds-deidentified':
      return rowsOf(writers.htcds(cases), parameters)
    case 'ic-tip':
      return rowsOf(icTipTable(cases), parameters)
  }
}

/** What can be combined: the attributes of CTDC, with the quarter and the province in place of the year, and mining, which CTDC dropped. */
export function statisticsTable(cases: readonly CodedCase[], { ctdc }: Writers): CodedTableOf {
  const { columns, rows } = ctdc(cases)
  const own = (one: CodedCase): readonly (string | null)[] => [
    ...[one.quarter, one.admin1, one.traffickingStatus],
    one.labourIndustries.includes('B_MiningAndQuarrying') ? '1' : null,
  ]
  const places = columns.flatMap((name, at) => (name === 'yearOfRegistration' ? [] : [at]))
  return {
    columns: ['quarter', 'admin1', 'traffickingStatus', 'isMining', ...places.map((at) => columns[at] ?? '')],
    rows: cases.map((one, row) => [...own(one), ...places.map((at) => rows[row]?.[at] ?? null)]),
  }
}

function chosen({ columns, rows }: CodedTableOf, wanted: readonly string[]): CodedTableOf {
  if (wanted.length === 0) return { columns, rows }
  const places = columns.flatMap((name, at) => (wanted.includes(name) ? [at] : []))
  return { columns: places.map((at) => columns[at] ?? ''), rows: rows.map((row) => places.map((at) => row[at] ?? null)) }
}

const quartersOf = ({ from, until }: ReleaseParameters): readonly string[] => {
  const quarters: string[] = []
  let [year = 0, quarter = 1] = from.split('-Q').map(Number)
  for (let name = from; name <= until; name = `${year}-Q${quarter}`) {
    quarters.push(name)
    quarter += 1
    if (quarter > 4) [year, quarter] = [year + 1, 1]
  }
  return quarters
}

function provinceTable(cases: readonly CodedCase[], parameters: ReleaseParameters): Computed {
  const quarters = quartersOf(parameters)
  const provinces = [...new Set(cases.flatMap(({ admin1 }) => admin1 ?? []))].toSorted()
  const counts = provinces.map((admin1) =>
    quarters.map((quarter) => cases.filter((one) => one.admin1 === admin1 && one.quarter === quarter).length),
  )
  const safe = safeTable(counts, { least: parameters.k, floorTo: parameters.k })
  const whole = withSums(counts)
  const told = safe.flat()
  const cells = safe.flatMap((row, r) =>
    row.map((cell, c): ReleasedCell => {
      const attributes = [
        ...(r < provinces.length ? [`admin1=${provinces[r]}`] : []),
        ...(c < quarters.length && quarters.length > 1 ? [`quarter=${quarters[c]}`] : []),
      ]
      return { cell: attributes.join('&') || WHOLE, count: whole[r]?.[c] ?? 0, told: cell }
    }),
  )
  const text = (cell: (typeof told)[number]): string =>
    'shown' in cell ? String(cell.shown) : cell.withheld === 'complement' ? '..' : `<${parameters.k}`
  const lines = safe.map((row, r) => [provinces[r] ?? 'total', ...row.map(text)])
  const heading = ['admin1', ...quarters, 'total']
  return {
    ...{ files: [{ name: 'province-quarter.csv', rows: [heading, ...lines] }], columns: ['admin1'], lines: lines.length, cells },
    keptBack: {
      ...NOTHING,
      belowMinimum: told.filter((cell) => 'withheld' in cell && cell.withheld === 'below-minimum').length,
      complement: told.filter((cell) => 'withheld' in cell && cell.withheld === 'complement').length,
    },
  }
}

async function aggregates(table: CodedTableOf, { k, length }: ReleaseParameters): Promise<Computed> {
  const cells = [...(await cellsOf(table, { k, length, floorTo: k }))]
  const shown = cells.flatMap(({ cell, told }) =>
    'shown' in told && cell !== WHOLE ? [[cell.replaceAll('&', ';').replaceAll('=', ':'), String(told.shown)]] : [],
  )
  const { columns } = table
  return {
    ...{ files: [{ name: 'k-aggregates.csv', rows: [['selection', 'count'], ...shown] }], columns, lines: shown.length, cells },
    keptBack: { ...NOTHING, belowMinimum: cells.filter(({ told }) => 'withheld' in told).length },
  }
}

interface Telling {
  readonly k: number
  readonly length: number
  readonly floorTo: number
}
/** Every combination that occurs, told or not, and the whole; of a very large table only those that k people share. */
async function cellsOf({ columns, rows }: CodedTableOf, { k, length, floorTo }: Telling): Promise<readonly ReleasedCell[]> {
  const coded = await codeColumns(columns, rows satisfies readonly AttributeRow[])
  if ('problem' in coded) throw new Error(`coded cases do not fit their columns: ${coded.problem.field} ${coded.problem.problem}`)
  const told = (count: number): ReleasedCell['told'] => (count < k ? { withheld: 'below-minimum' } : { shown: floored(count, floorTo) })
  const collect = (least: number): ReleasedCell[] | null => {
    const found: ReleasedCell[] = [{ cell: WHOLE, count: rows.length, told: told(rows.length) }]
    for (const one of kAggregates(coded.table, { k: 1, length })) {
      if (one.count < least) continue
      if (least === 1 && found.length >= MOST_CELLS) return null
      const cell = one.columns
        .map((column, at) => `${columns[column]}=${one.values[at]}`)
        .toSorted()
        .join('&')
      found.push({ cell, count: one.count, told: told(one.count) })
    }
    return found
  }
  return collect(1) ?? collect(k) ?? []
}

async function rowsOf(table: CodedTableOf, { kind, k, length, columns: wanted }: ReleaseParameters): Promise<Computed> {
  // The headings of a standard stay; a column that was not asked for is empty.
  const isWanted = table.columns.map((name) => wanted.length === 0 || wanted.includes(name))
  const given = table.rows.map((row) => row.map((value, at) => (isWanted[at] === true ? value : null)))
  const { rows, blanked } = suppressRare(given, { k, length })
  // Sorted, so that the place of a row says nothing of when somebody came.
  const text = (row: readonly (string | null)[]): string => row.map((value) => value ?? '').join('\u0001')
  const sorted = rows.toSorted((a, b) => (text(a) < text(b) ? -1 : 1))
  const lines = sorted.map((row) => row.map((value) => value ?? ''))
  const { columns } = table
  const files = kind === 'ic-tip' ? icTipFiles(columns, sorted) : [{ name: `${kind}.csv`, rows: [[...columns], ...lines] }]
  return {
    ...{ files, columns: columns.filter((_, at) => rows.some((row) => row[at] !== null)), lines: lines.length },
    ...{ cells: await cellsOf({ columns, rows: sorted }, { k, length, floorTo: 1 }) },
    keptBack: {
      ...{ belowMinimum: 0, complement: 0, rowsBlanked: true },
      blanked: columns.flatMap((column, at) => ((blanked[at] ?? 0) === 0 ? [] : [{ column, values: blanked[at] ?? 0 }])),
    },
  }
}
