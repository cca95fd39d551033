import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { deliverTags, weighBag } from '../../../../../test/world/chain-scenes.ts'
import { type Answer, subjectOf } from '../../../../../test/world/client.ts'
import { sites as demoSites } from '../../../../../test/world/lukanda.ts'
import { signOrder } from '../../../../../test/world/order-scenes.ts'
import { goOnMission, registerSite } from '../../../../../test/world/site-scenes.ts'
import { type Stage, openStage } from '../../../../../test/world/stage.ts'
import { addDays } from '../../../../kernel/calendar.ts'
import { mustParse } from '../../../../kernel/schema.ts'
import { LotDetail } from '../../contract.ts'
import { LotDealings, ProcessingShown, PurchaseShown, SignaturesAwaited } from '../../contract-lots.ts'

// The acts between the pit and the port, over HTTP, by the people of the invented province.
const world = await freshDatabase()
let stage: Stage
let green = ''
let nextTag = 1

beforeAll(async () => {
  stage = await openStage(world, 60)
  const [first] = demoSites
  if (!first) throw new Error('the province has sites')
  const day = stage.onDay(-30)
  green = await registerSite(stage, first, 1)
  await goOnMission(stage, { visited: [{ site: green }], day })
  await signOrder(stage, { number: '0012/ACTS', annex: [{ site: green, colour: 'green' }], day })
  await deliverTags(stage, { site: green, series: 'LA-', from: 1, to: 500, day })
  stage.onDay(-10)
  return () => stage.app.close()
})

const refusalOf = (answer: Answer): unknown =>
  typeof answer.body === 'object' && answer.body !== null && 'refusal' in answer.body ? answer.body.refusal : answer.body
const weigh = async (massGrams = 40_000): Promise<string> => {
  const tag = `LA-${String(nextTag++).padStart(6, '0')}`
  return (await weighBag(stage, { site: green, tag, mineral: 'Sn', massGrams, day: addDays(stage.today, -10) })).lot
}
const detail = async (lot: string) => mustParse(LotDetail, (await stage.as('verifier').get(`/api/lots/${lot}`)).body)
const dealings = async (lot: string, who = 'verifier') =>
  mustParse(LotDealings, (await stage.as(who).get(`/api/lots/${lot}/dealings`)).body)
/** Goods of the exporter, by a sending and a receipt. */
async function exporters(massGrams = 40_000): Promise<string> {
  const lot = await weigh(massGrams)
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams }))
  subjectOf(await stage.as('exporter').post(`/api/lots/${lot}/receipts`, { massGrams, function: 'magasinier' }))
  return lot
}
const purchase = (number: string, lots: readonly object[], more: object = {}) => ({
  ...{
    number,
    seller: stage.organisation('trader'),
    buyer: stage.organisation('exporter'),
    place: 'Lukanda',
    currency: 'USD',
    payment: 'bank',
  },
  ...{ lots, handedOver: false, ...more },
})

test('a purchase waits for the other side, and only its word makes the goods the buyer’s; who has them does not change', async () => {
  const lot = await weigh()
  const line = { lot, massGrams: 40_000, priceHundredthsPerKilogram: 1_235 }
  const taxes = [{ taxType: 'redevance', amountHundredths: 1_500, currency: 'USD', receipt: 'R-1' }]
  const [trader, exporter] = [stage.as('trader'), stage.as('exporter')]
  const id = subjectOf(await trader.post('/api/purchases', purchase('BA-1', [line], { taxes, traderCard: 'NEG-77' })))
  expect(await detail(lot)).toMatchObject({ lot: { owner: stage.organisation('trader'), holder: stage.organisation('trader') } })
  expect(refusalOf(await trader.post(`/api/purchases/${id}/answers`, { function: 'gérant', agrees: true }))).toMatchObject({
    code: 'not-of-this-act',
  })
  subjectOf(await exporter.post(`/api/purchases/${id}/answers`, { function: 'gérante', agrees: true }))
  expect(await detail(lot)).toMatchObject({ lot: { owner: stage.organisation('exporter'), holder: stage.organisation('trader') } })
  const shown = mustParse(PurchaseShown, (await exporter.get(`/api/purchases/${id}`)).body)
  expect(shown).toMatchObject({
    totalHundredths: 49_400,
    otherSideSays: 'agreed',
    taxes: [{ receipt: 'R-1' }],
    lots: [{ amountHundredths: 49_400 }],
  })
  expect((await dealings(lot)).purchases).toHaveLength(1)
  expect(refusalOf(await exporter.post('/api/purchases', purchase('BA-1', [line])))).toMatchObject({ code: 'purchase-number-taken' })
})

