/*
Which zone to look at first: severities added up, each halved with every thirty days since it was heard (D). What nobody could verify, or sort, weighs half; what
was false weighs nothing and is counted; a text message that left open what, how grave or where is not counted until somebody settled that. A score is always
answered with the counts that it rests on, and with none there is no score. Cost: one pass.
*/
import type { ZoneScore } from '../../contract-warnings.ts'
import { DAY_MS, isoOf, msOf, warningRules } from './warning-rules.ts'
import type { Warning } from './warning.ts'

const { halfLifeDays, unverifiedPart, countedDays } = warningRules

export const countedFrom = (now: string): string => isoOf(msOf(now) - countedDays * DAY_MS)
const partOf = ({ assessment }: Warning): number => (assessment === 'false' ? 0 : assessment === 'verified' ? 1 : unverifiedPart)
export function weightOf(warning: Warning, now: string): number {
  const days = Math.max(0, (msOf(now) - msOf(warning.received.receivedAt)) / DAY_MS)
  return warning.severity * partOf(warning) * 0.5 ** (days / halfLifeDays)
}

interface Counted {
  readonly nameOf: (territoire: string) => string
  /** By territoire, what is told apart of warnings that are in no count. */
  readonly touchingPersons?: ReadonlyMap<string, number>
}
/** Zones with at least one warning of the days counted, the heaviest first. */
export function scoresOf(warnings: readonly Warning[], now: string, { nameOf, touchingPersons = new Map() }: Counted): ZoneScore[] {
  const from = countedFrom(now)
  const byZone = Map.groupBy(
    warnings.filter(({ received }) => received.receivedAt >= from && (received.unsure ?? []).length === 0),
    (one) => one.received.territoire,
  )
  const zones = new Map([...[...touchingPersons.keys()].map((one): [string, Warning[]] => [one, []]), ...byZone])
  return [...zones]
    .map(([territoire, of]) => ({
      ...{ territoire, name: nameOf(territoire), score: score(of, now), counts: countsOf(of) },
      touchingPersons: touchingPersons.get(territoire) ?? null,
    }))
    .toSorted((a, b) => b.score - a.score || (a.territoire < b.territoire ? -1 : 1))
}
/** One decimal: more would pretend to a measurement. */
const score = (warnings: readonly Warning[], now: string): number =>
  Math.round(warnings.reduce((all, one) => all + weightOf(one, now), 0) * 10) / 10

function countsOf(warnings: readonly Warning[]): ZoneScore['counts'] {
  const assessed = (as: Warning['assessment']): number => warnings.filter((one) => one.assessment === as).length
  return {
    ...{ verified: assessed('verified'), unverified: assessed('unverified'), waiting: assessed(null), false: assessed('false') },
    severities: [5, 4, 3, 2, 1].map((severity) => ({ severity, warnings: warnings.filter((one) => one.severity === severity).length })),
  }
}
