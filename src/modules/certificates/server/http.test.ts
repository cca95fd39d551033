import { afterAll, expect, test } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { mustParse } from '../../../kernel/schema.ts'
import type { Who } from '../../../platform/http/who.ts'
import { type KeyRing, passingKeyRing } from '../../../platform/keys/signer.ts'
import type { LotTrace } from '../../custody/contract.ts'
import type { Standing } from '../../sites/contract.ts'
import { CertificateDetail, CheckReport, DossierDetail } from '../contract.ts'
import { ceec, exporter, forbidden, papers, siteA, standing, terms, trace, trader, verifier, validator } from '../domain/example-lot.ts'
import { trustListOf } from './lists.ts'
import { verifyFile } from './verify-file.ts'
import { newId, openCertificatesBed, person } from '../../../../test/certificates-bed.ts'

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
const who: { readonly [name: string]: Who } = {
  exporter: person(newId(), exporter, 'EXPORTER'),
  rival: person(newId(), trader, 'EXPORTER'),
  verifier: person(verifier, ceec, 'CEEC_VERIFIER'),
  validator: person(validator, ceec, 'CEEC_VALIDATOR'),
  // No account may hold both; the decision holds even if somebody gave one both.
  both: person(verifier, ceec, 'CEEC_VERIFIER', 'CEEC_VALIDATOR'),
  smelter: person(newId(), undefined, 'DOWNSTREAM'),
}

const bed = await openCertificatesBed({ who, statusOf })
const { addLot, get, post, lists, time, lots, keys, certificates, log } = bed
afterAll(() => bed.close())

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
  expect(await log.read((tx) => certificates.verifyOwn(`${code}\n`, { tx, tenant: 'cd', now: time.now }))).toMatchObject({
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
    // Also what nobody could check is named, each with its remedy.
    refusal: { reason: 'Statut échu le jour de la production.', named: expect.arrayContaining([3, 6, 12]) },
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
  for (const [language = '', word = '', issuer = ''] of [
    ['fr', 'valable', 'République démocratique du Congo'],
    ['en', 'valid', 'Democratic Republic of the Congo'],
  ]) {
    const { status, text } = await get('nobody', `/certificate/${certificate.number}?language=${language}`)
    expect(status).toBe(200)
    for (const shown of [word, issuer, 'Comptoir Kivu SARL', '75 kg', 'codmine11']) expect(text).toContain(shown)
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
  const before = time.now
  time.now = `${addDays(certificate.expiresOn, 1)}T08:00:00.000Z`
  expect((await get('validator', `/certificate/${certificate.number}/print?language=fr`)).text).toMatch(/EXPIRÉ[^]*EXPIRED/)
  expect((await get('nobody', `/certificate/${certificate.number}`)).text).toContain('expiré')
  time.now = before
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