test('a purchase at the pit is a receipt at once when both sign, and all of its lots change hands or none', async () => {
  const [a, b] = [await weigh(30_000), await weigh(20_000)]
  const lines = [a, b].map((lot, at) => ({ lot, massGrams: at === 0 ? 29_900 : 20_000, priceHundredthsPerKilogram: 1_000 }))
  const trader = stage.as('trader')
  const unsigned = await trader.post('/api/purchases', purchase('BA-2', lines, { handedOver: true }))
  expect(refusalOf(unsigned)).toMatchObject({ code: 'second-signature-needed-for-handing-over' })
  subjectOf(await stage.as('trader').post(`/api/lots/${b}/transfers`, { to: stage.organisation('exporter'), massGrams: 20_000 }))
  const half = await trader.post('/api/purchases', purchase('BA-2', lines, { handedOver: true, otherSideFunction: 'chef d’équipe' }))
  expect(refusalOf(half)).toMatchObject({ code: 'lot-in-transit' })
  expect(await detail(a)).toMatchObject({ lot: { holder: stage.organisation('trader') } })
  expect((await dealings(a)).purchases).toEqual([])
  subjectOf(await stage.as('trader').post(`/api/lots/${b}/takings-back`, { massGrams: 20_000, reason: 'ils viennent le chercher' }))
  subjectOf(await trader.post('/api/purchases', purchase('BA-2', lines, { handedOver: true, otherSideFunction: 'chef d’équipe' })))
  expect(await detail(a)).toMatchObject({
    lot: { holder: stage.organisation('exporter'), owner: stage.organisation('exporter'), massGrams: 29_900 },
  })
  expect((await dealings(a)).transfers).toMatchObject([{ outcome: 'received', sentGrams: 29_900, receivedGrams: 29_900 }])
})

