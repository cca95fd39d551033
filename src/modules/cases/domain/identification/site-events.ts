/*
What may be said of a site because of what people told: a type and a month, later. No person, no case, no count of one: from a site event
nobody can go back to an assessment, so neither its day nor any reference is in it, and the day on which it may be shown does not give the
day away. Whoever watches a site may report the same types without any case.
*/
import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import type { Explanation } from './assess.ts'
import type { ArmedRole, Purpose, Recorded } from './facts.ts'
import type { Row } from './findings.ts'
import type { IdentificationNumbers } from './identification-rules.ts'

export const siteEventTypes = [
  ...(['child-labour-observed', 'forced-labour-indication', 'forced-labour-by-armed-actor'] as const),
  ...(['armed-actor-presence', 'illegal-taxation', 'sgbv-pattern'] as const),
] as const
export type SiteEventType = (typeof siteEventTypes)[number]
export interface SiteEvent {
  readonly type: SiteEventType
  /** `2026-11`. */
  readonly month: string
  readonly shownFrom: string
}

/** Which finding says what of the place (D). A disputed age says nothing of children at a site. */
const byRow: { readonly [row in Row]?: SiteEventType } = {
  ...{ A1: 'forced-labour-indication', A2: 'forced-labour-indication', A3: 'forced-labour-indication' },
  ...{ C1: 'child-labour-observed', C3: 'child-labour-observed', C4: 'child-labour-observed', C5: 'child-labour-observed' },
}
const sexual: readonly Purpose[] = ['SEXUAL_EXPLOITATION', 'FORCED_MARRIAGE']

export interface Signal {
  readonly explanation: Pick<Explanation, 'findings' | 'ageBasis' | 'profile' | 'palermo'>
  readonly armed: Recorded<ArmedRole>
  /** From field questions and the salongo test. */
  readonly noticed: readonly SiteEventType[]
  readonly day: string
}

export function siteEventsOf({ explanation, armed, noticed, day }: Signal, numbers: IdentificationNumbers): readonly SiteEvent[] {
  const { ageBasis, findings, palermo, profile } = explanation
  const surelyChild = ageBasis === 'below-18' || ageBasis === 'estimate-below-18'
  const isSexual = profile === 'AS' || profile === 'CS' || palermo.purpose.some((one) => sexual.includes(one))
  const found = findings.flatMap(({ rule }): readonly SiteEventType[] => {
    const type = byRow[rule]
    if (!type) return []
    if (isSexual && (type === 'forced-labour-indication' || rule === 'C1')) return ['sgbv-pattern']
    return type === 'child-labour-observed' && !surelyChild ? [] : [type]
  })
  const types = new Set([...found, ...noticed, ...(armed.which.length > 0 ? (['armed-actor-presence'] as const) : [])])
  return siteEventTypes
    .filter((type) => types.has(type))
    .map((type) => ({ type, month: day.slice(0, 7), shownFrom: shownFrom(day, numbers) }))
}

/** Counted from the end of the month, to the first of a month: the same for every day of it. */
export const shownFrom = (day: string, { siteDelayDays }: Pick<IdentificationNumbers, 'siteDelayDays'>): string => {
  const lastOfMonth = addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)
  return `${addMonths(addDays(lastOfMonth, siteDelayDays), 1).slice(0, 7)}-01`
}
