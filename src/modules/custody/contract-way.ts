/*
What the map of conflicts asks of custody: over which ground a lot went, for a reader who may see the lot, and how much was weighed of sites. Who may see a lot is
custody's rule; the door answers nothing about others.
*/
import type { Mineral, SiteId } from '../sites/contract.ts'
import type { LotId } from './contract.ts'

export interface LotWay {
  readonly lot: LotId
  readonly number: string
  readonly mineral: Mineral
  readonly formedOn: string
  /** Where what is in it was produced, and from which to which day. */
  readonly sites: readonly { readonly site: SiteId; readonly from: string; readonly until: string }[]
  /** Transports as somebody wrote them down, oldest first; the same for many bags once. */
  readonly legs: readonly {
    readonly from: string
    readonly to: string
    readonly since: string
    readonly until: string
    readonly mode: string
    /** The road, as written. */
    readonly road: string | null
  }[]
  /** Depots in which it lay. */
  readonly stays: readonly { readonly place: string; readonly since: string; readonly until: string | null }[]
  /** Sendings from hand to hand of which nobody wrote a way. */
  readonly unwritten: readonly { readonly from: string; readonly to: string; readonly since: string; readonly until: string }[]
}
export interface WayReader {
  readonly organisation: string | null
  readonly capabilities: ReadonlySet<string>
  readonly territory: 'everywhere' | readonly string[]
}
export interface WeighedAsked {
  readonly sites: readonly SiteId[]
  readonly from: string
  readonly until: string
}
export interface Weighed {
  readonly site: SiteId
  readonly mineral: Mineral
  readonly grams: number
  readonly lots: number
}
export interface WayDoor<Tx> {
  /** `null` when there is no such lot, or it is not for the reader's eyes. */
  readonly wayOf: (tx: Tx, tenant: string, asked: { readonly lot: LotId; readonly reader: WayReader }) => Promise<LotWay | null>
  /** First lots (bags, sachets) that were produced in these days, by site and mineral; mistakes left out. */
  readonly weighed: (tx: Tx, tenant: string, asked: WeighedAsked) => Promise<readonly Weighed[]>
}
