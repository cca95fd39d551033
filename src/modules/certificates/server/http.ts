/*
The routes of dossiers and certificates. Each write is a new thing beside the dossier (a fact, a recommendation, an issue), never
a change of it. A dossier gets the id of the command that opened it. Exporters see their own dossiers; the lists that verifiers
keep, and the page of a certificate, are open to strangers.
*/
import { dayOf } from '../../../kernel/calendar.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, listOf, maybe, mustParse, orNull, record, text } from '../../../kernel/schema.ts'
import { readRoute, writeRoute } from '../../../platform/http/build-route.ts'
import { type Door, type Route, anyone, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import type { CommandEnvelope, Receipt } from '../../../platform/log/receipt.ts'
import * as words from '../contract.ts'
import { dossierDecider } from '../domain/dossier.ts'
import { type DossierEvent, dossierKinds } from '../domain/dossier-events.ts'
import type { DossierCommand, DossierContext, DossierStanding } from '../domain/dossier-state.ts'
import { RevocationList } from '../domain/revocation-list.ts'
import { TrustList } from '../domain/trust-list.ts'
import { detailOfCertificate, dossierDetail, summaryOfCertificate, summaryOfDossier } from './answers.ts'
import { type CertificateDoors, dossierFacts, revocationListUrl } from './facts.ts'
import { revocationListOf, trustListOf } from './lists.ts'
import { type DossierRow, findDossier, listDossiers } from './store.ts'
import { findCertificate, listCertificates } from './store-certificates.ts'

export const dossierAggregate: Aggregate<DossierStanding, DossierCommand, DossierEvent, DossierContext> = {
  name: 'dossier',
  decider: dossierDecider,
  kinds: dossierKinds,
}

const PAGE = 100
const dossierParams = record({ dossier: words.DossierId })
export const numberParams = record({ number: text(24) })

/** Customs values and papers: for those who certify or oversee; everybody else sees what its own organisation exports. */
export const seesEverything = ({ capabilities }: Who): boolean =>
  capabilities.has('certificates.verify') ||
  capabilities.has('certificates.validate') ||
  (capabilities.has('custody.read') && capabilities.has('reports.read'))
const NOBODY = '00000000-0000-7000-8000-000000000000'
const exporterFilter = (who: Who): string | null => (seesEverything(who) ? null : (who.organisation ?? NOBODY))
export const maySee = (who: Who, row: Pick<DossierRow, 'exporter'>): boolean => seesEverything(who) || row.exporter === who.organisation

interface Asked {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
function executeDossier(
  doors: CertificateDoors,
  { door, who, tenant, envelope }: Asked,
  dossier: string,
  command: DossierCommand,
): Promise<Outcome<Receipt>> {
  return door.execute({
    aggregate: dossierAggregate,
    subject: dossier,
    command,
    envelope,
    who,
    context: (tx, state, moment) => dossierFacts(doors, { tx, tenant, moment }, state, command),
  })
}

export const certificateRoutes = (doors: CertificateDoors): readonly Route[] => [
  ...dossierReads(doors),
  ...certificateReads(),
  ...listReads(doors),
  ...dossierWrites(doors),
  ...decisions(doors),
]

function dossierReads(doors: CertificateDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/dossiers',
      allow: can('certificates.read'),
      summary: 'Dossiers of export lots, newest first, 100 a page; exporters see their own',
      query: record({ state: maybe(words.DossierState), before: maybe(words.DossierId) }),
      answer: record({ dossiers: listOf(words.DossierSummary), next: orNull(words.DossierId) }),
      read: async ({ tx, tenant, who, query }) => {
        const filter = { exporter: exporterFilter(who), state: query.state ?? null, before: query.before ?? null, limit: PAGE + 1 }
        const rows = (await listDossiers(tx, tenant, filter)).map(summaryOfDossier)
        const shown = rows.slice(0, PAGE)
        return accepted({ dossiers: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null })
      },
    }),
    readRoute({
      path: '/api/dossiers/:dossier',
      allow: can('certificates.read'),
      summary: 'One dossier with its papers and the fifteen checks with their evidence',
      params: dossierParams,
      answer: words.DossierDetail,
      read: async ({ tx, tenant, who, now, params }) => {
        const row = await findDossier(tx, tenant, params.dossier)
        return row === null || !maySee(who, row)
          ? refused('unknown-dossier')
          : accepted(await dossierDetail(doors, { tx, tenant, who, now }, row))
      },
    }),
  ]
}

