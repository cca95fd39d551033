/*
What went through the hands of an organisation, line by line: the source of a trader's register and of its monthly report. Weights are those of
the side that is asked about: a buyer's own scale, a seller's own scale.
*/
import type { OrganisationId } from '../people/contract.ts'
import type { Mineral } from '../sites/contract.ts'
import type { AssayElement, LotId } from './contract.ts'

export interface Trade {
  readonly direction: 'in' | 'out'
  /** `site`: a bag weighed at its site into this holder's hands; `purchase`: with a price; `transfer`: sent and received. */
  readonly from: 'site' | 'purchase' | 'transfer'
  readonly on: string
  readonly other: OrganisationId | null
  readonly place: string | null
  readonly lot: LotId
  readonly lotNumber: string
  readonly mineral: Mineral
  readonly massGrams: number
  readonly massMilligrams: number | null
  readonly assay: { readonly element: AssayElement; readonly value: number; readonly unit: 'percent' | 'per-mille' } | null
  readonly price: { readonly currency: string; readonly amountCents: number } | null
}
export interface HeldAmount {
  readonly grams: number
  readonly milligrams: number | null
}
/** One lot through a span of days in one holder's hands; an amount is nought where the holder did not have it. */
export interface HeldLot extends HeldAmounts {
  readonly lot: LotId
  readonly mineral: Mineral
  readonly heldBefore: boolean
  readonly heldAfter: boolean
  /** Formed in the span out of other lots, by this holder. */
  readonly madeHere: boolean
}
export interface HeldAmounts {
  /** At the end of the day before the span. */
  readonly opening: HeldAmount
  readonly closing: HeldAmount
  readonly formed: HeldAmount
  /** What lots that this holder formed in the span drew from it. */
  readonly drawn: HeldAmount
}

/** One trip under a paper of transport: everything that one side sent to one other on one day. */
export interface Trip {
  readonly paper: string
  readonly on: string
  readonly from: OrganisationId
  readonly to: OrganisationId
  readonly massGrams: number
}

export interface TradesDoor<Tx> {
  /** Trips under papers of transport with these numbers (small and capital letters are one), oldest first. */
  readonly tripsUnder: (tx: Tx, tenant: string, papers: readonly string[]) => Promise<readonly Trip[]>
  /** By what is known now, oldest first; voided lots are left out. */
  readonly trades: (
    tx: Tx,
    tenant: string,
    asked: { readonly organisation: OrganisationId; readonly from: string; readonly until: string },
  ) => Promise<readonly Trade[]>
  /** Every lot that the organisation ever had a part in, as it held it before and at the end of the span; voided lots are left out. */
  readonly heldLots: (
    tx: Tx,
    tenant: string,
    asked: { readonly organisation: OrganisationId; readonly from: string; readonly until: string },
  ) => Promise<readonly HeldLot[]>
  /** Numbers of lots, for a reader who may know that they exist. */
  readonly numbersOf: (
    tx: Tx,
    tenant: string,
    lots: readonly string[],
  ) => Promise<readonly { readonly lot: LotId; readonly number: string }[]>
}
