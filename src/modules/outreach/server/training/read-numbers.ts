/*
Numbers of trainings for tables: participations and trained persons, two indicators side by side and never one in the other. Every number of persons passes the rule of the
least cell with its sums; the table of three divisions is told for each sex apart, without a sum over the sexes, so that no sum gives a small cell away.
*/
import { addDays, addMonths, quarterEnds } from '../../../../kernel/calendar.ts'
import { dayAfter, quarterOf } from '../../../../kernel/disclosure/place-and-time.ts'
import { type CellRule, floored, shownCount } from '../../../../kernel/disclosure/disclosure-rules.ts'
import { safeTable } from '../../../../kernel/disclosure/safe-table.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { AgeBand, Sex } from '../../contract.ts'
import {
  type GainShown,
  type NumbersTable,
  ParticipantCategory,
  type SafeCount,
  type SafeGrid,
  type TrainedByQuarter,
  type TrainingNumbers,
} from '../../contract-training.ts'
import { type Known, type Line, reckoned, sumName } from '../../domain/told.ts'
import { gainOf } from '../../domain/training/rules.ts'
import type { TrainingDoors } from './doors.ts'
import { provinceNames, ruleFor, safe } from './read-training.ts'
import { type Counted, type CountRow, type Dividable, countBySession, countNotLinked, countTrainings, listScores } from './store-read.ts'

const divided: { readonly [Key in NumbersTable]: readonly [rows: Dividable, columns: Dividable, layers: Dividable | null] } = {
  'category-sex': ['category', 'sex', null],
  'province-sex': ['province', 'sex', null],
  'age-sex': ['age', 'sex', null],
  'province-category': ['province', 'category', 'sex'],
}
export const NumbersTables = ['category-sex', 'province-sex', 'age-sex', 'province-category'] as const satisfies readonly NumbersTable[]
const byOf = (table: NumbersTable): readonly Dividable[] => divided[table].flatMap((name) => name ?? [])
const orders: { readonly [name: string]: readonly string[] } = {
  category: ParticipantCategory.options,
  sex: Sex.options,
  age: AgeBand.options,
}
const ALL = 'all'
const valuesOf = (name: Dividable, rows: readonly CountRow[], at: number): readonly string[] => {
  const seen = new Set(rows.map(({ parts }) => parts[at] ?? ''))
  return (orders[name] ?? [...seen].toSorted()).filter((value) => seen.has(value))
}

