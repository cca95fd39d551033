/*
The rules that look at one bag when it is weighed and tagged, each a question over plain facts with a finding or nothing as
its answer. The numbers are those of the fraud patterns in the domain specification, section 15; two more are ours: P01 the
mass of a bag, P02 a bag without tag. A finding never loses an observation; a critical one puts the lot in quarantine.
*/
import { daysBetween } from '../../../../kernel/calendar.ts'
import type { Colour, Mineral, Permission, Standing } from '../../../sites/contract.ts'
import type { AssayElement, Finding } from '../../contract.ts'
import { bagMass, gradeRanges } from './tolerances.ts'

const critical = (rule: string, facts: Finding['facts']): Finding => ({ rule, severity: 'C', facts })

/** F01: the number is already on another lot. The other lots go into quarantine too. */
export function duplicateTag(tag: string, other: { readonly lot: string; readonly number: string } | null): Finding | null {
  return other && critical('F01', { tag, otherLot: other.lot, otherNumber: other.number })
}

/** What is known of a tag's number: `null` when no registered batch holds it. */
export interface TagRecord {
  readonly batch: string
  readonly issuer: string
  readonly allocatedSite: string | null
  readonly allocatedOn: string | null
  readonly declared: { readonly as: string; readonly on: string } | null
  readonly wrongCheckDigit: boolean
  /** Where the site hands its tags out by day: since when, and to whom this number was handed out on the day of its use. */
  readonly activation?: { readonly since: string; readonly of: 'this-agent' | 'other-agent' | 'nobody' } | null
}

/** F02: used at a site to which it was not allocated, or a number that nobody registered. */
export function foreignTag(tag: string, site: string | null, record: TagRecord | null): Finding | null {
  if (!record) return critical('F02', { tag, why: 'unknown-number', site })
  if (record.wrongCheckDigit) return critical('F02', { tag, why: 'wrong-check-digit', site })
  if (record.allocatedSite === null || record.allocatedSite === site) return null
  return critical('F02', { tag, why: 'other-site', site, allocatedSite: record.allocatedSite })
}

/**
 * F03: used before the allocation (or without one), or on or after the day on which it was declared lost, stolen, damaged or void. An
 * alert (D) where the site hands its tags out by agent and day, and this one was not handed out to who used it.
 */
export function tagOutOfTime(tag: string, usedOn: string, record: TagRecord | null): Finding | null {
  if (!record || record.wrongCheckDigit) return null
  if (record.declared && usedOn >= record.declared.on)
    return critical('F03', { tag, usedOn, declared: record.declared.as, declaredOn: record.declared.on })
  if (record.allocatedOn === null) return critical('F03', { tag, usedOn, allocatedOn: null })
  if (usedOn < record.allocatedOn) return critical('F03', { tag, usedOn, allocatedOn: record.allocatedOn })
  const { activation } = record
  if (!activation || activation.of === 'this-agent' || usedOn < activation.since) return null
  return { rule: 'F03', severity: 'A', facts: { tag, usedOn, activatedFor: activation.of } }
}

export type StandingFacts = Pick<Standing, 'internal' | 'basis' | 'validUntil' | 'orderNumber' | 'lapsed'> & {
  readonly hold: boolean
  readonly produce: Permission
  readonly rulebook: string
  /** What ran out and since when; `validUntil` is the end of what the rule made of it. */
  readonly lapsedColour: Colour | null
  readonly lapsedOn: string | null
}
export const standingFacts = (standing: Standing): StandingFacts => ({
  internal: standing.internal,
  basis: standing.basis,
  validUntil: standing.validUntil,
  orderNumber: standing.orderNumber,
  lapsed: standing.lapsed,
  hold: standing.hold !== null,
  produce: standing.allows.produce,
  rulebook: standing.rulebook.hash,
  lapsedColour: standing.lapse?.colour ?? null,
  lapsedOn: standing.lapse?.on ?? null,
})

/** F04: the status on the production day, as known when the bag was learned of, does not allow production; or no site is known. */
export function ineligibleSite(site: string | null, producedOn: string, standing: StandingFacts | null): Finding | null {
  if (site === null || standing === null) return critical('F04', { site, producedOn, internal: null })
  return standing.produce === 'yes' ? null : critical('F04', { site, producedOn, ...standing })
}

/** F13: something happened before the thing that it follows from. */
export function timeReversal(what: string, upstreamOn: string, downstreamOn: string): Finding | null {
  if (downstreamOn >= upstreamOn) return null
  return critical('F13', { what, upstreamOn, downstreamOn, days: daysBetween(downstreamOn, upstreamOn) })
}

/** F13 against the server's day, in UTC; a day that has begun in the mines (UTC+1 to +3, Mongolia +8) is not yet the future. */
export function fromTheFuture(what: string, day: string, today: string): Finding | null {
  return daysBetween(today, day) > 1 ? timeReversal(what, day, today) : null
}

/**
 * The day of a step for which the sender gave only an instant: its day in UTC, or the day of the step before when that lies one
 * day later, because just after midnight in the mines UTC is still on yesterday.
 */
export const dayOfStep = (happenedOn: string, stepBeforeOn: string): string =>
  daysBetween(happenedOn, stepBeforeOn) === 1 ? stepBeforeOn : happenedOn

/** F21: the mineral is not on the site's list. A site without a list says nothing. */
export function wrongMineral(mineral: Mineral, listed: readonly Mineral[]): Finding | null {
  if (listed.length === 0 || listed.includes(mineral)) return null
  return { rule: 'F21', severity: 'A', facts: { mineral, listed: listed.join(' ') } }
}

/** P01: the net mass of a bag is unusual (W) or impossible for one bag (C). Gold does not come in bags of kilograms. */
export function bagMassFinding(mineral: Mineral, massGrams: number): Finding | null {
  const facts = { massGrams, fromGrams: bagMass.warnBelow, toGrams: bagMass.warnAbove }
  if (massGrams <= 0 || massGrams > bagMass.criticalAbove) return critical('P01', { ...facts, limitGrams: bagMass.criticalAbove })
  if (mineral === 'Au') return null
  return massGrams < bagMass.warnBelow || massGrams > bagMass.warnAbove ? { rule: 'P01', severity: 'W', facts } : null
}

/** P02: a bag that nobody tagged; its origin rests on the word of the one who wrote it down. */
export const untaggedBag = (tag: string | null): Finding | null => (tag === null ? critical('P02', {}) : null)

/** P03: a grade outside the usual range (W) or above what the mineral can hold (C); an element without a range says nothing. */
export function gradeFinding(element: AssayElement, value: number, unit: 'percent' | 'per-mille'): Finding | null {
  const range = gradeRanges[element]
  if (!range) return null
  const inUnit = unit === range.unit ? value : range.unit === 'percent' ? value / 10 : value * 10
  const facts = { element, value: inUnit, unit: range.unit, from: range.warnBelow, to: range.warnAbove, limit: range.criticalAbove }
  if (inUnit > range.criticalAbove || inUnit < 0) return critical('P03', facts)
  return inUnit < range.warnBelow || inUnit > range.warnAbove ? { rule: 'P03', severity: 'W', facts } : null
}

export const isCritical = (findings: readonly Finding[]): boolean => findings.some((finding) => finding.severity === 'C')
export const said = (...answers: readonly (Finding | null)[]): readonly Finding[] => answers.filter((answer) => answer !== null)
