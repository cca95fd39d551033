/*
The way through the whole house, over HTTP: a site is visited by a joint team, gets its colour by an order, gives tagged bags, the
bags become an export lot, the lot is certified or refused with its reasons, and a stranger checks the certificate.
*/
import { describe, expect, test } from 'vitest'
import { addDays } from '../../src/kernel/calendar.ts'
import { nodeCrypto } from '../../src/modules/certificates/server/node-crypto.ts'
import { openRevocationList } from '../../src/modules/certificates/domain/revocation-list.ts'
import { type TrustList, openTrustList } from '../../src/modules/certificates/domain/trust-list.ts'
import { verifyCode } from '../../src/modules/certificates/domain/verify.ts'
import { freshDatabase } from '../database.ts'
import {
  type Bag,
  certify,
  checksWith,
  combine,
  deliverTags,
  openDossier,
  recommend,
  sellToExporter,
  weighBag,
} from '../world/chain-scenes.ts'
import { type Answer, stranger, subjectOf } from '../world/client.ts'
import { sites } from '../world/lukanda.ts'
import { signOrder } from '../world/order-scenes.ts'
import { goOnMission, registerSite } from '../world/site-scenes.ts'
import { type Stage, openStage } from '../world/stage.ts'

const textAt = (answer: Answer, ...path: readonly (string | number)[]): string =>
  String(
    path.reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? Object.entries(at).find(([key]) => key === String(name))?.[1] : undefined),
      answer.body,
    ),
  )
const refusalOf = (answer: Answer): string => textAt(answer, 'refusal', 'code')
const mweupe = sites[0]!

async function greenSite(stage: Stage): Promise<string> {
  const site = await registerSite(stage, mweupe, 1)
  const visit = stage.onDay(-400)
  await goOnMission(stage, { day: visit, visited: [{ site }] })
  const day = stage.onDay(-380)
  await signOrder(stage, { number: '0100/2025', day, annex: [{ site, colour: 'green' }] })
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 50, day })
  return site
}

async function exportLot(stage: Stage, bags: readonly Bag[], day: string): Promise<string> {
  const trader = subjectOf(await combine(stage, { who: 'trader', number: 'N-1', kind: 'trader-lot', inputs: bags, day }))
  const sent = bags.reduce((sum, bag) => sum + bag.massGrams, 0)
  await sellToExporter(stage, { lot: trader, sentGrams: sent, receivedGrams: sent - 200, day })
  return subjectOf(
    await combine(stage, { who: 'exporter', number: 'EXP-1', kind: 'export-lot', inputs: [{ lot: trader, massGrams: sent - 200 }], day }),
  )
}

