/*
Shares within a group of flags, as the codebook wants them: only those of whom anything in the group is known count in the denominator,
and their other flags are then a no. One person can bear several, so shares do not add up to a hundred.
*/
import { type CtdcColumn, type CtdcGroup, columnsOf } from './columns.ts'
import type { CtdcRow } from './microdata.ts'

export interface GroupShares {
  readonly denominator: number
  /** Hundredths of a percent, rounded down; null when nobody counts. */
  readonly shares: ReadonlyMap<CtdcColumn, { readonly count: number; readonly share: number | null }>
}

export function sharesOf(group: CtdcGroup, rows: Iterable<CtdcRow>): GroupShares {
  const tally = shareTally(group)
  for (const row of rows) tally.add(row)
  return tally.shares()
}

/** The same, row by row. */
export function shareTally(group: CtdcGroup): { readonly add: (row: CtdcRow) => void; readonly shares: () => GroupShares } {
  const columns = columnsOf(group)
  const counts = new Map(columns.map((name) => [name, 0]))
  let denominator = 0
  const share = (count: number): number | null => (denominator === 0 ? null : Math.floor((count * 10_000) / denominator))
  return {
    add: (row) => {
      const borne = columns.filter((name) => row[name] === '1')
      if (borne.length > 0) denominator += 1
      for (const name of borne) counts.set(name, (counts.get(name) ?? 0) + 1)
    },
    shares: () => ({ denominator, shares: new Map([...counts].map(([name, count]) => [name, { count, share: share(count) }])) }),
  }
}
