import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { listOf, looseRecord, mustParse } from '../../../../kernel/schema.ts'
import { LotDetail } from '../../contract.ts'
import { GoldDetail, GoldRow, PriceShown } from '../../contract-gold.ts'
import { LotComposition } from '../../contract-tracing.ts'

// Gold from the sachet to the port, over HTTP, by the people of the invented province.
const world = await freshDatabase()
let stage: Stage
let site = ''
let other = ''
let next = 1

beforeAll(async () => {
  stage = await openStage(world, 60)
  const day = stage.onDay(-30)
  const gold = demoSites.filter((one) => one.minerals.includes('Au'))
  const [first, second] = gold
  if (!first || !second) throw new Error('the province has two sites of gold')
  site = await registerSite(stage, first, 1)
  other = await registerSite(stage, second, 2)
  await goOnMission(stage, { visited: [{ site }, { site: other }], day })
  const annex = [site, other].map((one) => ({ site: one, colour: 'green' as const }))
  await signOrder(stage, { number: '0013/GOLD', annex, day })
  subjectOf(
    await stage.as('agent').post('/api/tag-batches', {
      ...{ issuer: 'CEEC', tagType: 'gold-sachet', series: 'OR-', digits: 5, from: 1, to: 900, checkDigit: 'none', receivedOn: day },
    }),
  )
  stage.onDay(-10)
  const price = { pricedOn: addDays(stage.today, -12), kind: 'lbma', currency: 'USD', hundredths: 311_034, per: 'troy-ounce' }
  subjectOf(await stage.as('verifier').post('/api/gold/prices', { ...price, source: 'LBMA PM, bulletin du jour' }))
  return () => stage.app.close()
})

const refusalOf = (answer: Answer): unknown =>
  typeof answer.body === 'object' && answer.body !== null && 'refusal' in answer.body ? answer.body.refusal : answer.body
const serial = (): string => `OR-${String(next++).padStart(5, '0')}`
const sachet = (more: object = {}) => ({
  ...{ serial: serial(), site, artisanCard: 'CE-0114/LK', producedOn: addDays(stage.today, -11), massMilligrams: 12_400, form: 'dust' },
  ...{ finenessTenthsPerMille: 9_200, finenessMethod: 'touchstone', uncertaintyTenthsPerMille: 100 },
  ...{ buyer: stage.organisation('trader'), place: 'Centre de négoce de Lukanda' },
  ...{ price: { currency: 'USD', hundredthsPerGram: 6_000, per: 'gross', payment: 'cash' }, ...more },
})
const seal = async (more: object = {}): Promise<string> => subjectOf(await stage.as('trader').post('/api/gold/sachets', sachet(more)))
const detail = async (lot: string) => mustParse(LotDetail, (await stage.as('verifier').get(`/api/lots/${lot}`)).body)
const gold = async (lot: string) => mustParse(GoldDetail, (await stage.as('verifier').get(`/api/gold/lots/${lot}`)).body)
const witnesses = () => [
  { organisation: stage.organisation('ceec'), function: 'expert évaluateur' },
  { organisation: stage.organisation('saemape'), function: 'agent du centre de négoce' },
]

test('golden 14: 12.40 g at 920 ‰ are 11.408 g fine; 12.30 g at receipt speak F39, an alert', async () => {
  const lot = await seal()
  const shown = await gold(lot)
  expect(shown).toMatchObject({
    gold: {
      lot: { massMilligrams: 12_400, massGrams: 12, site, worstFinding: null },
      finenessTenthsPerMille: 9_200,
      fineMilligrams: 11_408,
    },
    sachet: {
      artisanCard: 'CE-0114/LK',
      amountHundredths: 74_400,
      // 744.00 for 11.408 g fine beside 99.9997 a gram: 65.2 %.
      reference: { kind: 'lbma', hundredthsPerFineGram: 10_000, paidHundredthsOfPercent: 6_522 },
    },
  })
  const sending = { to: stage.organisation('exporter'), massGrams: 12 }
  expect(refusalOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, sending))).toMatchObject({ code: 'gold-in-milligrams' })
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, { ...sending, massMilligrams: 12_400 }))
  const received = { massGrams: 12, massMilligrams: 12_300, function: 'caissier' }
  subjectOf(await stage.as('exporter').post(`/api/lots/${lot}/receipts`, received))
  const after = await detail(lot)
  expect(after.findings).toEqual([
    expect.objectContaining({
      rule: 'F39',
      severity: 'A',
      facts: expect.objectContaining({ why: 'weight', sentMilligrams: 12_400, receivedMilligrams: 12_300, gapHundredthsOfPercent: 80 }),
    }),
  ])
  expect(after.lot).toMatchObject({ massMilligrams: 12_300, holder: stage.organisation('exporter'), state: 'held' })
  expect(after.weighings.map((one) => one.massMilligrams)).toEqual([12_400, 12_400, 12_300])
})

