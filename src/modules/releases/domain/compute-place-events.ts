/*
A release over what was told of places: by type, quarter, province and, where the agreement names it, territoire; never a site. It is made of what was told
already, so that a release and a screen cannot be held against each other: a minimum above ten only takes numbers away. What was not told is in no line, and how
much that was is told to nobody, because a withheld place is a place with a report.
*/
import { floored } from '../../../kernel/disclosure/disclosure-rules.ts'
import type { ReleasedCell } from '../../../kernel/disclosure/release-guard.ts'
import type { ReleaseParameters, ToldPlace } from '../contract.ts'
import type { Computed } from './compute-release.ts'

export const placeEventColumns: readonly string[] = ['quarter', 'event', 'admin1', 'admin2']

export interface ToldBefore {
  readonly lines: readonly ToldPlace[]
  /** With the counts behind them, as the guard keeps them. */
  readonly cells: readonly ReleasedCell[]
}
export const cellName = ({ type, level, code, quarter }: Pick<ToldPlace, 'type' | 'level' | 'code' | 'quarter'>): string =>
  `event=${type}&${level}=${code}&quarter=${quarter}`

export function computePlaceEvents({ lines, cells }: ToldBefore, { k, from, until, columns }: ReleaseParameters): Computed {
  const isClose = columns.length === 0 || columns.includes('admin2')
  const wanted = lines.filter(
    ({ quarter, level }) => quarter >= from && quarter <= until && (level === 'province' || (level === 'territoire' && isClose)),
  )
  const counts = new Map(cells.map((one) => [one.cell, one.count]))
  const told = wanted.flatMap((line) => {
    const [cell, count] = [cellName(line), counts.get(cellName(line)) ?? 0]
    return count < k ? [] : [{ line, cell, count, shown: floored(count, k) }]
  })
  const rows = told
    .map(({ line, shown }) => [line.quarter, line.type, line.province, line.territoire ?? '', String(shown)])
    .toSorted((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1))
  const heading = [...placeEventColumns, 'persons']
  return {
    files: [{ name: 'place-events.csv', rows: [heading, ...rows] }],
    columns: placeEventColumns.filter((name) => name !== 'admin2' || isClose),
    lines: rows.length,
    keptBack: { belowMinimum: 0, complement: 0, blanked: [], rowsBlanked: false },
    cells: told.map(({ cell, count, shown }) => ({ cell, count, told: { shown } })),
  }
}
