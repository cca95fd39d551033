/*
What can happen to a lot between two scales, as it is written for good: a leg of its way, an answer to a receipt, goods turned away
or taken back, handed over at a purchase, formed in a processing, seized, stored, packed. No payload names a person.
*/
import {
  calendarDate,
  count,
  decimal,
  grams,
  listOf,
  maybe,
  milligrams,
  oneOf,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { DocumentRef } from '../../../documents/contract.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { Mineral } from '../../../sites/contract.ts'
import { AssayElement, Finding, LotId } from '../../contract.ts'
import {
  OtherSide,
  OutputRole,
  PackLot,
  ProcessingId,
  PurchaseId,
  TransportLeg,
  TransportPaper,
  UncertaintyUnit,
} from '../../contract-lots.ts'

const findings = listOf(Finding)
const reason = text(400)

/** New in a sending: the way and the papers, and why the goods left although a paper had run out. */
export const sendingExtras = { legs: maybe(listOf(TransportLeg, 20)), papers: maybe(listOf(TransportPaper, 20)), despite: maybe(reason) }
/** New in a receipt: who received, by function, and the other side; `awaited` until it answers. */
export const receiptExtras = {
  function: maybe(text(80)),
  otherSide: maybe(orNull(OtherSide)),
}
/** New in an assay: more elements of the same report, its certificate, whether the laboratory is accredited. */
export const assayExtras = {
  uncertaintyUnit: maybe(UncertaintyUnit),
  others: maybe(
    listOf(record({ element: AssayElement, value: decimal(), unit: oneOf('percent', 'per-mille'), uncertainty: maybe(decimal()) }), 20),
  ),
  certificate: maybe(DocumentRef),
  accredited: maybe(yesOrNo()),
}

export const LegRecorded = TransportLeg
export const ReceiptAnswered = record({ by: OrganisationId, function: text(80), agrees: yesOrNo(), remark: maybe(reason), findings })
export const LotRejected = record({
  by: OrganisationId,
  reason,
  sentGrams: grams(),
  massGrams: maybe(grams()),
  rejectedOn: calendarDate(),
  findings,
})
export const LotTakenBack = record({
  /** Whoever did not get it after all. */
  from: OrganisationId,
  beforeGrams: grams(),
  massGrams: grams(),
  /** Gold alone. */
  massMilligrams: maybe(milligrams()),
  reason,
  takenBackOn: calendarDate(),
  findings,
})
export const LotHandedOver = record({
  from: OrganisationId,
  to: OrganisationId,
  purchase: PurchaseId,
  beforeGrams: grams(),
  massGrams: grams(),
  handedOverOn: calendarDate(),
  findings,
})
/** A lot that came out of a processing or a split; `drawnGrams` sum over all outputs to what the inputs gave. */
export const LotFormed = record({
  number: text(60),
  kind: oneOf('processed-lot', 'part'),
  mineral: Mineral,
  holder: OrganisationId,
  owner: orNull(OrganisationId),
  massGrams: grams(),
  formedOn: calendarDate(),
  processing: ProcessingId,
  role: OutputRole,
  moistureHundredths: orNull(count()),
  inputs: listOf(record({ lot: LotId, drawnGrams: grams() }), 500),
  findings,
})
export const LotSeized = record({ authority: text(120), paper: text(60), reason, seizedOn: calendarDate() })
export const SeizureLifted = record({ paper: text(60), reason, liftedOn: calendarDate() })
export const LotStored = record({
  depot: OrganisationId,
  place: text(120),
  beforeGrams: grams(),
  massGrams: grams(),
  storedOn: calendarDate(),
  findings,
})
export const LotLeftDepot = record({ depot: OrganisationId, inGrams: grams(), massGrams: grams(), leftOn: calendarDate(), findings })
export const LotPacked = record({ ...PackLot.shape, sealedOn: calendarDate() })

export const moveKinds = {
  'lot.leg-recorded.v1': LegRecorded,
  'lot.receipt-answered.v1': ReceiptAnswered,
  'lot.rejected.v1': LotRejected,
  'lot.taken-back.v1': LotTakenBack,
  'lot.handed-over.v1': LotHandedOver,
  'lot.formed.v1': LotFormed,
  'lot.seized.v1': LotSeized,
  'lot.seizure-lifted.v1': SeizureLifted,
  'lot.stored.v1': LotStored,
  'lot.left-depot.v1': LotLeftDepot,
  'lot.packed.v1': LotPacked,
} as const
