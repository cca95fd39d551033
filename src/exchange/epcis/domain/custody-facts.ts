/*
What the export of custody needs of a stored event and of the lots it names. The server fills it from the log; nothing here knows
a table. No name of a person or of a party is part of it, and no position.
*/
import type { Json, JsonObject } from './json.ts'

/** One event of custody's log, or of a certificate's. */
export interface CustodyFact {
  readonly id: string
  readonly kind: string
  /** Identifier of the lot (or of the processing, purchase, certificate) it is about. */
  readonly subject: string
  readonly happenedAt: string
  readonly learnedAt: string
  readonly payload: { readonly [name: string]: Json }
}
export interface LotFact {
  readonly lot: string
  readonly number: string
  readonly kind: string
  readonly mineral: string
  readonly tag: string | null
  /** Who printed the tag. */
  readonly tagIssuer?: string | null
  readonly holder: string
}
export interface ExportContext {
  /** Without a slash at its end: `https://chanzo.example`. */
  readonly base: string
  /** Offset written with every event: `+02:00`. */
  readonly timeZoneOffset: string
  /** The lots that a fact names (itself, its inputs, its outputs). */
  readonly lotOf: (lot: string) => LotFact | null
  /** Where the fact's lot is known to lie: a site's id, or null. */
  readonly siteOf: (lot: string) => string | null
  /** What the log holds of a lot, oldest first; needed for corrections and revocations, which say which event they correct. */
  readonly historyOf?: (subject: string) => readonly CustodyFact[]
  /** The eventID under which an event of ours stands. */
  readonly eventIdOf?: (event: JsonObject) => string
}
