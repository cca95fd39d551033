/*
Goods that were produced on a day on which the status of their site did not let anybody produce. Judged by what is known at the instant
asked, so an order that was told late speaks too. A finding: it changes no status, and what happens to the goods is custody's to say.
*/
import { asId } from '../../../../kernel/schema.ts'
import type { PublishedRulebook } from './rulebooks.ts'
import { standingOf } from './status.ts'
import type { StatusFact } from './status-fact.ts'
import { type PeriodsQuestion, statusPeriods } from './status-periods.ts'

export interface ProductionQuestion {
  /** Newest first. */
  readonly days: readonly string[]
  readonly site: string
  readonly knownAt: string
  readonly rulebookOn: (day: string) => PublishedRulebook
  readonly law: NonNullable<PeriodsQuestion['law']>
}

/**
 * The newest of the days on which the standing said no; `null` when there is none. Within one band of the status the answer is the same
 * for all days, so one of them is asked; a lapsed green, where an exporter's risk file may open the right again, is asked day by day.
 */
export function newestStoppedDay(facts: readonly StatusFact[], question: ProductionQuestion): string | null {
  const { days, site, knownAt, rulebookOn, law } = question
  const [newest] = days
  if (newest === undefined) return null
  const bands = statusPeriods(facts, { site: asId('site', site), until: newest, knownAt, rulebookOn, law })
  const asked = new Set<string>()
  for (const day of days) {
    const band = bands.findLast((one) => one.from <= day)
    const key = band?.internal === 'BLUE_LAPSED_GREEN' ? day : (band?.from ?? 'before')
    if (asked.has(key)) continue
    asked.add(key)
    const then = standingOf(facts, { site: asId('site', site), asOf: day, knownAt, rulebook: rulebookOn(day) })
    if (then.allows.produce === 'no') return day
  }
  return null
}