interface Asked {
  readonly tenant: string
  readonly who: Who
  readonly from: string
  readonly until: string
  readonly table: NumbersTable
}
export async function readNumbers(tx: Tx, doors: TrainingDoors, asked: Asked): Promise<TrainingNumbers> {
  const { tenant, who, from, until, table } = asked
  const rule = ruleFor(who)
  const nameOf = await provinceNames(tx, doors, tenant)
  const count = (counted: Counted, by: readonly Dividable[]) =>
    countTrainings(tx, tenant, { counted, by, occurred: { from, to: until }, learned: { after: null, until: null } })
  const total = async (counted: Counted): Promise<number> => (await count(counted, []))[0]?.n ?? 0
  const told = async (counted: Persons): Promise<Told> =>
    tell(await countingsOf(tx, tenant, { counted, from, until }), { table, rule, nameOf })
  const [participations, trained] = [await told('participations'), await told('trained-unique')]
  const scores = await listScores(tx, tenant, { from, to: until })
  const scored = scores.reduce((sum, { n }) => sum + n, 0)
  const practice = (await count('follow-up', []))[0] ?? { n: 0, of: 0 }
  return {
    ...{ from, until, table, least: rule.least, floorTo: rule.floorTo },
    participations: participations.grids,
    trainedUnique: trained.grids,
    participationsTotal: participations.total,
    trainedUniqueTotal: trained.total,
    notLinked: safe(await countNotLinked(tx, tenant, { from, to: until }), rule),
    certificates: safe(await total('certificates'), rule),
    // A mean of four people tells of each: it waits for the least cell like every number of persons.
    gain: scored < rule.least ? null : toldGain(gainOf(scores.flatMap(({ n, ...score }) => Array.from({ length: n }, () => score))), rule),
    followUp: followUpOf(practice, rule),
  }
}
type Persons = 'participations' | 'trained-unique'
async function countingsOf(
  tx: Tx,
  tenant: string,
  { counted, from, until }: { readonly counted: Persons; readonly from: string; readonly until: string },
): Promise<Countings> {
  const count = (by: readonly Dividable[]) =>
    countTrainings(tx, tenant, { counted, by, occurred: { from, to: until }, learned: { after: null, until: null } })
  const tables = new Map<NumbersTable, readonly CountRow[]>()
  for (const one of NumbersTables) tables.set(one, await count(byOf(one)))
  const sessions = (await countBySession(tx, tenant, { counted, from, to: until })).map((one) => one.n)
  return { tables, total: (await count([]))[0]?.n ?? 0, sessions }
}
const QUARTERS = 7
/** Trained persons, each once in a quarter: the numbers that the tables of the same days tell. */
export async function readQuarters(
  tx: Tx,
  { tenant, who, today }: Pick<Asked, 'tenant' | 'who'> & { readonly today: string },
): Promise<TrainedByQuarter> {
  const rule = ruleFor(who)
  const quarters: TrainedByQuarter['quarters'] = []
  for (const day of quarterEnds(today, QUARTERS)) {
    const quarter = quarterOf(day)
    const until = addDays(dayAfter(quarter), -1)
    const counted = await countingsOf(tx, tenant, { counted: 'trained-unique', from: addMonths(dayAfter(quarter), -3), until })
    quarters.push({ quarter, trained: tell(counted, { table: 'category-sex', rule, nameOf: (code) => code }).total })
  }
  return { asOf: today, least: rule.least, quarters }
}
export interface Told {
  readonly grids: SafeGrid[]
  readonly total: SafeCount
}
export interface Countings {
  readonly tables: ReadonlyMap<NumbersTable, readonly CountRow[]>
  readonly total: number
  readonly sessions: readonly number[]
}
interface Telling {
  readonly table: NumbersTable
  readonly rule: CellRule
  readonly nameOf: (code: string) => string
}
/** One table and the number over all: whoever has all the tables of these days, the list of sessions too, is left with no small cell that can have one value only. */
export function tell(counted: Countings, { table, rule, nameOf }: Telling): Told {
  const kept = new Set<string>()
  for (let turn = 0; turn < MOST_KEPT; turn++) {
    const all = NumbersTables.map((one) => ({
      one,
      grids: gridsOf(counted.tables.get(one) ?? [], { by: byOf(one), rule, nameOf, kept }),
    }))
    const total = kept.has(WHOLE) ? COMPLEMENT : safe(counted.total, rule)
    const open = openSums(all, { total, sessions: counted.sessions, rule })
    if (open.length === 0) return { grids: all.find(({ one }) => one === table)?.grids ?? [], total }
    for (const name of open) kept.add(name)
  }
  // Nothing helps: nothing is told, and no mark says which cells were small.
  return { grids: [], total: COMPLEMENT }
}
const MOST_KEPT = 60

