/*
What a list of green sites hides (see README, "Validity figures"): how many greens had lapsed, where armed interference was recorded
after or during a green, and where nobody has been. Counts sites, never rows, of facts that happened on or before a day.
*/
import { addMonths } from '../../../../kernel/calendar.ts'
import type { FigureName } from '../register/answers.ts'
import { endOfOrder, rulingOrder } from './legal-status.ts'
import type { StatusRules } from './rulebooks.ts'
import { endOfReport, newestReport, sortFacts } from './status.ts'
import { type OrderFact, type Question, type ReportedFact, type StatusFact, isKnown } from './status-fact.ts'

export interface SiteEvidence {
  readonly site: string
  readonly facts: readonly StatusFact[]
  /** Visits that had happened and were known, voided ones left out. */
  readonly visits: readonly { readonly on: string; readonly onSite: boolean; readonly interference: boolean | null }[]
  readonly rules: StatusRules
}
export interface SiteFindings {
  readonly site: string
  readonly figures: readonly FigureName[]
  readonly firstGreenOn: string | null
  readonly newestGreenOn: string | null
  readonly lastVisitOn: string | null
  /** Days of interference on or after the first green, and those of them while a green ran. */
  readonly interferenceAfter: readonly string[]
  readonly interferenceWhile: readonly string[]
}

/** Which figures count this site, and why. `unvisitedSince`: the day before which a last visit counts as long ago. */
export function findingsOf(evidence: SiteEvidence, question: Question, unvisitedSince: string): SiteFindings {
  const { rules, visits } = evidence
  const { orders, reports } = sortFacts(evidence.facts)
  const greens = greenSpans(evidence.facts, question, rules)
  const firstGreenOn = greens[0]?.from ?? null
  const newest = newestColour({ orders, reports }, question, rules)
  const newestGreenOn = newest?.green ? newest.from : null
  const days = visits.filter((visit) => visit.interference === true).map((visit) => visit.on)
  const interferenceAfter = firstGreenOn === null ? [] : days.filter((day) => day >= firstGreenOn)
  const interferenceWhile = interferenceAfter.filter((day) => isWithin(greens, day))
  const lastVisitOn = visits
    .filter((visit) => visit.onSite)
    .reduce<string | null>((last, visit) => (last === null || visit.on > last ? visit.on : last), null)
  const holds: readonly [FigureName, boolean][] = [
    ['sites', true],
    ['everGreen', firstGreenOn !== null],
    ['newestGreen', newestGreenOn !== null],
    ['newestGreenLapsed', newest !== null && newest.green && newest.end !== null && newest.end <= question.asOf],
    ['interferenceOnOrAfterGreen', interferenceAfter.length > 0],
    ['interferenceWhileGreen', interferenceWhile.length > 0],
    ['neverVisited', lastVisitOn === null],
    ['neverVisitedSince', lastVisitOn === null || lastVisitOn < unvisitedSince],
  ]
  const figures = holds.filter(([, counts]) => counts).map(([name]) => name)
  return { site: evidence.site, figures, firstGreenOn, newestGreenOn, lastVisitOn, interferenceAfter, interferenceWhile }
}

/** The day from which "nobody has been there since" is counted. */
export const unvisitedSince = (asOf: string, years: number): string => addMonths(asOf, -12 * years)

export interface Span {
  readonly from: string
  /** First day on which it no longer runs. */
  readonly end: string | null
  readonly green: boolean
}

/** When a green ran, by an order that ruled or by a third party's note, oldest first. */
export function greenSpans(facts: readonly StatusFact[], question: Question, rules: StatusRules): readonly Span[] {
  const { orders, reports } = sortFacts(facts)
  return [...greenOrders(orders, question, rules), ...greenReports(reports, question, rules)].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}
export const isWithin = (spans: readonly Span[], day: string): boolean =>
  spans.some((span) => span.from <= day && (span.end === null || day < span.end))

/** The bands in which an order's green ruled, as the status has them: another order ends one, a superseded order never had one. */
function greenOrders(orders: readonly OrderFact[], { asOf, knownAt }: Question, rules: StatusRules): readonly Span[] {
  const days = [...new Set(orders.filter((order) => isKnown(order, knownAt)).map((order) => order.effectiveFrom))]
    .filter((day) => day <= asOf)
    .toSorted()
  return days.flatMap((from, at) => {
    const ruling = rulingOrder(orders, { asOf: from, knownAt })
    if (ruling === null || !isGreen(ruling)) return []
    const ends = [endOfOrder(ruling, rules), days[at + 1] ?? null].filter((day) => day !== null).toSorted()
    const end = ends[0] ?? null
    return end !== null && end <= from ? [] : [{ from, end, green: true }]
  })
}

const greenReports = (reports: readonly ReportedFact[], { asOf, knownAt }: Question, rules: StatusRules): readonly Span[] =>
  reports
    .filter((report) => isKnown(report, knownAt) && report.colour === 'green' && report.on <= asOf)
    .map((report) => ({ from: report.on, end: endOfReport(report, rules), green: true }))

const isGreen = (order: OrderFact): boolean => order.colour === 'green' && order.orderKind !== 'withdrawal'

/** The newest word on the site's colour, by the order that rules or by a note; of one day the order counts. */
function newestColour(
  { orders, reports }: { readonly orders: readonly OrderFact[]; readonly reports: readonly ReportedFact[] },
  question: Question,
  rules: StatusRules,
): Span | null {
  const report = newestReport(reports, question)
  const order = rulingOrder(orders, question)
  if (order !== null && (report === null || order.effectiveFrom >= report.on)) {
    return { from: order.effectiveFrom, end: endOfOrder(order, rules), green: isGreen(order) }
  }
  return report === null ? null : { from: report.on, end: endOfReport(report, rules), green: report.colour === 'green' }
}
