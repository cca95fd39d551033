/*
Rows become what readers get: dossiers with their checks as they stand now (or as they stood when somebody decided), and
certificates from the event that issued them. Accounts never leave here; a reader only learns whether the act was its own.
*/
import {
  type Infer,
  calendarDate,
  count,
  instant,
  listOf,
  looseRecord,
  mustParse,
  oneOf,
  orNull,
  record,
  text,
} from '../../../kernel/schema.ts'
import { todayAt } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Who } from '../../../platform/http/who.ts'
import { LotId } from '../../custody/contract.ts'
import { OrganisationId } from '../../people/contract.ts'
import { Mineral } from '../../sites/contract.ts'
import {
  AttachedFact,
  CheckReport,
  type CertificateDetail,
  type CertificateSummary,
  DossierId,
  DossierState,
  DossierTerms,
  type DossierDetail,
  type DossierSummary,
} from '../contract.ts'
import { statusOn } from '../domain/certificate.ts'
import type { Paper } from '../domain/check-input.ts'
import { asPublicReads } from '../domain/check-sight.ts'
import { CertificateIssued, DossierRefused } from '../domain/dossier-events.ts'
import { reportsOf } from '../domain/dossier-state.ts'
import { issuerOf } from '../domain/issuer.ts'
import { inQuestion, namedAsSeen } from '../domain/refuse.ts'
import { certificateRulebook } from '../domain/rulebook.ts'
import { shortIdentifier } from '../domain/short-identifier.ts'
import { type CertificateDoors, lotWorld, rulebookRef } from './facts.ts'
import { type DossierRow, listFacts } from './store.ts'
import { listLogged } from './dossier/store-course.ts'
import { listPapersElsewhere } from './dossier/store-papers-elsewhere.ts'
import { type CertificateRow, findCertificate } from './store-certificates.ts'

const PaperFrom = oneOf('exporter', 'authority')
/** Papers that a reader is shown, the newest; the checks look at all of them. */
const MOST_SHOWN = 500
const RulebookRef = record({ id: text(), hash: text() })
const DossierShape = looseRecord({
  id: DossierId,
  state: DossierState,
  lot: LotId,
  lotNumber: text(),
  mineral: Mineral,
  massGrams: count(),
  exporter: OrganisationId,
  exporterName: text(),
  terms: DossierTerms,
  openedAt: instant(),
  recommendedOn: orNull(calendarDate()),
  recommendedBy: orNull(text()),
  acknowledged: orNull(listOf(count())),
  refusedOn: orNull(calendarDate()),
  refusalReason: orNull(text(1000)),
  refusedChecks: orNull(listOf(CheckReport)),
  refusedRulebook: orNull(RulebookRef),
  certificateNumber: orNull(text()),
})
type DossierShape = Infer<typeof DossierShape>

export const summaryOfDossier = (row: DossierRow): DossierSummary => summarise(mustParse(DossierShape, row))

const summarise = ({
  id,
  state,
  lot,
  lotNumber,
  mineral,
  massGrams,
  exporter,
  exporterName,
  terms,
  openedAt,
  certificateNumber,
}: DossierShape): DossierSummary => ({
  id,
  state,
  lot,
  lotNumber,
  mineral,
  massGrams,
  exporter,
  exporterName,
  importerName: terms.importer.name,
  plannedShipmentOn: terms.plannedShipmentOn,
  openedAt,
  certificateNumber,
})

/** Those who certify see all; everybody else reads the checks without what is not public. */
export const seenBy = ({ capabilities }: Pick<Who, 'capabilities'>, checks: readonly CheckReport[]): readonly CheckReport[] =>
  capabilities.has('certificates.verify') || capabilities.has('certificates.validate') ? checks : asPublicReads(checks)

interface Asked {
  readonly tx: Tx
  readonly tenant: string
  readonly who: Who
  readonly now: string
}

