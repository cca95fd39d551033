/*
How many tags a site should be given, by what it can produce: ceil(monthly production × margin × months ÷ median bag) less what
lies unused in the box, never above the quota (domain specification 7.8). Every number that went in comes back with the answer, and
the factors are data with their mark: none is the law. It proposes; somebody decides.
*/
import type { Evidence } from '../../../../kernel/rulebook.ts'

interface Factor {
  readonly value: number
  readonly mark: Evidence
}
/** Tags of one month and a tenth more; a bag of 30 kg until twenty bags of the site say otherwise. */
export const tagFactors = {
  margin: { value: 1.1, mark: 'D' },
  monthsCover: { value: 1, mark: 'D' },
  medianBagGrams: { value: 30_000, mark: 'D' },
  fewestBags: { value: 20, mark: 'D' },
} as const satisfies { readonly [name: string]: Factor }

export interface ProposalInput {
  /** Of all minerals but gold, which goes in sachets; null without a validated baseline report. */
  readonly baselineMonthlyGrams: number | null
  readonly monthsCover: number
  /** The masses of the last bags of the site. */
  readonly bagGrams: readonly number[]
  readonly unused: number
  readonly quotaLeft: number | null
  /** What the standing of the site says about tags today. */
  readonly allowed: boolean
}
export interface Proposal {
  readonly medianBagGrams: number
  readonly medianOfBags: number
  readonly needed: number | null
  readonly proposed: number | null
  readonly limitedBy: 'need' | 'quota' | 'standing' | 'no-baseline'
}

export function proposeTags(input: ProposalInput): Proposal {
  const { baselineMonthlyGrams, monthsCover, unused, quotaLeft, allowed } = input
  const { grams: medianBagGrams, of: medianOfBags } = bagOf(input.bagGrams)
  const bag = { medianBagGrams, medianOfBags }
  if (baselineMonthlyGrams === null)
    return { ...bag, needed: null, proposed: allowed ? null : 0, limitedBy: allowed ? 'no-baseline' : 'standing' }
  // The margin in tenths: 1.1 is not a number that a computer can write, and a tag too many would come of it.
  const tenths = Math.round(tagFactors.margin.value * 10)
  const needed = Math.ceil((baselineMonthlyGrams * tenths * monthsCover) / (medianBagGrams * 10))
  if (!allowed) return { ...bag, needed, proposed: 0, limitedBy: 'standing' }
  const wanted = Math.max(0, needed - unused)
  const most = quotaLeft === null ? wanted : Math.max(0, quotaLeft)
  return { ...bag, needed, proposed: Math.min(wanted, most), limitedBy: most < wanted ? 'quota' : 'need' }
}

/** The median of the bags, or the default while there are too few of them. Of an even number the lower of the two in the middle. */
export function bagOf(grams: readonly number[]): { readonly grams: number; readonly of: number } {
  const sorted = grams.filter((one) => one > 0).sort((a, b) => a - b)
  const median = sorted[Math.floor((sorted.length - 1) / 2)]
  if (median === undefined || sorted.length < tagFactors.fewestBags.value) return { grams: tagFactors.medianBagGrams.value, of: 0 }
  return { grams: median, of: sorted.length }
}
