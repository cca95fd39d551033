/*
The fifteen checks before an ICGLR certificate, as one table: what each asks, where that is written and how far it may be
trusted, and who can mend it. `evaluateChecks` gives each its answer with the evidence. A check whose data are not there says
`not-yet-checked`; what the dossier itself should hold and does not has `failed`; only evidence makes it `passed`.
*/
import { daysBetween } from '../../../kernel/calendar.ts'
import type { Evidence } from '../../../kernel/rulebook.ts'
import type { CheckReport, Statement } from '../contract.ts'
import { lookAtMass, lookAtMineral, lookAtOrigin, lookAtRoots, lookAtStatus, lookAtTags } from './check-chain.ts'
import { type CheckInput, type Look, gravestFirst, isSettled, look, mendedBy, worst } from './check-input.ts'
import { lookAtDocuments, lookAtTransport } from './check-documents.ts'
import { lookAtIncidents } from './check-incidents.ts'
import { lookAtAssay, lookAtTaxes, lookElsewhere } from './check-papers.ts'
import { lookAtExporter, lookAtParties } from './check-parties.ts'
import type { CertificateRules } from './rulebook.ts'

export interface Check {
  readonly number: number
  readonly id: string
  readonly mark: Evidence
  readonly source: string
  /** Role that can mend it. */
  readonly who: string
  readonly look: (input: CheckInput) => readonly Look[]
  readonly threshold?: (rules: CertificateRules) => Statement
}

const STANDARD = 'ICGLR data standard (export certificate, lot)'
const OURS = 'proposal of this project on fields of the ICGLR data standard'

export const checks: readonly Check[] = [
  {
    number: 1,
    id: 'exporter',
    mark: 'V',
    source: 'ICGLR certification manual: status of exporters after audit',
    who: 'EXPORTER',
    look: lookAtExporter,
  },
  { number: 2, id: 'roots', mark: 'V', source: STANDARD, who: 'SAEMAPE_AGENT', look: lookAtRoots },
  {
    number: 3,
    id: 'site-status',
    mark: 'D',
    source: 'ICGLR certification manual; day of production as the day that counts is our reading',
    who: 'MINES_NAT',
    look: lookAtStatus,
  },
  { number: 4, id: 'tags', mark: 'D', source: OURS, who: 'SCHEME_OPERATOR', look: lookAtTags },
  {
    number: 5,
    id: 'mass',
    mark: 'D',
    source: OURS,
    who: 'EXPORTER',
    look: lookAtMass,
    threshold: (rules) => ({ code: 'mass-per-mille', facts: { value: rules.massPerMille.value } }),
  },
  { number: 6, id: 'mineral', mark: 'D', source: OURS, who: 'CAMI', look: lookAtMineral },
  {
    number: 7,
    id: 'assay',
    mark: 'S',
    source: 'trade specifications; ICGLR data standard (lot grade)',
    who: 'CEEC_VERIFIER',
    look: (input) => [...lookAtAssay(input), ...lookElsewhere(input, 'assay')],
    threshold: (rules) => ({
      code: 'grade-ranges',
      facts: {
        ranges: Object.values(rules.grades.value)
          .map((range) => `${range.element} ${range.accept[0]}–${range.accept[1]}`)
          .join(' · '),
      },
    }),
  },
  {
    number: 8,
    id: 'taxes',
    mark: 'D',
    source: STANDARD,
    who: 'EXPORTER',
    look: (input) => [...lookAtTaxes(input), ...lookElsewhere(input, 'tax-receipt')],
    threshold: (rules) => ({ code: 'fewest-receipts', facts: { value: rules.fewestTaxReceipts.value } }),
  },
  {
    number: 9,
    id: 'transport',
    mark: 'D',
    source: OURS,
    who: 'EXPORTER',
    look: (input) => [...lookAtTransport(input), ...lookElsewhere(input, 'transport-paper')],
  },
  {
    number: 10,
    id: 'incidents',
    mark: 'D',
    source: OURS,
    who: 'SCHEME_OPERATOR',
    look: lookAtIncidents,
    threshold: (rules) => ({ code: 'stopping-severity', facts: { value: rules.stoppingSeverity.value } }),
  },
  {
    number: 11,
    id: 'parties',
    mark: 'V',
    source: 'DRC mining code and regulations: cards of traders, approval of cooperatives',
    who: 'MINES_PROV',
    look: lookAtParties,
  },
  {
    number: 12,
    id: 'documents',
    mark: 'U',
    source: 'DRC traceability manual (names of documents unverified)',
    who: 'EXPORTER',
    look: lookAtDocuments,
    threshold: (rules) => ({ code: 'documents-required', facts: { value: rules.documents.value.length } }),
  },
  {
    number: 13,
    id: 'two-persons',
    mark: 'V',
    source: 'ICGLR data standard: verifier and validator are two named functions',
    who: 'CEEC_VALIDATOR',
    look: lookAtPersons,
  },
  { number: 14, id: 'origin', mark: 'V', source: STANDARD, who: 'CEEC_VALIDATOR', look: lookAtOrigin },
  {
    number: 15,
    id: 'validity',
    mark: 'V',
    source: STANDARD,
    who: 'CEEC_VALIDATOR',
    look: lookAtValidity,
    threshold: (rules) => ({ code: 'most-valid-days', facts: { value: rules.mostValidDays.value } }),
  },
]

