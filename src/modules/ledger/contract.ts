/*
The public ledger: an append-only Merkle log (C2SP tlog-tiles) of the hashes of status orders, certificates, revocations and reports that were
released; never of anything about a person. It knows no other module: each says which of its events become an entry, and the ledger appends
what it is given in the order of the log. Here stand the words that others may use and the door.
*/

export type LedgerEntryKind =
  | 'order-signed'
  | 'order-published'
  | 'order-annulled'
  | 'certificate-issued'
  | 'certificate-provisional'
  | 'certificate-confirmed'
  | 'certificate-withdrawn'
  | 'certificate-revoked'
  | 'certificate-replaced'
  | 'report-released'
  | 'statistics-released'
  | 'issuer-key-added'
  | 'issuer-key-revoked'

/** One leaf. Its text, and so its hash, can be made again by anybody who holds the public thing: see `entryText`. */
export interface LedgerEntry {
  readonly kind: LedgerEntryKind
  /** Public number of the order, certificate, report or key; never a name. */
  readonly number: string
  /** SHA-256 in hex of the public text: of a certificate its code, of an order its public text. */
  readonly sha256: string
}

/** As the log keeps it; the payload is parsed by the module that wrote it. */
export interface PublishedEvent {
  readonly kind: string
  readonly subject: string
  readonly happenedAt: string
  readonly payload: unknown
}
/** What a module hands the ledger: for each kind of its events, the entry that it becomes, or none. Pure, so that a rebuild gives the same log. */
export interface LedgerPublisher {
  readonly kinds: readonly string[]
  /** Kinds of which the text needs what was said of the same subject before (the number of an order that is annulled): `earlier` then holds it, oldest first. */
  readonly needEarlier?: readonly string[]
  /** What it answers for an event may never change, or the tree would be another one: a change of the text is a new kind of entry. */
  readonly entryOf: (event: PublishedEvent, earlier: readonly PublishedEvent[]) => LedgerEntry | null
}

/** The bytes that are hashed as the leaf: four lines, so that a person can write them by hand. */
export const entryText = ({ kind, number, sha256 }: LedgerEntry): string => `chanzo-ledger/1\n${kind}\n${number}\n${sha256}\n`

export interface LedgerHead {
  readonly size: number
  /** Base64 of the root. */
  readonly root: string
  /** The signed note. */
  readonly checkpoint: string
}
export interface LedgerDoor<Tx> {
  /** The newest signed head; `null` before the first entry. Printed on orders and certificates. */
  readonly head: (tx: Tx, tenant: string) => Promise<LedgerHead | null>
  /** An offline proof (C2SP tlog-proof) that the entry is in the log; `null` while it is not under a signed head. */
  readonly proofOf: (tx: Tx, tenant: string, entry: LedgerEntry) => Promise<string | null>
}
