import { describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import {
  certify,
  checksWith,
  combine,
  deliverTags,
  openDossier,
  recommend,
  sellToExporter,
  weighBag,
} from '../../../../../test/world/chain-scenes.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { sites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { checkRebuild } from '../../../../platform/log/rebuild.ts'
import { DossierCourse, DossierQueue } from '../../contract-dossier.ts'
import { DossierDetail } from '../../contract.ts'

// The whole house over HTTP: what custody, sites and papers know is what the checks of a dossier answer from.
describe('a dossier from opening to closing', async () => {
  const world = await freshDatabase()
  const stage = await openStage({ program: world.program, setClock: world.setClock }, 500)
  const mweupe = sites[0]
  if (!mweupe) throw new Error('no site')
  const site = await registerSite(stage, mweupe, 1)
  await goOnMission(stage, { day: stage.onDay(-100), visited: [{ site }] })
  const since = stage.onDay(-90)
  await signOrder(stage, { number: '0100/2025', day: since, annex: [{ site, colour: 'green' }] })
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 50, day: since })
  let made = 0
  const exportLot = async () => {
    const day = stage.onDay(-60 + made)
    const tag = `LK-00000${++made}`
    const bag = await weighBag(stage, { site, tag, mineral: 'Sn', massGrams: 48_000, day })
    const trader = subjectOf(await combine(stage, { who: 'trader', number: `N-${made}`, kind: 'trader-lot', inputs: [bag], day }))
    await sellToExporter(stage, { lot: trader, sentGrams: 48_000, receivedGrams: 48_000, day, paper: `AT-${made}` })
    const inputs = [{ lot: trader, massGrams: 48_000 }]
    return {
      bag: bag.lot,
      tag,
      lot: subjectOf(await combine(stage, { who: 'exporter', number: `E-${made}`, kind: 'export-lot', inputs, day })),
    }
  }
  const [first, second, doubled] = [await exportLot(), await exportLot(), await exportLot()]
  const openFor = (lot: string, day: string) => openDossier(stage, { lot, day, grade: '66,4 % Sn', element: 'Sn', value: 66.4 })
  const codeOf = (answer: Answer): string => /"code":"([a-z-]+)"/.exec(JSON.stringify(answer.body))?.[1] ?? 'accepted'
  const detailOf = async (dossier: string, who = 'verifier') =>
    mustParse(DossierDetail, (await stage.as(who).get(`/api/dossiers/${dossier}`)).body)
  const courseOf = async (dossier: string, who = 'verifier') =>
    mustParse(DossierCourse, (await stage.as(who).get(`/api/dossiers/${dossier}/course`)).body)
  const queueOf = async (who: string, query = '') => mustParse(DossierQueue, (await stage.as(who).get(`/api/dossier-queue${query}`)).body)
  const kept = { first: '', second: '' }

  test('the checks answer from what custody and the registers know, and each says what it looked at', async () => {
    kept.first = await openFor(first.lot, stage.onDay(-30))
    kept.second = await openFor(second.lot, stage.onDay(-28))
    const { checks } = await detailOf(kept.first)
    const evidence = (number: number) => checks.find((check) => check.number === number)?.evidence.map((one) => one.code)
    expect(evidence(9)).toContain('leg-covered-by')
    expect(evidence(6)).toContain('site-without-title')
    expect(evidence(11)).toContain('no-card-registered')
    expect(evidence(12)).toEqual(expect.arrayContaining(['document-missing', 'document-attached', 'document-not-asked']))
    for (const check of checks) expect(check.evidence.length, check.id).toBeGreaterThan(0)
  })

  test('the queue has the oldest first; the exporter sees its own with their places; another body sees nothing', async () => {
    stage.onDay(-26)
    const queue = await queueOf('verifier')
    expect(queue.entries.map(({ dossier, wait }) => [dossier.id, wait.place, wait.turn])).toEqual([
      [kept.first, 1, 'verifier'],
      [kept.second, 2, 'verifier'],
    ])
    expect(queue.counts).toEqual({ verifier: 2, validator: 0, exporter: 0, overdue: 0 })
    expect((await queueOf('exporter')).entries).toHaveLength(2)
    expect((await courseOf(kept.second, 'exporter')).wait).toMatchObject({ place: 2, waiting: 2, days: 2, overdue: false })
    stage.onDay(-24)
    expect((await queueOf('validator', '?overdue=yes')).entries.map(({ dossier }) => dossier.id)).toEqual([kept.first])
    expect((await queueOf('validator', '?mineral=Au')).entries).toEqual([])
    expect((await queueOf('validator', '?turn=validator')).entries).toEqual([])
    const [province] = queue.provinces
    expect(province?.waiting).toBe(2)
    expect((await queueOf('validator', `?province=${province?.code ?? ''}`)).entries).toHaveLength(2)
    expect((await stage.as('trader').get(`/api/dossiers/${kept.first}/course`)).status).not.toBe(200)
  })

  test('sent back, revised, refused, revised again: every version stays beside the others with what was said to it', async () => {
    stage.onDay(-23)
    const path = `/api/dossiers/${kept.first}`
    const asked = { reason: 'La route manque le poste de sortie.' }
    expect((await stage.as('exporter').post(`${path}/verification/revision-requests`, asked)).status).toBe(403)
    subjectOf(await stage.as('verifier').post(`${path}/verification/revision-requests`, asked))
    expect((await courseOf(kept.first)).wait).toMatchObject({ turn: 'exporter', given: null, overdue: false })
    expect(codeOf(await recommend(stage, kept.first))).toBe('dossier-not-open')
    const { terms } = await detailOf(kept.first)
    const revise = (change: Partial<typeof terms>, reason: string) =>
      stage.as('exporter').post(`${path}/revisions`, { terms: { ...terms, ...change }, reason })
    subjectOf(await revise({ route: ['CD', 'RW', 'TZ', 'BE'] }, 'Route complétée'))
    subjectOf(await recommend(stage, kept.first))
    expect((await courseOf(kept.first)).wait).toMatchObject({ turn: 'validator', place: 1, waiting: 1 })
    stage.onDay(-21)
    subjectOf(await stage.as('validator').post(`${path}/refusal`, { reason: 'La valeur ne suit pas la teneur.' }))
    expect((await courseOf(kept.first)).wait).toMatchObject({ turn: 'exporter', place: 1, waiting: 1 })
    const queued = await queueOf('exporter', '?turn=exporter')
    expect([queued.counts.exporter, queued.entries.map(({ state }) => state)]).toEqual([1, ['refused']])
    subjectOf(await revise({ route: ['CD', 'RW', 'TZ', 'BE'], customsValueUsdCents: 2_000_000 }, 'Valeur corrigée'))
    const { versions, acts } = await courseOf(kept.first, 'exporter')
    expect(versions.map(({ version, reason, terms: of, outcome }) => [version, reason, of.customsValueUsdCents, outcome?.what])).toEqual([
      [1, null, 1_845_000, 'revision-requested'],
      [2, 'Route complétée', 1_845_000, 'refused'],
      [3, 'Valeur corrigée', 2_000_000, undefined],
    ])
    expect(versions[1]?.outcome?.checks).toHaveLength(15)
    expect(acts.filter(({ what }) => what !== 'attached').map(({ what, by, version }) => `${what} ${by} ${version}`)).toEqual([
      'opened exporter 1',
      'revision-requested verifier 1',
      'revised exporter 2',
      'recommended verifier 2',
      'refused validator 2',
      'revised exporter 3',
    ])
    expect(JSON.stringify(acts)).not.toContain(stage.account('verifier'))
  })

  test('two persons sign, each in a function; the goods leave, and only then the dossier is closed', async () => {
    const path = `/api/dossiers/${kept.first}`
    subjectOf(await recommend(stage, kept.first))
    subjectOf(await certify(stage, kept.first, { expiresOn: addDays(stage.today, 30) }))
    expect(codeOf(await stage.as('validator').post(`${path}/closing`, {}))).toBe('goods-not-shipped')
    expect(codeOf(await stage.as('exporter').post(`${path}/cancellation`, { reason: 'r' }))).toBe('already-certified')
    const number = (await detailOf(kept.first)).dossier.certificateNumber ?? ''
    subjectOf(await stage.as('validator').post(`/api/certificates/${number}/uses`, { on: stage.onDay(-20), place: 'Poste de Bunagana' }))
    expect((await detailOf(kept.first)).dossier.state).toBe('shipped')
    subjectOf(await stage.as('validator').post(`${path}/closing`, { remark: 'Arrivé' }))
    const { acts, wait } = await courseOf(kept.first)
    expect(wait).toBeNull()
    expect(acts.slice(-4).map(({ what, by }) => `${what} ${by}`)).toEqual([
      'recommended verifier',
      'issued validator',
      'shipped somebody',
      'closed validator',
    ])
  })

  test('a dossier that was given up leaves the lot free for another', async () => {
    subjectOf(await stage.as('exporter').post(`/api/dossiers/${kept.second}/cancellation`, { reason: 'Acheteur perdu' }))
    const terms = (await detailOf(kept.second)).terms
    expect(codeOf(await stage.as('exporter').post(`/api/dossiers/${kept.second}/revisions`, { terms, reason: 'r' }))).toBe(
      'dossier-cancelled',
    )
    subjectOf(await stage.as('exporter').post('/api/dossiers', { lot: second.lot, exporter: stage.organisation('exporter'), terms }))
  })

  test('golden test 9: a tag that another sheet used as well: F01, both lots held, the certificate refused with its checks', async () => {
    const dossier = await openFor(doubled.lot, stage.onDay(-15))
    expect(checksWith((await stage.as('verifier').get(`/api/dossiers/${dossier}`)).body, 'failed')).toEqual([])
    subjectOf(await recommend(stage, dossier))
    const other = await weighBag(stage, { site, tag: doubled.tag, mineral: 'Sn', massGrams: 47_000, day: stage.onDay(-14) })
    for (const lot of [doubled.bag, other.lot]) {
      const { body } = await stage.as('verifier').get(`/api/lots/${lot}`)
      expect(JSON.stringify(body)).toContain('"F01"')
      expect(body).toMatchObject({ lot: { state: 'quarantined' } })
    }
    const refused = await certify(stage, dossier, { expiresOn: addDays(stage.today, 30) })
    expect(refused).toMatchObject({ status: 409, body: { refusal: { code: 'checks-failed', facts: { ids: ['tags', 'incidents'] } } } })
    subjectOf(await stage.as('validator').post(`/api/dossiers/${dossier}/refusal`, { reason: 'Étiquette double' }))
    const [version] = (await courseOf(dossier)).versions
    const failed = version?.outcome?.checks.filter((check) => check.result === 'failed') ?? []
    expect(failed.map(({ id, remedy }) => [id, remedy?.who])).toEqual([
      ['tags', 'SCHEME_OPERATOR'],
      ['incidents', 'SCHEME_OPERATOR'],
    ])
  })

  test('the tables follow from the log', async () => {
    const check = await checkRebuild(world.program.database, world.program.modules.certificates.projections)
    expect(check).toMatchObject({ differences: 0, differing: [] })
  })
})
