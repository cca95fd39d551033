/*
A file of numbers of foreign workers: one line a group, gathered into one sheet for each area, quarter and source. It is read on the device that holds it, so a trial writes and sends nothing.
A line that cannot be understood is named by line and column and nothing of it is taken; a column that is not expected refuses the file, because it could hold names.
*/
import { BrokenCsv, csvRowsOf } from '../../../kernel/csv.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { parse } from '../../../kernel/schema.ts'
import {
  WorkerAge,
  WorkerLine,
  WorkerNation,
  WorkerPermit,
  WorkerSector,
  WorkerSex,
  WorkerSource,
  type WorkersSheet,
} from '../contract-workers.ts'
import { isQuarter } from './workers.ts'
import { gathered } from './workers-told.ts'

export const workerColumns = ['area', 'quarter', 'source', 'sector', 'nation', 'sex', 'age', 'permit', 'n'] as const
type Column = (typeof workerColumns)[number]
export interface WorkersTrial {
  readonly sheets: readonly WorkersSheet[]
  readonly rows: number
  readonly damaged: readonly {
    readonly line: number
    readonly column: Column
    readonly problem: 'empty' | 'not-in-the-list' | 'not-a-count'
  }[]
}
const MOST_DAMAGED = 200
const lists: { readonly [name in Column]?: readonly string[] } = {
  ...{ source: WorkerSource.options, sector: WorkerSector.options, nation: WorkerNation.options },
  ...{ sex: WorkerSex.options, age: WorkerAge.options, permit: WorkerPermit.options },
}
type Cells = { readonly [name in Column]: string }
type Problem = Pick<WorkersTrial['damaged'][number], 'column' | 'problem'>

function problemOf(cells: Cells, areas: ReadonlySet<string>): Problem | null {
  if (cells.area === '') return { column: 'area', problem: 'empty' }
  if (!areas.has(cells.area)) return { column: 'area', problem: 'not-in-the-list' }
  if (!isQuarter(cells.quarter)) return { column: 'quarter', problem: 'not-in-the-list' }
  for (const column of workerColumns) {
    const list = lists[column]
    if (list && !list.includes(cells[column])) return { column, problem: cells[column] === '' ? 'empty' : 'not-in-the-list' }
  }
  return /^[0-9]{1,5}$/.test(cells.n) && Number(cells.n) > 0 && Number(cells.n) <= 20_000 ? null : { column: 'n', problem: 'not-a-count' }
}
/** Refusals: `workers-file-broken`, `workers-file-columns` with the first that is missing or too many. */
export function readWorkersFile(text: string, areas: ReadonlySet<string>): Outcome<WorkersTrial> {
  const rows = rowsOf(text)
  const heads = rows?.[0]?.map((head) => head.trim().toLowerCase())
  if (!rows || !heads) return refused('workers-file-broken')
  const wrong = workerColumns.find((name) => !heads.includes(name)) ?? heads.find((head) => !workerColumns.some((name) => name === head))
  if (wrong !== undefined) return refused('workers-file-columns', { column: wrong.slice(0, 40) })
  const sheets = new Map<string, { readonly sheet: Omit<WorkersSheet, 'lines'>; readonly lines: WorkerLine[] }>()
  const damaged: WorkersTrial['damaged'][number][] = []
  for (const [at, row] of rows.slice(1).entries()) {
    const cell = (name: Column): string => (row[heads.indexOf(name)] ?? '').trim()
    const upper = { area: cell('area').toUpperCase(), quarter: cell('quarter').toUpperCase() }
    const code = (name: Column): string => cell(name).toLowerCase().replaceAll('_', '-')
    const cells: Cells = {
      ...{ ...upper, source: code('source'), sector: code('sector'), nation: code('nation') },
      ...{ sex: code('sex'), age: code('age'), permit: code('permit'), n: cell('n') },
    }
    const { area, quarter, source, n, ...rest } = cells
    const problem = problemOf(cells, areas)
    const [line, from] = [parse(WorkerLine, { ...rest, n: Number(n) }), parse(WorkerSource, source)]
    if (problem !== null || !line.ok || !from.ok) {
      if (damaged.length < MOST_DAMAGED) damaged.push({ line: at + 2, ...(problem ?? { column: 'n', problem: 'not-a-count' }) })
      continue
    }
    const key = `${area} ${quarter} ${source}`
    const of = sheets.get(key) ?? { sheet: { area, quarter, source: from.value }, lines: [] }
    of.lines.push(line.value)
    sheets.set(key, of)
  }
  const whole = [...sheets.values()].map(({ sheet, lines }) => ({ ...sheet, lines: [...gathered(lines)] }))
  return accepted({ sheets: whole, rows: rows.length - 1, damaged })
}
function rowsOf(text: string): readonly (readonly string[])[] | null {
  try {
    return csvRowsOf(text)
  } catch (fault) {
    if (fault instanceof BrokenCsv) return null
    throw fault
  }
}
