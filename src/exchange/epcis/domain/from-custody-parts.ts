/* Parts that every exported event is made of: its frame, the lots it is about, the parties, the scale. */
import type { CustodyFact, ExportContext } from './custody-facts.ts'
import { type Json, type JsonObject, isObject, textOf } from './json.ts'
import { type Amount, gramsOfGold, kilograms } from './masses.ts'
import { classUri, objectUri, paperUri, partyUri, tagUri } from './own-words.ts'
import { atOffset } from './times.ts'

export interface Telling {
  readonly fact: CustodyFact
  readonly context: ExportContext
}
export type Payload = CustodyFact['payload']

export const said = (payload: Payload, name: string): string => textOf(payload[name]) ?? ''
export const numberIn = (payload: Payload, name: string): number => {
  const value = payload[name]
  return typeof value === 'number' ? value : 0
}

/** Type and time of an event; `act` says which act of custody it was. */
export function frame({ fact, context }: Telling, type: string, act: string): JsonObject {
  return {
    type,
    eventTime: atOffset(fact.happenedAt, context.timeZoneOffset),
    eventTimeZoneOffset: context.timeZoneOffset,
    'chanzo:act': act,
  }
}

/** Gold is weighed in milligrams where that was kept; everything else in whole grams. */
export function amountIn(payload: Payload, mineral: string, names = { grams: 'massGrams', milligrams: 'massMilligrams' }): Amount {
  const [grams, milligrams] = [numberIn(payload, names.grams), payload[names.milligrams]]
  if (mineral === 'Au') return gramsOfGold(typeof milligrams === 'number' ? milligrams : grams * 1000)
  return kilograms(grams)
}
export const drawnNames = { grams: 'drawnGrams', milligrams: 'drawnMilligrams' } as const

/** Kinds that are one thing in one cover, with a number of its own. */
const coverKinds = new Set(['bag', 'gold-sachet', 'gold-bar'])
export interface NamedLot {
  readonly number: string
  readonly kind: string
  readonly mineral: string
  readonly tag?: string | null
  readonly tagIssuer?: string | null
}
/** A lot that nobody knows any more is named by its identifier. */
export const lotIn = (context: ExportContext, lot: string): NamedLot => context.lotOf(lot) ?? { number: lot, kind: 'lot', mineral: 'lot' }
export const isCover = ({ kind }: NamedLot): boolean => coverKinds.has(kind)
/** A bag goes by the address on its tag; one whose tag another bag has too goes by its own number. */
export const coverUri = ({ base }: ExportContext, { number, tag, tagIssuer }: NamedLot): string =>
  tag === number && tagIssuer !== undefined && tagIssuer !== null ? tagUri(base, tagIssuer, tag) : objectUri(base, number)
export const matterUri = (context: ExportContext, lot: NamedLot): string => classUri(context.base, lot.mineral, lot.number)

export const quantityOf = (context: ExportContext, lot: NamedLot, amount: Amount): JsonObject => ({
  epcClass: matterUri(context, lot),
  ...amount,
})

/** Which goods an event is about: the cover where there is one, and what is in it. */
export function goods(context: ExportContext, lot: NamedLot, amount: Amount | null): JsonObject {
  const covers = isCover(lot) ? { epcList: [coverUri(context, lot)] } : {}
  if (amount !== null) return { ...covers, quantityList: [quantityOf(context, lot, amount)] }
  return isCover(lot) ? covers : { quantityList: [{ epcClass: matterUri(context, lot) }] }
}

export const parties = (
  context: ExportContext,
  type: 'possessing_party' | 'owning_party',
  { from, to }: { readonly from: string; readonly to: string },
): JsonObject => ({
  sourceList: [{ type, source: partyUri(context.base, from) }],
  destinationList: [{ type, destination: partyUri(context.base, to) }],
})
export const paper = (context: ExportContext, type: string, number: string): JsonObject => ({
  type,
  bizTransaction: paperUri(context.base, type, number),
})

/** What a scale showed; `tare` beside it where it was taken off. */
export function weighed(
  { fact, context }: Telling,
  amount: Amount,
  more: { readonly tare?: Amount | null; readonly scale?: string } = {},
): JsonObject {
  const report = ({ quantity, uom }: Amount, part?: string): JsonObject => ({
    type: 'Mass',
    value: quantity,
    uom,
    ...(part === undefined ? {} : { 'chanzo:part': part }),
  })
  const scale = more.scale === undefined ? {} : { deviceID: objectUri(context.base, `device-${more.scale}`) }
  return {
    sensorElementList: [
      {
        sensorMetadata: { time: atOffset(fact.happenedAt, context.timeZoneOffset), ...scale },
        sensorReport: [report(amount), ...(more.tare ? [report(more.tare, 'tare')] : [])],
      },
    ],
  }
}

export const objectsIn = (payload: Payload, name: string): readonly JsonObject[] => {
  const list = payload[name]
  return Array.isArray(list) ? list.filter((one: Json): one is JsonObject => isObject(one)) : []
}
