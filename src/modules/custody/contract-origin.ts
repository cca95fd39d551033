/*
What a decision about goods may ask of custody in one question: the lot's way back, the exact share of each site, from whose hands to whose it
went and under which papers, and the roads and depots that it touched. One question, because a lot of twenty-five tonnes has thousands of
bags and its way is gathered once.
*/
import type { OrganisationId } from '../people/contract.ts'
import type { SiteId } from '../sites/contract.ts'
import type { LotId, LotKind, LotTrace } from './contract.ts'

/** Whole grams, gold in whole milligrams; with `unexplained` they sum to `mass`, without rounding on the way. */
export interface ExactShares {
  readonly unit: 'grams' | 'milligrams'
  readonly mass: number
  readonly sites: readonly { readonly site: SiteId; readonly amount: number; readonly hundredthsOfPercent: number; readonly lots: number }[]
  readonly unexplained: {
    readonly total: number
    readonly siteUnknown: number
    readonly gained: number
    readonly overdrawn: number
    readonly voided: number
  }
}

/** From one pair of hands to another, for all lots that went this way together. */
export interface WayLeg {
  readonly from: OrganisationId
  readonly to: OrganisationId
  readonly lots: number
  /** First and last day on which the next hands had them. */
  readonly since: string
  readonly until: string
  /** Papers under which custody says that they were sent. `lots`: how many went under it. */
  readonly papers: readonly {
    readonly number: string
    readonly lots: number
    /** Last day on which goods left under it. */
    readonly sentOn: string
    readonly validFrom: string | null
    readonly validUntil: string | null
    /** Somebody wrote why they left although the paper had run out. */
    readonly despite: boolean
  }[]
  /** Lots that were sent without the number of a paper, and lots that changed hands where they lay. */
  readonly withoutPaper: number
  readonly withoutTransport: number
}

export interface LotOrigin {
  readonly trace: LotTrace
  /** The lot and everything beneath. */
  readonly lots: readonly LotId[]
  readonly kinds: readonly LotKind[]
  readonly shares: ExactShares
  readonly legs: readonly WayLeg[]
  /** Depots and roads by the names under which they were written down. */
  readonly places: readonly string[]
}
export interface OriginDoor<Tx> {
  /** `null` when there is no such lot. */
  readonly originOf: (tx: Tx, tenant: string, lot: LotId) => Promise<LotOrigin | null>
}
