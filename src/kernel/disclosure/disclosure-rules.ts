/*
How little a number may tell. Nobody prescribes these values to us: each is our own proposal (D) that a programme may make stricter, and a
screen shows its mark. The family of k = 10 was seen in the releases of CTDC, whose own k is not stated there. What is never exported
(free text, names of perpetrators) is not a rule that can be changed, and therefore not here.
*/
import type { Evidence } from '../rulebook.ts'

interface DisclosureRule {
  readonly value: number
  readonly unit: 'persons' | 'attributes' | 'quarters' | 'days'
  readonly evidence: Evidence
  readonly source: string
}
const rule = (value: number, unit: DisclosureRule['unit'], source: string): DisclosureRule => ({ value, unit, evidence: 'D', source })

/** By name, in the order in which a screen lists them. */
export const disclosureRules = {
  leastInside: rule(5, 'persons', 'A smaller cell is masked on screens inside the organisation (proposal)'),
  leastOutside: rule(
    10,
    'persons',
    'Least cell for committees, donors and the public; counts are rounded down to a multiple of it (proposal)',
  ),
  longestTuple: rule(3, 'attributes', 'Attributes counted together; the default of Synthetic Data Showcase (proposal to use it)'),
  leastDifference: rule(10, 'persons', 'A release is refused where a cell moves by 1 to 9 since an earlier one (proposal)'),
  leastForAdmin2: rule(10, 'persons', 'A territoire is told only from this many persons on, else its province; a site never (proposal)'),
  delayQuarters: rule(1, 'quarters', 'Figures of cases are told by quarter, at least one quarter late (proposal)'),
  siteDelayDays: rule(90, 'days', 'What hangs on a site is told at least 90 days later (proposal)'),
  leastAtSite: rule(10, 'persons', 'Fewer persons at a site are merged into its territoire (proposal)'),
} as const satisfies { readonly [name: string]: DisclosureRule }

/** What a cell must hold to be shown, and to what it is rounded down. */
export interface CellRule {
  readonly least: number
  /** 1: shown as counted. */
  readonly floorTo: number
}
export const inside: CellRule = { least: disclosureRules.leastInside.value, floorTo: 1 }
export const outside: CellRule = { least: disclosureRules.leastOutside.value, floorTo: disclosureRules.leastOutside.value }

/**
 * A zero is masked like any other small number: that nobody of a small group was found tells about each of them. `complement` protects another cell, and is
 * at least the minimum itself; only where a whole table bears it, it says nothing of any cell.
 */
export type ShownCount = { readonly shown: number } | { readonly withheld: 'below-minimum' | 'complement' }

export const floored = (count: number, to: number): number => count - (count % to)

/** A single number without neighbours, as on a dashboard. */
export const shownCount = (count: number, { least, floorTo }: CellRule): ShownCount =>
  count < least ? { withheld: 'below-minimum' } : { shown: floored(count, floorTo) }
