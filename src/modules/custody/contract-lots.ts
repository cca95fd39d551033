/*
What is said of a lot between the purchase and the port: purchases, legs and papers of a transport, both signatures of a receipt,
storage, processing and split, seizure, packing; and what a reader gets back of it. Whoever signs beside the sender of a command is
an organisation and a function, never a name. Money is whole hundredths of its currency, moisture whole hundredths of a percent.
*/
import {
  type Infer,
  calendarDate,
  count,
  decimal,
  grams,
  id,
  instant,
  keyed,
  listOf,
  maybe,
  milligrams,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
  type Id,
} from '../../kernel/schema.ts'
import { DocumentRef } from '../documents/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { AssayElement, LotId, LotKind, ReceiveLot, RecordAssay, TransferLot } from './contract.ts'

export const PurchaseId = id('purchase')
export type PurchaseId = Id<'purchase'>
export const ProcessingId = id('processing')
export type ProcessingId = Id<'processing'>

const reason = text(400)
const functionOf = text(80)
/** ISO 4217, three letters; not checked against a list: a currency may be new. */
export const Currency = text(3)

/* ---- what a sender may say ---- */

export const TransportMode = oneOf('on-foot', 'motorcycle', 'road', 'boat', 'air', 'rail')
export const TransportLeg = record({
  from: text(120),
  to: text(120),
  departedOn: calendarDate(),
  arrivedOn: maybe(calendarDate()),
  mode: TransportMode,
  company: maybe(text(120)),
  /** Number plate, boat or flight. */
  vehicle: maybe(text(40)),
  route: maybe(text(400)),
})
export const PaperKind = oneOf('transport', 'purchase-slip', 'deposit-slip', 'tax-receipt', 'other')
export const TransportPaper = record({
  number: text(60),
  kind: PaperKind,
  validFrom: maybe(calendarDate()),
  validUntil: maybe(calendarDate()),
  statedGrams: maybe(grams()),
})
/** A sending with the way and the papers under which it goes. */
export const SendLot = record({
  ...TransferLot.shape,
  legs: maybe(listOf(TransportLeg, 20)),
  papers: maybe(listOf(TransportPaper, 20)),
  /** Why the goods leave although a paper has run out or trade stands still. */
  despite: maybe(reason),
})

/** `of-value`: percent of the value itself; the others are points of the same unit. */
export const UncertaintyUnit = oneOf('percent', 'per-mille', 'of-value')

/** The other side of a receipt: who brought the goods. */
export const OtherSide = record({ organisation: OrganisationId, function: functionOf, agrees: yesOrNo(), remark: maybe(reason) })
export const AcceptLot = record({
  ...ReceiveLot.shape,
  /** Of whoever receives. */
  function: maybe(functionOf),
  /** Without it the sender answers later, from its own account. */
  otherSide: maybe(OtherSide),
  /** Of a sachet of gold: the seal was found broken. */
  sealBroken: maybe(yesOrNo()),
})
export const AnswerReceipt = record({ function: functionOf, agrees: yesOrNo(), remark: maybe(reason) })
export const RejectLot = record({ reason, massGrams: maybe(grams()), rejectedOn: maybe(calendarDate()) })
export const TakeBackLot = record({ massGrams: grams(), massMilligrams: maybe(milligrams()), reason, takenBackOn: maybe(calendarDate()) })
export const SeizeLot = record({ authority: text(120), paper: text(60), reason, seizedOn: maybe(calendarDate()) })
export const LiftSeizure = record({ paper: text(60), reason, liftedOn: maybe(calendarDate()) })
export const StoreLot = record({ depot: OrganisationId, place: text(120), massGrams: grams(), storedOn: maybe(calendarDate()) })
export const LeaveDepot = record({ massGrams: grams(), leftOn: maybe(calendarDate()) })
/** One report of a laboratory: the first element as always, more of them beside it. */
export const ReportAssay = record({
  ...RecordAssay.shape,
  uncertaintyUnit: maybe(UncertaintyUnit),
  others: maybe(
    listOf(record({ element: AssayElement, value: decimal(), unit: oneOf('percent', 'per-mille'), uncertainty: maybe(decimal()) }), 20),
  ),
  certificate: maybe(DocumentRef),
  accredited: maybe(yesOrNo()),
})
export const PackLot = record({
  packages: count(),
  packageType: oneOf('bag', 'big-bag', 'drum', 'box', 'other'),
  container: maybe(text(40)),
  seals: listOf(text(40), 40),
  buyer: maybe(text(160)),
  destination: maybe(text(160)),
  sealedOn: maybe(calendarDate()),
})

