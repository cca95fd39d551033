/*
The dated facts from which a site's status is computed. Each carries two times: the day on which it acts, and the instant at which
we learned of it (`recordedAt`). An order may act backwards, so a status is always asked for *as of* a day and *as known at* an
instant. Nothing here is a status; a status is never stored.
*/
import type { Colour } from '../../contract.ts'

interface Recorded {
  /** The event that brought it. */
  readonly id: string
  readonly recordedAt: string
  /** When we learned that it is void; `null` while it stands. */
  readonly voidedAt: string | null
}

export type OrderKind = 'validation' | 'red_listing' | 'extension' | 'withdrawal' | 'derogation'

/** One line of an order's annex. `until` is the day on which the order itself says that it ends; `null`: the default period. */
export interface OrderFact extends Recorded {
  readonly kind: 'order'
  readonly order: string
  readonly number: string
  readonly orderKind: OrderKind
  readonly colour: 'green' | 'yellow' | 'red'
  readonly signedOn: string
  readonly effectiveFrom: string
  readonly until: string | null
  readonly supersedes: string | null
  /** `null`: not published; absent: read from a table that does not say. */
  readonly published?: { readonly on: string; readonly recordedAt: string } | null
}

/** Authority that must have received an exporter's request for a blue status. */
export type ReceiptLevel = 'local' | 'provincial' | 'national'

export interface BlueFact extends Recorded {
  readonly kind: 'blue'
  readonly application: string
  readonly receipts: readonly { readonly level: ReceiptLevel; readonly on: string; readonly recordedAt: string }[]
  readonly objections: readonly { readonly criterion: string; readonly by: string; readonly on: string; readonly recordedAt: string }[]
}

export interface HoldFact extends Recorded {
  readonly kind: 'hold'
  readonly by: string
  readonly reason: string
  readonly from: string
  readonly lifted: { readonly on: string; readonly recordedAt: string } | null
}

/** A third party wrote this colour down. It opens no right. */
export interface ReportedFact extends Recorded {
  readonly kind: 'reported'
  readonly colour: Colour | 'unclassified'
  readonly on: string
  readonly source: string
}

export type StatusFact = OrderFact | BlueFact | HoldFact | ReportedFact

/** The moment of a question: what held on `asOf` by what was known at `knownAt`. */
export interface Question {
  readonly asOf: string
  readonly knownAt: string
}

/** The day of publication as known at an instant, also where it lies after the day asked about; `null` while none was known. */
export const publishedOn = ({ published }: OrderFact, { knownAt }: Question): string | null =>
  published && published.recordedAt <= knownAt ? published.on : null

/** Learned by then, and not yet known to be void. */
export const isKnown = (fact: Recorded, knownAt: string): boolean =>
  fact.recordedAt <= knownAt && (fact.voidedAt === null || fact.voidedAt > knownAt)
