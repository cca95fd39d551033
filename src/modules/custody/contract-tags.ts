/*
Tags beyond the batch: requests, parts of a batch, the box with three padlocks, activation, baseline reports and quotas. What a
sender may say and what a reader gets back. Organisations and bodies are named here, never persons; an agent is an account's id.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  decimal,
  grams,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { AccountId, OrganisationId } from '../people/contract.ts'
import { Mineral, SiteId } from '../sites/contract.ts'
import { LotId, TagBatchId, TagDeclaration, TagType } from './contract.ts'

export const TagRequestId = id('tag-request')
export type TagRequestId = Id<'tag-request'>
export const BaselineId = id('baseline')
export type BaselineId = Id<'baseline'>

const reason = text(400)
const month = count().min(1).max(12)
const tags = count().max(1_000_000)

/* ---- requests ---- */

/** The states of Rwanda's DMTS (V). */
export const TagRequestState = oneOf(
  'pending',
  'under-review',
  'revision-requested',
  'pending-assignment',
  'pending-reception',
  'received',
  'rejected',
  'cancelled',
)
export type TagRequestState = Infer<typeof TagRequestState>

export const AskForTags = record({
  site: SiteId,
  tagType: TagType,
  quantity: tags.min(1),
  monthsCover: maybe(month),
  reason: maybe(reason),
})
export const ReviewTagRequest = record({})
export const AskForRevision = record({ reason })
export const ReviseTagRequest = record({ quantity: tags.min(1), monthsCover: maybe(month), reason: maybe(reason) })
export const ApproveTagRequest = record({ quantity: tags.min(1), reason: maybe(reason) })
export const RejectTagRequest = record({ reason })
export const CancelTagRequest = record({ reason })
/** What lay in the parcel when the site counted it; observation, kept also when it differs. */
export const ReceiveTags = record({ counted: tags, receivedOn: maybe(calendarDate()), remark: maybe(reason) })
/** A part of a batch for one site; with the request that it answers, where there is one. */
export const AllocateTagRange = record({
  site: SiteId,
  from: count(),
  to: count(),
  allocatedOn: maybe(calendarDate()),
  request: maybe(TagRequestId),
})
/** Tags of emptied bags, damaged and void ones, destroyed before witnesses. */
export const DestroyTags = record({ from: count(), to: count(), destroyedOn: maybe(calendarDate()), reason })

/* ---- the box ---- */

/** One organisation for each of the three padlocks (V). */
export const SetKeyHolders = record({ saemape: OrganisationId, cooperative: OrganisationId, concessionOwner: OrganisationId })
export const CountKind = oneOf('opening', 'received', 'used', 'damaged', 'returned', 'closing')
export type CountKind = Infer<typeof CountKind>
const counted = maybe(tags)
export const TagCounts = record({
  opening: counted,
  received: counted,
  used: counted,
  damaged: counted,
  returned: counted,
  closing: counted,
})
export type TagCounts = Infer<typeof TagCounts>
export const KeyBody = oneOf('saemape', 'cooperative', 'concession-owner')
/** `present`: whose keys were there when the box was opened. */
export const CountTags = record({
  day: maybe(calendarDate()),
  counts: TagCounts,
  present: maybe(listOf(KeyBody, 3)),
  remark: maybe(reason),
})
export const ActivateTags = record({ batch: TagBatchId, from: count(), to: count(), day: maybe(calendarDate()), agent: maybe(AccountId) })
export const QuotaBasis = oneOf('inspection', 'baseline')
/** The most tags that the site may be given from this day on, by an inspection or a validated baseline report. */
export const SetTagQuota = record({ allowedTags: tags, basis: QuotaBasis, basisId: text(60), from: maybe(calendarDate()) })

/* ---- baseline reports ---- */

export const BaselineProduction = record({ mineral: Mineral, dailyGrams: grams(), monthlyGrams: grams() })
export type BaselineProduction = Infer<typeof BaselineProduction>
export const ReportBaseline = record({
  site: SiteId,
  inspectionType: oneOf('mining', 'export', 'trading'),
  /** The body that counted, e.g. SAEMAPE; never the name of a person. */
  body: text(80),
  observedOn: calendarDate(),
  inspection: maybe(text(60)),
  miners: count(),
  shafts: maybe(count()),
  tunnels: maybe(count()),
  excavators: maybe(yesOrNo()),
  jackhammers: maybe(count()),
  washingStations: maybe(count()),
  production: listOf(BaselineProduction, 10),
})
export const ValidateBaseline = record({})
export const RejectBaseline = record({ reason })

