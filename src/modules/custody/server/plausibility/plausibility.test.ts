import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { combine, deliverTags, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { anything, listOf, looseRecord, mustParse } from '../../../../kernel/schema.ts'
import { ExampleAnswer, HitDetail, HitSummary, LedgerAnswer, RuleShown, ThresholdChange } from '../../contract-plausibility.ts'
import { ruleOf } from '../../domain/plausibility/rules/register.ts'

// A green site, bags of which one waited half a year for its trader, and one tag used twice.
const world = await freshDatabase()
let stage: Stage
let [site, slowLot, slowBag, twice, halved] = ['', '', '', '', '']

beforeAll(async () => {
  stage = await openStage(world, 200)
  const [first] = demoSites
  if (!first) throw new Error('the province has sites')
  const day = stage.onDay(-190)
  site = await registerSite(stage, first, 1)
  await goOnMission(stage, { visited: [{ site }], day })
  await signOrder(stage, { number: '0012/TEST', annex: [{ site, colour: 'green' }], day })
  await deliverTags(stage, { site, series: 'LK-', from: 1, to: 500, day })
  const [saemape, cooperative, concessionOwner] = [
    stage.organisation('saemape'),
    stage.organisation('cooperative'),
    stage.organisation('titleHolder'),
  ]
  subjectOf(await stage.as('agent').post(`/api/tag-lockboxes/${site}/key-holders`, { saemape, cooperative, concessionOwner }))
  const bag = await weighBag(stage, { site, tag: 'LK-000001', mineral: 'Sn', massGrams: 40_000, day })
  slowBag = bag.lot
  twice = (await weighBag(stage, { site, tag: 'LK-000002', mineral: 'Sn', massGrams: 41_000, day })).lot
  await weighBag(stage, { site, tag: 'LK-000002', mineral: 'Sn', massGrams: 41_500, day })
  halved = (await weighBag(stage, { site, tag: 'LK-000009', mineral: 'Sn', massGrams: 40_000, day })).lot
  const late = stage.onDay(-10)
  slowLot = subjectOf(await combine(stage, { who: 'trader', number: 'N-SLOW', kind: 'trader-lot', inputs: [bag], day: late }))
  return () => stage.app.close()
})

const codeOf = (answer: Answer): unknown => mustParse(looseRecord({ refusal: anything() }), answer.body).refusal
const hits = async (who: string, query = '') =>
  mustParse(looseRecord({ hits: listOf(HitSummary) }), (await stage.as(who).get(`/api/hits${query}`)).body).hits
const detail = async (who: string, hit: string) => mustParse(HitDetail, (await stage.as(who).get(`/api/hits/${hit}`)).body)
const scan = () => world.program.modules.custody.scan('cd', 'test')
const lotState = async (lot: string) =>
  mustParse(looseRecord({ lot: anything() }), (await stage.as('verifier').get(`/api/lots/${lot}`)).body).lot

test('golden 9, F01: a tag on a second bag is a hit from its arrival, both lots are held, both stand in it', async () => {
  const [hit] = await hits('verifier', '?rule=F01')
  expect(hit).toMatchObject({ rule: 'F01', severity: 'C', found: 'arrival', state: 'open', lots: 2, facts: { tag: 'LK-000002' } })
  expect(await hits('verifier', '?rule=F01&place=XL1')).toHaveLength(1)
  expect(await hits('verifier', '?rule=F01&place=XL2')).toHaveLength(0)
  expect(await lotState(twice)).toMatchObject({ state: 'quarantined' })
  const page = await detail('verifier', hit?.id ?? '')
  expect(page.lots.map((lot) => lot.held)).toEqual([true, true])
  expect(page.explanations).toEqual(ruleOf('F01')?.explanations)
})

test('F12: the scan raises a slow tag once, holds the lots, and raises nothing the second time', async () => {
  const first = await scan()
  expect(first).toMatchObject({ problem: null })
  expect(first?.raised).toBeGreaterThan(0)
  const [hit] = await hits('verifier', '?rule=F12')
  expect(hit).toMatchObject({ rule: 'F12', severity: 'C', found: 'scan', facts: { days: 180 } })
  expect(await lotState(slowLot)).toMatchObject({ state: 'quarantined' })
  expect(await scan()).toMatchObject({ raised: 0, held: 0, problem: null })
  const page = await detail('verifier', hit?.id ?? '')
  expect(page.threshold).toContainEqual({ name: 'critical', value: 120, unit: 'days' })
  expect(page.parties.map((one) => one.id)).toContain(stage.organisation('trader'))
})

test('a lot that an open hit holds is freed by the review alone, and the refusal names the hit', async () => {
  const [hit] = await hits('verifier', '?rule=F12')
  const answer = await stage.as('verifier').post(`/api/lots/${slowLot}/releases`, { reason: 'vu' })
  expect(answer.status).toBe(409)
  expect(codeOf(answer)).toMatchObject({ code: 'held-by-hit', facts: { hit: hit?.id, rule: 'F12' } })
  expect(await lotState(slowLot)).toMatchObject({ state: 'quarantined' })
})

test('the parties see the hit and answer; nobody confirms figures before they could; a second person ends it and the lots are free again', async () => {
  const [hit] = await hits('trader', '?rule=F12')
  const at = `/api/hits/${hit?.id}`
  expect((await detail('trader', hit?.id ?? '')).may).toEqual({ requestReply: false, reply: true, close: false })
  expect(await hits('exporter')).toEqual([])
  expect((await stage.as('exporter').get(at)).status).toBe(404)
  expect(codeOf(await stage.as('verifier').post(`${at}/closings`, { as: 'confirmed', reason: 'x' }))).toMatchObject({
    code: 'parties-not-asked',
  })
  subjectOf(await stage.as('verifier').post(`${at}/reply-requests`, { question: 'Pourquoi six mois ?' }))
  expect(codeOf(await stage.as('validator').post(`${at}/closings`, { as: 'confirmed', reason: 'x' }))).toMatchObject({
    code: 'reply-still-open',
  })
  subjectOf(await stage.as('trader').post(`${at}/replies`, { text: 'La route était coupée.' }))
  expect(codeOf(await stage.as('verifier').post(`${at}/closings`, { as: 'explained', reason: 'x' }))).toMatchObject({
    code: 'second-person-for-hit',
  })
  subjectOf(await stage.as('validator').post(`${at}/closings`, { as: 'explained', reason: 'Route coupée, vu le bulletin.' }))
  expect(await lotState(slowLot)).not.toMatchObject({ state: 'quarantined' })
  expect(await lotState(slowBag)).not.toMatchObject({ state: 'quarantined' })
  const page = await detail('trader', hit?.id ?? '')
  expect(page.hit.state).toBe('explained')
  expect(page.steps.map((one) => one.step)).toEqual(['reply-requested', 'replied', 'closed'])
  expect(codeOf(await stage.as('trader').post(`${at}/replies`, { text: 'encore' }))).toMatchObject({ code: 'hit-is-closed' })
  // What was explained is not raised again.
  expect(await scan()).toMatchObject({ raised: 0 })
})

test('thresholds are set for a site with a reason, the nearest group wins, bounds hold, and the log of changes names the organisation', async () => {
  const set = {
    rule: 'F12',
    group: { kind: 'site', code: site },
    values: { warning: 200, alert: 300 },
    reason: 'Accès par avion',
    source: 'PV du CLS',
    evidence: 'S',
  }
  expect(codeOf(await stage.as('planner').post('/api/plausibility/thresholds', { ...set, values: { warning: 9_999 } }))).toMatchObject({
    code: 'threshold-out-of-bounds',
  })
  expect((await stage.as('verifier').post('/api/plausibility/thresholds', set)).status).toBe(403)
  subjectOf(await stage.as('planner').post('/api/plausibility/thresholds', set))
  const { changes } = mustParse(
    looseRecord({ changes: listOf(ThresholdChange) }),
    (await stage.as('verifier').get('/api/plausibility/thresholds')).body,
  )
  expect(changes[0]).toMatchObject({ rule: 'F12', groupKind: 'site', values: { warning: 200, alert: 300 }, reason: 'Accès par avion' })
  expect(changes[0]?.organisationName).not.toBeNull()
})

test('F07 and F24: figures that were declared with a source speak in the ledger and in the scan', async () => {
  const declare = (what: string, massGrams: number, place: object) =>
    stage.as('planner').post('/api/plausibility/figures', {
      place,
      mineral: 'Sn',
      month: '2026-03',
      what,
      massGrams,
      source: 'Division des Mines',
      evidence: 'S',
    })
  const here = { kind: 'site', code: site }
  const country = { kind: 'tenant', code: '-' }
  for (const [what, grams, place] of [
    ['bought', 17_178_000, here],
    ['produced', 9_543_000, here],
    ['exported', 2_485_000, country],
    ['produced', 872_000, country],
  ] as const)
    subjectOf(await declare(what, grams, place))
  const ledger = mustParse(
    LedgerAnswer,
    (await stage.as('verifier').get(`/api/plausibility/ledger?kind=site&code=${site}&mineral=Sn`)).body,
  )
  const march = ledger.months.find((one) => one.month === '2026-03')
  expect(march).toMatchObject({ gapGrams: 7_635_000, gapHundredthsOfPercent: 4_444, verdicts: [{ rule: 'F07', severity: 'C' }] })
  expect(ledger.assumptions.find((one) => one.name === 'working-days')).toMatchObject({ isDefault: true, evidence: 'D', value: 24 })
  await scan()
  const [f07] = await hits('verifier', '?rule=F07')
  expect(f07).toMatchObject({ severity: 'C', site })
  // No lot is named: whoever holds a key of the site's box is heard.
  expect((await detail('verifier', f07?.id ?? '')).parties.map((one) => one.id)).toContain(stage.organisation('cooperative'))
  expect(await hits('verifier', '?rule=F24')).toMatchObject([{ severity: 'C', site: null }])
})

test('assumptions change with author and reason, and the labour of a month follows from them', async () => {
  const assume = (name: string, value: number) =>
    stage.as('planner').post('/api/plausibility/assumptions', {
      place: { kind: 'site', code: site },
      mineral: 'Sn',
      name,
      value,
      reason: 'Compté',
      source: 'Visite',
    })
  subjectOf(await assume('diggers', 100))
  subjectOf(await assume('working-days', 20))
  const ledger = mustParse(
    LedgerAnswer,
    (await stage.as('verifier').get(`/api/plausibility/ledger?kind=site&code=${site}&mineral=Sn`)).body,
  )
  // 100 diggers, 20 days, 0.3 to 3 kg.
  expect(ledger.months.at(-1)).toMatchObject({ labourLowGrams: 600_000, labourHighGrams: 6_000_000 })
  expect(ledger.assumptions.find((one) => one.name === 'diggers')).toMatchObject({ isDefault: false, value: 100, reason: 'Compté' })
})

test('golden 7 and 18: the worked example fires F07 alert, alert, critical and F24 critical', async () => {
  const { kalimbi, coltan } = mustParse(ExampleAnswer, (await stage.as('trader').get('/api/plausibility/example')).body)
  expect(kalimbi.map((one) => one.verdict?.severity)).toEqual(['A', 'A', 'C'])
  expect(coltan.at(-1)?.verdict).toMatchObject({ rule: 'F24', severity: 'C' })
})

test('the page of rules tells of all forty-two whether they have data here', async () => {
  const { rules } = mustParse(looseRecord({ rules: listOf(RuleShown) }), (await stage.as('verifier').get('/api/plausibility/rules')).body)
  expect(rules).toHaveLength(42)
  for (const rule of rules) expect(rule.data === 'live' ? rule.waitsFor : rule.waitsFor !== null, rule.id).not.toBe(false)
  expect(rules.find((one) => one.id === 'F12')).toMatchObject({ data: 'live', hits: 1, open: 0 })
})

test('the scan is started from the screen and its progress read', async () => {
  expect((await stage.as('planner').post('/api/plausibility/scans', {})).status).toBe(403)
  expect((await stage.as('verifier').post('/api/plausibility/scans', {})).status).toBe(200)
  for (let tries = 0; tries < 100; tries++) {
    const { scans } = mustParse(
      looseRecord({ scans: listOf(anything()) }),
      (await stage.as('verifier').get('/api/plausibility/scans')).body,
    )
    if (!JSON.stringify(scans).includes('"finishedAt":null')) break
    await new Promise((done) => setTimeout(done, 50))
  }
  const answer = JSON.stringify((await stage.as('verifier').get('/api/plausibility/scans')).body)
  expect(answer).not.toContain('"finishedAt":null')
  expect(answer).toMatch(/"rulesDone":(\d+),"rulesTotal":\1,/)
})

test('of two scans that are asked for in the same moment one runs', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => stage.as('verifier').post('/api/plausibility/scans', {})))
  expect(answers.map((one) => one.status).toSorted()).toEqual([200, 409, 409])
  for (let tries = 0; tries < 200; tries++) {
    if (!JSON.stringify((await stage.as('verifier').get('/api/plausibility/scans')).body).includes('"finishedAt":null')) break
    await new Promise((done) => setTimeout(done, 50))
  }
})

