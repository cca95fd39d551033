/* What a screening for red flags asks of custody: from which sites lots came, and which figures of regions could not be true. */
import type { Mineral, SiteId } from '../sites/contract.ts'
import type { LotId } from './contract.ts'

export interface RegionHit {
  readonly hit: string
  readonly area: string
  readonly period: string
  readonly mineral: string
}
export interface ChainDoor<Tx> {
  /** Sites of all that is in these lots, without repeats. */
  readonly sitesOfLots: (tx: Tx, tenant: string, lots: readonly LotId[]) => Promise<readonly SiteId[]>
  /** Open findings that a region exported more than it can have had (rule F24). */
  readonly balances: (tx: Tx, tenant: string, minerals: readonly Mineral[]) => Promise<readonly RegionHit[]>
}
