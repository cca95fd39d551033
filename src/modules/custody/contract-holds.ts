/*
What incidents ask of custody: whose the lots are that a file names, which lots could be concerned, and to stop and free them in the name of a
file that was decided upon elsewhere. Who may decide that is the incidents' business; that a lot is not freed by who stopped it, ours.
*/
import type { Outcome } from '../../kernel/outcome.ts'
import type { OrganisationId } from '../people/contract.ts'
import type { SiteId } from '../sites/contract.ts'
import type { LotId, LotState } from './contract.ts'
import type { WhoSees } from './contract-exchange.ts'

export interface LotToHold {
  readonly lot: LotId
  readonly number: string
  readonly state: LotState
  readonly holder: OrganisationId
  readonly sites: readonly SiteId[]
  readonly formedOn: string
  /** Why it is in quarantine; `null` when it is not. */
  readonly because: string | null
}
/** Lots with something of a site, or that lay, went or were held there. */
export interface LotsAround {
  readonly what: 'site' | 'place' | 'road' | 'organisation'
  readonly value: string
  readonly from: string
  readonly until: string
}
export interface HoldsDoor<Tx, Asked, Receipt> {
  readonly lots: (tx: Tx, tenant: string, lots: readonly LotId[]) => Promise<readonly LotToHold[]>
  /** At most `most`, newest first; recorded mistakes are left out. `who`: only lots in that person's sight; `null`: all, for a file that may stop them. */
  readonly around: (
    tx: Tx,
    tenant: string,
    asked: LotsAround & { readonly most: number; readonly who: WhoSees | null },
  ) => Promise<readonly LotToHold[]>
  /** Those of the lots that this person sees. */
  readonly seen: (tx: Tx, who: WhoSees, lots: readonly LotId[]) => Promise<readonly LotId[]>
  /** Who works a site, as far as its box of tags says: the cooperative and the holder of the title. */
  readonly workersOf: (tx: Tx, tenant: string, site: SiteId) => Promise<readonly OrganisationId[]>
  /** With the reach of the file, not of the person: `who` is named as the one who did it. */
  readonly hold: (asked: Asked, lot: LotId, reason: string) => Promise<Outcome<Receipt>>
  readonly free: (asked: Asked, lot: LotId, reason: string) => Promise<Outcome<Receipt>>
}
/** What custody asks back before goods go or are sold: since when trade stands still with a site they come from or a body that has a hand in it. */
export type SuspendedTrade<Tx> = (
  tx: Tx,
  tenant: string,
  asked: { readonly sites: readonly SiteId[]; readonly organisations: readonly OrganisationId[]; readonly on: string },
) => Promise<{ readonly since: string } | null>
/** What custody asks back: the file that keeps a lot from being freed; its number only where the file is public. */
export type HeldByIncident<Tx> = (
  tx: Tx,
  tenant: string,
  asked: { readonly lot: string; readonly organisation: string | null },
) => Promise<{ readonly number: string | null } | null>
