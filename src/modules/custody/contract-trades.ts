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
export interface HeldStock {
  readonly mineral: Mineral
  readonly grams: number
  readonly milligrams: number | null
}

export interface TradesDoor<Tx> {
  /** By what is known now, oldest first; voided lots are left out. */
  readonly trades: (
    tx: Tx,
    tenant: string,
    asked: { readonly organisation: OrganisationId; readonly from: string; readonly until: string },
  ) => Promise<readonly Trade[]>
  /** What the organisation held at the end of a day, drawn amounts taken off, by mineral. */
  readonly stockOn: (
    tx: Tx,
    tenant: string,
    asked: { readonly organisation: OrganisationId; readonly on: string },
  ) => Promise<readonly HeldStock[]>
  /** Numbers of lots, for a reader who may know that they exist. */
  readonly numbersOf: (
    tx: Tx,
    tenant: string,
    lots: readonly string[],
  ) => Promise<readonly { readonly lot: LotId; readonly number: string }[]>
}