describe('granted', async () => {
  const world = await freshDatabase()
  const stage = await openStage({ program: world.program, setClock: world.setClock }, 500)
  const kept = { lot: '', dossier: '', number: '', code: '' }

  test('bags from a green site become an export lot whose origin adds up to the gram', async () => {
    const site = await greenSite(stage)
    const bags: Bag[] = []
    for (const [index, massGrams] of [48_250, 50_100, 47_900].entries()) {
      const day = stage.onDay(-60 + index)
      bags.push(await weighBag(stage, { site, tag: `LK-00000${index + 1}`, mineral: 'Sn', massGrams, day }))
    }
    kept.lot = await exportLot(stage, bags, stage.onDay(-30))
    const trace = await stage.as('verifier').get(`/api/lots/${kept.lot}/trace`)
    expect(trace.body).toMatchObject({ massGrams: 146_050, shares: [{ site, grams: 146_050, hundredthsOfPercent: 10_000, bags: 3 }] })
  })

  test('the dossier says what nobody could check yet, and passes nothing in silence', async () => {
    const day = stage.onDay(-20)
    kept.dossier = await openDossier(stage, { lot: kept.lot, day, grade: '66,4 % Sn', element: 'Sn', value: 66.4 })
    const detail = (await stage.as('verifier').get(`/api/dossiers/${kept.dossier}`)).body
    expect(checksWith(detail, 'failed')).toEqual([])
    expect(checksWith(detail, 'not-yet-checked').length).toBeGreaterThan(0)
    expect(checksWith(detail, 'passed')).toEqual(expect.arrayContaining([2, 3, 4, 5]))
  })

  test('two persons issue it: the verifier may not validate, and a certificate lives at most ninety days', async () => {
    stage.onDay(-19)
    subjectOf(await recommend(stage, kept.dossier))
    expect((await certify(stage, kept.dossier, { expiresOn: addDays(stage.today, 40), who: 'verifier' })).status).toBe(403)
    const tooLong = await certify(stage, kept.dossier, { expiresOn: addDays(stage.today, -19 + 91) })
    expect(tooLong.status).toBe(409)
    subjectOf(await certify(stage, kept.dossier, { expiresOn: addDays(stage.today, -19 + 90) }))
    const list = await stage.as('validator').get('/api/certificates')
    kept.number = textAt(list, 'certificates', 0, 'number')
    expect(kept.number).toMatch(/^CD-\d{4}-\d{6}$/)
    kept.code = textAt(await stage.as('validator').get(`/api/certificates/${kept.number}`), 'code')
  })

  test('a stranger checks it without network: genuine; with one changed character refused; after ninety days expired', async () => {
    stage.onDay(0)
    const client = stranger(stage.app)
    const root = textAt(await client.get('/api/trust-list'), 'rootKey')
    const trust = await openTrustList((await client.get('/api/trust-list')).body, root, nodeCrypto)
    const revocations = await openRevocationList((await client.get('/api/revocation-list')).body, root, nodeCrypto)
    const options = {
      keys: [trust].filter((list): list is TrustList => list !== null),
      revocations: revocations ? [revocations] : [],
      today: stage.today,
      crypto: nodeCrypto,
    }
    expect((await verifyCode(kept.code, options)).verdict).toBe('genuine')
    const changed = kept.code.slice(0, 40) + (kept.code[40] === 'A' ? 'B' : 'A') + kept.code.slice(41)
    expect((await verifyCode(changed, options)).verdict).not.toBe('genuine')
    expect((await verifyCode(kept.code, { ...options, today: addDays(stage.today, 80) })).verdict).toBe('expired')
    expect((await verifyCode(kept.code, { ...options, keys: [] })).verdict).toBe('unknown-issuer')
  })

  test('its public page opens for strangers in two languages, without script and without the name of a person', async () => {
    for (const language of ['fr', 'en']) {
      const page = await stranger(stage.app).get(`/certificate/${kept.number}?language=${language}`)
      expect(page.status).toBe(200)
      expect(page.body).toContain(`lang="${language}"`)
      expect(page.body).not.toContain('<script')
      for (const name of ['Tshibola', 'Kanku', 'Mukendi']) expect(page.body).not.toContain(name)
    }
  })

  test('revoked, it is refused from that day on, with the day', async () => {
    const revoked = await stage
      .as('validator')
      .post(`/api/certificates/${kept.number}/revocation`, { on: stage.today, reason: 'Étiquettes retrouvées dans un autre lot.' })
    expect(revoked.status).toBe(200)
    const client = stranger(stage.app)
    const root = textAt(await client.get('/api/trust-list'), 'rootKey')
    const trust = await openTrustList((await client.get('/api/trust-list')).body, root, nodeCrypto)
    const list = await openRevocationList((await client.get('/api/revocation-list')).body, root, nodeCrypto)
    const found = await verifyCode(kept.code, {
      keys: trust ? [trust] : [],
      revocations: list ? [list] : [],
      today: stage.today,
      crypto: nodeCrypto,
    })
    expect(found).toMatchObject({ verdict: 'revoked', asOf: stage.today })
  })
})

describe('refused', async () => {
  const world = await freshDatabase()
  const stage = await openStage({ program: world.program, setClock: world.setClock }, 500)

  test('bags weighed after the green had lapsed are kept, and held', async () => {
    const site = await greenSite(stage)
    const day = stage.onDay(-10)
    const bag = await weighBag(stage, { site, tag: 'LK-000001', mineral: 'Sn', massGrams: 49_000, day })
    const detail = await stage.as('verifier').get(`/api/lots/${bag.lot}`)
    expect(detail.body).toMatchObject({ lot: { state: 'quarantined', massGrams: 49_000 }, findings: [{ rule: 'F04', severity: 'C' }] })
    expect(refusalOf(await combine(stage, { who: 'trader', number: 'N-1', kind: 'trader-lot', inputs: [bag], day }))).toContain(
      'quarantine',
    )
  })

  test('even if somebody releases the bags, the certificate is refused, with the check that failed and who must do what', async () => {
    const lots = await stage.as('agent').get('/api/lots?kind=bag')
    const lot = textAt(lots, 'lots', 0, 'id')
    const release = (who: string) => stage.as(who).post(`/api/lots/${lot}/releases`, { reason: 'Relâché à la demande du négociant.' })
    expect(refusalOf(await release('agent'))).toBe('second-person-needed')
    subjectOf(await release('verifier'))
    const exported = await exportLot(stage, [{ lot, massGrams: 49_000 }], stage.onDay(-5))
    const dossier = await openDossier(stage, { lot: exported, day: stage.onDay(-4), grade: '66,4 % Sn', element: 'Sn', value: 66.4 })
    const detail = (await stage.as('verifier').get(`/api/dossiers/${dossier}`)).body
    expect(checksWith(detail, 'failed')).toContain(3)
    stage.onDay(-3)
    await recommend(stage, dossier)
    const refused = await certify(stage, dossier, { expiresOn: addDays(stage.today, 30) })
    expect(refused.status).toBe(409)
    expect(await stage.as('validator').get('/api/certificates')).toMatchObject({ body: { certificates: [] } })
    const reasons = JSON.stringify(refused.body)
    expect(reasons).toMatch(/checks-failed|not-recommended/)
  })
})
