/*
What an import of old lists may ask of custody: bags by the thousand, each with the findings that it would get at the scale, as events that the
caller hands to the log; and whether an imported bag may still be taken back. The facts are gathered once for a whole piece. What two pieces of two
senders do at the same moment is found by the number of a bag, which is unique: the later piece is gathered anew.
*/
import type { Refusal } from '../../kernel/outcome.ts'
import type { Infer } from '../../kernel/schema.ts'
import type { RegisterBag } from './contract.ts'

/** `lot`: the identifier that the bag is going to have. */
export interface BulkBag {
  readonly lot: string
  readonly bag: Infer<typeof RegisterBag>
}
export interface BulkAsking {
  readonly tenant: string
  readonly now: string
  readonly account: string
  readonly territory: 'everywhere' | readonly string[]
}
export type BulkDecided =
  | {
      readonly lot: string
      readonly ok: true
      readonly subject: string
      readonly kind: string
      readonly payload: object
      /** Rules that spoke, and whether one of them holds the bag. */
      readonly rules: readonly string[]
      readonly isHeld: boolean
    }
  | { readonly lot: string; readonly ok: false; readonly refusal: Refusal }
export interface KnownBag {
  readonly lot: string
  readonly number: string
  readonly tag: string
  readonly site: string | null
  readonly massGrams: number
  readonly producedOn: string | null
}
export interface BulkDoor<Tx> {
  /** Lots that carry one of these tags and are not voided. */
  readonly tagged: (tx: Tx, tenant: string, tags: readonly string[]) => Promise<readonly KnownBag[]>
  /** In the order of the bags, each as if those before it were there already. */
  readonly decideBags: (tx: Tx, asking: BulkAsking, bags: readonly BulkBag[]) => Promise<readonly BulkDecided[]>
}
