/*
Sites: the register of mine sites, joint validation missions, inspections, status orders, and the status with its clock.
A status is never stored: it is computed from dated facts, as of a day and as known at an instant.
*/
import { type Id, type Infer, id, oneOf } from '../../kernel/schema.ts'
import type { ActivityStatus as ActivityOfSite, Mineral } from './contract-observations.ts'

/*
The four kinds that an import writes in bulk, all on the subject `site:<SiteId>`. Their payload schemas are the words of this
module; the kinds' names are fixed here so that an importer never spells them itself.
*/
export {
  ActivityStatus,
  ArmedActorClass,
  ArmedPresence,
  FactSource,
  Interference,
  Mineral,
  MineralSeen,
  PresenceFrequency,
  QualificationReported,
  ReportedColour,
  SiteObservation,
  SiteRegistered,
  SiteVisited,
  TraceabilityReported,
  TraceabilityScheme,
  interferenceKinds,
} from './contract-observations.ts'
export const observationKinds = {
  registered: 'site.registered.v1',
  visited: 'site.visited.v1',
  qualificationReported: 'site.qualification-reported.v1',
  traceabilityReported: 'site.traceability-reported.v1',
} as const
/** How an import takes back and mends what it wrote; the payloads are `SiteCorrected` and `SiteFactVoided` of this module. */
export const amendmentKinds = { corrected: 'site.corrected.v1', factVoided: 'site.fact-voided.v1' } as const

export const SiteId = id('site')
export type SiteId = Id<'site'>
export const MissionId = id('mission')
export type MissionId = Id<'mission'>
export const InspectionId = id('inspection')
export type InspectionId = Id<'inspection'>
export const OrderId = id('order')
export type OrderId = Id<'order'>

export const Colour = oneOf('green', 'yellow', 'red', 'blue')
export type Colour = Infer<typeof Colour>
export const InternalStatus = oneOf('NONE', 'BLUE_PENDING', 'BLUE_ACTIVE', 'BLUE_LAPSED_GREEN', 'GREEN', 'YELLOW', 'RED')
export type InternalStatus = Infer<typeof InternalStatus>

export type Permission = 'yes' | 'no' | 'review' | 'derogation'

/** A site's status on a day, as known at an instant, with everything needed to explain it. */
export interface Standing {
  readonly site: SiteId
  readonly asOf: string
  readonly knownAt: string
  readonly internal: InternalStatus
  readonly colour: Colour | 'none'
  /** MDC.01: 0 blue, 1 green, 2 yellow, 3 red. */
  readonly wireCode: 0 | 1 | 2 | 3
  /** `order`: a legal order; `reported`: a third party wrote it down, which opens no right; `none`: nothing known. */
  readonly basis: 'order' | 'blue-application' | 'reported' | 'none'
  readonly since: string | null
  /** First day on which the period no longer runs. */
  readonly validUntil: string | null
  /** True when the clock ran out: a lapsed green, an overdue yellow, a red period without a newer act. */
  readonly lapsed: boolean
  /** What ran out, and the first day on which it no longer ran; `since` and `validUntil` may already speak of what the rule made of it. */
  readonly lapse: { readonly colour: Colour; readonly on: string } | null
  /** Whole days until `validUntil`; 0 once it is over. */
  readonly daysLeft: number | null
  readonly orderNumber: string | null
  readonly orderSignedOn: string | null
  /** The ruling order's own first day; `since` is earlier where it goes on with a colour. Absent where no order rules. */
  readonly orderEffectiveFrom?: string
  /** An order rules from its own day, published or not (D); `null` says that no publication was known. */
  readonly orderPublishedOn?: string | null
  readonly hold: { readonly by: string; readonly reason: string; readonly from: string } | null
  readonly allows: {
    readonly allocateTags: Permission
    readonly produce: Permission
    readonly move: Permission
    readonly certify: Permission
  }
  readonly rulebook: { readonly id: string; readonly hash: string }
}

