/* What may be told of lots that are held to those who may not read them. It refuses kilograms of a mineral where fewer than three bodies own what is held of it. Pure. */
import { HeldReason, type HeldLots } from '../../contract-held.ts'
import type { Mineral } from '../../../sites/contract.ts'

export interface HeldGroup {
  readonly reason: HeldReason
  readonly mineral: Mineral
  /** Whose they are: the owner where one is said, else the holder. */
  readonly body: string
  readonly lots: number
  readonly grams: number
  readonly since: string
}
/** With two, each would know the other's; with three, none knows which (D). */
export const LEAST_BODIES = 3

export function toldHeld(groups: readonly HeldGroup[]): HeldLots | null {
  const [first] = groups.map((one) => one.since).toSorted()
  if (first === undefined) return null
  const sum = (of: readonly HeldGroup[], what: 'lots' | 'grams'): number => of.reduce((total, one) => total + one[what], 0)
  return {
    lots: sum(groups, 'lots'),
    reasons: HeldReason.options.flatMap((reason) => {
      const lots = sum(
        groups.filter((one) => one.reason === reason),
        'lots',
      )
      return lots === 0 ? [] : [{ reason, lots }]
    }),
    since: first,
    minerals: [...new Set(groups.map((one) => one.mineral))].toSorted().flatMap((mineral) => {
      const of = groups.filter((one) => one.mineral === mineral)
      const isTold = new Set(of.map((one) => one.body)).size >= LEAST_BODIES
      return isTold ? [{ mineral, grams: sum(of, 'grams') }] : []
    }),
  }
}
