/*
The pages of certificates: the public one for strangers, the sheet to print for those who may read certificates (it shows the
customs value and the buyer), and the draft of a dossier.
*/
import { createHash } from 'node:crypto'
import { todayAt } from '../../../kernel/calendar.ts'
import { type Infer, mustParse, parse, record } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, pageRoute, rawRoute } from '../../../platform/http/build-route.ts'
import type { Html } from '../../../platform/http/html.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import { refused } from '../../../kernel/outcome.ts'
import { LotId } from '../../custody/contract.ts'
import { Mineral } from '../../sites/contract.ts'
import { DossierId, DossierTerms } from '../contract.ts'
import { isDesignated, statusOn } from '../domain/certificate.ts'
import { originOf } from '../domain/check-input.ts'
import { asPublicReads } from '../domain/check-sight.ts'
import { numbersOf } from '../domain/checks.ts'
import { CertificateIssued } from '../domain/dossier-events.ts'
import { issuerOf } from '../domain/issuer.ts'
import { hsCodes } from '../domain/rulebook.ts'
import { printedSite } from '../domain/short-identifier.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { type PublicProvisional, provisionalPage } from '../page/provisional-page.ts'
import { statusOfSheet } from './issuing/http-blocks.ts'
import { lostKeys } from './issuing/issue-register.ts'
import { type SheetRow, findSheet, listBlocks } from './issuing/store-issued.ts'
import { type PublicCertificate, certificatePage } from '../page/certificate-page.ts'
import { type Paper, paperPage } from '../page/paper.ts'
import { type CertificateDoors, lotWorld } from './facts.ts'
import { maySee, numberParams } from './http-reads.ts'
import { qrSvg } from './qr-svg.ts'
import { findDossier, type DossierRow } from './store.ts'
import { type CertificateRow, findCertificate } from './store-certificates.ts'

const dossierParams = record({ dossier: DossierId })

export function certificatePages(doors: CertificateDoors): readonly Route[] {
  return [
    pageRoute({
      path: '/certificate/:number',
      summary: 'The public page of a certificate: does it count today, and what to compare',
      params: numberParams,
      page: async ({ tx, tenant, params, language, now }) => {
        const row = await findCertificate(tx, tenant, params.number)
        if (row !== null)
          return certificatePage(publicOf(row, { tenant, language, today: todayAt(now) }), { language, today: todayAt(now) })
        const sheet = await findSheet(tx, tenant, params.number)
        if (sheet === null) return null
        return provisionalPage(await publicSheet(tx, tenant, { sheet, now, language }), { language, today: todayAt(now) })
      },
    }),
    rawRoute({
      method: 'GET',
      path: '/certificate/:number/print',
      allow: can('certificates.read'),
      summary: 'The certificate as an A4 sheet in French and English, with its code; `?language=` says which comes first',
      schemas: { params: numberParams },
      answer: async (incoming) => {
        const params = parse(numberParams, incoming.params)
        if (!params.ok) return badInput(params.faults)
        const paper = await incoming.door.read(async (tx) => {
          const row = await findCertificate(tx, incoming.tenant, params.value.number)
          return row === null || !maySee(incoming.who, row) ? null : paperOf(doors, row, { ...incoming, tx })
        })
        return paper === null ? notFound('unknown-certificate') : page(paperPage(paper, incoming.language))
      },
    }),
    rawRoute({
      method: 'GET',
      path: '/dossier/:dossier/print',
      allow: can('certificates.read'),
      summary: 'A dossier as the sheet it would give, marked as a draft',
      schemas: { params: dossierParams },
      answer: (incoming) => answerDraft(doors, incoming),
    }),
  ]
}

async function answerDraft(doors: CertificateDoors, incoming: Incoming): Promise<Reply> {
  const params = parse(dossierParams, incoming.params)
  if (!params.ok) return badInput(params.faults)
  const paper = await incoming.door.read(async (tx) => {
    const row = await findDossier(tx, incoming.tenant, params.value.dossier)
    if (row === null || !maySee(incoming.who, row)) return null
    const { tenant, now } = incoming
    const lot = mustParse(LotId, row.lot)
    const world = await lotWorld(doors, { tx, tenant, lot, exporter: row.exporter, today: todayAt(now), knownAt: now })
    return world === null ? null : draftOf(row, world, incoming.tenant)
  })
  return paper === null ? notFound('unknown-dossier') : page(paperPage(paper, incoming.language))
}

function draftOf(row: DossierRow, world: NonNullable<Awaited<ReturnType<typeof lotWorld>>>, tenant: string): Paper {
  const issuer = issuerOf(tenant)
  return {
    issued: null,
    country: issuer.country,
    authority: issuer.name,
    exporterName: row.exporterName,
    lotNumber: world.trace.number,
    mineralCode: codeOf(world.trace.mineral),
    massGrams: world.trace.massGrams,
    terms: mustParse(DossierTerms, row.terms),
    origin: originOf({ trace: world.trace, sites: world.sites, country: issuer.country }),
    sites: world.sites.map(printedSite),
    tagCount: new Set(world.trace.roots.flatMap((root) => (root.tag === null ? [] : [root.tag]))).size,
  }
}

