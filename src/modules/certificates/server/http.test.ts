import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../../test/empty-database.ts'
import { refusalStatus } from '../../../bin/refusal-status.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { asId, mustParse } from '../../../kernel/schema.ts'
import { type Database, connect } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { createHttpServer } from '../../../platform/http/http-server.ts'
import type { Who } from '../../../platform/http/who.ts'
import { type KeyRing, passingKeyRing } from '../../../platform/keys/signer.ts'
import { type Log, openLog } from '../../../platform/log/log.ts'
import type { CustodyDoor, LotTrace } from '../../custody/contract.ts'
import { capabilitiesOf } from '../../people/domain/roles.ts'
import type { PeopleDoor } from '../../people/contract.ts'
import type { SitesDoor, Standing } from '../../sites/contract.ts'
import { CertificateDetail, CheckReport, DossierDetail } from '../contract.ts'
import {
  ceec,
  exporter,
  forbidden,
  papers,
  site,
  siteA,
  siteB,
  standing,
  terms,
  trace,
  trader,
  verifier,
  validator,
  world,
} from '../domain/example-lot.ts'
import { RevocationList } from '../domain/revocation-list.ts'
import { TrustList } from '../domain/trust-list.ts'
import { createCertificatesModule } from '../module.ts'
import { trustListOf } from './lists.ts'
import { verifyFile } from './verify-file.ts'

// Custody, sites and people are what the example lot says; log, database and HTTP are the real ones.
const newId = (): string => uuidV7(Date.now(), randomBytes(10))
const lots = new Map<string, LotTrace>()
const addLot = (change: Partial<LotTrace> = {}): string => {
  const lot = asId('lot', newId())
  lots.set(lot, { ...trace, lot, number: `EX-${lots.size + 1}`, ...change })
  return lot
}
const custody: CustodyDoor<Tx> = {
  trace: (_tx, lot) => Promise.resolve(lots.get(lot) ?? null),
  findLotByNumber: () => Promise.resolve(null),
  production: () => Promise.resolve([]),
  movedUnderDerogation: () => Promise.resolve([]),
}
// Site A was green until 1 September 2026 and nobody came again; site B is in order.
const lapsedOn = '2026-09-01'
const statusOf = (id: typeof siteA, asOf: string): Standing =>
  id === siteA && asOf >= lapsedOn
    ? standing(id, asOf, {
        internal: 'BLUE_LAPSED_GREEN',
        lapsed: true,
        lapse: { colour: 'green', on: lapsedOn },
        validUntil: '2029-09-01',
        allows: forbidden,
      })
    : standing(id, asOf)
const sites: SitesDoor<Tx> = {
  derogations: () => Promise.resolve([]),
  briefs: (_tx, ids, of) => Promise.resolve([site(siteA), site(siteB)].filter((one) => of === 'cd' && ids.includes(one.id))),
  within: () => Promise.resolve([siteA, siteB]),
  standing: (_tx, id, asOf, _knownAt, of) =>
    of === 'cd' ? Promise.resolve(statusOf(id, asOf)) : Promise.reject(new Error('a site is asked for without its tenant')),
  byIcglrId: () => Promise.resolve([]),
  overview: () => Promise.resolve([]),
  standings: (_tx, _tenant, { sites: ids, asOf }) => Promise.resolve(ids.map((id) => statusOf(id, asOf))),
  standingsOn: (_tx, _tenant, { asked }) => Promise.resolve(asked.map((one) => statusOf(one.site, one.asOf))),
}
const people: PeopleDoor<Tx> = {
  organisations: (_tx, ids, of) => Promise.resolve(world.organisations.filter((one) => of === 'cd' && ids.includes(one.id))),
  listOrganisations: (_tx, _kind, of) => Promise.resolve(of === 'cd' ? world.organisations : []),
}
const keys = passingKeyRing()
const certificates = createCertificatesModule({ custody, sites, people, keys, baseUrl: 'https://chanzo.example/' })

const person = (account: string, organisation: string | undefined, ...roles: readonly string[]): Who => ({
  tenant: 'cd',
  account,
  organisation: organisation ?? null,
  roles,
  capabilities: capabilitiesOf(roles),
  territory: 'everywhere',
  language: 'fr',
})
const who: { readonly [name: string]: Who } = {
  exporter: person(newId(), exporter, 'EXPORTER'),
  rival: person(newId(), trader, 'EXPORTER'),
  verifier: person(verifier, ceec, 'CEEC_VERIFIER'),
  validator: person(validator, ceec, 'CEEC_VALIDATOR'),
  // No account may hold both; the decision holds even if somebody gave one both.
  both: person(verifier, ceec, 'CEEC_VERIFIER', 'CEEC_VALIDATOR'),
  smelter: person(newId(), undefined, 'DOWNSTREAM'),
}

