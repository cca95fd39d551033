/*
A row's cells to a visit's values: who, where, when, numbers and flags. A value that cannot be true (a 31 February, a site in
the ocean, a flag that is neither yes nor no) makes the whole row damaged: it is reported, not repaired. An empty cell is not
asked and stays absent; `dontknow` is an answer without content and stays absent too.
*/
import { isCalendarDate } from '../../kernel/calendar.ts'
import type { IpisColumn } from './columns.ts'
import type { Damage, Row } from './read-rows.ts'

/** The box of the DRC, degrees. A swapped pair of coordinates falls outside it. */
const BOX = { south: -13.5, north: 5.4, west: 12.2, east: 31.4 }
/** IPIS began to visit sites in 2009; anything before 1990 is a slip of the pen. */
const EARLIEST = '1990-01-01'

export type Visit = {
  readonly row: Row
  readonly vid: string
  readonly pcode: string
  readonly name: string
  readonly date: string
  readonly onSite: boolean
  readonly at: { readonly latitude: number; readonly longitude: number }
  readonly workers: number | undefined
  readonly flag: (column: IpisColumn) => boolean | undefined
}
export type VisitRead = { readonly ok: true; readonly visit: Visit } | { readonly ok: false; readonly damage: Damage }

/** `today` bounds the visit's date. Numbers are plain decimals; workers a whole number. */
export function readVisit(row: Row, flagColumns: readonly IpisColumn[], today: string): VisitRead {
  const wrong = firstWrong(row, flagColumns, today)
  if (wrong) return { ok: false, damage: { line: row.line, ...wrong } }
  const workers = row.cell('workers_numb')
  const visit: Visit = {
    row,
    vid: row.cell('vid') ?? '',
    pcode: row.cell('pcode') ?? '',
    name: row.cell('name') ?? '',
    date: row.cell('visit_date') ?? '',
    onSite: row.cell('visit_onsite') === '1',
    at: { latitude: Number(row.cell('latitude')), longitude: Number(row.cell('longitude')) },
    workers: workers === undefined ? undefined : Number(workers),
    flag: (column) => flagOf(row.cell(column)),
  }
  return { ok: true, visit }
}

interface Wrong {
  readonly column: IpisColumn
  readonly problem: string
}

function firstWrong(row: Row, flagColumns: readonly IpisColumn[], today: string): Wrong | null {
  const checks: readonly (readonly [IpisColumn, string, (cell: string) => boolean])[] = [
    ['vid', 'not-a-visit-number', (cell) => /^[1-9]\d{0,9}$/.test(cell)],
    ['pcode', 'not-a-site-code', (cell) => /^[A-Za-z0-9_-]{1,60}$/.test(cell)],
    ['name', 'missing', (cell) => cell !== ''],
    ['visit_date', 'not-a-date', isCalendarDate],
    ['visit_date', 'date-out-of-range', (cell) => cell >= EARLIEST && cell <= today],
    ['visit_onsite', 'not-0-or-1', (cell) => cell === '0' || cell === '1'],
    ['latitude', 'not-a-number', isDecimal],
    ['longitude', 'not-a-number', isDecimal],
    ['latitude', 'coordinate-out-of-range', (cell) => Number(cell) >= BOX.south && Number(cell) <= BOX.north],
    ['longitude', 'coordinate-out-of-range', (cell) => Number(cell) >= BOX.west && Number(cell) <= BOX.east],
  ]
  for (const [column, problem, holds] of checks) {
    const cell = row.cell(column)
    if (cell === undefined) return { column, problem: 'missing' }
    if (!holds(cell)) return { column, problem }
  }
  const workers = row.cell('workers_numb')
  if (workers !== undefined && !/^\d{1,7}$/.test(workers)) return { column: 'workers_numb', problem: 'not-a-number' }
  if (!isSamePoint(row)) return { column: 'geom', problem: 'geometry-differs' }
  const flag = flagColumns.find((column) => !isFlag(row.cell(column)))
  return flag ? { column: flag, problem: 'not-0-or-1' } : null
}

/** The file says where a site lies twice; where the two differ nobody knows which is right. A geometry that is no point says nothing. */
function isSamePoint(row: Row): boolean {
  const point = /^POINT \((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)$/.exec(row.cell('geom') ?? '')
  if (!point) return true
  const near = (column: IpisColumn, value: string | undefined): boolean => Math.abs(Number(row.cell(column)) - Number(value)) < 1e-6
  return near('longitude', point[1]) && near('latitude', point[2])
}
const isDecimal = (cell: string): boolean => /^-?\d{1,3}(\.\d{1,20})?$/.test(cell)
const isFlag = (cell: string | undefined): boolean => cell === undefined || cell === '0' || cell === '1' || cell === 'dontknow'
const flagOf = (cell: string | undefined): boolean | undefined => (cell === '1' ? true : cell === '0' ? false : undefined)