export const BaselineWarning = record({
  mineral: Mineral,
  dailyGrams: grams(),
  monthlyGrams: grams(),
  fromGrams: grams(),
  toGrams: grams(),
})
export const BaselineSummary = record({
  id: BaselineId,
  site: SiteId,
  siteName: orNull(text()),
  inspectionType: text(),
  body: text(),
  observedOn: calendarDate(),
  inspection: orNull(text()),
  miners: count(),
  production: listOf(BaselineProduction),
  warnings: listOf(BaselineWarning),
  state: oneOf('reported', 'validated', 'rejected'),
  reason: orNull(text()),
  learnedAt: instant(),
})
export type BaselineSummary = Infer<typeof BaselineSummary>

/* ---- what a reader gets back ---- */

/** A number that went into the proposal, where it comes from and with which mark. */
export const ProposalFactor = record({
  key: oneOf('margin', 'months-cover', 'median-bag', 'fewest-bags'),
  value: decimal(),
  mark: oneOf('V', 'S', 'U', 'D'),
})
export const TagProposal = record({
  site: SiteId,
  monthsCover: count(),
  factors: listOf(ProposalFactor),
  baseline: orNull(record({ id: BaselineId, observedOn: calendarDate(), body: text(), monthlyGrams: grams() })),
  medianBagGrams: grams(),
  /** How many bags of the site the median was taken from; 0: the default. */
  medianOfBags: count(),
  needed: orNull(count()),
  unused: whole(),
  /** What may still be given under the quota; null: no quota. */
  quotaLeft: orNull(whole()),
  quota: orNull(record({ allowedTags: count(), given: count(), basis: QuotaBasis, basisId: text(), since: calendarDate() })),
  /** Null while there is no validated baseline. */
  proposed: orNull(count()),
  limitedBy: oneOf('need', 'quota', 'standing', 'no-baseline'),
  allowed: yesOrNo(),
})
export type TagProposal = Infer<typeof TagProposal>

export const TagPart = record({
  batch: TagBatchId,
  issuer: text(),
  series: text(),
  digits: count(),
  checkDigit: oneOf('none', 'luhn'),
  from: count(),
  to: count(),
  first: text(),
  last: text(),
  size: count(),
  site: SiteId,
  siteName: orNull(text()),
  allocatedOn: calendarDate(),
  receivedOn: orNull(calendarDate()),
})
export type TagPart = Infer<typeof TagPart>

export const TagRequestSummary = record({
  id: TagRequestId,
  site: SiteId,
  siteName: orNull(text()),
  tagType: TagType,
  quantity: count(),
  monthsCover: count(),
  reason: orNull(text()),
  organisation: orNull(OrganisationId),
  organisationName: orNull(text()),
  askedOn: calendarDate(),
  state: TagRequestState,
  approved: orNull(count()),
  assigned: count(),
  received: orNull(count()),
})
export type TagRequestSummary = Infer<typeof TagRequestSummary>
export const TagRequestStep = record({
  step: oneOf('submitted', 'reviewed', 'revision-asked', 'revised', 'approved', 'assigned', 'received', 'rejected', 'cancelled'),
  on: calendarDate(),
  learnedAt: instant(),
  organisation: orNull(OrganisationId),
  organisationName: orNull(text()),
  quantity: orNull(count()),
  reason: orNull(text()),
})
export const TagRequestDetail = record({
  request: TagRequestSummary,
  steps: listOf(TagRequestStep),
  parts: listOf(TagPart),
  proposal: TagProposal,
  /** As it stood when the request was approved. */
  approvedOn: orNull(TagProposal),
  mine: yesOrNo(),
})
export type TagRequestDetail = Infer<typeof TagRequestDetail>