test('a receipt half a percent off says nothing; a broken seal holds the sachet', async () => {
  const [whole, broken] = [await seal({ massMilligrams: 10_000 }), await seal({ massMilligrams: 10_000 })]
  const sending = { to: stage.organisation('exporter'), massGrams: 10, massMilligrams: 10_000 }
  for (const lot of [whole, broken]) subjectOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, sending))
  subjectOf(await stage.as('exporter').post(`/api/lots/${whole}/receipts`, { massGrams: 10, massMilligrams: 9_950 }))
  expect((await detail(whole)).findings).toEqual([])
  const received = { massGrams: 10, massMilligrams: 10_000, sealBroken: true }
  subjectOf(await stage.as('exporter').post(`/api/lots/${broken}/receipts`, received))
  expect(await detail(broken)).toMatchObject({
    lot: { state: 'quarantined' },
    findings: [{ rule: 'F39', severity: 'C', facts: { why: 'seal' } }],
  })
})

test('a number that stands twice holds both, and the second observation is kept', async () => {
  const first = sachet()
  const one = subjectOf(await stage.as('trader').post('/api/gold/sachets', first))
  const two = subjectOf(await stage.as('trader').post('/api/gold/sachets', { ...first, massMilligrams: 5_000 }))
  for (const lot of [one, two])
    expect(await detail(lot)).toMatchObject({ lot: { state: 'quarantined' }, findings: [{ rule: 'F39', facts: { why: 'number-twice' } }] })
  expect((await detail(two)).lot.number).toBe(`${first.serial}-D2`)
})

test('an unknown site, a number that nobody registered and impossible gold are kept and held', async () => {
  const lot = await seal({ site: null, serial: 'ZZ-1', finenessTenthsPerMille: 9_999 })
  const { findings, lot: held } = await detail(lot)
  expect(held.state).toBe('quarantined')
  expect(findings.map((one) => one.rule)).toEqual(['F02', 'F04', 'P03'])
})

test('a sachet says from whom, by number and never by name, and who trades buys for itself', async () => {
  const trader = stage.as('trader')
  const send = async (more: object) => refusalOf(await trader.post('/api/gold/sachets', sachet(more)))
  expect(await send({ artisanCard: undefined })).toMatchObject({ code: 'digger-or-cooperative-needed' })
  expect(await send({ artisanCard: 'Jean Kalume' })).toMatchObject({ code: 'card-is-a-number' })
  expect(await send({ buyer: stage.organisation('exporter') })).toMatchObject({ code: 'not-the-buyer' })
  expect(await send({ massMilligrams: 0 })).toMatchObject({ code: 'sachet-is-empty' })
  const lot = await seal({ artisanCard: undefined, cooperative: stage.organisation('cooperative') })
  expect((await gold(lot)).sachet).toMatchObject({ artisanCard: null, cooperativeName: 'Coopérative minière Umoja' })
})

test('a sachet is opened before two bodies, neither of them the holder; open it moves nowhere until it is sealed again', async () => {
  const lot = await seal()
  const trader = stage.as('trader')
  const open = { reason: 'contrôle du titre', sealFound: 'whole', beforeMilligrams: 12_400, afterMilligrams: 12_390 }
  const at = `/api/lots/${lot}/reopenings`
  const [ceec, saemape] = witnesses()
  expect(refusalOf(await trader.post(at, { ...open, witnesses: [ceec] }))).toMatchObject({ code: 'two-witnesses-needed' })
  expect(refusalOf(await trader.post(at, { ...open, witnesses: [ceec, { ...ceec, function: 'chef de bureau' }] }))).toMatchObject({
    code: 'two-witnesses-needed',
  })
  const own = { organisation: stage.organisation('trader'), function: 'gérant' }
  expect(refusalOf(await trader.post(at, { ...open, witnesses: [ceec, own] }))).toMatchObject({ code: 'holder-is-no-witness' })
  subjectOf(await trader.post(at, { ...open, witnesses: [ceec, saemape] }))
  const sending = { to: stage.organisation('exporter'), massGrams: 12, massMilligrams: 12_390 }
  expect(refusalOf(await trader.post(`/api/lots/${lot}/transfers`, sending))).toMatchObject({ code: 'sachet-is-open' })
  const again = { ...open, reason: 'rescellé', beforeMilligrams: 12_390, afterMilligrams: 12_390, newSerial: serial() }
  subjectOf(await trader.post(at, { ...again, witnesses: witnesses() }))
  const shown = await gold(lot)
  expect(shown.gold).toMatchObject({ isOpen: false, lot: { massMilligrams: 12_390, tag: again.newSerial } })
  expect(shown.reopenings).toMatchObject([
    { reason: 'contrôle du titre', newSerial: null, witnesses: [{ name: 'CEEC, bureau de Lukanda', function: 'expert évaluateur' }, {}] },
    { newSerial: again.newSerial },
  ])
  subjectOf(await trader.post(`/api/lots/${lot}/transfers`, sending))
})

