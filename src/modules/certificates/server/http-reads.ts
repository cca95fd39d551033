/*
What may be read of dossiers and certificates, and by whom. Exporters see what they export; customs values and papers are for
those who certify or oversee. The two lists that verifiers keep are open to strangers.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { listOf, maybe, orNull, record, text } from '../../../kernel/schema.ts'
import { readRoute } from '../../../platform/http/build-route.ts'
import { type Route, anyone, can } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import * as words from '../contract.ts'
import { RevocationList } from '../domain/revocation-list.ts'
import { TrustList } from '../domain/trust-list.ts'
import { detailOfCertificate, dossierDetail, summaryOfCertificate, summaryOfDossier } from './answers.ts'
import type { CertificateDoors } from './facts.ts'
import { revocationListUrl } from './issuing/issue-facts.ts'
import { keptList } from './kept-list.ts'
import { revocationListOf, trustListOf } from './lists.ts'
import { type DossierRow, findDossier, listDossiers } from './store.ts'
import { findCertificate, listCertificates } from './store-certificates.ts'

const PAGE = 100
export const dossierParams = record({ dossier: words.DossierId })
export const numberParams = record({ number: text(24) })

/** Certifiers, and those who may read both custody and reports; everybody else sees what its own organisation exports. */
export const seesEverything = ({ capabilities }: Who): boolean =>
  capabilities.has('certificates.verify') ||
  capabilities.has('certificates.validate') ||
  (capabilities.has('custody.read') && capabilities.has('reports.read'))
export const maySee = (who: Who, row: Pick<DossierRow, 'exporter'>): boolean => seesEverything(who) || row.exporter === who.organisation
const NOBODY = '00000000-0000-7000-8000-000000000000'
export const exporterFilter = (who: Who): string | null => (seesEverything(who) ? null : (who.organisation ?? NOBODY))

export const certificateReads = (doors: CertificateDoors): readonly Route[] => [
  ...dossierReads(doors),
  ...numberReads(),
  ...listReads(doors),
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

function numberReads(): readonly Route[] {
  return [
    readRoute({
      path: '/api/certificates',
      allow: can('certificates.read'),
      summary: 'Certificates, newest number first, 100 a page, with their status today; exporters see their own',
      query: record({ before: maybe(text(24)) }),
      answer: record({ certificates: listOf(words.CertificateSummary), next: orNull(text()) }),
      read: async ({ tx, tenant, who, now, query }) => {
        const rows = await listCertificates(tx, tenant, { exporter: exporterFilter(who), before: query.before ?? null, limit: PAGE + 1 })
        const shown = rows.slice(0, PAGE).map((row) => summaryOfCertificate(row, todayAt(now)))
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
        return row === null || !maySee(who, row)
          ? refused('unknown-certificate')
          : accepted(detailOfCertificate(row, { who, today: todayAt(now) }))
      },
    }),
  ]
}

function listReads({ keys, baseUrl }: CertificateDoors): readonly Route[] {
  const trust = keptList((tx, asked) => trustListOf(tx, { ...asked, keys }))
  const revocations = keptList((tx, asked) => revocationListOf(tx, { ...asked, keys }, revocationListUrl(baseUrl)))
  return [
    readRoute({
      path: '/api/trust-list',
      allow: anyone,
      summary: 'The signed list of keys that may sign certificates; verifiers keep it for use without network',
      answer: TrustList,
      read: async ({ tx, tenant, now }) => accepted(await trust(tx, { tenant, now })),
    }),
    readRoute({
      path: '/api/revocation-list',
      allow: anyone,
      summary: 'The signed list of certificates that no longer count, as of today; verifiers keep it for use without network',
      answer: RevocationList,
      read: async ({ tx, tenant, now }) => accepted(await revocations(tx, { tenant, now })),
    }),
  ]
}