/** One day of a box. Numbers that nobody said are null; the difference is null until both ends of the day are counted. */
export const TagDay = record({
  day: calendarDate(),
  counts: record({
    opening: orNull(count()),
    received: orNull(count()),
    used: orNull(count()),
    damaged: orNull(count()),
    returned: orNull(count()),
    closing: orNull(count()),
  }),
  difference: orNull(whole()),
  /** Opening less the closing of the last counted day before. */
  overnight: orNull(whole()),
  /** Whose keys were there at every count of the day; fewer than three: it was counted without the three keys. */
  keysPresent: listOf(KeyBody, 3),
  withoutThreeKeys: yesOrNo(),
  /** Bags of the site that were weighed with a tag on that day, by our own record. */
  recordedUses: count(),
})
export type TagDay = Infer<typeof TagDay>
export const TagActivation = record({
  site: SiteId,
  siteName: orNull(text()),
  batch: TagBatchId,
  first: text(),
  last: text(),
  size: count(),
  day: calendarDate(),
  agent: AccountId,
  mine: yesOrNo(),
  used: count(),
})
export type TagActivation = Infer<typeof TagActivation>
export const LockboxSummary = record({
  site: SiteId,
  siteName: orNull(text()),
  keyHolders: orNull(listOf(record({ body: KeyBody, organisation: OrganisationId, name: orNull(text()) }), 3)),
  given: count(),
  used: count(),
  declared: count(),
  unused: whole(),
  lastCount: orNull(record({ day: calendarDate(), closing: orNull(count()), difference: orNull(whole()) })),
  activationSince: orNull(calendarDate()),
})
export type LockboxSummary = Infer<typeof LockboxSummary>
export const LockboxDetail = record({
  lockbox: LockboxSummary,
  parts: listOf(TagPart),
  days: listOf(TagDay),
  activations: listOf(TagActivation),
  baselines: listOf(BaselineSummary),
  proposal: TagProposal,
})
export type LockboxDetail = Infer<typeof LockboxDetail>

export const TagDeclared = record({
  batch: TagBatchId,
  tag: text(),
  as: TagDeclaration,
  declaredOn: calendarDate(),
  /** Days between the loss and the report; 0: the same day. */
  daysLate: count(),
  destroyedOn: orNull(calendarDate()),
  reason: orNull(text()),
  site: orNull(SiteId),
  siteName: orNull(text()),
})
export type TagDeclared = Infer<typeof TagDeclared>

/** What is needed to draw the labels of a range. `gs1`: the element string with brackets, where the batch names a key of GS1. */
export const TagLabels = record({
  issuer: text(),
  series: text(),
  tagType: TagType,
  labels: listOf(record({ tag: text(), link: text(), gs1: orNull(text()), site: orNull(text()) }), 1_000),
})
export type TagLabels = Infer<typeof TagLabels>

/** What the page of a number tells a signed-in reader beyond what is public. */
export const TagOfLot = record({ lot: LotId, number: text() })

/* ---- the door ---- */

/** Counts of one site and day, the latest word for each kind (rule F18). */
export interface DayOfCounts {
  readonly site: SiteId
  readonly day: string
  readonly counts: { readonly [Kind in CountKind]: number | null }
  /** opening + received − used − damaged − returned − closing; null until both ends are counted. */
  readonly difference: number | null
}
/** Mine tags that a site has and has not used, beside what it produces by its last validated baseline (rule F19). */
export interface UnusedTags {
  readonly site: SiteId
  readonly unused: number
  readonly baselineMonthlyGrams: number | null
  readonly medianBagGrams: number
}
export interface TagsDoor<Tx> {
  readonly counts: (tx: Tx, tenant: string, question: { readonly from: string; readonly to: string }) => Promise<readonly DayOfCounts[]>
  readonly unused: (tx: Tx, tenant: string) => Promise<readonly UnusedTags[]>
  /** The last validated baseline of each site: kilograms by mineral are whole grams. */
  readonly baselines: (
    tx: Tx,
    tenant: string,
  ) => Promise<
    readonly {
      readonly site: SiteId
      readonly id: BaselineId
      readonly observedOn: string
      readonly miners: number
      readonly production: readonly BaselineProduction[]
    }[]
  >
}