let clock = '2026-11-21T09:40:00.000Z'
let database: Database
let log: Log
let app: FastifyInstance
beforeAll(async () => {
  database = connect({ connectionString: await emptyDatabase(), max: 4 })
  log = await openLog({
    simulatedClock: true,
    database,
    signer: keys.signer('log'),
    projections: certificates.projections,
    clock: () => clock,
    deviceKey: () => Promise.resolve(null),
  })
  app = await createHttpServer({
    routes: certificates.routes,
    log,
    tenant: 'cd',
    clock: () => clock,
    refusalStatus,
    reportFault: ({ error }) => {
      throw error
    },
    authenticate: (headers) => Promise.resolve(who[String(headers['x-as'])] ?? null),
  })
})
afterAll(() => database.close())

const get = async (as: string, url: string) => {
  const answer = await app.inject({ method: 'GET', url, headers: { 'x-as': as } })
  return {
    status: answer.statusCode,
    text: answer.body,
    body: String(answer.headers['content-type']).includes('json') ? answer.json() : null,
  }
}
const post = async (as: string, url: string, data: object, id = newId()) => {
  const answer = await app.inject({ method: 'POST', url, headers: { 'x-as': as }, payload: { id, data } })
  return { status: answer.statusCode, id, body: answer.json() }
}
const openDossier = async (change: Partial<LotTrace> = {}): Promise<string> => {
  const opened = await post('exporter', '/api/dossiers', { lot: addLot(change), exporter, terms })
  expect(opened.status, JSON.stringify(opened.body)).toBe(200)
  for (const paper of papers) expect((await post('exporter', `/api/dossiers/${opened.id}/facts`, paper)).status).toBe(200)
  return opened.id
}
// Both bags of before the lapse of site A.
const inTime = { roots: trace.roots.map((root) => ({ ...root, producedOn: '2026-08-31' })) }
const acknowledged = [6, 10, 11, 12]
const reviewReason = 'Papiers lus.'
const certify = async (expiresOn = '2027-02-19'): Promise<CertificateDetail> => {
  const dossier = await openDossier(inTime)
  expect((await post('verifier', `/api/dossiers/${dossier}/verification`, { acknowledged })).status).toBe(200)
  const issued = await post('validator', `/api/dossiers/${dossier}/validation`, { expiresOn, reviewReason })
  expect(issued.status, JSON.stringify(issued.body)).toBe(200)
  const { certificateNumber } = mustParse(DossierDetail, (await get('verifier', `/api/dossiers/${dossier}`)).body).dossier
  return mustParse(CertificateDetail, (await get('validator', `/api/certificates/${certificateNumber}`)).body)
}
const lists = async () => {
  const document = mustParse(TrustList, (await get('nobody', '/api/trust-list')).body)
  const revocations = [mustParse(RevocationList, (await get('nobody', '/api/revocation-list')).body)]
  return { trust: [{ document, rootKey: document.rootKey }], revocations }
}

test('an export lot in order is certified by two persons, and a stranger verifies it offline', async () => {
  const { certificate, code, checks, ...detail } = await certify()
  expect(certificate).toMatchObject({ number: 'CD-2026-000001', status: 'valid', issuedOn: '2026-11-21', expiresOn: '2027-02-19' })
  expect(checks.filter((check) => check.result === 'not-yet-checked').map((check) => check.number)).toEqual(acknowledged)
  expect(detail).toMatchObject({ origin: ['CD'], tagCount: 2, grade: '65.2 % Sn', reviewReason, revokedOn: null })
  const answer = await verifyFile(JSON.stringify({ code }), await lists(), '2026-11-22')
  expect(answer).toMatchObject({ verdict: 'genuine', asOf: '2026-11-21', ageDays: 1 })
  expect(answer.facts).toMatchObject({
    number: 'CD-2026-000001',
    exporter: 'Comptoir Kivu SARL',
    massGrams: 75_000,
    tagCount: 2,
    statusList: { url: 'https://chanzo.example/api/revocation-list', index: 0 },
  })
  expect(
    (
      await verifyFile(
        code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        await lists(),
        '2026-11-22',
      )
    ).verdict,
  ).not.toBe('genuine')
  expect(await log.read((tx) => certificates.verifyOwn(`${code}\n`, { tx, tenant: 'cd', now: clock }))).toMatchObject({
    verdict: 'genuine',
    ageDays: 0,
  })
})

