/*
What custody tells a committee of lots that stand still in its area: how many and why, since when the first has, and kilograms only where no business shows through them.
Never a number, a holder or the words of a reason. Who asks says which sites; who may read the lots themselves reads them in their list.
*/
import { type Infer, calendarDate, count, listOf, oneOf, record } from '../../kernel/schema.ts'
import type { SiteId } from '../sites/contract.ts'
import { Mineral } from '../sites/contract.ts'

/** The site gave no right to produce; figures that cannot be true; a decision by hand or in the name of a file; a seizure. */
export const HeldReason = oneOf('status', 'finding', 'decision', 'seizure')
export type HeldReason = Infer<typeof HeldReason>
export const HeldLots = record({
  lots: count(),
  reasons: listOf(record({ reason: HeldReason, lots: count() })),
  /** The day since which the first of them has been held. */
  since: calendarDate(),
  /** Only minerals whose held lots are of three bodies or more (D). */
  minerals: listOf(record({ mineral: Mineral, grams: count() })),
})
export type HeldLots = Infer<typeof HeldLots>
/** `null`: none is held. */
export type HeldLotsOf<Tx> = (tx: Tx, tenant: string, asked: { readonly sites: readonly SiteId[] }) => Promise<HeldLots | null>