test('a lot that a confirmed hit holds stays held when another hit about it ends as explained', async () => {
  const [day, half] = [stage.onDay(-9), { lot: halved, massGrams: 20_000 }]
  for (const number of ['N-HALF-1', 'N-HALF-2'])
    subjectOf(await combine(stage, { who: 'trader', number, kind: 'trader-lot', inputs: [half], day }))
  await scan()
  const about = (await hits('verifier', `?rule=F12&lot=${halved}`)).map((hit) => `/api/hits/${hit.id}`)
  expect(about).toHaveLength(2)
  expect(await lotState(halved)).toMatchObject({ state: 'quarantined' })
  const [first = '', second = ''] = about
  subjectOf(await stage.as('verifier').post(`${first}/reply-requests`, { until: addDays(day, 1) }))
  stage.onDay(-7)
  subjectOf(await stage.as('validator').post(`${first}/closings`, { as: 'confirmed', reason: 'x' }))
  subjectOf(await stage.as('validator').post(`${second}/closings`, { as: 'explained', reason: 'x' }))
  expect(await lotState(halved)).toMatchObject({ state: 'quarantined' })
})

test('a bag that is sold on is bought once', async () => {
  const [seller, buyer] = [stage.organisation('trader'), stage.organisation('exporter')]
  for (const [n, on, grams] of [
    [1, '2026-07-02', 40_000],
    [2, '2026-07-09', 39_900],
  ] as const)
    await world.program.database.transaction(async (tx) => {
      const id = `01900000-0000-7000-8000-00000000000${n}`
      await sql`insert into purchase (tenant_id, id, number, seller_id, buyer_id, place, bought_on, currency, payment, total_hundredths, handed_over,
        other_side_says, learned_at) values ('cd', ${id}, ${`A-${n}`}, ${seller}, ${buyer}, 'Lukanda', ${on}, 'USD', 'cash', 1, true, 'agreed', ${`${on}T10:00:00Z`})`.execute(
        tx,
      )
      await sql`insert into purchase_lot (tenant_id, purchase_id, lot_id, part, mass_grams, price_hundredths_per_kilogram, amount_hundredths)
        values ('cd', ${id}, ${halved}, 0, ${grams}, 1, 1)`.execute(tx)
    })
  const { months } = mustParse(
    LedgerAnswer,
    (await stage.as('verifier').get(`/api/plausibility/ledger?kind=site&code=${site}&mineral=Sn`)).body,
  )
  expect(months.find((one) => one.month === '2026-07')).toMatchObject({ boughtGrams: 40_000 })
})

test('figures that one rule cannot read do not silence the rules after it', async () => {
  await world.program.database.transaction((tx) => sql`update lot set tag = ${'x'.repeat(70)} where id = ${slowBag}`.execute(tx))
  const done = await scan()
  expect(done?.problem).toContain('F12')
  expect(done?.rules).toBeGreaterThan(20)
})
