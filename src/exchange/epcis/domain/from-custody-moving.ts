/*
Acts by which goods go from hand to hand: sent, on the way, received, turned away, sold, stored, packed and sealed. Whose the goods are
and who has them are two questions: possessing and owning party. Prices stay between the two sides and are not exported.
*/
import { type Telling, amountIn, frame, goods, lotIn, objectsIn, paper, parties, quantityOf, said, weighed } from './from-custody-parts.ts'
import { type Json, type JsonObject, isObject, textOf, textsOf } from './json.ts'
import { depotUri, objectUri, ours, partyUri } from './own-words.ts'

/** Types of paper in custody and the business transactions of CBV. */
const paperTypes: ReadonlyMap<string, string> = new Map([
  ['transport', 'bol'],
  ['purchase-slip', 'inv'],
  ['deposit-slip', 'recadv'],
])

export function lotSent(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const { payload } = fact
  const lot = lotIn(context, fact.subject)
  const amount = amountIn(payload, lot.mineral)
  const slip = textOf(payload['paper'])
  const papers = objectsIn(payload, 'papers').map((one) =>
    paper(context, paperTypes.get(said(one, 'kind')) ?? 'desadv', said(one, 'number')),
  )
  const transactions = [...(slip === null ? [] : [paper(context, 'desadv', slip)]), ...papers]
  return [
    {
      ...frame(telling, 'ObjectEvent', 'transfer-lot'),
      action: 'OBSERVE',
      bizStep: 'shipping',
      disposition: 'in_transit',
      ...goods(context, lot, amount),
      ...(transactions.length > 0 ? { bizTransactionList: transactions } : {}),
      ...parties(context, 'possessing_party', { from: said(payload, 'from'), to: said(payload, 'to') }),
      ...weighed(telling, amount),
      ...ours({
        ...{ sentOn: payload['sentOn'], paper: payload['paper'], despite: payload['despite'] },
        ...{ legs: payload['legs'], papers: payload['papers'] },
      }),
    },
  ]
}

export function legRecorded(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  return [
    {
      ...frame(telling, 'ObjectEvent', 'record-leg'),
      action: 'OBSERVE',
      bizStep: 'transporting',
      disposition: 'in_transit',
      ...goods(context, lotIn(context, fact.subject), null),
      ...ours({ leg: fact.payload }),
    },
  ]
}

export function lotReceived(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const { payload } = fact
  const lot = lotIn(context, fact.subject)
  const amount = amountIn(payload, lot.mineral)
  const other = isObject(payload['otherSide']) ? payload['otherSide'] : null
  return [
    {
      ...frame(telling, 'ObjectEvent', 'receive-lot'),
      action: 'OBSERVE',
      bizStep: 'receiving',
      disposition: 'in_progress',
      ...goods(context, lot, amount),
      ...parties(context, 'possessing_party', { from: said(payload, 'from'), to: said(payload, 'by') }),
      ...weighed(telling, amount),
      ...ours({
        ...{ receivedOn: payload['receivedOn'], sentGrams: payload['sentGrams'], function: payload['function'] },
        otherSide: other && { ...other, organisation: partyUri(context.base, said(other, 'organisation')) },
      }),
    },
  ]
}

/** Goods that the recipient turned away, or that the sender took back: the sending is undone. */
export function lotReturned(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const { payload, kind } = fact
  const lot = lotIn(context, fact.subject)
  const isRejected = kind === 'lot.rejected.v1'
  const amount = typeof payload['massGrams'] === 'number' ? amountIn(payload, lot.mineral) : null
  return [
    {
      ...frame(telling, 'ObjectEvent', isRejected ? 'reject-lot' : 'take-back-lot'),
      action: 'OBSERVE',
      bizStep: isRejected ? 'inspecting' : 'void_shipping',
      disposition: isRejected ? 'non_sellable_other' : 'returned',
      ...goods(context, lot, amount),
      ...(amount === null ? {} : weighed(telling, amount)),
      ...ours({ reason: payload['reason'], on: payload['rejectedOn'] ?? payload['takenBackOn'] ?? null }),
    },
  ]
}

