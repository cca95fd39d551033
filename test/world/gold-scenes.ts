/*
Scenes of gold: sachets bought at the trading centre and sealed, one opened before two witnesses and sealed again, a melt into one bar with a
remainder, sold to the exporter. Every scene sends what a person would send; the first answer that is not taken stops the play.
*/
import { addDays } from '../../src/kernel/calendar.ts'
import { listOf, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { subjectOf } from './client.ts'
import type { Stage } from './stage.ts'

/** Sachets for the trading centre, and two prices of reference. */
export async function prepareGold(stage: Stage, day: string): Promise<void> {
  const batch = { issuer: 'CEEC', tagType: 'gold-sachet', series: 'OR-', digits: 5, from: 1, to: 200, receivedOn: day }
  subjectOf(await stage.as('agent').post('/api/tag-batches', { ...batch, checkDigit: 'none' }))
  const lbma = {
    kind: 'lbma',
    currency: 'USD',
    hundredths: 401_250,
    per: 'troy-ounce',
    source: 'LBMA Gold Price PM (chiffre de démonstration)',
  }
  subjectOf(await stage.as('verifier').post('/api/gold/prices', { ...lbma, pricedOn: day }))
  const national = { kind: 'national', currency: 'USD', hundredths: 12_400, per: 'gram', source: 'Mercuriale nationale (démonstration)' }
  subjectOf(await stage.as('verifier').post('/api/gold/prices', { ...national, pricedOn: addDays(day, -7) }))
}

const bought = [
  { massMilligrams: 12_400, finenessTenthsPerMille: 9_200, form: 'dust', artisanCard: 'CE-0114/LK', hundredthsPerGram: 8_450 },
  { massMilligrams: 8_035, finenessTenthsPerMille: 9_050, form: 'sponge', artisanCard: 'CE-0139/LK', hundredthsPerGram: 8_300 },
  { massMilligrams: 21_760, finenessTenthsPerMille: 9_310, form: 'nugget', artisanCard: 'CE-0151/LK', hundredthsPerGram: 8_700 },
] as const

/** Three sachets of one site. */
export async function buyGold(stage: Stage, { site, day }: { site: string; day: string }): Promise<readonly string[]> {
  const lots: string[] = []
  for (const [at, { hundredthsPerGram, ...gold }] of bought.entries()) {
    const price = { currency: 'USD', hundredthsPerGram, per: 'gross', payment: at === 0 ? 'cash' : 'mobile-money' }
    const sealed = {
      serial: `OR-0000${at + 1}`,
      serialIssuer: 'CEEC',
      site,
      place: 'Centre de négoce de Lukanda',
      producedOn: addDays(day, -1),
    }
    lots.push(
      subjectOf(
        await stage.as('trader').post('/api/gold/sachets', {
          ...{ ...sealed, ...gold, sealedOn: day, price, buyer: stage.organisation('trader') },
          ...{ cooperative: stage.organisation('cooperative'), finenessMethod: at === 2 ? 'xrf' : 'touchstone' },
          uncertaintyTenthsPerMille: at === 2 ? 20 : 100,
        }),
      ),
    )
  }
  return lots
}

export async function reopenSachet(stage: Stage, lot: string, day: string): Promise<void> {
  subjectOf(
    await stage.as('trader').post(`/api/lots/${lot}/reopenings`, {
      ...{ reason: 'titre revérifié à la demande du vendeur', sealFound: 'whole', beforeMilligrams: 8_035, afterMilligrams: 8_030 },
      ...{ newSerial: 'OR-00011', reopenedOn: day },
      witnesses: [
        { organisation: stage.organisation('ceec'), function: 'expert évaluateur' },
        { organisation: stage.organisation('saemape'), function: 'agent du centre de négoce' },
      ],
    }),
  )
}

const Rows = looseRecord({ lots: listOf(looseRecord({ lot: looseRecord({ id: text(), number: text() }) })) })
/** What the three sachets hold becomes one bar and a remainder; the bar goes to the exporter. */
export async function meltGold(stage: Stage, lots: readonly string[], day: string): Promise<void> {
  const drawn = [12_400, 8_030, 21_760]
  const fineness = { finenessTenthsPerMille: 9_260, finenessMethod: 'xrf', uncertaintyTenthsPerMille: 20 }
  subjectOf(
    await stage.as('trader').post('/api/gold/melts', {
      ...{ number: 'FO-0007', place: 'Fonderie du négoce, Lukanda', meltedOn: day },
      inputs: lots.map((lot, at) => ({ lot, drawnMilligrams: drawn[at] ?? 0 })),
      outputs: [
        { serial: 'LGT-0007', role: 'bar', massMilligrams: 41_520, ...fineness },
        { serial: 'LGT-0007-R', role: 'remainder', massMilligrams: 240, ...fineness },
      ],
    }),
  )
  const rows = mustParse(Rows, (await stage.as('trader').get('/api/gold/lots')).body).lots
  const bar = rows.find((one) => one.lot.number === 'LGT-0007')?.lot.id ?? ''
  const sending = { to: stage.organisation('exporter'), massGrams: 42, massMilligrams: 41_520, sentOn: day, paper: 'AT-0151/LK' }
  subjectOf(await stage.as('trader').post(`/api/lots/${bar}/transfers`, sending))
  const receipt = { massGrams: 42, massMilligrams: 41_515, receivedOn: day, function: 'caissier', sealBroken: false }
  subjectOf(await stage.as('exporter').post(`/api/lots/${bar}/receipts`, receipt))
}