export const PaymentMode = oneOf('cash', 'bank', 'mobile-money', 'other')
export const TaxPaid = record({
  taxType: text(80),
  amountHundredths: count(),
  currency: Currency,
  authority: maybe(text(120)),
  paidOn: maybe(calendarDate()),
  receipt: maybe(text(60)),
})
export const RecordPurchase = record({
  number: text(60),
  seller: OrganisationId,
  buyer: OrganisationId,
  place: text(120),
  boughtOn: maybe(calendarDate()),
  currency: Currency,
  payment: PaymentMode,
  /** Number of the trader's card, as shown; who checks it is the register of operators. */
  traderCard: maybe(text(60)),
  lots: listOf(record({ lot: LotId, massGrams: grams(), priceHundredthsPerKilogram: count() }), 500),
  taxes: maybe(listOf(TaxPaid, 40)),
  /** The goods change hands at once, on the weights above; both sides must sign then. */
  handedOver: yesOrNo(),
  /** Function of whoever signs for the other side on the same screen; without it the other side answers later. */
  otherSideFunction: maybe(functionOf),
  /** Why it is sold although trade stands still with one of the sides or a site of the goods. */
  despite: maybe(reason),
})
export const AnswerPurchase = record({ function: functionOf, agrees: yesOrNo(), remark: maybe(reason) })

export const ProcessingKind = oneOf(
  'cleaning',
  'washing',
  'magnetic-separation',
  'crushing',
  'drying',
  'smelting',
  'refining',
  'split',
  'other',
)
export type ProcessingKind = Infer<typeof ProcessingKind>
export const OutputRole = oneOf('main', 'by-product', 'tailings')
export type OutputRole = Infer<typeof OutputRole>
/** In percent of the dry mass; `element` as the laboratory says it (oxide or metal). */
export const Grade = record({ element: AssayElement, percent: decimal() })
export const ProcessLots = record({
  number: text(40),
  kind: ProcessingKind,
  place: maybe(text(120)),
  doneOn: maybe(calendarDate()),
  remark: maybe(reason),
  /** Wet grams as drawn; what is not said of moisture or grade is taken from the last assay of the lot. */
  inputs: listOf(record({ lot: LotId, drawnGrams: grams(), moistureHundredths: maybe(count()), grade: maybe(Grade) }), 500),
  outputs: listOf(
    record({ number: text(60), role: OutputRole, massGrams: grams(), moistureHundredths: maybe(count()), grade: maybe(Grade) }),
    50,
  ),
})

/* ---- what a reader gets back ---- */

const said = oneOf('awaited', 'agreed', 'disagreed')

export const LegShown = record({
  from: text(),
  to: text(),
  departedOn: calendarDate(),
  arrivedOn: orNull(calendarDate()),
  mode: TransportMode,
  company: orNull(text()),
  vehicle: orNull(text()),
  route: orNull(text()),
})
export const PaperShown = record({
  number: text(),
  kind: PaperKind,
  validFrom: orNull(calendarDate()),
  validUntil: orNull(calendarDate()),
  statedGrams: orNull(grams()),
  despite: orNull(text()),
  /** Other sendings under the same number. */
  usedElsewhere: count(),
})
export const TransferShown = record({
  id: text(),
  from: OrganisationId,
  to: OrganisationId,
  sentOn: calendarDate(),
  sentGrams: grams(),
  /** Gold alone. */
  sentMilligrams: orNull(milligrams()),
  receivedOn: orNull(calendarDate()),
  receivedGrams: orNull(grams()),
  receivedMilligrams: orNull(milligrams()),
  outcome: orNull(oneOf('received', 'rejected', 'taken-back')),
  closedOn: orNull(calendarDate()),
  remark: orNull(text()),
  purchase: orNull(PurchaseId),
  receiverFunction: orNull(text()),
  otherSide: orNull(OrganisationId),
  otherSideFunction: orNull(text()),
  otherSideSays: orNull(said),
  otherSideRemark: orNull(text()),
  otherSideSignedAt: orNull(instant()),
  legs: listOf(LegShown),
  papers: listOf(PaperShown),
})
export type TransferShown = Infer<typeof TransferShown>
export const PurchaseLine = record({
  lot: LotId,
  number: text(),
  massGrams: grams(),
  massMilligrams: orNull(milligrams()),
  priceHundredthsPerKilogram: count(),
  amountHundredths: count(),
})
export const PurchaseShown = record({
  id: PurchaseId,
  number: text(),
  seller: OrganisationId,
  sellerName: orNull(text()),
  buyer: OrganisationId,
  buyerName: orNull(text()),
  place: text(),
  boughtOn: calendarDate(),
  currency: text(),
  payment: PaymentMode,
  traderCard: orNull(text()),
  totalHundredths: count(),
  handedOver: yesOrNo(),
  recordedFor: orNull(OrganisationId),
  otherSideFunction: orNull(text()),
  otherSideSays: said,
  otherSideRemark: orNull(text()),
  otherSideSignedAt: orNull(instant()),
  learnedAt: instant(),
  lots: listOf(PurchaseLine),
  taxes: listOf(
    record({
      taxType: text(),
      amountHundredths: count(),
      currency: text(),
      authority: orNull(text()),
      paidOn: orNull(calendarDate()),
      receipt: orNull(text()),
    }),
  ),
})
export type PurchaseShown = Infer<typeof PurchaseShown>
export const ReceiptAwaited = record({
  ...{ lot: LotId, number: text(), to: OrganisationId, toName: orNull(text()), receivedOn: orNull(calendarDate()) },
})
/** What waits for the answer of one organisation: purchases that the other side recorded, and receipts of goods that it sent. */
export const SignaturesAwaited = record({
  purchases: listOf(PurchaseShown),
  receipts: listOf(ReceiptAwaited),
})
export type SignaturesAwaited = Infer<typeof SignaturesAwaited>

