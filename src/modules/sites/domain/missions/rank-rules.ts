/*
How much each reason weighs when sites are proposed for a mission: data with a date and a mark. All of it is our own proposal (D), but
the yields per digger, which come from field studies or are ours as each says. A ministry that ranks otherwise changes this table.
*/
import type { Evidence, Rulebook } from '../../../../kernel/rulebook.ts'
import type { Mineral } from '../../contract-observations.ts'

export interface Weight {
  /** Points at most. */
  readonly points: number
  readonly evidence: Evidence
  readonly source: string
}
export interface RankRules {
  readonly expiry: Weight & {
    /** A status that ends within so many days begins to count. */
    readonly soonDays: number
    /** A lapse of so many days counts full. */
    readonly fullAfterDays: number
  }
  readonly neverInspected: Weight
  readonly contradiction: Weight
  readonly incidents: Weight & { readonly fullAt: number; readonly months: number }
  readonly tonnage: Weight & { readonly fullAtKilogramsPerDay: number; readonly months: number }
  readonly season: Weight & { readonly dryMonths: readonly number[]; readonly barredWords: readonly string[] }
  readonly walk: Weight & { readonly fullAtHours: number }
  /** Kilograms (gold: of fine metal) that a digger wins in a day: only where nobody reported production. */
  readonly yields: { readonly [Metal in Exclude<Mineral, 'other'>]: Omit<Weight, 'points'> & { readonly kilogramsPerDiggerDay: number } }
  /** One kilogram of gold counts like so many of tin ore: masses of two minerals cannot be compared as they are. */
  readonly worth: { readonly [Metal in Mineral]: number }
}
export type RankRulebook = Rulebook<RankRules>

const ours = 'proposal of this project; ask the ministry'
const weight = (points: number): Weight => ({ points, evidence: 'D', source: ours })

export const SITE_RANK_2026: RankRulebook = {
  id: 'SITE_RANK_2026',
  from: '2026-01-01',
  title: 'Rank of sites proposed for a mission',
  values: {
    expiry: { ...weight(30), soonDays: 90, fullAfterDays: 365 },
    neverInspected: weight(20),
    contradiction: weight(25),
    incidents: { ...weight(15), fullAt: 5, months: 12 },
    tonnage: { ...weight(20), fullAtKilogramsPerDay: 200, months: 12 },
    season: {
      ...weight(5),
      evidence: 'U',
      source: 'dry season of the eastern DRC, June to August; it differs north and south of the equator',
      dryMonths: [6, 7, 8],
      barredWords: [
        'no',
        'non',
        'none',
        'closed',
        'cut',
        'impassable',
        'impossible',
        'aucun',
        'coup',
        'ferm',
        'inaccessible',
        'not_accessible',
      ],
    },
    walk: { ...weight(5), fullAtHours: 8 },
    yields: {
      Ta: { kilogramsPerDiggerDay: 0.3, evidence: 'S', source: 'field study, about 0.3 kg of coltan a digger and day' },
      Sn: { kilogramsPerDiggerDay: 1.2, evidence: 'V', source: 'derived from Rwandan production and workers' },
      W: { kilogramsPerDiggerDay: 0.2, evidence: 'D', source: 'low end of the range of this project' },
      Au: { kilogramsPerDiggerDay: 0.0001, evidence: 'S', source: 'field study, about 0.1 g a digger and day' },
    },
    worth: { Sn: 1, W: 1, Ta: 3, Au: 5000, other: 0 },
  },
}
