/*
Scenes between the pit and the port: bags are bought with both signatures, stored, sent under a paper, received by two sides, cleaned into a
concentrate and its tailings, split, one part packed for export; one bag is turned away, one part seized and given back, one weight corrected.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { looseRecord, listOf, mustParse, text } from '../../src/kernel/schema.ts'
import { type Bag, combine, weighBag } from './chain-scenes.ts'
import { subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

const Made = looseRecord({ outputs: listOf(looseRecord({ lot: text() })) })

/** Five bags, weighed on one day. */
export async function weighForThePlant(stage: Stage, site: string, day: string): Promise<readonly Bag[]> {
  const bags: Bag[] = []
  for (const [index, massGrams] of [47_600, 49_150, 46_900, 48_400, 45_050].entries())
    bags.push(await weighBag(stage, { site, tag: `LK-00030${index + 1}`, mineral: 'Sn', massGrams, day }))
  return bags
}

/** A slip of the pen on one bag; three bags are bought at the trading centre and handed over at once, a fourth is turned away. */
export async function buyAtTheCentre(stage: Stage, bags: readonly Bag[], day: string): Promise<void> {
  const [first, ...others] = bags
  if (!first) return
  subjectOf(await stage.as('agent').post(`/api/lots/${first.lot}/corrections`, { massGrams: 47_650, reason: 'tare du sac lue deux fois' }))
  const [seller, buyer] = [stage.organisation('trader'), stage.organisation('exporter')]
  const bought = [{ lot: first.lot, massGrams: 47_650 }, ...others.slice(0, 2)]
  const lots = bought.map((bag) => ({ ...bag, priceHundredthsPerKilogram: 1_240 }))
  const taxes = [
    { taxType: 'taxe provinciale', amountHundredths: 4_300, currency: 'USD', authority: 'Province (fictive)', receipt: 'Q-2201' },
  ]
  const slip = {
    number: 'BA-0007',
    seller,
    buyer,
    place: 'Centre de négoce de Lukanda',
    boughtOn: day,
    currency: 'USD',
    payment: 'bank',
    lots,
    taxes,
  }
  subjectOf(
    await stage.as('trader').post('/api/purchases', {
      ...slip,
      ...{ traderCard: 'NEG-B/0031', handedOver: true, otherSideFunction: 'acheteur du comptoir' },
    }),
  )
  const refused = others[3]
  if (!refused) return
  const sending = { to: buyer, massGrams: refused.massGrams, sentOn: day }
  subjectOf(await stage.as('trader').post(`/api/lots/${refused.lot}/transfers`, sending))
  subjectOf(await stage.as('exporter').post(`/api/lots/${refused.lot}/rejections`, { reason: 'scellé du sac abîmé', rejectedOn: day }))
  const back = { massGrams: refused.massGrams - 20, reason: 'sac revenu, scellé à vérifier', takenBackOn: day }
  subjectOf(await stage.as('trader').post(`/api/lots/${refused.lot}/takings-back`, back))
}

/** The fourth bag goes by lorry under a paper; the sender answers the receipt from its own account. */
export async function sendByLorry(stage: Stage, bag: Bag, day: string): Promise<void> {
  const [trader, exporter] = [stage.as('trader'), stage.as('exporter')]
  const { lot, massGrams } = bag
  subjectOf(
    await trader.post(`/api/lots/${lot}/stays`, {
      depot: stage.organisation('trader'),
      place: 'Dépôt de Bahati',
      massGrams,
      storedOn: day,
    }),
  )
  const legs = [
    { from: 'Lukanda', to: 'Pont de la Luka', departedOn: day, mode: 'motorcycle', route: 'Lukanda – Mawe – Pont' },
    { from: 'Pont de la Luka', to: 'Usine de Nyota', departedOn: day, mode: 'road', company: 'Transit Exemple', vehicle: 'XL-2041' },
  ]
  const papers = [{ number: 'AT-0207/LK', kind: 'transport', validUntil: addDays(day, 10), statedGrams: massGrams }]
  subjectOf(await trader.post(`/api/lots/${lot}/transfers`, { to: stage.organisation('exporter'), massGrams, sentOn: day, legs, papers }))
  subjectOf(await exporter.post(`/api/lots/${lot}/receipts`, { massGrams: massGrams - 300, receivedOn: day, function: 'magasinier' }))
  subjectOf(await trader.post(`/api/lots/${lot}/receipt-answers`, { function: 'convoyeur', agrees: true }))
}

/** Cleaning, then a split of the concentrate; one part is packed for export, the other was seized for a while. */
export async function cleanAndSplit(stage: Stage, bags: readonly Bag[], day: string): Promise<void> {
  const exporter = stage.as('exporter')
  const outputs = async (subject: string) =>
    mustParse(Made, (await exporter.get(`/api/processings/${subject}`)).body).outputs.map((one) => one.lot)
  const cleaned = subjectOf(
    await exporter.post('/api/processings', {
      ...{ number: 'TR-0003', kind: 'cleaning', place: 'Usine de Nyota', doneOn: day },
      inputs: bags.map((bag) => ({
        ...{ lot: bag.lot, drawnGrams: bag.massGrams, moistureHundredths: 450 },
        grade: { element: 'Sn', percent: 58.5 },
      })),
      outputs: [
        { number: 'TR-0003/C', role: 'main', massGrams: 155_400, moistureHundredths: 120, grade: { element: 'Sn', percent: 67.2 } },
        { number: 'TR-0003/R', role: 'tailings', massGrams: 31_300, moistureHundredths: 800, grade: { element: 'Sn', percent: 9.5 } },
      ],
    }),
  )
  const [concentrate = ''] = await outputs(cleaned)
  const split = subjectOf(
    await exporter.post('/api/processings', {
      ...{ number: 'PA-0001', kind: 'split', doneOn: day, inputs: [{ lot: concentrate, drawnGrams: 155_400 }] },
      outputs: [
        { number: 'TR-0003/C-1', role: 'main', massGrams: 100_000 },
        { number: 'TR-0003/C-2', role: 'main', massGrams: 55_400 },
      ],
    }),
  )
  const [first = '', second = ''] = await outputs(split)
  const inputs = [{ lot: first, massGrams: 100_000 }]
  const lot = subjectOf(await combine(stage, { who: 'exporter', number: 'EXP-2026-0003', kind: 'export-lot', inputs, day }))
  const seals = ['SC-88121', 'SC-88122']
  const packing = {
    packages: 4,
    packageType: 'drum',
    container: 'MSKU 204117-3',
    seals,
    buyer: 'Example Smelting NV',
    destination: 'Anvers',
    sealedOn: day,
  }
  subjectOf(await exporter.post(`/api/lots/${lot}/packings`, packing))
  const seizure = { authority: 'Police des mines (démonstration)', paper: 'PV 031/2026', reason: 'contrôle des papiers', seizedOn: day }
  subjectOf(await stage.as('agent').post(`/api/lots/${second}/seizures`, seizure))
  subjectOf(
    await stage
      .as('agent')
      .post(`/api/lots/${second}/seizure-liftings`, { paper: 'PV 034/2026', reason: 'papiers en règle', liftedOn: day }),
  )
}
