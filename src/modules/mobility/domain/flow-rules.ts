/* Numbers of flow monitoring that nobody prescribes: our own proposal (D), as data, shown wherever they are used. */
import { disclosureRules } from '../../../kernel/disclosure/disclosure-rules.ts'

export const flowRules = {
  /** A smaller number of passages is not told, and larger parts are told rounded down. */
  least: disclosureRules.leastInside.value,
  floorTo: disclosureRules.leastInside.value,
  recentDays: 28,
  earlierDays: 84,
  factor: 2,
  /** Days that must have been counted in each stretch: else there is nothing to compare. */
  leastRecent: 4,
  leastEarlier: 12,
  /** Lines of one file of group rows: it is written in a few seconds. Who needs more asks for fewer days at a time. */
  mostRows: 200_000,
  mark: 'D' as const,
}
/** Group rows are kept so long; sums by day stay. */
export const ROW_YEARS = 2