test('who buys takes nothing by their own word: neither goods nor the sight of them', async () => {
  const lot = await weigh()
  const exporter = stage.as('exporter')
  const line = { lot, massGrams: 40_000, priceHundredthsPerKilogram: 1_000 }
  for (const more of [{ handedOver: true, otherSideFunction: 'gérant' }, { otherSideFunction: 'gérant' }, { handedOver: true }])
    expect(refusalOf(await exporter.post('/api/purchases', purchase('BA-7', [line], more)))).toMatchObject({ code: 'seller-says-so' })
  expect(refusalOf(await exporter.post('/api/purchases', purchase('BA-7', [line])))).toMatchObject({ code: 'unknown-lot' })
  expect((await exporter.get(`/api/lots/${lot}`)).status).toBe(404)
  // Goods that came to look at are in sight: the buyer writes the purchase, the seller alone makes it binding.
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams: 40_000 }))
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/takings-back`, { massGrams: 40_000, reason: 'prix à convenir' }))
  const id = subjectOf(await exporter.post('/api/purchases', purchase('BA-7', [line])))
  expect(await detail(lot)).toMatchObject({ lot: { owner: stage.organisation('trader') } })
  subjectOf(await stage.as('trader').post(`/api/purchases/${id}/answers`, { function: 'gérante', agrees: true }))
  expect(await detail(lot)).toMatchObject({ lot: { owner: stage.organisation('exporter'), holder: stage.organisation('trader') } })
})

test('what waits for a signature is told to the side that owes it, until it has answered', async () => {
  const lot = await weigh()
  const [trader, exporter] = [stage.as('trader'), stage.as('exporter')]
  const awaited = async (who: typeof trader) => mustParse(SignaturesAwaited, (await who.get('/api/signatures')).body)
  const line = { lot, massGrams: 40_000, priceHundredthsPerKilogram: 1_000 }
  const id = subjectOf(await trader.post('/api/purchases', purchase('BA-8', [line])))
  expect((await awaited(trader)).purchases.map((one) => one.number)).not.toContain('BA-8')
  expect((await awaited(exporter)).purchases.find((one) => one.number === 'BA-8')).toMatchObject({
    ...{ sellerName: expect.any(String), totalHundredths: 40_000, lots: [{ massGrams: 40_000, amountHundredths: 40_000 }] },
  })
  subjectOf(await exporter.post(`/api/purchases/${id}/answers`, { function: 'gérante', agrees: true }))
  expect((await awaited(exporter)).purchases.map((one) => one.number)).not.toContain('BA-8')
  subjectOf(await trader.post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams: 40_000 }))
  subjectOf(await exporter.post(`/api/lots/${lot}/receipts`, { massGrams: 39_900, function: 'magasinier' }))
  expect((await awaited(trader)).receipts.find((one) => one.lot === lot)).toMatchObject({ toName: expect.any(String) })
  subjectOf(await trader.post(`/api/lots/${lot}/receipt-answers`, { function: 'gérant', agrees: true }))
  expect((await awaited(trader)).receipts.map((one) => one.lot)).not.toContain(lot)
})

test('a sending carries its way and papers; an expired paper needs a reason, and a number used twice can be counted', async () => {
  const [lot, other] = [await weigh(), await weigh()]
  const trader = stage.as('trader')
  const to = stage.organisation('exporter')
  const legs = [{ from: 'Lukanda', to: 'Bukavu', departedOn: stage.today, mode: 'road', company: 'TransKivu', vehicle: 'AB-1234' }]
  const expired = { number: 'AT-9', kind: 'transport', validUntil: addDays(stage.today, -20), statedGrams: 40_000 }
  const sending = { to, massGrams: 40_000, legs, papers: [expired] }
  expect(refusalOf(await trader.post(`/api/lots/${lot}/transfers`, sending))).toMatchObject({
    code: 'paper-expired',
    facts: { paper: 'AT-9' },
  })
  subjectOf(await trader.post(`/api/lots/${lot}/transfers`, { ...sending, despite: 'pont coupé deux jours' }))
  subjectOf(await trader.post(`/api/lots/${other}/transfers`, { to, massGrams: 40_000, papers: [{ number: 'AT-9', kind: 'transport' }] }))
  subjectOf(
    await stage.as('exporter').post(`/api/lots/${lot}/legs`, { from: 'Bukavu', to: 'dépôt', departedOn: stage.today, mode: 'road' }),
  )
  const [transfer] = (await dealings(lot)).transfers
  expect(transfer?.legs.map((leg) => leg.to)).toEqual(['Bukavu', 'dépôt'])
  expect(transfer?.papers).toMatchObject([{ number: 'AT-9', despite: 'pont coupé deux jours', usedElsewhere: 1 }])
  expect((await detail(lot)).findings.map((one) => one.rule)).toEqual(['P06'])
})

test('a receipt keeps both weights and waits for the other side; who disagrees opens a finding', async () => {
  const lot = await weigh()
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams: 40_000 }))
  subjectOf(await stage.as('exporter').post(`/api/lots/${lot}/receipts`, { massGrams: 39_500, function: 'magasinier' }))
  expect((await dealings(lot)).transfers).toMatchObject([{ sentGrams: 40_000, receivedGrams: 39_500, otherSideSays: 'awaited' }])
  const answer = { function: 'convoyeur', agrees: false, remark: 'balance non tarée' }
  expect(refusalOf(await stage.as('exporter').post(`/api/lots/${lot}/receipt-answers`, answer))).toMatchObject({ code: 'not-the-sender' })
  subjectOf(await stage.as('trader').post(`/api/lots/${lot}/receipt-answers`, answer))
  expect((await dealings(lot)).transfers).toMatchObject([
    { otherSideSays: 'disagreed', otherSideRemark: 'balance non tarée', otherSideFunction: 'convoyeur' },
  ])
  expect((await detail(lot)).findings).toMatchObject([{ rule: 'P07', facts: { sentGrams: 40_000, receivedGrams: 39_500 } }])
})

test('a lot that was turned away moves nowhere until its sender has it back', async () => {
  const lot = await weigh()
  const [trader, exporter] = [stage.as('trader'), stage.as('exporter')]
  const to = stage.organisation('exporter')
  subjectOf(await trader.post(`/api/lots/${lot}/transfers`, { to, massGrams: 40_000 }))
  subjectOf(await exporter.post(`/api/lots/${lot}/rejections`, { reason: 'scellé rompu' }))
  expect(await detail(lot)).toMatchObject({ lot: { state: 'rejected', holder: stage.organisation('trader') } })
  expect(refusalOf(await trader.post(`/api/lots/${lot}/transfers`, { to, massGrams: 40_000 }))).toMatchObject({ code: 'lot-rejected' })
  subjectOf(await trader.post(`/api/lots/${lot}/takings-back`, { massGrams: 39_950, reason: 'revenu au dépôt' }))
  expect(await detail(lot)).toMatchObject({ lot: { state: 'held', massGrams: 39_950 } })
  expect((await dealings(lot)).transfers).toMatchObject([{ outcome: 'rejected', remark: 'scellé rompu', receivedOn: null }])
})

test('a seizure stops the lot and what is made of it, and is lifted on a paper by an authority', async () => {
  const bag = await exporters()
  const exporter = stage.as('exporter')
  const made = { number: 'SEI-1', kind: 'trader-lot', massGrams: 40_000, inputs: [{ lot: bag, drawnGrams: 40_000 }] }
  const lot = subjectOf(await exporter.post('/api/lots', made))
  const seizure = { authority: 'Police des mines', paper: 'PV 12/2026', reason: 'origine à vérifier' }
  subjectOf(await stage.as('agent').post(`/api/lots/${bag}/seizures`, seizure))
  expect(await detail(bag)).toMatchObject({ lot: { state: 'seized' } })
  const sending = { to: stage.organisation('trader'), massGrams: 40_000 }
  expect(refusalOf(await exporter.post(`/api/lots/${lot}/transfers`, sending))).toMatchObject({ code: 'lot-seized' })
  expect((await exporter.post(`/api/lots/${bag}/seizures`, seizure)).status).toBe(403)
  subjectOf(await stage.as('agent').post(`/api/lots/${bag}/seizure-liftings`, { paper: 'PV 15/2026', reason: 'origine établie' }))
  subjectOf(await exporter.post(`/api/lots/${lot}/transfers`, sending))
  expect((await dealings(bag)).seizures).toMatchObject([{ paper: 'PV 12/2026', releasePaper: 'PV 15/2026' }])
})

test('a depot takes a lot in and lets it out, each with its weight; the lot’s own mass stays', async () => {
  const lot = await exporters()
  const exporter = stage.as('exporter')
  subjectOf(await exporter.post(`/api/lots/${lot}/stays`, { depot: stage.organisation('exporter'), place: 'Dépôt 2', massGrams: 39_990 }))
  expect(
    refusalOf(await exporter.post(`/api/lots/${lot}/stays`, { depot: stage.organisation('exporter'), place: 'x', massGrams: 1 })),
  ).toMatchObject({
    code: 'already-stored',
  })
  subjectOf(await exporter.post(`/api/lots/${lot}/leavings`, { massGrams: 39_980 }))
  expect((await dealings(lot)).stays).toMatchObject([{ place: 'Dépôt 2', inGrams: 39_990, outGrams: 39_980 }])
  expect(await detail(lot)).toMatchObject({ lot: { massGrams: 40_000 } })
})

test('a cleaning makes a concentrate and tailings: every gram of the inputs is drawn once, and the balance says dry and contained', async () => {
  const [a, b] = [await exporters(40_000), await exporters(35_000)]
  const exporter = stage.as('exporter')
  subjectOf(
    await exporter.post(`/api/lots/${a}/assays`, {
      ...{
        lab: 'CEEC Bukavu',
        method: 'xrf',
        element: 'Sn',
        value: 60,
        unit: 'percent',
        uncertainty: 0.8,
        uncertaintyUnit: 'percent',
        sample: 'E-1',
      },
      others: [{ element: 'moisture', value: 4, unit: 'percent' }],
    }),
  )
  const processing = {
    ...{ number: 'TR-1', kind: 'cleaning', place: 'Usine de Bukavu' },
    inputs: [
      { lot: a, drawnGrams: 40_000 },
      { lot: b, drawnGrams: 35_000, moistureHundredths: 400, grade: { element: 'Sn', percent: 60 } },
    ],
    outputs: [
      { number: 'TR-1/C', role: 'main', massGrams: 60_000, moistureHundredths: 100, grade: { element: 'Sn', percent: 71 } },
      { number: 'TR-1/R', role: 'tailings', massGrams: 13_500, moistureHundredths: 600, grade: { element: 'Sn', percent: 7 } },
    ],
  }
  const known = (await exporter.get(`/api/lots/${a}/last-measures`)).body
  expect(known).toEqual({ moistureHundredths: 400, grade: { element: 'Sn', percent: 60 } })
  expect((await stage.as('cooperative').get(`/api/lots/${crypto.randomUUID()}/last-measures`)).status).not.toBe(200)
  const id = subjectOf(await exporter.post('/api/processings', processing))
  const shown = mustParse(ProcessingShown, (await exporter.get(`/api/processings/${id}`)).body)
  expect(shown.balance).toMatchObject({
    ...{ inputGrams: 75_000, outputGrams: 73_500, lossGrams: 1_500, lossHundredthsOfPercent: 200 },
    ...{ inputDryGrams: 72_000, outputDryGrams: 59_400 + 12_690, inputContainedGrams: 43_200, outputContainedGrams: 42_174 + 888 },
    ...{ element: 'Sn', tailingsWeighed: true, containedComplete: true },
  })
  const [main, rest] = await Promise.all(shown.outputs.map((one) => detail(one.lot)))
  expect(main?.lot).toMatchObject({ kind: 'processed-lot', state: 'held', massGrams: 60_000, owner: stage.organisation('trader') })
  const drawn = [main, rest].flatMap((one) => one?.inputs ?? [])
  for (const [lot, grams] of [
    [a, 40_000],
    [b, 35_000],
  ] as const)
    expect(drawn.filter((one) => one.lot === lot).reduce((sum, one) => sum + one.drawnGrams, 0)).toBe(grams)
  expect(await detail(a)).toMatchObject({
    lot: { state: 'consumed', remainingGrams: 0 },
    assays: [{ element: 'Sn' }, { element: 'moisture' }],
  })
  expect(
    refusalOf(
      await exporter.post('/api/processings', {
        ...processing,
        number: 'TR-2',
        outputs: [{ number: 'TR-2/C', role: 'main', massGrams: 1 }],
      }),
    ),
  ).toMatchObject({ code: 'double-spend' })
})

test('more contained metal out than in holds the products; a split gives parts that may move each by itself', async () => {
  const [a, b] = [await exporters(), await exporters()]
  const exporter = stage.as('exporter')
  const id = subjectOf(
    await exporter.post('/api/processings', {
      ...{ number: 'TR-3', kind: 'washing' },
      inputs: [{ lot: a, drawnGrams: 40_000, grade: { element: 'Sn', percent: 50 } }],
      outputs: [{ number: 'TR-3/C', role: 'main', massGrams: 36_000, grade: { element: 'Sn', percent: 65 } }],
    }),
  )
  const [made] = mustParse(ProcessingShown, (await exporter.get(`/api/processings/${id}`)).body).outputs
  expect(await detail(made?.lot ?? '')).toMatchObject({ lot: { state: 'quarantined' }, findings: [{ rule: 'P05', severity: 'C' }] })
  const split = {
    ...{ number: 'PA-1', kind: 'split', inputs: [{ lot: b, drawnGrams: 40_000 }] },
    outputs: [
      { number: 'PA-1/1', role: 'main', massGrams: 15_000 },
      { number: 'PA-1/2', role: 'main', massGrams: 25_000 },
    ],
  }
  const parts = mustParse(
    ProcessingShown,
    (await exporter.get(`/api/processings/${subjectOf(await exporter.post('/api/processings', split))}`)).body,
  ).outputs
  const [one, two] = await Promise.all(parts.map((part) => detail(part.lot)))
  expect([one?.lot, two?.lot]).toMatchObject([
    { kind: 'part', massGrams: 15_000 },
    { kind: 'part', massGrams: 25_000 },
  ])
  expect(one?.inputs).toMatchObject([{ drawnGrams: 15_000 }])
  // Who gets one part sees nothing of the other.
  subjectOf(await exporter.post(`/api/lots/${parts[0]?.lot ?? ''}/transfers`, { to: stage.organisation('cooperative'), massGrams: 15_000 }))
  const [theirs] = (await dealings(parts[0]?.lot ?? '', 'cooperative')).processings
  expect(theirs).toMatchObject({ outputs: [{ number: 'PA-1/1' }], balance: { outputGrams: 40_000 } })
  expect(theirs?.outputs).toHaveLength(1)
})

test('an export lot is packed and sealed; a correction beyond the tolerance waits for a second person', async () => {
  const bag = await exporters()
  const exporter = stage.as('exporter')
  const lot = subjectOf(
    await exporter.post('/api/lots', {
      number: 'EXP-9',
      kind: 'export-lot',
      massGrams: 40_000,
      inputs: [{ lot: bag, drawnGrams: 40_000 }],
    }),
  )
  const packing = { packages: 2, packageType: 'drum', container: 'MSKU 123456-7', seals: ['SC-1', 'SC-2'], buyer: 'Fonderie' }
  expect(refusalOf(await exporter.post(`/api/lots/${bag}/packings`, packing))).toMatchObject({ code: 'not-an-export-lot' })
  subjectOf(await exporter.post(`/api/lots/${lot}/packings`, packing))
  expect((await dealings(lot)).packing).toMatchObject({ seals: ['SC-1', 'SC-2'], packages: 2 })

  const other = await weigh(40_000)
  subjectOf(await stage.as('agent').post(`/api/lots/${other}/corrections`, { massGrams: 44_000, reason: 'chiffres inversés' }))
  expect(await detail(other)).toMatchObject({ lot: { state: 'quarantined', massGrams: 44_000 } })
  expect((await dealings(other)).corrections).toMatchObject([{ beforeGrams: 40_000, massGrams: 44_000, state: 'awaited' }])
  expect(refusalOf(await stage.as('agent').post(`/api/lots/${other}/releases`, { reason: 'vu' }))).toMatchObject({
    code: 'second-person-needed',
  })
  subjectOf(await stage.as('verifier').post(`/api/lots/${other}/releases`, { reason: 'feuille vue' }))
  expect((await dealings(other)).corrections).toMatchObject([{ state: 'confirmed', answerReason: 'feuille vue' }])
})

test('a part is the same goods as the whole: its moisture and grade are known, and the next balance reads them', async () => {
  const bag = await exporters()
  const exporter = stage.as('exporter')
  const process = async (data: object) =>
    mustParse(ProcessingShown, (await exporter.get(`/api/processings/${subjectOf(await exporter.post('/api/processings', data))}`)).body)
  const grade = { element: 'Sn', percent: 60 }
  const split = await process({
    ...{ number: 'PA-2', kind: 'split', inputs: [{ lot: bag, drawnGrams: 40_000, moistureHundredths: 500, grade }] },
    outputs: [
      { number: 'PA-2/1', role: 'main', massGrams: 10_000 },
      { number: 'PA-2/2', role: 'main', massGrams: 30_000 },
    ],
  })
  expect(split.outputs).toMatchObject([
    { dryGrams: 9_500, containedGrams: 5_700 },
    { dryGrams: 28_500, containedGrams: 17_100 },
  ])
  const dried = await process({
    ...{ number: 'SE-1', kind: 'drying', inputs: [{ lot: split.outputs[1]?.lot, drawnGrams: 30_000 }] },
    outputs: [{ number: 'SE-1/1', role: 'main', massGrams: 28_600, moistureHundredths: 0, grade }],
  })
  expect(dried.balance).toMatchObject({ inputDryGrams: 28_500, inputContainedGrams: 17_100, outputContainedGrams: 17_160 })
})

test('a price is for its two sides and for who watches; who traces the goods later does not see it', async () => {
  const lot = await weigh()
  const line = { lot, massGrams: 40_000, priceHundredthsPerKilogram: 900 }
  const id = subjectOf(await stage.as('trader').post('/api/purchases', purchase('BA-5', [line])))
  for (const key of ['trader', 'exporter', 'verifier']) expect((await stage.as(key).get(`/api/purchases/${id}`)).status, key).toBe(200)
  const bought = { seller: stage.organisation('cooperative'), buyer: stage.organisation('trader') }
  expect(refusalOf(await stage.as('exporter').post('/api/purchases', purchase('BA-6', [line], bought)))).toMatchObject({
    code: 'not-of-this-act',
  })
  expect(refusalOf(await stage.as('trader').post('/api/purchases', purchase('BA-6', [line], bought)))).toMatchObject({
    code: 'not-the-sellers',
  })
})

test('a rebuild from the log gives the same tables', async () => {
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})
