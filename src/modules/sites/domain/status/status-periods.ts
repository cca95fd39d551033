/*
The history of a site's status as bands on a time line, always by what was known at one instant. A band begins where the answer
of `standingOf` changes; the days on which it may change are the days that the facts and the rules name.
*/
import { addMonths } from '../../../../kernel/calendar.ts'
import type { SiteId } from '../../contract.ts'
import { blueActiveOn, endOfOrder, receiptDay } from './legal-status.ts'
import { type PublishedRulebook, type StatusRulebook, type StatusRules, statusRulebooks } from './rulebooks.ts'
import { type LegibleStanding, endOfReport, standingOf } from './status.ts'
import { type HoldFact, type StatusFact, isKnown } from './status-fact.ts'

type Said = 'internal' | 'colour' | 'shown' | 'lapse' | 'basis' | 'lapsed' | 'orderNumber' | 'validUntil'
export interface StatusPeriod extends Pick<LegibleStanding, Said> {
  readonly from: string
  /** First day of the next band; `null` for the one that holds at the end. */
  readonly to: string | null
  readonly held: boolean
}

export interface PeriodsQuestion {
  readonly site: SiteId
  readonly until: string
  readonly knownAt: string
  /** The rulebook of a day: law changes along the line. */
  readonly rulebookOn: (day: string) => PublishedRulebook
  /** Books beside those of this program, and the days on which the tenant's law turns; absent where it chose none. */
  readonly law?: { readonly books: readonly StatusRulebook[]; readonly days: readonly string[] }
}

/** The bands up to and including the day `until`, oldest first. Without any fact the list is empty. */
export function statusPeriods(facts: readonly StatusFact[], question: PeriodsQuestion): readonly StatusPeriod[] {
  const known = facts.filter((fact) => isKnown(fact, question.knownAt))
  const days = [...new Set(known.flatMap((fact) => turningDays(fact, question)).concat(lawDays(known, question)))]
    .filter((day) => day <= question.until)
    .toSorted()
  const bands: StatusPeriod[] = []
  for (const day of days) {
    const standing = standingOf(known, { site: question.site, asOf: day, knownAt: question.knownAt, rulebook: question.rulebookOn(day) })
    const next = bandOf(day, standing)
    const last = bands.at(-1)
    if (last === undefined ? saysNothing(next) : isSameBand(last, next)) continue
    if (last !== undefined) bands[bands.length - 1] = { ...last, to: day }
    bands.push(next)
  }
  return bands
}

const bandOf = (day: string, standing: LegibleStanding): StatusPeriod => ({
  from: day,
  to: null,
  internal: standing.internal,
  colour: standing.colour,
  shown: standing.shown,
  lapse: standing.lapse,
  basis: standing.basis,
  lapsed: standing.lapsed,
  orderNumber: standing.orderNumber,
  validUntil: standing.validUntil,
  held: standing.hold !== null,
})

/** Before anything happened there is no band. */
const saysNothing = (band: StatusPeriod): boolean => band.basis === 'none' && !band.held && !band.lapsed

const isSameBand = (one: StatusPeriod, other: StatusPeriod): boolean =>
  one.internal === other.internal &&
  one.colour === other.colour &&
  one.basis === other.basis &&
  one.shown === other.shown &&
  one.lapsed === other.lapsed &&
  one.lapse?.colour === other.lapse?.colour &&
  one.lapse?.on === other.lapse?.on &&
  one.orderNumber === other.orderNumber &&
  one.held === other.held &&
  one.validUntil === other.validUntil

/** Days on which the law itself may change an answer: those of rulebooks, once there is something to answer, and the blue clocks they start. */
function lawDays(facts: readonly StatusFact[], question: PeriodsQuestion): readonly string[] {
  if (facts.length === 0) return []
  const turns = question.law?.days ?? []
  return present([...turns, ...booksOf(question).flatMap(({ from, values }) => [from, blueEnd(from, values)])])
}

/** Every day that any rulebook would draw from the fact: a day too many does no harm, since equal neighbours become one band. */
const turningDays = (fact: StatusFact, question: PeriodsQuestion): readonly string[] =>
  fact.kind === 'hold'
    ? present([fact.from, fact.lifted?.on ?? null])
    : booksOf(question).flatMap(({ values }) => turningDaysUnder(values, fact, question))

function turningDaysUnder(rules: StatusRules, fact: Exclude<StatusFact, HoldFact>, { until, knownAt }: PeriodsQuestion): readonly string[] {
  if (fact.kind === 'reported') return present([fact.on, endOfReport(fact, rules)])
  if (fact.kind === 'order') {
    const end = endOfOrder(fact, rules)
    return present([fact.effectiveFrom, end, end === null ? null : blueEnd(end, rules), blueEnd(fact.effectiveFrom, rules)])
  }
  const active = blueActiveOn(fact, { asOf: until, knownAt }, rules)
  const named = [...fact.receipts.map(receiptDay), ...fact.objections.map(receiptDay)]
  return present([...named, active, active === null ? null : blueEnd(active, rules)])
}

const booksOf = ({ law }: PeriodsQuestion): readonly StatusRulebook[] => [...statusRulebooks, ...(law?.books ?? [])]
const blueEnd = (start: string, rules: StatusRules): string | null =>
  rules.blueMonths.value === null ? null : addMonths(start, rules.blueMonths.value)
const present = (days: readonly (string | null)[]): readonly string[] => days.filter((day) => day !== null)
