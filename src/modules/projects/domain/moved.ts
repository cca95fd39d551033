/*
Two tables of the same persons beside each other, as a reader sees them: how many were added or taken away between them. The guard sees to it that no cell moves visibly by a few; but a sum
that moves by ten while its parts seem to stand still says that each part moved by a few. So does a division that is told in one of them only. Such a second table is not told.
*/
import type { ToldNumber, ToldPart } from '../contract-values.ts'
import { LEAST, RULE } from './tell.ts'

export interface ToldTable {
  readonly told: ToldNumber
  readonly parts: readonly ToldPart[]
}
interface Between {
  readonly least: number
  readonly most: number
}
const ANY: Between = { least: -Infinity, most: Infinity }
/** By how much a cell may have moved, by what is told of it in both and by the guard: not by a few where it is seen. */
function between(before: number | null, now: number | null): Between {
  if (before === null || now === null) return ANY
  const [moved, spread] = [now - before, RULE.floorTo - 1]
  if (moved === 0) return { least: -spread, most: spread }
  return moved > 0
    ? { least: Math.max(LEAST, moved - spread), most: moved + spread }
    : { least: moved - spread, most: Math.min(-LEAST, moved + spread) }
}
const isFew = ({ least, most }: Between): boolean => (least >= 1 && most < LEAST) || (most <= -1 && least > -LEAST)
const meet = (a: Between, b: Between): Between => ({ least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) })
const added = (all: readonly Between[]): Between => ({
  least: all.reduce((sum, one) => sum + one.least, 0),
  most: all.reduce((sum, one) => sum + one.most, 0),
})

/** Whether what lies between two tables could be read as one to nine persons in some cell. */
export function showsFew(before: ToldTable, now: ToldTable): boolean {
  return (['numerator', 'denominator'] as const).some((field) =>
    [...Map.groupBy(now.parts, ({ by }) => by)].some(([by, group]) => {
      const old = before.parts.filter((one) => one.by === by)
      const keys = [...new Set([...old, ...group].map(({ key }) => key))]
      const of = (parts: readonly ToldPart[], key: string): number | null => parts.find((one) => one.key === key)?.[field] ?? null
      // A division that is told in one table only bounds its parts in the other, where both sums stand.
      const isSeen = (parts: readonly ToldPart[]): boolean => parts.some((one) => one.value !== null)
      if (isSeen(old) !== isSeen(group) && before.told.value !== null && now.told.value !== null) return true
      const each = keys.map((key) => between(of(old, key), of(group, key)))
      const whole = meet(between(before.told[field], now.told[field]), added(each))
      const tightened = each.map((own, at) => {
        const rest = added(each.filter((_, other) => other !== at))
        return meet(own, { least: whole.least - rest.most, most: whole.most - rest.least })
      })
      return [whole, ...tightened].some(isFew)
    }),
  )
}
