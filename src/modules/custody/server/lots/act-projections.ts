/*
How purchases, transports, processings, storage, seizure and packing become rows beside the lots. Nothing is decided here: amounts,
draws and balances stand in the events.
*/

import type { Tx } from '../../../../platform/database/transaction.ts'
import { type StoredEvent, subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import type { Finding } from '../../contract.ts'
import * as moved from '../../domain/lots/move-events.ts'
import { ProcessingRecorded } from '../../domain/lots/processing.ts'
import { PurchaseAnswered, PurchaseRecorded } from '../../domain/lots/purchase.ts'
import * as acts from './store-acts.ts'
import * as lots from './store-lots.ts'
import * as trades from './store-purchases.ts'
import { insertParty, setRootsFromInputs } from './store-sight.ts'
import { writeFindings } from './write-findings.ts'

const placeOf = (event: StoredEvent): lots.EventPlace => ({ eventId: event.id, ordinal: event.subjectVersion, learnedAt: event.learnedAt })
const says = (agrees: boolean): 'agreed' | 'disagreed' => (agrees ? 'agreed' : 'disagreed')

/** What a scale showed between two holders, with the rules that spoke. */
async function weighed(
  tx: Tx,
  event: StoredEvent,
  row: Omit<lots.NewWeighing, 'lot'> & { readonly findings: readonly Finding[] },
): Promise<void> {
  const lot = subjectId(event.subject)
  await lots.insertWeighing(tx, event.tenant, { ...row, lot }, placeOf(event))
  await writeFindings(tx, event, { of: [lot], findings: row.findings })
}

const formed = on(moved.LotFormed, async (tx, event) => {
  const { payload, tenant, learnedAt } = event
  const { number, kind, mineral, holder, owner, massGrams, formedOn, processing, role, moistureHundredths, inputs, findings } = payload
  const lot = subjectId(event.subject)
  await lots.insertLot(tx, tenant, {
    ...{ id: lot, number, kind, mineral, massGrams, holder, owner: owner ?? undefined, formedOn, lastOn: formedOn, learnedAt },
    ...{ site: null, tag: null, tagIssuer: null, producedOn: null, recordedBy: event.actor.account },
    processing: { id: processing, role, moistureHundredths },
  })
  await lots.insertDraws(tx, tenant, lot, inputs)
  await setRootsFromInputs(tx, tenant, lot)
  await insertParty(tx, tenant, { lot, organisation: holder })
  const { subjectVersion: ordinal, position } = event
  await lots.insertHolding(tx, tenant, { lot, ordinal, position, organisation: holder, since: formedOn })
  await weighed(tx, event, { kind: 'processing', massGrams, weighedOn: formedOn, organisation: holder, findings })
})

const handedOver = on(moved.LotHandedOver, async (tx, event) => {
  const { from, to, purchase, massGrams, handedOverOn, findings } = event.payload
  const { tenant, subjectVersion: ordinal, position } = event
  const lot = subjectId(event.subject)
  await acts.endStay(tx, tenant, lot, { on: handedOverOn, massGrams })
  await acts.insertHandOver(tx, tenant, { lot, from, to, massGrams, on: handedOverOn, purchase }, placeOf(event))
  await lots.setReceived(tx, tenant, lot, { by: to, massGrams, on: handedOverOn })
  await insertParty(tx, tenant, { lot, organisation: to })
  await lots.insertHolding(tx, tenant, { lot, ordinal, position, organisation: to, since: handedOverOn })
  await weighed(tx, event, { kind: 'hand-over', massGrams, weighedOn: handedOverOn, organisation: to, findings })
})

const rejected = on(moved.LotRejected, async (tx, event) => {
  const { by, reason, massGrams, rejectedOn, findings } = event.payload
  const lot = subjectId(event.subject)
  await acts.closeTransfer(tx, event.tenant, { lot, outcome: 'rejected', on: rejectedOn, remark: reason, grams: massGrams ?? null })
  await acts.setRejected(tx, event.tenant, lot, { at: event.learnedAt, because: reason, on: rejectedOn })
  if (massGrams === undefined) await writeFindings(tx, event, { of: [lot], findings })
  else await weighed(tx, event, { kind: 'rejection', massGrams, weighedOn: rejectedOn, organisation: by, findings })
})

const takenBack = on(moved.LotTakenBack, async (tx, event) => {
  const { massGrams, massMilligrams, reason, takenBackOn, findings } = event.payload
  const lot = subjectId(event.subject)
  await acts.closeTransfer(tx, event.tenant, { lot, outcome: 'taken-back', on: takenBackOn, remark: reason })
  await acts.setBack(tx, event.tenant, lot, { massGrams, massMilligrams, on: takenBackOn })
  const scale = { kind: 'taken-back', massGrams, massMilligrams, weighedOn: takenBackOn } as const
  await weighed(tx, event, { ...scale, organisation: event.actor.organisation, findings })
})

const stored = on(moved.LotStored, async (tx, event) => {
  const { depot, place, massGrams, storedOn, findings } = event.payload
  const lot = subjectId(event.subject)
  await acts.insertStay(tx, event.tenant, { lot, depot, place, massGrams, storedOn }, placeOf(event))
  await insertParty(tx, event.tenant, { lot, organisation: depot })
  await weighed(tx, event, { kind: 'depot-in', massGrams, weighedOn: storedOn, organisation: depot, findings })
})

const leftDepot = on(moved.LotLeftDepot, async (tx, event) => {
  const { depot, massGrams, leftOn, findings } = event.payload
  await acts.endStay(tx, event.tenant, subjectId(event.subject), { on: leftOn, massGrams })
  await weighed(tx, event, { kind: 'depot-out', massGrams, weighedOn: leftOn, organisation: depot, findings })
})

const receiptAnswered = on(moved.ReceiptAnswered, async (tx, event) => {
  const { by, function: role, agrees, remark, findings } = event.payload
  const lot = subjectId(event.subject)
  const side = { organisation: by, function: role, says: says(agrees), remark: remark ?? null, at: event.happenedAt }
  await acts.setReceiptSides(tx, event.tenant, { lot, receiverFunction: null, ...side })
  await writeFindings(tx, event, { of: [lot], findings })
})

const purchaseRecorded = on(PurchaseRecorded, async (tx, event) => {
  const { otherSideFunction, traderCard, findings, ...seen } = event.payload
  const id = subjectId(event.subject)
  const signed = otherSideFunction !== null
  await trades.insertPurchase(tx, event.tenant, {
    ...seen,
    ...{ id, traderCard: traderCard ?? null, otherSideFunction, says: signed ? 'agreed' : 'awaited' },
    ...{ signedAt: signed ? event.happenedAt : null, learnedAt: event.learnedAt },
  })
  for (const { lot } of seen.lots)
    for (const organisation of [seen.seller, seen.buyer]) await insertParty(tx, event.tenant, { lot, organisation })
  if (signed) await trades.setOwners(tx, event.tenant, id)
  for (const { lot, findings: spoken } of findings) await writeFindings(tx, event, { of: [lot], findings: spoken })
})

const purchaseAnswered = on(PurchaseAnswered, async (tx, event) => {
  const { function: role, agrees, remark } = event.payload
  const id = subjectId(event.subject)
  await trades.answerPurchase(tx, event.tenant, id, { function: role, says: says(agrees), remark: remark ?? null, at: event.happenedAt })
  if (agrees) await trades.setOwners(tx, event.tenant, id)
})

const processed = on(ProcessingRecorded, (tx, event) => {
  const { place, remark, findings: _findings, outputs, ...seen } = event.payload
  return trades.insertProcessing(tx, event.tenant, {
    ...seen,
    ...{ id: subjectId(event.subject), place: place ?? null, remark: remark ?? null, outputs },
    ...{ recordedBy: event.actor.account, learnedAt: event.learnedAt },
  })
})

export const actTables = [
  ...['transfer_leg', 'transfer_paper', 'purchase', 'purchase_lot', 'purchase_tax', 'processing', 'processing_input', 'processing_output'],
  ...['lot_stay', 'lot_seizure', 'lot_correction', 'lot_packing'],
]
export const actHandlers: Projection['apply'] = {
  'purchase.recorded.v1': purchaseRecorded,
  'purchase.answered.v1': purchaseAnswered,
  'processing.recorded.v1': processed,
  'lot.formed.v1': formed,
  'lot.handed-over.v1': handedOver,
  'lot.rejected.v1': rejected,
  'lot.taken-back.v1': takenBack,
  'lot.stored.v1': stored,
  'lot.left-depot.v1': leftDepot,
  'lot.receipt-answered.v1': receiptAnswered,
  'lot.leg-recorded.v1': on(moved.LegRecorded, (tx, event) =>
    acts.insertLegs(tx, event.tenant, { lot: subjectId(event.subject), legs: [event.payload] }, placeOf(event)),
  ),
  'lot.packed.v1': on(moved.LotPacked, (tx, event) =>
    acts.setPacking(tx, event.tenant, { lot: subjectId(event.subject), ...event.payload }),
  ),
  'lot.seized.v1': on(moved.LotSeized, async (tx, event) => {
    const lot = subjectId(event.subject)
    const { authority, reason } = event.payload
    await acts.insertSeizure(tx, event.tenant, { lot, ...event.payload }, placeOf(event))
    await acts.setSeized(tx, event.tenant, lot, { at: event.learnedAt, because: `${authority} – ${reason}`, by: event.actor.account })
  }),
  'lot.seizure-lifted.v1': on(moved.SeizureLifted, async (tx, event) => {
    const lot = subjectId(event.subject)
    await acts.liftSeizure(tx, event.tenant, lot, event.payload)
    await acts.setSeized(tx, event.tenant, lot, null)
  }),
}