test('what counts whole grams turns gold away and says which act to use', async () => {
  const lot = await seal({ massMilligrams: 400 })
  const trader = stage.as('trader')
  const combined = { number: 'LN-1', kind: 'export-lot', massGrams: 1, inputs: [{ lot, drawnGrams: 1 }] }
  expect(refusalOf(await trader.post('/api/lots', combined))).toMatchObject({ code: 'gold-own-act' })
  const lots = [{ lot, massGrams: 0, priceHundredthsPerKilogram: 1 }]
  const purchase = {
    number: 'BA-9',
    seller: stage.organisation('trader'),
    buyer: stage.organisation('exporter'),
    place: 'x',
    currency: 'USD',
  }
  expect(refusalOf(await trader.post('/api/purchases', { ...purchase, payment: 'cash', lots, handedOver: false }))).toMatchObject({
    code: 'gold-own-act',
  })
  const split = { number: 'P-1', kind: 'split', inputs: [{ lot, drawnGrams: 1 }] }
  const outputs = ['a', 'b'].map((number) => ({ number, role: 'main', massGrams: 1 }))
  expect(refusalOf(await trader.post('/api/processings', { ...split, outputs }))).toMatchObject({ code: 'gold-own-act' })
  const stay = { depot: stage.organisation('trader'), place: 'coffre', massGrams: 1 }
  expect(refusalOf(await trader.post(`/api/lots/${lot}/stays`, stay))).toMatchObject({ code: 'gold-own-act' })
  // 0.4 g is nothing in whole grams and still there.
  expect((await detail(lot)).lot).toMatchObject({ massGrams: 0, massMilligrams: 400, state: 'held' })
})

