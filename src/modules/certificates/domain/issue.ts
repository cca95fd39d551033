/*
The decision that people rely on: a validator countersigns a recommended dossier and the certificate comes into the world. The
checks are made again at this moment; what a verifier saw yesterday is not enough. What they rested on is kept in the event.
*/
import { daysBetween } from '../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, asId } from '../../../kernel/schema.ts'
import type { CertifyDossier, CheckReport } from '../contract.ts'
import { composeFacts } from './certificate.ts'
import { type LotWorld, originOf } from './check-input.ts'
import { evaluateChecks, numbersOf } from './checks.ts'
import type { CertificateIssued, DossierEvent } from './dossier-events.ts'
import type { CertificateFacts } from './code/claims.ts'
import { type KnownLot, type OpenedDossier, type WaitingSheet, idsOf, unacknowledged } from './dossier-state.ts'
import { foldGrade, foldLotNumber, foldName } from './issuing/same-text.ts'

type Decision = Outcome<readonly DossierEvent[]>
type Certify = Infer<typeof CertifyDossier>

/** Refuses `lot-has-a-certificate`, `same-person`, `validity-too-long`, `checks-failed`, `checks-not-acknowledged`, `review-needs-a-reason`. */
export function certify(dossier: OpenedDossier, data: Certify, context: KnownLot): Decision {
  const { recommendation } = dossier
  if (dossier.state !== 'recommended' || recommendation === null) return refused('not-recommended', { state: dossier.state })
  const { account, today, rules, issuer, world } = context
  if (context.certificateOfLot !== null) {
    return refused('lot-has-a-certificate', { lot: world.trace.number, certificate: context.certificateOfLot })
  }
  if (recommendation.verifier === account) return refused('same-person')
  if (context.issue.keyIsRetired === true) return refused('signing-key-retired')
  const sheet = sheetFor(context, data, dossier)
  if (!sheet.ok) return sheet
  const days = daysBetween(today, data.expiresOn)
  if (days < 1) return refused('expiry-not-after-issue', { expiresOn: data.expiresOn })
  const since = sheet.value?.issuedOn ?? today
  const days90 = daysBetween(since, data.expiresOn)
  if (days90 > rules.mostValidDays.value) return refused('validity-too-long', { days: days90, most: rules.mostValidDays.value })
  const reports = evaluateChecks({
    ...world,
    rules,
    country: issuer.country,
    on: today,
    exporter: dossier.exporter,
    terms: dossier.terms,
    papers: dossier.papers,
    ...(context.elsewhere === undefined ? {} : { elsewhere: context.elsewhere }),
    decision: { verifier: recommendation.verifier, validator: account, expiresOn: data.expiresOn },
  })
  const objection = objectionTo(reports, recommendation.acknowledged, data)
  if (objection !== null) return objection
  const facts = composeFacts({
    world,
    terms: dossier.terms,
    exporter: dossier.exporter,
    issuer,
    number: sheet.value?.number ?? context.issue.number,
    issuedOn: today,
    expiresOn: data.expiresOn,
    statusList: { ...context.issue.statusList, ...(sheet.value === null ? {} : { index: sheet.value.listIndex }) },
  })
  if (facts === null) return refused('mineral-needs-no-certificate', { lot: world.trace.number })
  const payload = payloadOf(dossier, recommendation, {
    ...context,
    reports,
    data,
    facts,
    sheet: sheet.value,
    code: context.issue.seal(facts),
  })
  return accepted([{ kind: 'certificate.issued.v1', payload }])
}

/**
 * The provisional sheet that this issue confirms. An office's sheet for the lot is on paper already: a certificate under another number would be a second
 * paper for the same goods, and one with other facts would make the sheet a lie, so that must be withdrawn first.
 */
function sheetFor(context: KnownLot, data: Certify, dossier: OpenedDossier): Outcome<WaitingSheet | null> {
  const { provisional = [], world } = context
  // An office types the number by hand: another spelling is not another lot.
  const waiting = provisional.filter((one) => foldLotNumber(one.lotNumber) === foldLotNumber(world.trace.number))
  const first = waiting[0]
  if (data.confirms === undefined) {
    return first === undefined ? accepted(null) : refused('lot-has-a-provisional', { certificate: first.number, lot: world.trace.number })
  }
  const named = waiting.find((one) => one.number === data.confirms)
  if (named === undefined) return refused('unknown-provisional', { number: data.confirms })
  if (named.usedTwice) return refused('provisional-number-used-twice', { number: named.number })
  const beside = waiting.find((one) => one.number !== named.number)
  if (beside !== undefined) return refused('lot-has-a-provisional', { certificate: beside.number, lot: world.trace.number })
  const differences = differencesOf(named, context, dossier)
  if (differences.length === 0) return accepted(named)
  const [sheet, lot] = [differences.map((one) => one.sheet).join(' · '), differences.map((one) => one.lot).join(' · ')]
  return refused('provisional-differs', { number: named.number, sheet, lot, differs: differences.map((one) => one.of) })
}

