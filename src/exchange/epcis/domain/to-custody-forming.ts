/*
Bags, blends, processings and assays read from events. The mineral and the kind of lot have no field in EPCIS: they come from an
extension of ours or from one that anybody calls `mineral`.
*/
import type { CustodyCommand } from './custody-command.ts'
import { elementOf } from './from-custody-care.ts'
import { type Json, type JsonObject, isObject, isText, objectsOf, textOf, textsOf } from './json.ts'
import { nameInUri, oursIn } from './own-words.ts'
import {
  type Goods,
  type Read,
  dayOfEvent,
  found,
  goodsIn,
  isMass,
  kept,
  partiesIn,
  placeIn,
  quantitiesIn,
  reportsIn,
  saidFields,
  wholeGrams,
} from './to-custody-parts.ts'
import { milligramsOf } from './masses.ts'

const mineralNames: ReadonlyMap<string, string> = new Map([
  ['cassiterite', 'Sn'],
  ['tin', 'Sn'],
  ['260900', 'Sn'],
  ['26090000', 'Sn'],
  ['coltan', 'Ta'],
  ['tantalite', 'Ta'],
  ['261590', 'Ta'],
  ['26159000', 'Ta'],
  ['wolframite', 'W'],
  ['261100', 'W'],
  ['26110000', 'W'],
  ['gold', 'Au'],
  ['710812', 'Au'],
  ['71081200', 'Au'],
])
function mineralIn(event: JsonObject, lot: string): string | null {
  const inside = isObject(event['ilmd']) ? event['ilmd'] : {}
  const said = [...Object.entries(inside), ...Object.entries(event)].find(([name]) => /(?:[/#:]|^)mineral$/i.test(name))?.[1]
  const text = isText(said) ? said : /\/id\/class\/([^/]+)\//.exec(lot)?.[1]
  if (text === undefined) return null
  return mineralNames.get(text.toLowerCase().replaceAll('.', '')) ?? (/^[A-Z][A-Za-z]?$/.test(text) ? text : null)
}

export function readBag(event: JsonObject): Read<readonly CustodyCommand[]> {
  const goods = goodsIn(event)
  if (!goods.ok) return goods
  const said = oursIn(event['ilmd'])
  const holder = textOf(said['holder']) ?? partiesIn(event).to ?? partiesIn(event).from
  if (goods.value.length === 0) return kept('no-lot')
  if (holder === null) return kept('no-holder')
  const commands: CustodyCommand[] = []
  for (const one of goods.value) {
    const grams = wholeGrams(one)
    if (!grams.ok) return grams
    const mineral = mineralIn(event, matterOf(event, one))
    if (mineral === null) return kept('no-mineral', one.lot)
    const tag = said['number'] === undefined ? nameInUri(one.lot) : (said['tag'] ?? null)
    const data = {
      ...{ site: placeIn(event, 'bizLocation') ?? placeIn(event, 'readPoint'), tag, mineral, massGrams: grams.value },
      ...saidFields({
        tagIssuer: said['tagIssuer'] ?? issuerIn(one.lot),
        tareGrams: tareIn(event),
        pit: said['pit'],
        team: said['team'],
        scale: said['scale'],
      }),
      producedOn: said['producedOn'] ?? dayOfEvent(event),
      weighedOn: said['weighedOn'] ?? dayOfEvent(event),
      holder,
    }
    commands.push({ type: 'register-bag', lot: one.lot, data })
  }
  return found(commands)
}
/** The address on one of our tags says who printed it. */
const issuerIn = (uri: string): string | null => {
  const issuer = /\/id\/obj\/([^/#?]+)\/[^/#?]+$/.exec(uri)?.[1]
  return issuer === undefined ? null : nameInUri(`https://x/${issuer}`)
}
/** The name of the matter says the mineral where the cover's does not. */
const matterOf = (event: JsonObject, { lot }: Goods): string =>
  objectsOf(event['quantityList'])
    .map((one) => textOf(one['epcClass']) ?? '')
    .find((name) => nameInUri(name) === nameInUri(lot)) ?? lot

function tareIn(event: JsonObject): number | null {
  const report = reportsIn(event).find((one) => isMass(one) && oursIn(one)['part'] === 'tare')
  const [value, uom] = [report?.['value'], textOf(report?.['uom'])]
  const milligrams = typeof value === 'number' && uom !== null ? milligramsOf(value, uom) : null
  return milligrams !== null && milligrams % 1000 === 0 ? milligrams / 1000 : null
}

type Drawn = readonly { readonly lot: string; readonly drawnGrams: number }[]
function drawn(list: Json | undefined): Read<Drawn> {
  const goods = quantitiesIn(list)
  if (!goods.ok) return goods
  if (goods.value.length === 0) return kept('no-mass', 'inputs')
  const inputs: { lot: string; drawnGrams: number }[] = []
  for (const one of goods.value) {
    const grams = wholeGrams(one)
    if (!grams.ok) return grams
    inputs.push({ lot: one.lot, drawnGrams: grams.value })
  }
  return found(inputs)
}
/** A cover without matter beside it: nobody knows how much of it went in. */
function coverWithoutMass(covers: Json | undefined, inputs: Drawn): string | undefined {
  const names = new Set(inputs.map((one) => nameInUri(one.lot)))
  return textsOf(covers).find((cover) => !names.has(nameInUri(cover)))
}

export function readCombination(event: JsonObject): Read<readonly CustodyCommand[]> {
  const isPacking = event['type'] === 'AggregationEvent'
  const inputs = drawn(event[isPacking ? 'childQuantityList' : 'inputQuantityList'])
  if (!inputs.ok) return inputs
  const bare = coverWithoutMass(event[isPacking ? 'childEPCs' : 'inputEPCList'], inputs.value)
  if (bare !== undefined) return kept('no-mass', bare)
  const sum = inputs.value.reduce((grams, one) => grams + one.drawnGrams, 0)
  const whole: Goods = { lot: textOf(event['parentID']) ?? '', milligrams: sum * 1000 }
  const outputs = isPacking ? found([whole]) : quantitiesIn(event['outputQuantityList'])
  if (!outputs.ok) return outputs
  const [output] = outputs.value
  if (output === undefined || output.lot === '') return kept('no-lot')
  const grams = wholeGrams(output)
  if (!grams.ok) return grams
  const said = oursIn(event['ilmd'])
  const data = {
    number: said['number'] ?? nameInUri(output.lot),
    kind: said['kind'] ?? 'trader-lot',
    massGrams: grams.value,
    formedOn: said['formedOn'] ?? dayOfEvent(event),
    inputs: inputs.value.map((one) => ({ ...one })),
  }
  return found([{ type: 'combine-lots', lot: output.lot, data }])
}

export function readProcessing(event: JsonObject): Read<readonly CustodyCommand[]> {
  const inputs = drawn(event['inputQuantityList'])
  if (!inputs.ok) return inputs
  const bare = coverWithoutMass(event['inputEPCList'], inputs.value)
  if (bare !== undefined) return kept('no-mass', bare)
  const outputs = drawn(event['outputQuantityList'])
  if (!outputs.ok) return outputs
  const said = oursIn(event)
  const [chargesIn, chargesOut] = [objectsOf(said['inputs']), objectsOf(said['outputs'])]
  const kind = said['processing'] ?? (inputs.value.length === 1 && outputs.value.length > 1 ? 'split' : 'other')
  const made = outputs.value.map(({ lot }, at) => ({ lot, number: textOf(chargesOut[at]?.['number']) ?? nameInUri(lot) }))
  const data = {
    number: said['number'] ?? nameInUri(textOf(event['transformationID']) ?? outputs.value[0]?.lot ?? ''),
    kind,
    ...saidFields({ place: said['place'], remark: said['remark'] }),
    doneOn: said['doneOn'] ?? dayOfEvent(event),
    inputs: inputs.value.map((one, at) => ({ ...one, ...chargeOf(chargesIn[at]) })),
    outputs: outputs.value.map(({ drawnGrams }, at) => ({
      number: made[at]?.number ?? '',
      role: chargesOut[at]?.['role'] ?? 'main',
      massGrams: drawnGrams,
      ...chargeOf(chargesOut[at]),
    })),
  }
  return found([{ type: kind === 'split' ? 'split-lot' : 'process-lot', lot: outputs.value[0]?.lot ?? '', data, outputs: made }])
}
function chargeOf(said: JsonObject | undefined): { readonly [name: string]: Json } {
  const [element, percent] = [said?.['element'], said?.['percent']]
  const grade = typeof element === 'string' && typeof percent === 'number' ? { element, percent } : null
  return saidFields({ moistureHundredths: said?.['moistureHundredths'], grade })
}

const unitNames: ReadonlyMap<string, string> = new Map([
  ['P1', 'percent'],
  ['NX', 'per-mille'],
])
export function readAssay(event: JsonObject): Read<readonly CustodyCommand[]> {
  const goods = goodsIn(event)
  if (!goods.ok) return goods
  const said = oursIn(event)
  const values = reportsIn(event).flatMap((report) => {
    const element = oursIn(report)['element'] ?? elementOf(textOf(report['chemicalSubstance']) ?? '')
    const unit = unitNames.get(textOf(report['uom']) ?? '')
    const value = report['value']
    if (element === null || unit === undefined || typeof value !== 'number') return []
    return [{ element, value, unit, ...saidFields({ uncertainty: oursIn(report)['uncertainty'] }) }]
  })
  const [first, ...others] = values
  if (first === undefined) return kept('no-grade')
  const [lab, method] = [textOf(said['lab']), textOf(said['method'])]
  if (lab === null || method === null) return kept('no-laboratory')
  const data = {
    ...{ lab, method, ...first },
    ...saidFields({ sample: said['sample'], uncertaintyUnit: said['uncertaintyUnit'], accredited: said['accredited'] }),
    assayedOn: said['assayedOn'] ?? dayOfEvent(event),
    ...(others.length > 0 ? { others } : {}),
  }
  return goods.value.length === 0 ? kept('no-lot') : found(goods.value.map(({ lot }) => ({ type: 'record-assay', lot, data })))
}