export function lotHandedOver(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const { payload } = fact
  const lot = lotIn(context, fact.subject)
  const amount = amountIn(payload, lot.mineral)
  return [
    {
      ...frame(telling, 'ObjectEvent', 'hand-over-lot'),
      action: 'OBSERVE',
      bizStep: 'receiving',
      disposition: 'in_progress',
      ...goods(context, lot, amount),
      ...parties(context, 'possessing_party', { from: said(payload, 'from'), to: said(payload, 'to') }),
      ...weighed(telling, amount),
      ...ours({ handedOverOn: payload['handedOverOn'] }),
    },
  ]
}

export function purchaseRecorded(telling: Telling): readonly JsonObject[] {
  const { context } = telling
  const { payload } = telling.fact
  const lines = objectsIn(payload, 'lots').map((one) => ({ one, lot: lotIn(context, said(one, 'lot')) }))
  const each = lines.map(({ one, lot }) => goods(context, lot, amountIn(one, lot.mineral)))
  const covers = each.flatMap((one) => textsOf(one['epcList']))
  return [
    {
      ...frame(telling, 'TransactionEvent', 'record-purchase'),
      action: 'ADD',
      bizTransactionList: [paper(context, 'inv', said(payload, 'number'))],
      ...(covers.length > 0 ? { epcList: covers } : {}),
      quantityList: lines.map(({ one, lot }) => quantityOf(context, lot, amountIn(one, lot.mineral))),
      ...parties(context, 'owning_party', { from: said(payload, 'seller'), to: said(payload, 'buyer') }),
      ...ours({ boughtOn: payload['boughtOn'], agreed: payload['otherSideFunction'] !== null }),
    },
  ]
}

export function lotStored(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const { payload, kind } = fact
  const lot = lotIn(context, fact.subject)
  const amount = amountIn(payload, lot.mineral)
  const isIn = kind === 'lot.stored.v1'
  const depot: Json = { id: depotUri(context.base, said(payload, 'depot')) }
  return [
    {
      ...frame(telling, 'ObjectEvent', isIn ? 'store-lot' : 'leave-depot'),
      action: 'OBSERVE',
      bizStep: isIn ? 'storing' : 'departing',
      disposition: 'in_progress',
      ...goods(context, lot, amount),
      ...(isIn ? { bizLocation: depot } : { readPoint: depot }),
      ...weighed(telling, amount),
      ...ours({ on: payload['storedOn'] ?? payload['leftOn'] ?? null, place: payload['place'] }),
    },
  ]
}

/** Into the container or under one number, and the seals on it: a seal outlives what is inside. */
export function lotPacked(telling: Telling): readonly JsonObject[] {
  const { fact, context } = telling
  const { payload } = fact
  const lot = lotIn(context, fact.subject)
  const parent = objectUri(context.base, textOf(payload['container']) ?? `packing-${lot.number}`)
  const seals = textsOf(payload['seals'])
  const details = ours({
    ...{ packages: payload['packages'], packageType: payload['packageType'], sealedOn: payload['sealedOn'] },
    destination: payload['destination'],
    ...{ container: payload['container'], seals: [...seals] },
  })
  const packing: JsonObject = {
    ...frame(telling, 'AggregationEvent', 'pack-lot'),
    action: 'ADD',
    bizStep: 'packing',
    disposition: 'container_closed',
    parentID: parent,
    childQuantityList: [{ epcClass: quantityOf(context, lot, { quantity: 0, uom: 'KGM' })['epcClass'] ?? '' }],
    ...details,
  }
  const sealing: JsonObject = {
    ...frame(telling, 'AssociationEvent', 'seal-container'),
    action: 'ADD',
    bizStep: 'assembling',
    parentID: parent,
    childEPCs: seals.map((seal) => objectUri(context.base, `seal-${seal}`)),
  }
  return seals.length > 0 ? [packing, sealing] : [packing]
}