test('numbers follow each other and a repeated command gives the same certificate', async () => {
  const dossier = await openDossier(inTime)
  await post('verifier', `/api/dossiers/${dossier}/verification`, { acknowledged })
  const first = await post('validator', `/api/dossiers/${dossier}/validation`, { expiresOn: '2027-01-01', reviewReason })
  const again = await post('validator', `/api/dossiers/${dossier}/validation`, { expiresOn: '2027-01-01', reviewReason }, first.id)
  expect(again.body).toEqual(first.body)
  const { body } = await get('validator', '/api/certificates')
  expect(body.certificates.map((one: { number: string }) => one.number)).toEqual(['CD-2026-000002', 'CD-2026-000001'])
})

test('a lot is refused because a site’s status had lapsed on the day of production, with the reason', async () => {
  const dossier = await openDossier()
  const tried = await post('verifier', `/api/dossiers/${dossier}/verification`, { acknowledged })
  expect(tried).toMatchObject({ status: 409, body: { refusal: { code: 'checks-failed', facts: { checks: [3], ids: ['site-status'] } } } })
  const refusing = await post('validator', `/api/dossiers/${dossier}/refusal`, { reason: 'Statut échu le jour de la production.' })
  expect(refusing.status).toBe(200)
  const detail = mustParse(DossierDetail, (await get('exporter', `/api/dossiers/${dossier}`)).body)
  expect(detail).toMatchObject({
    dossier: { state: 'refused' },
    checksAreLive: false,
    refusal: { reason: 'Statut échu le jour de la production.' },
  })
  const evidence = detail.checks.find((check) => check.id === 'site-status')?.evidence
  expect(evidence).toMatchObject([
    {
      code: 'site-green-lapsed',
      facts: { site: 'codmine11', producedOn: '2026-10-01', status: 'BLUE_LAPSED_GREEN', lapsedOn },
    },
  ])
  expect(detail.checks.find((check) => check.id === 'site-status')?.remedy).toEqual({ code: 'site-status', who: 'MINES_NAT' })
})

test('the person who verified cannot validate', async () => {
  const dossier = await openDossier(inTime)
  await post('verifier', `/api/dossiers/${dossier}/verification`, { acknowledged })
  expect(await post('both', `/api/dossiers/${dossier}/validation`, { expiresOn: '2027-01-01', reviewReason })).toMatchObject({
    status: 409,
    body: { refusal: { code: 'same-person' } },
  })
  expect((await post('verifier', `/api/dossiers/${dossier}/validation`, { expiresOn: '2027-01-01', reviewReason })).status).toBe(403)
})

test('a revoked certificate is revoked for strangers, on its page and offline, and may be replaced', async () => {
  const { certificate, code } = await certify()
  const url = `/api/certificates/${certificate.number}/revocation`
  expect((await post('verifier', url, { on: '2026-11-21', reason: 'x' })).status).toBe(403)
  expect((await post('validator', '/api/certificates/CD-2026-999999/revocation', { on: '2026-11-21', reason: 'x' })).status).toBe(404)
  expect((await post('validator', url, { on: '2026-11-21', reason: 'Sacs échangés.' })).status).toBe(200)
  expect(await verifyFile(code, await lists(), '2026-11-22')).toMatchObject({
    verdict: 'revoked',
    reasons: [{ code: 'revoked', facts: { on: '2026-11-21' } }],
  })
  expect((await get('nobody', `/certificate/${certificate.number}`)).text).toContain('révoqué')
  const lot = [...lots.keys()].at(-1)
  const next = await post('exporter', '/api/dossiers', { lot, exporter, terms, replaces: certificate.number })
  for (const paper of papers) await post('exporter', `/api/dossiers/${next.id}/facts`, paper)
  await post('verifier', `/api/dossiers/${next.id}/verification`, { acknowledged })
  expect((await post('validator', `/api/dossiers/${next.id}/validation`, { expiresOn: '2027-01-01', reviewReason })).status).toBe(200)
  expect((await get('validator', `/api/certificates/${certificate.number}`)).body.certificate.status).toBe('replaced')
  expect((await verifyFile(code, await lists(), '2026-11-22')).reasons[0]?.code).toBe('replaced')
})