/** Answered by the act of issuing itself, so nobody has to acknowledge that they are open. */
export const decidedAtIssue: readonly number[] = [13, 15]

/** All fifteen, in order, each with evidence and remedy. */
export function evaluateChecks(input: CheckInput): readonly CheckReport[] {
  return checks.map((check) => {
    const all = check.look(input)
    const result = worst(all)
    const looks = cut(all)
    const first = all.find((one) => one.result === result)
    return {
      number: check.number,
      id: check.id,
      result,
      evidence: looks.map((each) => each.statement),
      threshold: check.threshold?.(input.rules) ?? null,
      remedy: isSettled(result) ? null : { code: first?.remedy ?? check.id, who: first?.who ?? check.who },
      source: check.source,
      mark: check.mark,
    }
  })
}

/** Statements that one check keeps; an event holds fifteen such lists. */
const MOST_LOOKS = 100
/** The gravest first, and how many more there are: a lot with thousands of findings is still refused, with reasons. */
function cut(looks: readonly Look[]): readonly Look[] {
  if (looks.length <= MOST_LOOKS) return looks
  const kept = gravestFirst(looks).slice(0, MOST_LOOKS - 1)
  const gravest = worst(looks)
  return [...kept, look(gravest, 'and-more', { more: looks.length - kept.length })]
}

/** Numbers of the checks with that answer. */
export const numbersOf = (reports: readonly CheckReport[], result: CheckReport['result']): readonly number[] =>
  reports.filter((report) => report.result === result).map((report) => report.number)

function lookAtPersons({ decision }: CheckInput): readonly Look[] {
  if (decision === null) return [look('not-yet-checked', 'decided-at-issue')]
  return [decision.verifier === decision.validator ? look('failed', 'same-person') : look('passed', 'two-persons')]
}

function lookAtValidity({ decision, on, rules, terms }: CheckInput): readonly Look[] {
  const { plannedShipmentOn } = terms
  // A certificate goes with goods that are still here: a day in the past is a mistake, or they left without one.
  const left =
    plannedShipmentOn < on ? [mendedBy('EXPORTER', look('review', 'shipment-day-past', { plannedShipmentOn }), 'shipment-day')] : []
  if (decision === null) return [...left, look('not-yet-checked', 'decided-at-issue')]
  const days = daysBetween(on, decision.expiresOn)
  const facts = { issuedOn: on, expiresOn: decision.expiresOn, days, most: rules.mostValidDays.value }
  return [
    days < 1 || days > rules.mostValidDays.value
      ? look('failed', 'validity-not-allowed', facts)
      : look('passed', 'validity-allowed', facts),
    ...left,
  ]
}