test('three sachets become a bar and a remainder to the milligram, and a shipment; every milligram has its site', async () => {
  const a = await seal({ massMilligrams: 12_403 })
  const b = await seal({ massMilligrams: 8_111, finenessTenthsPerMille: 9_050 })
  const c = await seal({ massMilligrams: 5_007, finenessTenthsPerMille: 8_900, site: other })
  const trader = stage.as('trader')
  const bar = (name: string, massMilligrams: number, role = 'bar') => ({
    ...{ serial: name, role, massMilligrams, finenessTenthsPerMille: 9_130, finenessMethod: 'xrf' },
  })
  const inputs = [
    { lot: a, drawnMilligrams: 12_403 },
    { lot: b, drawnMilligrams: 8_111 },
    { lot: c, drawnMilligrams: 5_000 },
  ]
  const melt = { number: 'F-001', place: 'Fonderie du comptoir', inputs, outputs: [bar('L-001', 24_900), bar('L-001-R', 310, 'remainder')] }
  const over = { ...melt, inputs: [{ lot: a, drawnMilligrams: 12_404 }] }
  expect(refusalOf(await trader.post('/api/gold/melts', over))).toMatchObject({
    code: 'gold-overdrawn',
    facts: { remainingMilligrams: 12_403 },
  })
  subjectOf(await trader.post('/api/gold/melts', melt))
  expect(refusalOf(await trader.post('/api/gold/melts', melt))).toMatchObject({ code: 'melt-number-taken' })

  expect((await detail(a)).lot).toMatchObject({ state: 'consumed', remainingMilligrams: 0 })
  expect((await detail(c)).lot).toMatchObject({ state: 'held', remainingMilligrams: 7 })
  const rows = mustParse(looseRecord({ lots: listOf(GoldRow) }), (await trader.get('/api/gold/lots')).body).lots
  const [cast, rest] = ['L-001', 'L-001-R'].map((number) => rows.find((one) => one.lot.number === number)?.lot.id ?? '')
  if (cast === undefined || rest === undefined) throw new Error('the bars are lots')
  const shown = await gold(cast)
  expect(shown).toMatchObject({
    gold: { lot: { kind: 'gold-bar', massMilligrams: 24_900 }, fineMilligrams: 22_734 },
    melt: { number: 'F-001', inputMilligrams: 25_514, outputMilligrams: 25_210, lossMilligrams: 304, lossHundredthsOfPercent: 119 },
  })
  const [fromBar, fromRest] = [(await detail(cast)).inputs, (await detail(rest)).inputs]
  const drawn = [...fromBar, ...fromRest].reduce((sum, one) => sum + (one.drawnMilligrams ?? 0), 0)
  expect(drawn).toBe(25_514)
  expect((await gold(a)).melt).toMatchObject({ number: 'F-001' })

  const shipped = await trader.post('/api/gold/shipments', {
    ...{ number: 'EXP-OR-1', massMilligrams: 25_210 },
    inputs: [
      { lot: cast, drawnMilligrams: 24_900 },
      { lot: rest, drawnMilligrams: 310 },
    ],
  })
  const lot = subjectOf(shipped)
  expect(await gold(lot)).toMatchObject({ gold: { finenessTenthsPerMille: 9_130, lot: { kind: 'export-lot', state: 'held' } }, melt: null })
  const traced = mustParse(LotComposition, (await stage.as('verifier').get(`/api/traces/lots/${lot}`)).body)
  expect(traced.mass).toEqual({ grams: 25, milligrams: 25_210 })
  expect(traced.sites.reduce((sum, one) => sum + (one.amount.milligrams ?? 0), 0)).toBe(25_210)
  expect(traced.sites.map((one) => [one.site, one.amount.milligrams])).toEqual([
    [site, 20_270],
    [other, 4_940],
  ])
})

test('a melt that gains, or loses its fine gold, is kept and held; an amalgam may lose its mercury', async () => {
  const melt = async (number: string, sachetMore: object, output: object) => {
    const lot = await seal(sachetMore)
    const inputs = [{ lot, drawnMilligrams: 12_400 }]
    const outputs = [
      { serial: `${number}-A`, role: 'bar', finenessTenthsPerMille: 9_200, finenessMethod: 'xrf', massMilligrams: 12_300, ...output },
    ]
    subjectOf(await stage.as('trader').post('/api/gold/melts', { number, inputs, outputs }))
    const rows = mustParse(looseRecord({ lots: listOf(GoldRow) }), (await stage.as('trader').get('/api/gold/lots')).body).lots
    return (await detail(rows.find((one) => one.lot.number === `${number}-A`)?.lot.id ?? '')).findings.map(
      (one) => `${one.rule} ${one.severity}`,
    )
  }
  expect(await melt('F-10', {}, {})).toEqual([])
  expect(await melt('F-11', {}, { massMilligrams: 12_500 })).toEqual(['P10 C'])
  expect(await melt('F-12', {}, { finenessTenthsPerMille: 8_000 })).toEqual(['P11 C', 'P03 W'])
  expect(await melt('F-13', { form: 'amalgam', finenessTenthsPerMille: 5_000 }, { massMilligrams: 6_740 })).toEqual([])
})

test('prices of reference are declared with their source by who may, and read by day and currency', async () => {
  const price = {
    pricedOn: addDays(stage.today, -11),
    kind: 'national',
    currency: 'CDF',
    hundredths: 28_000_000,
    per: 'gram',
    source: 'BCC',
  }
  expect((await stage.as('trader').post('/api/gold/prices', price)).status).toBe(403)
  subjectOf(await stage.as('verifier').post('/api/gold/prices', price))
  const future = { ...price, pricedOn: addDays(stage.today, 5) }
  expect(refusalOf(await stage.as('verifier').post('/api/gold/prices', future))).toMatchObject({ code: 'price-in-the-future' })
  const answer = (await stage.as('trader').get(`/api/gold/prices?currency=CDF&on=${addDays(stage.today, -1)}`)).body
  expect(mustParse(looseRecord({ prices: listOf(PriceShown) }), answer).prices).toMatchObject([
    { kind: 'national', hundredthsPerFineGram: 28_000_000 },
  ])
})
