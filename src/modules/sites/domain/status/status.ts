/*
A site's standing on a day, as known at an instant. It is computed, never stored. Order of weight: the legal
order, then an exporter's blue request, then what third parties reported, which shows a colour and a clock but opens no right and
never turns into another colour by itself. A hold lies over all of them.
*/
import { addMonths, daysBetween } from '../../../../kernel/calendar.ts'
import type { SiteId, Standing } from '../../contract.ts'
import { type Legible, legible } from './lapse.ts'
import { type Finding, receiptDay, rulingOrder, standingByBlue, standingByOrder } from './legal-status.ts'
import { allowancesOf } from './permissions.ts'
import { type PublishedRulebook, type StatusRules, defaultMonths } from './rulebooks.ts'
import {
  type BlueFact,
  type HoldFact,
  type OrderFact,
  type Question,
  type ReportedFact,
  type StatusFact,
  isKnown,
  publishedOn,
} from './status-fact.ts'
import { colourOf, wireCodeOf } from './wire-code.ts'

export interface StandingQuestion extends Question {
  readonly site: SiteId
  readonly rulebook: PublishedRulebook
}

/** What other modules are told, and what people read of it when a clock ran out. */
export type LegibleStanding = Standing & Legible

/** The standing with everything needed to explain it. Days are calendar dates; `knownAt` is an instant, inclusive. */
export const standingOf = (facts: readonly StatusFact[], question: StandingQuestion): LegibleStanding =>
  standingFrom(sortFacts(facts), question)

/** The same from facts that were sorted before, for whoever asks many days of one site. */
export function standingFrom(all: SortedFacts, question: StandingQuestion): LegibleStanding {
  const rules = question.rulebook.book.values
  const sorted = { ...all, blues: standingRequests(all, question) }
  const hold = currentHold(sorted.holds, question)
  const legal =
    standingByOrder(
      { orders: sorted.orders, riskFile: hasRiskFile(sorted.blues, question, rules), lawFrom: question.rulebook.book.from },
      question,
      rules,
    ) ?? standingByBlue(sorted.blues, question, rules)
  const common = {
    site: question.site,
    asOf: question.asOf,
    knownAt: question.knownAt,
    hold: hold === null ? null : { by: hold.by, reason: hold.reason, from: hold.from },
    rulebook: { id: question.rulebook.book.id, hash: question.rulebook.hash },
  }
  return legal === null
    ? { ...common, ...reportedPart(sorted.reports, question, rules), allows: allowancesOf('NONE', hold !== null) }
    : { ...common, ...legalPart(legal, question), allows: allowancesOf(legal.permission, hold !== null) }
}

/** A withdrawal ends what exporters asked for before it, else an old request would open again what the Minister closed (D). */
export function standingRequests({ orders, blues }: Pick<SortedFacts, 'orders' | 'blues'>, question: Question): readonly BlueFact[] {
  if (blues.length === 0) return blues
  const ruling = rulingOrder(orders, question)
  if (ruling?.orderKind !== 'withdrawal') return blues
  return blues.filter((fact) => fact.receipts.every((receipt) => receiptDay(receipt) >= ruling.effectiveFrom))
}

type Part = Omit<LegibleStanding, 'site' | 'asOf' | 'knownAt' | 'hold' | 'rulebook' | 'allows'>

const legalPart = (legal: Finding, question: Question): Part => ({
  internal: legal.internal,
  colour: colourOf(legal.internal),
  ...legible(colourOf(legal.internal), legal.lapse),
  wireCode: wireCodeOf(legal.internal),
  basis: legal.basis,
  since: legal.since,
  validUntil: legal.validUntil,
  lapsed: legal.lapsed,
  daysLeft: daysLeft(legal.validUntil, question.asOf),
  orderNumber: legal.order?.number ?? null,
  orderSignedOn: legal.order?.signedOn ?? null,
  ...(legal.order === null ? {} : { orderEffectiveFrom: legal.order.effectiveFrom }),
  ...(legal.order?.published === undefined ? {} : { orderPublishedOn: publishedOn(legal.order, question) }),
})

function reportedPart(reports: readonly ReportedFact[], question: Question, rules: StatusRules): Part {
  const none = { internal: 'NONE', wireCode: 0, orderNumber: null, orderSignedOn: null } as const
  const report = newestReport(reports, question)
  if (report === null) {
    const nothing = { since: null, validUntil: null, lapsed: false, daysLeft: null }
    return { ...none, ...nothing, ...legible('none', null), colour: 'none', basis: 'none' }
  }
  const validUntil = endOfReport(report, rules)
  const colour = report.colour === 'unclassified' ? 'none' : report.colour
  const lapsed = validUntil !== null && validUntil <= question.asOf
  return {
    ...none,
    colour,
    // A reported red has no clock, so a reported colour that ran out is always read as that colour.
    ...legible(colour, lapsed && colour !== 'none' ? { colour, on: validUntil } : null),
    basis: 'reported',
    since: report.on,
    validUntil,
    lapsed,
    daysLeft: daysLeft(validUntil, question.asOf),
  }
}

/** The newest note on or before the day; of two on one day the stricter, so that a doubt never shows a better colour. */
export function newestReport(reports: readonly ReportedFact[], { asOf, knownAt }: Question): ReportedFact | null {
  const strictest = ['green', 'blue', 'unclassified', 'yellow', 'red']
  return reports
    .filter((report) => isKnown(report, knownAt) && report.on <= asOf)
    .reduce<ReportedFact | null>((best, report) => {
      if (best === null || report.on > best.on) return report
      return report.on === best.on && strictest.indexOf(report.colour) > strictest.indexOf(best.colour) ? report : best
    }, null)
}

/** A reported colour borrows the period of the same legal colour; a reported red has none, since no order says how long. */
export function endOfReport(report: ReportedFact, rules: StatusRules): string | null {
  if (report.colour === 'unclassified' || report.colour === 'red') return null
  const months = defaultMonths(report.colour, rules)
  return months === null ? null : addMonths(report.on, months)
}

export interface SortedFacts {
  readonly orders: readonly OrderFact[]
  readonly blues: readonly BlueFact[]
  readonly holds: readonly HoldFact[]
  readonly reports: readonly ReportedFact[]
}
export function sortFacts(facts: readonly StatusFact[]): SortedFacts {
  return {
    orders: facts.filter((fact) => fact.kind === 'order'),
    blues: facts.filter((fact) => fact.kind === 'blue'),
    holds: facts.filter((fact) => fact.kind === 'hold'),
    reports: facts.filter((fact) => fact.kind === 'reported'),
  }
}

/** The oldest hold that still lies on the site. */
function currentHold(holds: readonly HoldFact[], { asOf, knownAt }: Question): HoldFact | null {
  const active = holds.filter((hold) => {
    const lifted = hold.lifted !== null && hold.lifted.recordedAt <= knownAt && hold.lifted.on <= asOf
    return isKnown(hold, knownAt) && hold.from <= asOf && !lifted
  })
  return active.reduce<HoldFact | null>((oldest, hold) => (oldest === null || hold.from < oldest.from ? hold : oldest), null)
}

/** A lapsed green keeps its rights only while an exporter's risk file lies with the authorities and nobody objected (D). */
const hasRiskFile = (blues: readonly BlueFact[], question: Question, rules: StatusRules): boolean =>
  standingByBlue(blues, question, rules)?.internal === 'BLUE_ACTIVE'

/** Whole days until the end; 0 once it is over; `null` without an end. */
const daysLeft = (validUntil: string | null, asOf: string): number | null =>
  validUntil === null ? null : Math.max(0, daysBetween(asOf, validUntil))