type Asking = Pick<Incoming, 'tenant' | 'now' | 'who'> & { readonly tx: Tx }
async function paperOf(doors: CertificateDoors, row: CertificateRow, { tx, tenant, now, who }: Asking): Promise<Paper> {
  const issued = mustParse(CertificateIssued, row.issued)
  const base = doors.baseUrl.replace(/\/+$/, '')
  const link = `${base}/certificate/${issued.number}`
  // Who issues prints the original with the names that the standard demands; anybody else a copy.
  const isOriginal =
    doors.nameOf !== undefined && (who.capabilities.has('certificates.verify') || who.capabilities.has('certificates.validate'))
  const nameOf = async (account: string): Promise<string | null> => (await doors.nameOf?.(tx, account)) ?? null
  const head = (await doors.ledger?.().head(tx, tenant)) ?? null
  const issuer = issuerOf(tenant)
  return {
    issued: {
      number: issued.number,
      status: statusOf(row, issued, todayAt(now)),
      verifiedOn: issued.verifiedOn,
      issuedOn: issued.issuedOn,
      expiresOn: issued.expiresOn,
      code: issued.code,
      qrSvg: qrSvg(issued.code),
      linkSvg: qrSvg(link),
      link,
      codeHash: hashOf(issued.code),
      names: isOriginal ? { verifier: await nameOf(issued.verifier), validator: await nameOf(issued.validator) } : null,
      confirms: issued.confirms?.issuedOn ?? null,
      ledger: head === null ? null : { size: head.size, root: head.root },
      verifyUrl: `${base}/verify`,
      openChecks: numbersOf(issued.checks, 'not-yet-checked'),
      judgedChecks: numbersOf(issued.checks, 'review'),
      replaces: issued.replaces ?? null,
    },
    country: issuer.country,
    authority: issuer.name,
    exporterName: issued.exporterName,
    lotNumber: issued.lotNumber,
    mineralCode: codeOf(issued.mineral),
    massGrams: issued.massGrams,
    terms: issued.terms,
    origin: issued.origin,
    sites: issued.sites.map(printedSite),
    tagCount: issued.tagCount,
  }
}

function publicOf(
  row: CertificateRow,
  { tenant, language, today }: { readonly tenant: string; readonly language: 'fr' | 'en'; readonly today: string },
): PublicCertificate {
  const issued = mustParse(CertificateIssued, row.issued)
  const { number, exporterName, lotNumber, massGrams, grade, origin, tagCount, issuedOn, expiresOn, checks, rulebook } = issued
  return {
    number,
    status: statusOf(row, issued, today),
    issuerName: issuerOf(tenant).names[language],
    exporterName,
    lotNumber,
    mineralCode: codeOf(issued.mineral) ?? issued.mineral,
    massGrams,
    grade,
    origin,
    // An ICGLR identifier spells out the position; a public page says no position.
    sites: issued.sites.map((site) => ({ name: site.name, label: site.nationalId })),
    tagCount,
    issuedOn,
    expiresOn,
    revokedOn: row.revokedOn,
    replacedBy: row.replacedBy,
    usedOn: row.usedOn,
    keyStolenOn: row.keyStolenOn,
    codeHash: hashOf(issued.code),
    checks: asPublicReads(checks),
    rulebook,
  }
}

const statusOf = (row: CertificateRow, issued: Infer<typeof CertificateIssued>, today: string) =>
  statusOn(today, { ...row, expiresOn: issued.expiresOn })
const hashOf = (code: string): Uint8Array => new Uint8Array(createHash('sha256').update(code).digest())

async function publicSheet(
  tx: Tx,
  tenant: string,
  { sheet, now, language }: { readonly sheet: SheetRow; readonly now: string; readonly language: 'fr' | 'en' },
): Promise<PublicProvisional> {
  const blocks = await listBlocks(tx, tenant)
  const block = blocks.find((one) => one.id === sheet.block)
  const lostOn = lostKeys(blocks).get(block?.publicKey ?? '') ?? null
  const { number, exporterName, lotNumber, massGrams, issuedOn, expiresOn } = sheet
  const status = statusOfSheet(sheet, { now, lostOn })
  return {
    ...{ number, exporterName, lotNumber, massGrams, issuedOn, expiresOn, status },
    withdrawnOn: sheet.withdrawnOn ?? (sheet.usedTwice ? null : lostOn),
    mineralCode: codeOf(mustParse(Mineral, sheet.mineral)) ?? sheet.mineral,
    issuerName: issuerOf(tenant).names[language],
    officeName: block?.officeName ?? '',
    codeHash: hashOf(sheet.code),
  }
}
const codeOf = (mineral: Mineral): string | null => (isDesignated(mineral) ? hsCodes[mineral] : null)
const page = (body: Html): Reply => ({ status: 200, body: body.html, contentType: 'text/html; charset=utf-8' })
const notFound = (code: string): Reply => ({ ...outcomeReply(refused(code)), status: 404 })