interface AllTold {
  readonly one: NumbersTable
  readonly grids: readonly SafeGrid[]
}
/** Sums to keep back next, because beside them a small cell has one value only; empty where none has. */
function openSums(
  all: readonly AllTold[],
  { total, sessions, rule }: { readonly total: SafeCount; readonly sessions: readonly number[]; readonly rule: CellRule },
): readonly string[] {
  const known: Known = new Map()
  const lines: Line[] = [{ whole: WHOLE, parts: sessions.map((_n, at) => `session=${at}`) }]
  const learn = (name: string, cell: SafeCount): void => {
    const [least, most] = heard(cell, rule)
    const [before, after] = known.get(name) ?? [0, Number.POSITIVE_INFINITY]
    known.set(name, [Math.max(least, before), Math.min(most, after)])
  }
  learn(WHOLE, total)
  sessions.forEach((n, at) => learn(`session=${at}`, safe(n, rule)))
  for (const { one, grids } of all) for (const grid of grids) lines.push(...linesOf(one, grid, learn))
  const small = [...reckoned(known, lines)].filter(([, [least, most]]) => least === most && least > 0 && least < rule.least)
  if (small.length === 0) return []
  const isTold = (name: string): boolean =>
    (known.get(name)?.[0] ?? 0) >= rule.least && (known.get(name)?.[1] ?? 0) < Number.POSITIVE_INFINITY
  const names = new Set(small.map(([name]) => name))
  const beside = lines.flatMap(({ whole, parts }) => (parts.some((part) => names.has(part)) ? [whole] : names.has(whole) ? parts : []))
  const next = beside.find(isTold) ?? [...known.keys()].find(isTold)
  return next === undefined ? [WHOLE] : [next]
}
/** What somebody who knows the rule reads in a cell. */
function heard(cell: SafeCount, { least, floorTo }: CellRule): readonly [number, number] {
  if (cell.is === 'shown') return [cell.n, cell.n + floorTo - 1]
  return cell.because === 'below-minimum' ? [0, least - 1] : [0, Number.POSITIVE_INFINITY]
}
function linesOf(table: NumbersTable, grid: SafeGrid, learn: (name: string, cell: SafeCount) => void): readonly Line[] {
  const [rowName = 'category', columnName = 'sex'] = byOf(table)
  const layer = grid.layer === null ? {} : { sex: grid.layer }
  const nameAt = (row: string, column: string): string =>
    sumName({ ...(row === ALL ? {} : { [rowName]: row }), ...(column === ALL ? {} : { [columnName]: column }), ...layer })
  const [rows, columns] = [grid.rows.map(({ key }) => key), grid.columns.map(({ key }) => key)]
  for (const row of grid.rows) row.cells.forEach((cell, at) => learn(nameAt(row.key, columns[at] ?? ALL), cell))
  const [inRows, inColumns] = [rows.filter((key) => key !== ALL), columns.filter((key) => key !== ALL)]
  return [
    ...rows.map((row) => ({ whole: nameAt(row, ALL), parts: inColumns.map((column) => nameAt(row, column)) })),
    ...columns.map((column) => ({ whole: nameAt(ALL, column), parts: inRows.map((row) => nameAt(row, column)) })),
  ]
}
const WHOLE = sumName({})
const COMPLEMENT: SafeCount = { is: 'withheld', because: 'complement' }
/** Of how many a mean is, is a number of persons too: beside exact ones, two stretches of days would tell the score of who is in one only. */
function toldGain(gain: GainShown, { least, floorTo }: CellRule): GainShown {
  const isFew = gain.normalisedOf < least
  return {
    ...gain,
    of: floored(gain.of, floorTo),
    normalisedOf: floored(gain.normalisedOf, floorTo),
    normalisedThousandths: isFew ? null : gain.normalisedThousandths,
  }
}
/** Both parts must be large enough: few who do, and few who do not. */
function followUpOf({ n, of }: { readonly n: number; readonly of: number }, rule: CellRule): TrainingNumbers['followUp'] {
  const parts = [of, n, of - n].map((one) => shownCount(one, rule))
  const [reached, practising] = parts
  if (parts.some((one) => 'withheld' in one) || !reached || !practising || !('shown' in reached) || !('shown' in practising)) return null
  return { reached: reached.shown, practising: practising.shown }
}

interface GridParts {
  readonly by: readonly Dividable[]
  readonly rule: CellRule
  readonly nameOf: (code: string) => string
  /** Names of sums that are kept back. */
  readonly kept: ReadonlySet<string>
}
function gridsOf(counted: readonly CountRow[], parts: GridParts): SafeGrid[] {
  const layer = parts.by[2]
  if (layer === undefined) return [gridOf(counted, null, parts)]
  return valuesOf(layer, counted, 2).map((value) =>
    gridOf(
      counted.filter((row) => row.parts[2] === value),
      value,
      parts,
    ),
  )
}
function gridOf(counted: readonly CountRow[], layer: string | null, { by, rule, nameOf, kept }: GridParts): SafeGrid {
  const [rowName = 'category', columnName = 'sex'] = by
  const [rows, columns] = [valuesOf(rowName, counted, 0), valuesOf(columnName, counted, 1)]
  const cells = new Map(counted.map(({ parts, n }) => [`${parts[0]}/${parts[1]}`, n]))
  const table = rows.map((row) => columns.map((column) => cells.get(`${row}/${column}`) ?? 0))
  const shown = safeTable(table, rule)
  const isKept = (row: string, column: string): boolean =>
    kept.has(
      sumName({
        ...(row === ALL ? {} : { [rowName]: row }),
        ...(column === ALL ? {} : { [columnName]: column }),
        ...(layer === null ? {} : { sex: layer }),
      }),
    )
  const named = (name: Dividable, key: string) => ({ key, name: name === 'province' ? nameOf(key) : key })
  return {
    layer,
    columns: [...columns.map((key) => named(columnName, key)), { key: ALL, name: ALL }],
    rows: [...rows.map((key) => named(rowName, key)), { key: ALL, name: ALL }].map((row, at) => ({
      ...row,
      cells: (shown[at] ?? []).map((cell, place): SafeCount => {
        if (!('shown' in cell)) return { is: 'withheld', because: cell.withheld }
        return isKept(row.key, columns[place] ?? ALL) ? COMPLEMENT : { is: 'shown', n: cell.shown }
      }),
    })),
  }
}
