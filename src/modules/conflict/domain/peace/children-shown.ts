/*
How many children a figure of disarmament may show, among all figures of its programme and province, whatever their day and however the programme was spelled.
Below a province, and of one group, fewer than ten are not shown, nor then the others there (D). Of what is left nothing is shown by which somebody could
subtract to one to nine children: no two numbers that differ by so few, and no whole beside parts that leave so few. The wider, the standing and the earlier
goes first, so that a later narrow figure takes away nothing that was shown before it. Cost: for each figure one pass over those shown, sums as bits of one number.
*/
import { disclosureRules, shownCount } from '../../../../kernel/disclosure/disclosure-rules.ts'
import type { ShownSum } from '../../contract-peace.ts'
import { foldedActor } from '../folded.ts'

export const LEAST_CHILDREN = disclosureRules.leastOutside.value
export interface ChildrenCell {
  readonly programme: string
  readonly province: string
  readonly territoire?: string | undefined
  readonly actor?: string | undefined
  readonly asOf: string
  /** When it was recorded. */
  readonly at: string
  readonly isCorrected: boolean
  readonly children: number | null
}
interface Counted extends ChildrenCell {
  readonly children: number
}
const isNarrow = ({ territoire, actor }: ChildrenCell): boolean => territoire !== undefined || actor !== undefined
const isSmall = (one: Counted): boolean => isNarrow(one) && 'withheld' in shownCount(one.children, { least: LEAST_CHILDREN, floorTo: 1 })
const isFew = (difference: number): boolean => difference !== 0 && Math.abs(difference) < LEAST_CHILDREN
/** Of whom it counts: figures of one scope and different days are never parts of one whole together. */
const scopeOf = ({ territoire, actor }: ChildrenCell): string => `${territoire ?? ''}|${actor ?? ''}`
const isPartOf = (part: ChildrenCell, whole: ChildrenCell): boolean =>
  scopeOf(part) !== scopeOf(whole) &&
  (whole.territoire === undefined || whole.territoire === part.territoire) &&
  (whole.actor === undefined || whole.actor === part.actor)

/** For each cell in its place. */
export function childrenShown(cells: readonly ChildrenCell[]): readonly ShownSum[] {
  const answers = new Map<ChildrenCell, ShownSum>()
  const counted = cells.filter((one): one is Counted => one.children !== null)
  for (const group of Map.groupBy(counted, (one) => `${one.province} ${foldedActor(one.programme)}`).values()) {
    const hasSmall = group.some(isSmall)
    const shown: Counted[] = []
    for (const one of group.toSorted(widestFirst)) {
      if (isSmall(one)) answers.set(one, { is: 'withheld', because: 'below-minimum' })
      else if ((isNarrow(one) && hasSmall) || leadsToFew(one, shown)) answers.set(one, { is: 'withheld', because: 'complement' })
      else {
        shown.push(one)
        answers.set(one, { is: 'shown', n: one.children })
      }
    }
  }
  return cells.map((one) => answers.get(one) ?? { is: 'not-given' })
}
const widestFirst = (a: Counted, b: Counted): number =>
  Number(isNarrow(a)) - Number(isNarrow(b)) || Number(a.isCorrected) - Number(b.isCorrected) || order(a.asOf, b.asOf) || order(a.at, b.at)
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function leadsToFew(one: Counted, shown: readonly Counted[]): boolean {
  if (shown.some((other) => isFew(other.children - one.children))) return true
  const wholes = shown.filter((whole) => isPartOf(one, whole))
  return leavesFew(one, shown) || wholes.some((whole) => leavesFew(whole, [...shown, one], one))
}
/** Whether parts of a whole, at most one for each scope, add up to nearly all of it; `withPart`: only sums in which that one is. */
function leavesFew(whole: Counted, shown: readonly Counted[], withPart?: Counted): boolean {
  const parts = shown.filter((part) => isPartOf(part, whole) && (withPart === undefined || scopeOf(part) !== scopeOf(withPart)))
  let sums = 1n << BigInt(withPart?.children ?? 0)
  for (const ofScope of Map.groupBy(parts, scopeOf).values()) {
    const before = sums
    for (const n of new Set(ofScope.map((part) => part.children))) sums |= before << BigInt(n)
  }
  // The sum of nothing is no subtraction.
  const isThere = (sum: number): boolean => sum > 0 && ((sums >> BigInt(sum)) & 1n) === 1n
  return Array.from({ length: LEAST_CHILDREN - 1 }, (_, at) => at + 1).some(
    (few) => isThere(whole.children - few) || isThere(whole.children + few),
  )
}