/** A dossier with its papers and checks; a lot that custody no longer knows is a fault. */
export async function dossierDetail(doors: CertificateDoors, asked: Asked, row: DossierRow): Promise<DossierDetail> {
  const { tx, tenant, who } = asked
  const shape = mustParse(DossierShape, row)
  const attached = (await listFacts(tx, tenant, shape.id)).map((row) => ({
    fact: mustParse(AttachedFact, row.fact),
    by: mustParse(PaperFrom, row.by),
    attachedAt: row.attachedAt,
  }))
  const papers = attached.map(({ fact, by }) => ({ ...fact, by }))
  const kept = await keptChecks(asked, shape)
  const { recommendedOn, recommendedBy, acknowledged, refusedOn, refusalReason } = shape
  return {
    dossier: summarise(shape),
    terms: shape.terms,
    facts: attached.slice(-MOST_SHOWN).map(({ fact, attachedAt }) => ({ fact, attachedAt })),
    checks: [...seenBy(who, kept ? kept.checks : await liveChecks(doors, asked, { ...shape, papers }))],
    checksAreLive: kept === null,
    recommendation:
      recommendedOn === null ? null : { on: recommendedOn, acknowledged: acknowledged ?? [], byMe: recommendedBy === who.account },
    refusal:
      refusedOn === null || refusalReason === null
        ? null
        : { on: refusedOn, reason: refusalReason, named: [...(await namedChecks(asked, shape))] },
    rulebook: kept?.rulebook ?? rulebookRef,
  }
}

/** Those that the refusal names; the row keeps the checks alone, the log what was said. */
async function namedChecks({ tx, tenant, who }: Asked, { id, refusedChecks }: DossierShape): Promise<readonly number[]> {
  const last = (await listLogged(tx, tenant, id)).findLast(({ kind }) => kind === 'dossier.refused.v1')
  const checks = refusedChecks ?? []
  const named = (last && mustParse(DossierRefused, last.payload).named) ?? inQuestion(checks)
  return namedAsSeen(named, checks, seenBy(who, checks))
}

/** The checks that a decision rested on; `null` while nobody has decided. */
async function keptChecks({ tx, tenant }: Asked, shape: DossierShape) {
  if (shape.certificateNumber !== null) {
    const certificate = await findCertificate(tx, tenant, shape.certificateNumber)
    return certificate === null ? null : mustParse(CertificateIssued, certificate.issued)
  }
  return shape.refusedChecks === null || shape.refusedRulebook === null
    ? null
    : { checks: shape.refusedChecks, rulebook: shape.refusedRulebook }
}

type WithPapers = DossierShape & { readonly papers: readonly Paper[] }
async function liveChecks(doors: CertificateDoors, { tx, tenant, now }: Asked, { papers, ...shape }: WithPapers) {
  const today = todayAt(now)
  const world = await lotWorld(doors, { tx, tenant, today, knownAt: now, lot: shape.lot, exporter: shape.exporter })
  if (world === null) throw new Error('a dossier about a lot that custody does not know')
  const context = {
    world,
    rules: certificateRulebook.values,
    issuer: issuerOf(tenant),
    today,
    elsewhere: await listPapersElsewhere(tx, tenant, shape.id),
  }
  return reportsOf({ exporter: shape.exporter, terms: shape.terms, papers }, context)
}

export function summaryOfCertificate(row: CertificateRow, today: string): CertificateSummary {
  const issued = mustParse(CertificateIssued, row.issued)
  const { number, lotNumber, mineral, massGrams, exporterName, issuedOn, expiresOn } = issued
  const status = statusOn(today, { ...row, expiresOn })
  return { number, status, dossier: mustParse(DossierId, row.dossier), lotNumber, mineral, massGrams, exporterName, issuedOn, expiresOn }
}

/** An ICGLR identifier spells out where the mine lies: whole for those who may know that, else country and number. */
const identifierFor = ({ capabilities }: Who, icglrId: string | null): string | null =>
  icglrId === null || capabilities.has('sites.exact-position') ? icglrId : shortIdentifier(icglrId)

export function detailOfCertificate(row: CertificateRow, { who, today }: { readonly who: Who; readonly today: string }): CertificateDetail {
  const issued = mustParse(CertificateIssued, row.issued)
  return {
    certificate: summaryOfCertificate(row, today),
    lot: issued.lot,
    code: issued.code,
    origin: issued.origin,
    sites: issued.sites.map(({ name, nationalId, icglrId }) => ({ name, nationalId, icglrId: identifierFor(who, icglrId) })),
    grade: issued.grade,
    tagCount: issued.tagCount,
    checks: [...seenBy(who, issued.checks)],
    reviewReason: issued.reviewReason ?? null,
    revokedOn: row.revokedOn,
    revocationReason: row.revocationReason,
    keyStolenOn: row.keyStolenOn,
    replacedBy: row.replacedBy,
    rulebook: issued.rulebook,
  }
}