/** What is known of a lot before a processing. */
export const LastMeasures = record({
  moistureHundredths: orNull(count()),
  grade: orNull(record({ element: AssayElement, percent: decimal() })),
})
export type LastMeasures = Infer<typeof LastMeasures>
/** Grams in, grams out and the difference; `contained…` null where a grade is missing. Percentages in hundredths. */
export const Balance = record({
  inputGrams: grams(),
  outputGrams: grams(),
  lossGrams: whole(),
  lossHundredthsOfPercent: whole(),
  inputDryGrams: grams(),
  outputDryGrams: grams(),
  dryLossGrams: whole(),
  dryLossHundredthsOfPercent: whole(),
  /** False where not every output was weighed or assayed: then a loss is expected and only a gain is held against it. */
  tailingsWeighed: yesOrNo(),
  element: orNull(AssayElement),
  inputContainedGrams: orNull(grams()),
  outputContainedGrams: orNull(grams()),
  containedComplete: yesOrNo(),
  inputMetalGrams: orNull(grams()),
  outputMetalGrams: orNull(grams()),
})
export type Balance = Infer<typeof Balance>
const Charge = {
  lot: LotId,
  number: text(),
  moistureHundredths: orNull(count()),
  dryGrams: grams(),
  element: orNull(AssayElement),
  percent: orNull(decimal()),
  containedGrams: orNull(grams()),
}
export const ProcessingShown = record({
  id: ProcessingId,
  number: text(),
  kind: ProcessingKind,
  organisation: OrganisationId,
  organisationName: orNull(text()),
  place: orNull(text()),
  doneOn: calendarDate(),
  remark: orNull(text()),
  balance: Balance,
  inputs: listOf(record({ ...Charge, drawnGrams: grams() })),
  outputs: listOf(record({ ...Charge, massGrams: grams(), role: OutputRole, kind: LotKind, voided: yesOrNo() })),
})
export type ProcessingShown = Infer<typeof ProcessingShown>

/** What was done with one lot beyond its weighings: for its page and its slips. */
export const LotDealings = record({
  transfers: listOf(TransferShown),
  purchases: listOf(PurchaseShown),
  processings: listOf(ProcessingShown),
  stays: listOf(
    record({
      depot: OrganisationId,
      place: text(),
      inOn: calendarDate(),
      inGrams: grams(),
      outOn: orNull(calendarDate()),
      outGrams: orNull(grams()),
    }),
  ),
  seizures: listOf(
    record({
      authority: text(),
      paper: text(),
      because: text(),
      seizedOn: calendarDate(),
      releasedOn: orNull(calendarDate()),
      releasePaper: orNull(text()),
      releasedBecause: orNull(text()),
    }),
  ),
  corrections: listOf(
    record({
      beforeGrams: grams(),
      massGrams: grams(),
      reason: text(),
      askedOn: calendarDate(),
      state: oneOf('done', 'awaited', 'confirmed'),
      answeredOn: orNull(calendarDate()),
      answerReason: orNull(text()),
    }),
  ),
  packing: orNull(
    record({
      packages: count(),
      packageType: text(),
      container: orNull(text()),
      seals: listOf(text()),
      buyer: orNull(text()),
      destination: orNull(text()),
      sealedOn: calendarDate(),
    }),
  ),
  /** Organisations named above, by identifier. */
  names: keyed(text()),
})
export type LotDealings = Infer<typeof LotDealings>