export interface SiteBrief {
  readonly id: SiteId
  readonly name: string
  readonly nationalId: string
  readonly icglrId: string | null
  readonly minerals: readonly Mineral[]
  /** P-codes of where it lies by its position, else by what the papers state; for territory limits. */
  readonly provinceCode: string | null
  readonly territoireCode: string | null
  readonly position: { readonly latitude: number; readonly longitude: number } | null
  /** The record that stands for this one since they were merged; absent where none does. */
  readonly mergedInto?: SiteId
}

/** A stock that a mission found on a site and that an order of the Minister lets go: this much of it, under this number. */
export interface Derogation {
  readonly order: OrderId
  readonly number: string
  readonly site: SiteId
  readonly quantityGrams: number
  readonly foundOn: string
  readonly reason: string
  readonly effectiveFrom: string
  readonly until: string | null
}

/** A site as a list of all of them needs it. */
export interface SiteOverview extends SiteBrief {
  readonly aliases: readonly string[]
  readonly country: string
  readonly activity: Infer<typeof ActivityOfSite> | null
  readonly standing: Standing
  /** The colour that people read, which for a lapsed green is green. */
  readonly shown: Colour | 'none'
  /** Last day on which somebody stood on the site. */
  readonly lastVisitOn: string | null
  readonly registeredAt: string
}

/**
What other modules may ask of sites. Days are calendar dates, `knownAt` an instant. Ask for the standing on the day of production:
`allows.produce` is then the answer to "was the site eligible"; `move` and `certify` speak of lots that were produced while it was.
Without `tenant` the site's own is taken, which must be one.
*/
export interface SitesDoor<Tx> {
  /** Unknown ids are left out; the order is free. */
  readonly briefs: (tx: Tx, ids: readonly SiteId[], tenant?: string) => Promise<readonly SiteBrief[]>
  /** Sites that carry one of these identifiers, both signs written; of merged records the one that stands. */
  readonly byIcglrId: (tx: Tx, tenant: string, icglrIds: readonly string[]) => Promise<readonly SiteBrief[]>
  /** Sites in the areas of these p-codes, and those whose place nobody knows: for what somebody may see, not for what they may do. */
  readonly within: (tx: Tx, codes: readonly string[], tenant: string) => Promise<readonly SiteId[]>
  /** A site that nobody registered has status NONE and allows nothing. */
  readonly standing: (tx: Tx, site: SiteId, ...when: readonly [asOf: string, knownAt: string, tenant?: string]) => Promise<Standing>
  /** The same for several sites, in their order, at the cost of one: for all that a lot or a list names. */
  readonly standings: (
    tx: Tx,
    tenant: string,
    question: { readonly sites: readonly SiteId[]; readonly asOf: string; readonly knownAt: string },
  ) => Promise<readonly Standing[]>
  /** Every site that was registered by then and is not merged into another, by name; from memory, so a list may ask at every page. */
  readonly overview: (
    tx: Tx,
    tenant: string,
    question: {
      readonly asOf: string
      readonly knownAt: string
      /** `coarse` for who is not cleared: rounded positions, and identifiers that do not spell them out. */
      readonly precision: 'exact' | 'coarse'
    },
  ) => Promise<readonly SiteOverview[]>
  /** The same where each site has its own day: "was it eligible when this was dug". */
  readonly standingsOn: (
    tx: Tx,
    tenant: string,
    question: { readonly asked: readonly { readonly site: SiteId; readonly asOf: string }[]; readonly knownAt: string },
  ) => Promise<readonly Standing[]>
  /** The derogations that run on the day by what was known: the answer to a `derogation` of `allows`. Their sum is the most that may go. */
  readonly derogations: (
    tx: Tx,
    tenant: string,
    asked: { readonly site: SiteId; readonly asOf: string; readonly knownAt: string },
  ) => Promise<readonly Derogation[]>
}
