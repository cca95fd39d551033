/*
Custody: tags, bags, lots, weighings, transfers, aggregation and the mass balance. Masses are integer grams. What a scale
showed is always kept; a move may be refused, or kept with the rule that it broke.
*/
import { type Id, id } from '../../kernel/schema.ts'
import type { OrganisationId } from '../people/contract.ts'
import type { Mineral, SiteId } from '../sites/contract.ts'

export const LotId = id('lot')
export type LotId = Id<'lot'>
export const TagBatchId = id('tag-batch')
export type TagBatchId = Id<'tag-batch'>

/** A rule of the plausibility and custody set that spoke: id (F01…), severity C critical, A alert, W warning, and its inputs. */
export interface Finding {
  readonly rule: string
  readonly severity: 'C' | 'A' | 'W'
  readonly facts: { readonly [name: string]: string | number | boolean | null }
}

/** One bag at the root of a lot: where, when and with which tag it came into the chain. */
export interface RootBag {
  readonly lot: LotId
  readonly site: SiteId | null
  readonly tag: string | null
  readonly producedOn: string
  readonly massGrams: number
  /** How much of the bag is in the asked-for lot. */
  readonly drawnGrams: number
}

export interface LotTrace {
  readonly lot: LotId
  readonly number: string
  readonly kind: 'bag' | 'trader-lot' | 'export-lot'
  readonly mineral: Mineral
  readonly massGrams: number
  readonly holder: OrganisationId
  readonly formedOn: string
  /** Of the lot itself and of every lot it came from. */
  readonly findings: readonly Finding[]
  readonly inputs: readonly { readonly lot: LotId; readonly number: string; readonly drawnGrams: number }[]
  readonly roots: readonly RootBag[]
  /** `quarantined` blocks every move. */
  readonly state: 'held' | 'consumed' | 'quarantined' | 'exported'
  /** The organisations through whose hands it went, in order, with the day. */
  readonly holders: readonly { readonly organisation: OrganisationId; readonly since: string }[]
}

/** What other modules may ask of custody. */
export interface CustodyDoor<Tx> {
  readonly trace: (tx: Tx, lot: LotId) => Promise<LotTrace | null>
  readonly findLotByNumber: (tx: Tx, number: string) => Promise<LotId | null>
}
