/* What every reader of an event asks of it: which lots, how much of each, between whom, on which day. */
import { type Json, type JsonObject, isObject, objectsOf, textOf, textsOf } from './json.ts'
import { milligramsOf } from './masses.ts'
import { nameInUri, oursIn } from './own-words.ts'
import { atOffset } from './times.ts'

export interface Kept {
  readonly reason: string
  readonly detail: string
}
export type Read<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly kept: Kept }
export const found = <Value>(value: Value): Read<Value> => ({ ok: true, value })
export const kept = (reason: string, detail = ''): { readonly ok: false; readonly kept: Kept } => ({ ok: false, kept: { reason, detail } })

export interface Goods {
  /** Identifier of the lot, as the event names it. */
  readonly lot: string
  /** `null`: the event does not say. */
  readonly milligrams: number | null
}

/** Quantities in the order of the event; `finer` names what is no whole number of milligrams or of no unit of mass. */
export function quantitiesIn(list: Json | undefined): Read<readonly Goods[]> {
  const goods: Goods[] = []
  for (const one of objectsOf(list)) {
    const [lot, quantity, uom] = [textOf(one['epcClass']) ?? '', one['quantity'], textOf(one['uom'])]
    if (quantity === undefined) goods.push({ lot, milligrams: null })
    else {
      const milligrams = typeof quantity === 'number' && uom !== null ? milligramsOf(quantity, uom) : null
      if (milligrams === null) return kept('not-a-mass', `${String(quantity)} ${uom ?? ''}`.trim())
      goods.push({ lot, milligrams })
    }
  }
  return found(goods)
}

/** The lots of an event about things that are there: a cover and the matter in it are one lot when they are called the same. */
export function goodsIn(event: JsonObject): Read<readonly Goods[]> {
  const quantities = quantitiesIn(event['quantityList'])
  if (!quantities.ok) return quantities
  const covers = textsOf(event['epcList'])
  const single = covers.length === 1 && quantities.value.length === 1
  const matched = covers.map((cover): Goods => {
    const matter = single ? quantities.value[0] : quantities.value.find((one) => nameInUri(one.lot) === nameInUri(cover))
    return { lot: cover, milligrams: matter?.milligrams ?? null }
  })
  const names = new Set(covers.map(nameInUri))
  const loose = single ? [] : quantities.value.filter((one) => !names.has(nameInUri(one.lot)))
  const goods = [...matched, ...loose]
  const scale = goods.length === 1 ? scaleIn(event) : null
  return found(goods.map((one) => ({ ...one, milligrams: one.milligrams ?? scale })))
}

/** What a scale showed, where the event is about one lot; the tare is beside it. */
function scaleIn(event: JsonObject): number | null {
  for (const report of reportsIn(event)) {
    const [value, uom] = [report['value'], textOf(report['uom'])]
    if (isMass(report) && oursIn(report)['part'] === undefined && typeof value === 'number' && uom !== null) return milligramsOf(value, uom)
  }
  return null
}
export const reportsIn = (event: JsonObject): readonly JsonObject[] =>
  objectsOf(event['sensorElementList']).flatMap((element) => objectsOf(element['sensorReport']))
export const isMass = (report: JsonObject): boolean => report['type'] === 'https://ref.gs1.org/voc/Mass'

/** Custody counts whole grams; what is finer is gold's, and taken by its own way. */
export function wholeGrams(goods: Goods): Read<number> {
  if (goods.milligrams === null) return kept('no-mass', goods.lot)
  return goods.milligrams % 1000 === 0 ? found(goods.milligrams / 1000) : kept('finer-than-a-gram', goods.lot)
}

/** Who gives and who gets: possession before ownership. */
export function partiesIn(event: JsonObject): { readonly from: string | null; readonly to: string | null } {
  return { from: partyIn(event['sourceList'], 'source'), to: partyIn(event['destinationList'], 'destination') }
}
function partyIn(list: Json | undefined, name: string): string | null {
  const types = ['possessing_party', 'owning_party'].map((type) => `https://ref.gs1.org/cbv/SDT-${type}`)
  for (const type of types) {
    const one = objectsOf(list).find((party) => party['type'] === type)
    if (one) return textOf(one[name])
  }
  return null
}

/** The day on the sender's clock. */
export function dayOfEvent(event: JsonObject): string {
  const [time, offset] = [textOf(event['eventTime']) ?? '', textOf(event['eventTimeZoneOffset']) ?? '+00:00']
  return atOffset(time, offset).slice(0, 10)
}
export const placeIn = (event: JsonObject, name: 'bizLocation' | 'readPoint'): string | null => {
  const place = event[name]
  return isObject(place) ? textOf(place['id']) : null
}
export const stepOf = (event: JsonObject): string => afterDash(event['bizStep'])
export const afterDash = (value: Json | undefined): string => {
  const text = textOf(value) ?? ''
  return text.startsWith('https://ref.gs1.org/cbv/') ? text.slice(text.indexOf('-', 24) + 1) : text
}
/** Fields that were said; `undefined` and `null` are not. */
export const saidFields = (fields: { readonly [name: string]: Json | undefined }): { readonly [name: string]: Json } =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): readonly (readonly [string, Json])[] =>
      value === undefined || value === null ? [] : [[name, value]],
    ),
  )