function certificateReads(): readonly Route[] {
  return [
    readRoute({
      path: '/api/certificates',
      allow: can('certificates.read'),
      summary: 'Certificates, newest number first, 100 a page, with their status today; exporters see their own',
      query: record({ before: maybe(text(24)) }),
      answer: record({ certificates: listOf(words.CertificateSummary), next: orNull(text()) }),
      read: async ({ tx, tenant, who, now, query }) => {
        const rows = await listCertificates(tx, tenant, { exporter: exporterFilter(who), before: query.before ?? null, limit: PAGE + 1 })
        const shown = rows.slice(0, PAGE).map((row) => summaryOfCertificate(row, dayOf(now)))
        return accepted({ certificates: shown, next: rows.length > PAGE ? (shown.at(-1)?.number ?? null) : null })
      },
    }),
    readRoute({
      path: '/api/certificates/:number',
      allow: can('certificates.read'),
      summary: 'One certificate: its code, its checks, its status today',
      params: numberParams,
      answer: words.CertificateDetail,
      read: async ({ tx, tenant, who, now, params }) => {
        const row = await findCertificate(tx, tenant, params.number)
        return row === null || !maySee(who, row) ? refused('unknown-certificate') : accepted(detailOfCertificate(row, dayOf(now)))
      },
    }),
  ]
}

function listReads(doors: CertificateDoors): readonly Route[] {
  return [
    readRoute({
      path: '/api/trust-list',
      allow: anyone,
      summary: 'The signed list of keys that may sign certificates; verifiers keep it for use without network',
      answer: TrustList,
      read: async ({ tx, tenant, now }) => accepted(await trustListOf(tx, { tenant, now, keys: doors.keys })),
    }),
    readRoute({
      path: '/api/revocation-list',
      allow: anyone,
      summary: 'The signed list of certificates that no longer count, as of today; verifiers keep it for use without network',
      answer: RevocationList,
      read: async ({ tx, tenant, now }) =>
        accepted(await revocationListOf(tx, { tenant, now, keys: doors.keys }, revocationListUrl(doors.baseUrl))),
    }),
  ]
}

function dossierWrites(doors: CertificateDoors): readonly Route[] {
  return [
    writeRoute({
      path: '/api/dossiers',
      allow: can('certificates.prepare'),
      summary: 'The exporter opens the dossier of an export lot',
      body: words.OpenDossier,
      write: ({ data, ...asked }) => executeDossier(doors, asked, asked.envelope.id, { kind: 'open-dossier', data }),
    }),
    besideDossier(
      doors,
      'facts',
      'certificates.prepare',
      'Attaches a paper: receipt, transport, assay, approval; always kept',
      words.AttachedFact,
      (data) => ({
        kind: 'attach-fact',
        data,
      }),
    ),
    besideDossier(
      doors,
      'revisions',
      'certificates.prepare',
      'Changes what was declared, with a reason; a recommendation falls',
      words.ReviseDossier,
      (data) => ({
        kind: 'revise-dossier',
        data,
      }),
    ),
  ]
}

function decisions(doors: CertificateDoors): readonly Route[] {
  return [
    besideDossier(
      doors,
      'verification',
      'certificates.verify',
      'The verifier recommends the certificate and names each check that nobody could make',
      words.RecommendDossier,
      (data) => ({
        kind: 'recommend-dossier',
        data,
      }),
    ),
    besideDossier(
      doors,
      'validation',
      'certificates.validate',
      'The validator, another person, issues the certificate',
      words.CertifyDossier,
      (data) => ({
        kind: 'certify-dossier',
        data,
      }),
    ),
    besideDossier(
      doors,
      'refusal',
      'certificates.validate',
      'The validator refuses the certificate, with a reason and the checks',
      words.RefuseDossier,
      (data) => ({
        kind: 'refuse-dossier',
        data,
      }),
    ),
    writeRoute({
      path: '/api/certificates/:number/revocation',
      allow: can('certificates.revoke'),
      summary: 'Revokes a certificate from a day on, with a reason',
      params: numberParams,
      body: words.RevokeCertificate,
      write: async ({ data, params, ...asked }) => {
        const row = await asked.door.read((tx) => findCertificate(tx, asked.tenant, params.number))
        return row === null
          ? refused('unknown-certificate')
          : executeDossier(doors, asked, row.dossier, { kind: 'revoke-certificate', data })
      },
    }),
  ]
}

function besideDossier<Body extends Parameters<typeof writeRoute>[0]['body']>(
  doors: CertificateDoors,
  thing: string,
  capability: string,
  summary: string,
  body: Body,
  command: (data: Infer<Body>) => DossierCommand,
): Route {
  return writeRoute({
    path: `/api/dossiers/:dossier/${thing}`,
    allow: can(capability),
    summary,
    params: dossierParams,
    body,
    write: ({ data, params, ...asked }) => executeDossier(doors, asked, mustParse(dossierParams, params).dossier, command(data)),
  })
}
