/* Gold said in EPCIS: a sachet sealed, opened before witnesses, melted into bars. Quantities in grams (GRM) to the milligram; no price, no digger. */
import { bagRegistered } from './from-custody-forming.ts'
import {
  type Telling,
  amountIn,
  coverUri,
  drawnNames,
  frame,
  goods,
  isCover,
  lotIn,
  objectsIn,
  quantityOf,
  said,
  weighed,
} from './from-custody-parts.ts'
import type { JsonObject } from './json.ts'
import { ours, paperUri, partyUri } from './own-words.ts'

/** A sachet comes into the chain as a bag does: its seal is its tag. */
export const sachetSealed = ({ fact, context }: Telling): readonly JsonObject[] => {
  const { serial, serialIssuer, sealedOn } = fact.payload
  const payload = { ...fact.payload, tag: serial ?? null, tagIssuer: serialIssuer ?? null, weighedOn: sealedOn ?? null }
  return bagRegistered({ fact: { ...fact, payload }, context })
}

export function sachetReopened(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const lot = lotIn(context, fact.subject)
  const amount = amountIn(fact.payload, 'Au')
  const bodies = objectsIn(fact.payload, 'witnesses').map((one) => ({
    organisation: partyUri(context.base, said(one, 'organisation')),
    function: one['function'] ?? null,
  }))
  const told = { reason: fact.payload['reason'], sealFound: fact.payload['sealFound'], newSerial: fact.payload['newSerial'] }
  return [
    {
      ...{ ...frame(telling, 'ObjectEvent', 'reopen-sachet'), action: 'OBSERVE', bizStep: 'inspecting' },
      ...goods(context, lot, amount),
      ...weighed(telling, amount),
      ...ours({ ...told, witnesses: bodies }),
    },
  ]
}

export function goldMelted(telling: Telling): readonly JsonObject[] {
  const { context } = telling
  const { payload } = telling.fact
  const inputs = objectsIn(payload, 'inputs').map((one) => ({ lot: lotIn(context, said(one, 'lot')), one }))
  const outputs = objectsIn(payload, 'outputs').map((one) => ({
    one,
    lot: { number: said(one, 'number'), kind: said(one, 'kind'), mineral: 'Au' },
  }))
  const covers = inputs.filter(({ lot }) => isCover(lot)).map(({ lot }) => coverUri(context, lot))
  const bars = outputs.filter(({ lot }) => isCover(lot)).map(({ lot }) => coverUri(context, lot))
  const about = { number: payload['number'], processing: 'melting', mineral: 'Au', doneOn: payload['meltedOn'], place: payload['place'] }
  return [
    {
      ...frame(telling, 'TransformationEvent', 'melt-gold'),
      transformationID: paperUri(context.base, 'processing', said(payload, 'number')),
      bizStep: 'creating_class_instance',
      ...(covers.length > 0 ? { inputEPCList: covers } : {}),
      inputQuantityList: inputs.map(({ lot, one }) => quantityOf(context, lot, amountIn(one, 'Au', drawnNames))),
      ...(bars.length > 0 ? { outputEPCList: bars } : {}),
      outputQuantityList: outputs.map(({ lot, one }) => quantityOf(context, lot, amountIn(one, 'Au'))),
      ...ours({ ...about, lossMilligrams: payload['lossMilligrams'], holder: partyUri(context.base, said(payload, 'organisation')) }),
    },
  ]
}
