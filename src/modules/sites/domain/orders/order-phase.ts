/*
Where an order stands on a day: `signed → published → in_force → superseded | expired | annulled`. Derived, never stored. An order
rules from its own day whether it was published or not (D), so `in_force` may still miss its publication, and the page says so.
*/
import { type Infer, oneOf } from '../../../../kernel/schema.ts'

export const OrderPhase = oneOf('signed', 'published', 'in_force', 'superseded', 'expired', 'annulled')
export type OrderPhase = Infer<typeof OrderPhase>

export interface PhaseFacts {
  readonly effectiveFrom: string
  /** First day on which the last of its periods no longer runs, by its text or by the rulebook; `null` without an end. */
  readonly end: string | null
  readonly publishedOn: string | null
  readonly annulledOn: string | null
  /** A standing order replaces it, or newer ones rule every site of its annex. */
  readonly replaced: boolean
}
export function phaseOf(order: PhaseFacts, today: string): OrderPhase {
  if (order.annulledOn !== null) return 'annulled'
  if (order.replaced) return 'superseded'
  if (order.end !== null && order.end <= today) return 'expired'
  if (order.effectiveFrom <= today) return 'in_force'
  return order.publishedOn === null ? 'signed' : 'published'
}
