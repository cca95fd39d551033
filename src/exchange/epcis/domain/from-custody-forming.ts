/*
Acts by which matter gets a number: a bag closed at the pit, lots made of bags, processings and splits. A blend is said as a
transformation, because the bags are cut open: matter of each goes in by mass, matter of the lot comes out. Tailings are an output too.
*/
import {
  type Payload,
  type Telling,
  amountIn,
  coverUri,
  drawnNames,
  frame,
  isCover,
  lotIn,
  numberIn,
  objectsIn,
  quantityOf,
  said,
  weighed,
} from './from-custody-parts.ts'
import { type JsonObject, isObject, objectsOf, textOf } from './json.ts'
import { kilograms } from './masses.ts'
import { ours, paperUri, partyUri, pitUri, siteUri } from './own-words.ts'
import { holding } from './from-custody-care.ts'

export function bagRegistered(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const { payload } = fact
  const [tag, tagIssuer] = [textOf(payload['tag']), textOf(payload['tagIssuer'])]
  /** A sachet of gold says so. */
  const kind = textOf(payload['kind']) ?? 'bag'
  const lot = { number: said(payload, 'number'), kind, mineral: said(payload, 'mineral'), tag, tagIssuer }
  const amount = amountIn(payload, lot.mineral)
  const site = textOf(payload['site'])
  const tare = typeof payload['tareGrams'] === 'number' ? kilograms(numberIn(payload, 'tareGrams')) : null
  const scale = textOf(payload['scale'])
  const pit = textOf(payload['pit'])
  const standing = isObject(payload['standing']) ? payload['standing'] : {}
  const event: JsonObject = {
    ...frame(telling, 'ObjectEvent', kind === 'gold-sachet' ? 'seal-sachet' : 'register-bag'),
    action: 'ADD',
    bizStep: 'commissioning',
    disposition: 'active',
    epcList: [coverUri(context, lot)],
    quantityList: [quantityOf(context, lot, amount)],
    ...(site === null ? {} : places(context.base, site, pit)),
    ...weighed(telling, amount, { tare, ...(scale === null ? {} : { scale }) }),
    ilmd: ours({
      ...{ number: lot.number, kind, mineral: lot.mineral, holder: partyUri(context.base, said(payload, 'holder')) },
      ...{ tag: payload['tag'], tagIssuer: payload['tagIssuer'], producedOn: payload['producedOn'], weighedOn: payload['weighedOn'] },
      ...{ pit: payload['pit'], team: payload['team'], scale: payload['scale'], siteStatus: standing['internal'] },
    }),
  }
  const isCritical = objectsIn(payload, 'findings').some((finding) => finding['severity'] === 'C')
  const others = Array.isArray(payload['alsoHeld']) ? payload['alsoHeld'].map(String) : []
  const held = isCritical ? [fact.subject, ...others] : others
  return [event, ...held.map((one) => holding(telling, one === fact.subject ? lot : lotIn(context, one), { act: 'held-by-rule' }))]
}

const places = (base: string, site: string, pit: string | null): JsonObject => ({
  readPoint: { id: pit === null ? siteUri(base, site) : pitUri(base, site, pit) },
  bizLocation: { id: siteUri(base, site) },
})

function inputs({ context }: Telling, payload: Payload): JsonObject {
  const drawn = objectsIn(payload, 'inputs').map((one) => ({ lot: lotIn(context, said(one, 'lot')), one }))
  const covers = drawn.filter(({ lot }) => isCover(lot)).map(({ lot }) => coverUri(context, lot))
  return {
    ...(covers.length > 0 ? { inputEPCList: [...new Set(covers)] } : {}),
    inputQuantityList: drawn.map(({ lot, one }) => quantityOf(context, lot, amountIn(one, lot.mineral, drawnNames))),
  }
}

export function lotsCombined(telling: Telling): readonly JsonObject[] {
  const { context } = telling
  const { payload } = telling.fact
  const lot = { number: said(payload, 'number'), kind: said(payload, 'kind'), mineral: said(payload, 'mineral') }
  return [
    {
      ...frame(telling, 'TransformationEvent', 'combine-lots'),
      bizStep: 'creating_class_instance',
      disposition: 'active',
      ...inputs(telling, payload),
      ...(isCover(lot) ? { outputEPCList: [coverUri(context, lot)] } : {}),
      outputQuantityList: [quantityOf(context, lot, amountIn(payload, lot.mineral))],
      ilmd: ours({
        ...{ number: lot.number, kind: lot.kind, mineral: lot.mineral },
        ...{ holder: partyUri(context.base, said(payload, 'holder')), formedOn: payload['formedOn'] },
      }),
    },
  ]
}

export function lotsProcessed(telling: Telling): readonly JsonObject[] {
  const { context } = telling
  const { payload } = telling.fact
  const mineral = said(payload, 'mineral')
  const kind = said(payload, 'kind')
  const outputs = objectsIn(payload, 'outputs').map((one) => ({
    one,
    lot: { number: said(one, 'number'), kind: kind === 'split' ? 'part' : 'processed-lot', mineral },
  }))
  const balance = isObject(payload['balance']) ? payload['balance'] : {}
  const charge = (one: JsonObject): JsonObject => ({
    ...{ moistureHundredths: one['moistureHundredths'] ?? null, element: one['element'] ?? null, percent: one['percent'] ?? null },
  })
  return [
    {
      ...frame(telling, 'TransformationEvent', 'process-lot'),
      transformationID: paperUri(context.base, 'processing', said(payload, 'number')),
      bizStep: 'creating_class_instance',
      ...inputs(telling, payload),
      outputQuantityList: outputs.map(({ lot, one }) => quantityOf(context, lot, amountIn(one, mineral))),
      ...ours({
        ...{ number: payload['number'], processing: kind, mineral, doneOn: payload['doneOn'], place: payload['place'] },
        ...{ remark: payload['remark'], lossGrams: balance['lossGrams'], holder: partyUri(context.base, said(payload, 'organisation')) },
        inputs: objectsOf(payload['inputs']).map(charge),
        outputs: outputs.map(({ lot, one }) => ({ number: lot.number, role: one['role'] ?? null, ...charge(one) })),
      }),
    },
  ]
}
