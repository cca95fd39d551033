/*
What indicators may ask of flow monitoring. Passages, not persons: who passes twice is counted twice, and that is why nothing here is called unique. Days below the least cell are in
no number here, as they are in none of the tables: else the two beside each other would tell such a day.
*/
import type { Measure, MeasureCell } from '../../../kernel/measure.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { flowRules } from '../domain/flow-rules.ts'
import { UNKNOWN } from '../domain/sums.ts'
import { type MeasureWithin, measureCounts, measureKeys } from './store-mobility.ts'

interface Part {
  readonly of: { readonly [name: string]: string }
  readonly numerator: number
  readonly denominator: number | null
}
/** Parts that are the same by what was asked are one. */
function gathered(parts: readonly Part[], by: readonly string[]): readonly MeasureCell[] {
  const found = new Map<string, MeasureCell>()
  for (const { of, numerator, denominator } of parts) {
    const wanted = Object.fromEntries(by.map((name) => [name, of[name] ?? UNKNOWN]))
    const key = JSON.stringify(wanted)
    const before = found.get(key)
    found.set(key, {
      of: wanted,
      numerator: (before?.numerator ?? 0) + numerator,
      denominator: denominator === null ? null : (before?.denominator ?? 0) + denominator,
    })
  }
  return [...found.values()]
}
const withinOf = ({ occurred, learned }: Parameters<Measure<Tx>['ask']>[2]): MeasureWithin => ({
  ...{ from: occurred.from, until: occurred.to, after: learned.after, known: learned.until, least: flowRules.least },
})
const shared = { version: 2, touchesPersons: true, addsUp: true } as const

export const mobilityMeasures: readonly Measure<Tx>[] = [
  {
    ...{ ...shared, id: 'mobility.passages', unit: 'number', divides: ['area', 'point', 'direction'] },
    ask: async (tx, tenant, asked) => {
      const within = withinOf(asked)
      const rows = asked.by.includes('direction')
        ? (await measureKeys(tx, tenant, { ...within, dimension: 'direction' })).map((row) => ({ ...row, direction: row.key }))
        : await measureCounts(tx, tenant, within)
      return gathered(
        rows.map((row) => ({
          of: { area: row.area, point: row.point, ...('direction' in row ? { direction: row.direction } : {}) },
          ...{ numerator: row.passages, denominator: null },
        })),
        asked.by,
      )
    },
  },
  {
    ...{ ...shared, id: 'mobility.minors-share', unit: 'percent', divides: ['area', 'point'] },
    ask: async (tx, tenant, asked) =>
      gathered(
        (await measureCounts(tx, tenant, withinOf(asked))).map(({ point, area, minors, fit }) => ({
          ...{ of: { area, point }, numerator: minors, denominator: fit },
        })),
        asked.by,
      ),
  },
  {
    // Of the passages of which somebody said why.
    ...{ ...shared, id: 'mobility.mining-share', unit: 'percent', divides: ['area', 'point'] },
    ask: async (tx, tenant, asked) =>
      gathered(
        (await measureKeys(tx, tenant, { ...withinOf(asked), dimension: 'reason' })).flatMap(({ point, area, key, passages }) =>
          key === UNKNOWN ? [] : [{ of: { area, point }, numerator: key === 'work-mining' ? passages : 0, denominator: passages }],
        ),
        asked.by,
      ),
  },
]
