/*
What a map and a committee may be told of signals: a type, a quarter, a number rounded down to ten. Whole quarters only, ninety days after they ended, so that
the number does not move from day to day and nobody can be seen by asking twice. A site stands alone only where ten persons are behind it;
the others of its territoire are counted together, and where those are fewer than ten no number is told.
*/
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import { disclosureRules, outside, shownCount } from '../../../kernel/disclosure/disclosure-rules.ts'
import { quarterOf } from '../../../kernel/disclosure/place-and-time.ts'
import type { PlaceSignal, SafeSignalCount } from '../contract.ts'

/** First day on which a quarter's signals may be told. */
export function signalsToldFrom(quarter: string): string {
  const first = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0')}-01`
  return addDays(addMonths(first, 3), disclosureRules.siteDelayDays.value)
}

interface Group extends Pick<SafeSignalCount, 'type' | 'quarter'> {
  readonly admin2: string
  readonly sites: Map<string, number>
}

export function safeSignals(
  signals: readonly PlaceSignal[],
  { area, today }: { readonly area: string; readonly today: string },
): readonly SafeSignalCount[] {
  const groups = new Map<string, Group>()
  for (const one of signals) {
    const quarter = quarterOf(one.recordedOn)
    if (![one.admin1, one.admin2].includes(area) || signalsToldFrom(quarter) > today) continue
    const key = `${quarter} ${one.admin2} ${one.type}`
    const group = groups.get(key) ?? { type: one.type, quarter, admin2: one.admin2, sites: new Map<string, number>() }
    group.sites.set(one.site, (group.sites.get(one.site) ?? 0) + one.persons)
    groups.set(key, group)
  }
  return [...groups.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, group]) => linesOf(group))
}

function linesOf({ type, quarter, admin2, sites }: Group): readonly SafeSignalCount[] {
  const alone = [...sites].filter(([, persons]) => persons >= disclosureRules.leastAtSite.value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const rest = [...sites.values()].filter((persons) => persons < disclosureRules.leastAtSite.value)
  const line = (level: SafeSignalCount['level'], code: string, persons: number): SafeSignalCount => {
    const told = shownCount(persons, outside)
    return { level, code, type, quarter, persons: 'shown' in told ? told.shown : null }
  }
  return [
    ...alone.map(([site, persons]) => line('site', site, persons)),
    ...(rest.length === 0
      ? []
      : [
          line(
            'territoire',
            admin2,
            rest.reduce((sum, one) => sum + one, 0),
          ),
        ]),
  ]
}
