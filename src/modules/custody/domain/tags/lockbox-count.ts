/* The count of one day at the box: what should lie in it at the end, and by how much it does not. Whole tags, so every difference is exact. */
import type { CountKind, TagCounts } from '../../contract-tags.ts'

export type DayCounts = { readonly [Kind in CountKind]: number | null }
export const countKinds = ['opening', 'received', 'used', 'damaged', 'returned', 'closing'] as const
export const emptyDay: DayCounts = { opening: null, received: null, used: null, damaged: null, returned: null, closing: null }

/** opening + received − used − damaged − returned − closing; what nobody said between the two ends counts as none. */
export function countDifference(day: DayCounts): number | null {
  const { opening, received, used, damaged, returned, closing } = day
  if (opening === null || closing === null) return null
  return opening + (received ?? 0) - (used ?? 0) - (damaged ?? 0) - (returned ?? 0) - closing
}

/** The later word for a kind replaces the earlier one; what was said before stays in the log. */
export function withCounts(day: DayCounts, said: TagCounts): DayCounts {
  return { ...day, ...Object.fromEntries(countKinds.flatMap((kind) => (said[kind] === undefined ? [] : [[kind, said[kind]]]))) }
}