/** What the sheet says otherwise than the certificate would: each thing that a border compares. */
function differencesOf(sheet: WaitingSheet, { world, issuer }: KnownLot, { exporter, terms }: OpenedDossier) {
  const { trace, sites, organisations } = world
  const name = organisations.find((body) => body.id === exporter)?.name ?? exporter
  const [before, now] = [[...sheet.origin], [...originOf({ trace, sites, country: issuer.country })]].map((codes) =>
    codes.toSorted().join(' '),
  )
  const kilograms = (grams: number): string => `${grams / 1000} kg`
  const all = [
    { of: 'exporter', sheet: sheet.exporterName, lot: name, same: foldName(sheet.exporterName) === foldName(name.slice(0, 120)) },
    { of: 'mineral', sheet: sheet.mineral, lot: trace.mineral, same: sheet.mineral === trace.mineral },
    { of: 'mass', sheet: kilograms(sheet.massGrams), lot: kilograms(trace.massGrams), same: sheet.massGrams === trace.massGrams },
    { of: 'grade', sheet: sheet.grade, lot: terms.grade, same: foldGrade(sheet.grade) === foldGrade(terms.grade) },
    { of: 'origin', sheet: before ?? '', lot: now ?? '', same: before === now },
  ]
  return all.filter((one) => !one.same)
}

function objectionTo(reports: readonly CheckReport[], acknowledged: readonly number[], data: Certify): Decision | null {
  const failed = numbersOf(reports, 'failed')
  if (failed.length > 0) return refused('checks-failed', { checks: failed, ids: idsOf(reports, failed) })
  const unread = unacknowledged(reports, acknowledged)
  if (unread.length > 0) return refused('checks-not-acknowledged', { checks: unread, ids: idsOf(reports, unread) })
  const doubtful = numbersOf(reports, 'review')
  if (doubtful.length > 0 && data.reviewReason === undefined) {
    return refused('review-needs-a-reason', { checks: doubtful, ids: idsOf(reports, doubtful) })
  }
  return null
}

interface Issue extends KnownLot {
  readonly reports: readonly CheckReport[]
  readonly data: Certify
  readonly facts: CertificateFacts
  readonly sheet: WaitingSheet | null
  readonly code: string
}

function payloadOf(
  dossier: OpenedDossier,
  recommendation: NonNullable<OpenedDossier['recommendation']>,
  { world, reports, data, code, facts, sheet, issue, today, account, rulebook }: Issue,
): CertificateIssued {
  const { trace, sites, organisations } = world
  return {
    number: facts.number,
    listIndex: facts.statusList.index,
    issuedOn: today,
    expiresOn: data.expiresOn,
    verifier: asId('account', recommendation.verifier),
    verifiedOn: recommendation.on,
    validator: asId('account', account),
    lot: dossier.lot,
    exporter: asId('organisation', dossier.exporter),
    exporterName: organisations.find((body) => body.id === dossier.exporter)?.name ?? dossier.exporter,
    lotNumber: trace.number,
    mineral: trace.mineral,
    massGrams: trace.massGrams,
    grade: dossier.terms.grade,
    origin: [...facts.origin],
    sites: sites.map(({ id, name, nationalId, icglrId }) => ({ site: id, name, nationalId, icglrId })),
    tagCount: new Set(trace.roots.flatMap((root) => (root.tag === null ? [] : [root.tag]))).size,
    terms: dossier.terms,
    checks: [...reports],
    acknowledged: [...recommendation.acknowledged],
    ...(data.reviewReason === undefined ? {} : { reviewReason: data.reviewReason }),
    factsUsed: factsUsed(world),
    rulebook,
    ...(dossier.replaces === null ? {} : { replaces: dossier.replaces }),
    ...(sheet === null ? {} : { confirms: { issuedOn: sheet.issuedOn } }),
    signedBy: issue.signedBy,
    code,
  }
}

/** What the verdicts rest on, in the form in which it is kept. */
function factsUsed({ trace, onProduction }: LotWorld): CertificateIssued['factsUsed'] {
  return {
    inputGrams: trace.inputs.reduce((sum, input) => sum + input.drawnGrams, 0),
    bags: trace.roots.length,
    production: onProduction.map(({ site, producedOn, standing }) => ({
      site,
      producedOn,
      status: standing.internal,
      lapsed: standing.lapsed,
      validUntil: standing.validUntil,
      order: standing.orderNumber,
      produce: standing.allows.produce,
      rulebookHash: standing.rulebook.hash,
    })),
    findings: trace.findings.map(({ rule, severity, facts }) => ({ rule, severity, facts: { ...facts } })),
  }
}