test('a refused dossier is not revised once another dossier was opened for the lot', async () => {
  const first = await openDossier(inTime)
  await post('validator', `/api/dossiers/${first}/refusal`, { reason: 'Papier manquant.' })
  const second = await post('exporter', '/api/dossiers', { lot: [...lots.keys()].at(-1), exporter, terms })
  expect(second.status).toBe(200)
  const revising = await post('exporter', `/api/dossiers/${first}/revisions`, { terms, reason: 'Encore.' })
  expect(revising).toMatchObject({ status: 409, body: { refusal: { code: 'lot-has-a-dossier' } } })
})

test('an exporter sees its own dossiers only, and a buyer none', async () => {
  const dossier = await openDossier(inTime)
  expect((await get('exporter', '/api/dossiers')).body.dossiers.length).toBeGreaterThan(0)
  for (const as of ['rival', 'smelter']) {
    expect((await get(as, '/api/dossiers')).body.dossiers).toEqual([])
    expect((await get(as, `/api/dossiers/${dossier}`)).status).toBe(404)
    expect((await get(as, '/certificate/CD-2026-000001/print')).status).toBe(404)
  }
  expect((await post('rival', `/api/dossiers/${dossier}/facts`, papers[0] ?? {})).body.refusal.code).toBe('not-the-exporter')
  expect((await get('nobody', '/api/dossiers')).status).toBe(401)
})

test('the public page says whether it counts and what to compare, without buyer, value, position, person or script', async () => {
  const { certificate } = await certify()
  for (const [language, word] of [
    ['fr', 'valable'],
    ['en', 'valid'],
  ]) {
    const { status, text } = await get('nobody', `/certificate/${certificate.number}?language=${language}`)
    expect(status).toBe(200)
    for (const shown of [word, 'Comptoir Kivu SARL', '75 kg', 'codmine11']) expect(text).toContain(shown)
    for (const hidden of ['Smelter Berhad', '95000', '<script', verifier, validator, 'CD--1.5', 'ASM1:']) expect(text).not.toContain(hidden)
  }
  expect((await get('nobody', '/certificate/CD-2026-999999')).status).toBe(404)
  expect((await get('nobody', '/certificate/%3Cscript%3E')).status).toBe(404)
})

test('the paper has every field in both languages, and a draft or a certificate that no longer counts says so across the sheet', async () => {
  const { certificate } = await certify()
  const { text } = await get('validator', `/certificate/${certificate.number}/print?language=en`)
  for (const shown of [
    'Issuing country',
    'Pays de délivrance',
    'USD 95000.00',
    'Smelter Berhad, MY',
    'RW;TZ;MY',
    '<svg',
    'Expires on',
    '19-02-2027',
    'not stated',
    'https://chanzo.example/verify',
  ]) {
    expect(text).toContain(shown)
  }
  for (const hidden of ['class="void"', verifier, validator, '<script']) expect(text).not.toContain(hidden)
  const draft = await get('exporter', `/dossier/${await openDossier(inTime)}/print?language=fr`)
  for (const shown of ['PROJET', 'Ceci n’est pas un certificat', 'This is not a certificate']) expect(draft.text).toContain(shown)
  const before = clock
  clock = `${addDays(certificate.expiresOn, 1)}T08:00:00.000Z`
  expect((await get('validator', `/certificate/${certificate.number}/print?language=fr`)).text).toContain('EXPIRÉ')
  expect((await get('nobody', `/certificate/${certificate.number}`)).text).toContain('expiré')
  clock = before
})

test('rebuilding from the log gives the same tables, and no account’s name or buyer is in the lists for strangers', async () => {
  expect(await log.checkRebuild()).toMatchObject({ differences: 0 })
  const { text } = await get('nobody', '/api/revocation-list')
  expect(text).not.toMatch(/Sacs|Comptoir|Berhad/)
  for (const report of mustParse(
    DossierDetail,
    (await get('verifier', `/api/dossiers/${(await get('verifier', '/api/dossiers')).body.dossiers[0].id}`)).body,
  ).checks)
    mustParse(CheckReport, report)
})

test('a certificate stays genuine when the server has a new key', async () => {
  const { certificate, code } = await certify()
  const root = keys.signer('trust')
  const renewed: KeyRing = { ...passingKeyRing(), signer: (purpose) => (purpose === 'trust' ? root : passingKeyRing().signer(purpose)) }
  const document = await log.read((tx) => trustListOf(tx, { tenant: 'cd', now: '2026-12-20T08:00:00.000Z', keys: renewed }))
  expect(document.keys.map((key) => key.validUntil)).toEqual([certificate.issuedOn, null])
  const trust = [{ document, rootKey: document.rootKey }]
  expect((await verifyFile(code, { trust, revocations: [] }, '2026-12-20')).verdict).toBe('genuine')
})
