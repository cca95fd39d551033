/*
Custody: tags, bags, lots, weighings, transfers, aggregation and the mass balance. Masses are integer grams. What a scale
showed is always kept; a move may be refused, or kept with the rule that it broke.

Here stand the words that others may use: identifiers, what a sender may say (the `data` of each command), what a reader gets
back, and the door. Events stay inside the module.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  decimal,
  eitherOf,
  exactly,
  grams,
  id,
  instant,
  keyed,
  listOf,
  maybe,
  milligrams,
  oneOf,
  orNull,
  position,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { DocumentRef } from '../documents/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { Mineral, SiteId } from '../sites/contract.ts'

export const LotId = id('lot')
export type LotId = Id<'lot'>
export const TagBatchId = id('tag-batch')
export type TagBatchId = Id<'tag-batch'>

/** `processed-lot` came out of a furnace, a sieve or a washing, `part` out of a split; gold comes in sachets and bars. */
export const LotKind = oneOf('bag', 'trader-lot', 'export-lot', 'processed-lot', 'part', 'gold-sachet', 'gold-bar')
export type LotKind = Infer<typeof LotKind>
/**
 * `quarantined` blocks every move, `seized` too: an authority has taken the goods; `rejected`: the recipient refused them and they are not
 * back yet; `voided` means that the record was a mistake; `exported`: a certificate stands for its goods.
 */
export const LotState = oneOf('held', 'in-transit', 'consumed', 'quarantined', 'seized', 'rejected', 'voided', 'exported')
export type LotState = Infer<typeof LotState>

export const Severity = oneOf('C', 'A', 'W')
export type Severity = Infer<typeof Severity>
const findingFact = orNull(eitherOf(text(), decimal(), yesOrNo()))
/** A rule of the plausibility and custody set that spoke: id (F01…), severity C critical, A alert, W warning, and its inputs. */
export const Finding = record({ rule: text(8), severity: Severity, facts: keyed(findingFact) })
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly facts: { readonly [name: string]: string | number | boolean | null }
}

/* ---- what a sender may say ---- */

const reason = text(400)
/** As printed on the tag; upper case without blanks once stored. */
export const TagNumber = text(40)

/** An observation: a bag was weighed and closed with a tag. `pit` and `team` are codes, never the name of a person. */
export const RegisterBag = record({
  site: orNull(SiteId),
  tag: orNull(TagNumber),
  tagIssuer: maybe(text(40)),
  mineral: Mineral,
  /** Net, as the scale showed it less `tareGrams`. */
  massGrams: grams(),
  tareGrams: maybe(grams()),
  producedOn: calendarDate(),
  /** Without it: the day on which the command happened. */
  weighedOn: maybe(calendarDate()),
  pit: maybe(text(40)),
  team: maybe(text(40)),
  /** Whose bag it is: cooperative or trader. */
  holder: OrganisationId,
  /** Where the scale stood; read by rules alone, never shown. */
  position: maybe(position()),
  /** Code of the scale. */
  scale: maybe(text(40)),
  /** Photograph of the scale or of the closed bag. */
  photo: maybe(DocumentRef),
})
/** Gold that is kept in milligrams is weighed in milligrams; its `massGrams` is the rounded value and not read. */
const goldToo = { massMilligrams: maybe(milligrams()) }
export const TransferLot = record({
  to: OrganisationId,
  massGrams: grams(),
  ...goldToo,
  sentOn: maybe(calendarDate()),
  paper: maybe(text(60)),
})
export const ReceiveLot = record({ massGrams: grams(), ...goldToo, receivedOn: maybe(calendarDate()) })
export const CombineLots = record({
  number: text(40),
  kind: oneOf('trader-lot', 'export-lot'),
  massGrams: grams(),
  formedOn: maybe(calendarDate()),
  inputs: listOf(record({ lot: LotId, drawnGrams: grams() }), 5_000),
})
export const QuarantineLot = record({ reason })
export const ReleaseLot = record({ reason })
export const VoidLot = record({ reason })
export const CorrectMass = record({ massGrams: grams(), ...goldToo, reason })
export const AssayMethod = oneOf('xrf', 'fire-assay', 'touchstone', 'wet-chemistry')
export const AssayElement = oneOf('Sn', 'Ta2O5', 'Nb2O5', 'WO3', 'Au', 'Fe', 'U', 'Th', 'moisture')
export type AssayElement = Infer<typeof AssayElement>
/** Gold in parts per thousand (`per-mille`), everything else in percent. `uncertainty` in the same unit. */
export const RecordAssay = record({
  lab: text(120),
  method: AssayMethod,
  element: AssayElement,
  value: decimal(),
  unit: oneOf('percent', 'per-mille'),
  uncertainty: maybe(decimal()),
  sample: maybe(text(60)),
  assayedOn: maybe(calendarDate()),
})

export const TagType = oneOf('mine', 'trader', 'export', 'gold-sachet')
/** Numbers `series` + `from`…`to`, written with `digits` digits; with `luhn` one check digit follows. */
export const RegisterTagBatch = record({
  issuer: text(40),
  tagType: TagType,
  /** Prefix on every tag; ends with something that is not a digit. */
  series: maybe(text(20)),
  digits: count(),
  from: count(),
  to: count(),
  checkDigit: oneOf('none', 'luhn'),
  receivedOn: maybe(calendarDate()),
  /** 13 digits of a GRAI or 14 of a GTIN, where the tags are printed with a code of GS1. */
  gs1Key: maybe(text(14)),
})
export const AllocateTagBatch = record({ site: SiteId, allocatedOn: maybe(calendarDate()) })
export const TagDeclaration = oneOf('lost', 'stolen', 'damaged', 'void')
export type TagDeclaration = Infer<typeof TagDeclaration>
export const DeclareTags = record({ from: count(), to: count(), as: TagDeclaration, declaredOn: maybe(calendarDate()), reason })

/* ---- what a reader gets back ---- */

export const TagBatchSummary = record({
  id: TagBatchId,
  issuer: text(),
  tagType: TagType,
  first: text(),
  last: text(),
  size: count(),
  receivedOn: calendarDate(),
  site: orNull(SiteId),
  siteName: orNull(text()),
  allocatedOn: orNull(calendarDate()),
  used: count(),
  declared: count(),
  /** How its numbers are printed, so that one that was read or typed is found in it. */
  series: text(),
  digits: count(),
  from: count(),
  to: count(),
  checkDigit: oneOf('none', 'luhn'),
  /** Numbers that no site was given yet, and to how many sites the others went; `site` is named where it is one. */
  free: count(),
  sites: count(),
  gs1Key: orNull(text()),
})
export type TagBatchSummary = Infer<typeof TagBatchSummary>

export const LotSummary = record({
  id: LotId,
  number: text(),
  kind: LotKind,
  state: LotState,
  mineral: Mineral,
  massGrams: grams(),
  /** Gold alone: its mass, of which `massGrams` is the rounded value. */
  massMilligrams: orNull(milligrams()),
  /** What nobody has drawn yet; negative only where a later fact shows that too much was drawn. */
  remainingGrams: whole(),
  remainingMilligrams: orNull(whole()),
  holder: OrganisationId,
  holderName: orNull(text()),
  /** Whose goods they are; the holder is who has them. */
  owner: orNull(OrganisationId),
  ownerName: orNull(text()),
  recipient: orNull(OrganisationId),
  recipientName: orNull(text()),
  site: orNull(SiteId),
  siteName: orNull(text()),
  tag: orNull(text()),
  producedOn: orNull(calendarDate()),
  formedOn: calendarDate(),
  learnedAt: instant(),
  /** Of the findings of this lot alone, not of its sources. */
  worstFinding: orNull(Severity),
  /** Since when a lot in quarantine or seized may not move; absent of others. */
  heldSince: maybe(instant()),
})
export type LotSummary = Infer<typeof LotSummary>

export const LotWeighing = record({
  kind: oneOf(
    'tagging',
    'combination',
    'dispatch',
    'receipt',
    'correction',
    'processing',
    'hand-over',
    'taken-back',
    'rejection',
    'depot-in',
    'depot-out',
    'reopening',
  ),

  massGrams: grams(),
  /** Gold alone. */
  massMilligrams: maybe(orNull(milligrams())),
  tareGrams: orNull(grams()),
  weighedOn: calendarDate(),
  learnedAt: instant(),
  organisation: orNull(OrganisationId),
})
export const LotTransfer = record({
  from: OrganisationId,
  to: OrganisationId,
  sentOn: calendarDate(),
  sentGrams: grams(),
  paper: orNull(text()),
  receivedOn: orNull(calendarDate()),
  receivedGrams: orNull(grams()),
})
export const LotAssay = record({
  lab: text(),
  method: AssayMethod,
  element: AssayElement,
  value: decimal(),
  unit: oneOf('percent', 'per-mille'),
  uncertainty: orNull(decimal()),
  sample: orNull(text()),
  assayedOn: calendarDate(),
})
/** A finding as shown: when we learned of it, and the reason with which somebody released the lot afterwards. */
export const LotFinding = record({
  rule: text(8),
  severity: Severity,
  facts: keyed(findingFact),
  learnedAt: instant(),
  releasedBecause: orNull(text()),
})
export const LotLink = record({
  lot: LotId,
  number: text(),
  kind: LotKind,
  drawnGrams: grams(),
  drawnMilligrams: orNull(milligrams()),
})

export const LotDetail = record({
  lot: LotSummary,
  quarantine: orNull(record({ because: text(), since: instant() })),
  /** Number of a lot that this one came from and that is in quarantine; then `lot.state` says `quarantined` as well. */
  heldBySource: orNull(text()),
  /** That source and why it may not move: rules, or a reason in words. Absent where a telephone put the page together. */
  heldBy: maybe(record({ lot: LotId, number: text(), because: text(), seized: yesOrNo() })),
  findings: listOf(LotFinding),
  weighings: listOf(LotWeighing),
  transfers: listOf(LotTransfer),
  assays: listOf(LotAssay),
  inputs: listOf(LotLink),
  outputs: listOf(LotLink),
})
export type LotDetail = Infer<typeof LotDetail>

/** One bag at the root of a lot: where, when and with which tag it came into the chain. */
export const RootBag = record({
  lot: LotId,
  site: orNull(SiteId),
  tag: orNull(text()),
  producedOn: calendarDate(),
  massGrams: grams(),
  /** How much of the bag is in the asked-for lot, as weighed when it was drawn. Their sum is the sum of the lot's inputs. */
  drawnGrams: grams(),
})
export type RootBag = Readonly<Infer<typeof RootBag>>

/** Part of the lot's own mass by site. Grams sum to the lot's mass, hundredths of a percent to 10,000. `null`: no site answers for it. */
export const SiteShare = record({
  site: orNull(SiteId),
  siteName: orNull(text()),
  grams: grams(),
  hundredthsOfPercent: count(),
  bags: count(),
})
export type SiteShare = Readonly<Infer<typeof SiteShare>>
/** Why no site answers for it: bags without a site, weight that came on the way, lots drawn beyond what they held, mistakes. */
export const UnexplainedGrams = record({ total: grams(), siteUnknown: grams(), gained: grams(), overdrawn: grams(), voided: grams() })
export type UnexplainedGrams = Readonly<Infer<typeof UnexplainedGrams>>

/** The answer of the trace route: the record of the lot and all it came from, for a tree and a flow picture. */
export const TraceAnswer = record({
  lot: LotId,
  number: text(),
  kind: LotKind,
  state: LotState,
  mineral: Mineral,
  massGrams: grams(),
  /** Gold alone. */
  massMilligrams: orNull(milligrams()),
  holder: OrganisationId,
  holderName: orNull(text()),
  formedOn: calendarDate(),
  findings: listOf(Finding),
  roots: listOf(RootBag),
  shares: listOf(SiteShare),
  unexplained: maybe(UnexplainedGrams),
  nodes: listOf(record({ lot: LotId, number: text(), kind: LotKind, state: LotState, massGrams: grams(), site: orNull(SiteId) })),
  links: listOf(record({ from: LotId, to: LotId, drawnGrams: grams() })),
  holders: listOf(record({ organisation: OrganisationId, name: orNull(text()), since: calendarDate() })),
})
export type TraceAnswer = Infer<typeof TraceAnswer>

export const LotListQuery = record({
  kind: maybe(LotKind),
  state: maybe(LotState),
  mineral: maybe(Mineral),
  site: maybe(SiteId),
  holder: maybe(OrganisationId),
  /** Begins with, upper or lower case. */
  number: maybe(text(40)),
  finding: maybe(eitherOf(exactly('any'), Severity)),
  /** What may not move, by its own quarantine or seizure or by that of a source; shown with that state and since when. */
  held: maybe(exactly('yes')),
  /** Lots older than the last one of the page before: its `id`. */
  before: maybe(LotId),
})

/* ---- the door ---- */

export interface LotTrace {
  readonly lot: LotId
  readonly number: string
  readonly kind: LotKind
  readonly mineral: Mineral
  readonly massGrams: number
  readonly holder: OrganisationId
  readonly formedOn: string
  /** Of the lot itself and of every lot it came from. A finding whose lot was released later carries the fact `released: true`. */
  readonly findings: readonly Finding[]
  /** What others drew from the lot itself. */
  readonly drawnGrams: number
  /** Of the lot itself, oldest first; `organisation` that had it recorded, `null` for somebody without one. */
  readonly assays: readonly {
    readonly lab: string
    readonly element: AssayElement
    readonly value: number
    readonly unit: 'percent' | 'per-mille'
    readonly assayedOn: string
    readonly organisation: OrganisationId | null
  }[]
  /** The lot itself and the lots that it came from, as far as a certificate stands for them. */
  readonly certified: readonly { readonly lot: LotId; readonly number: string; readonly certificate: string }[]
  readonly inputs: readonly { readonly lot: LotId; readonly number: string; readonly drawnGrams: number }[]
  readonly roots: readonly RootBag[]
  /** `quarantined` blocks every move; it is also the answer when a lot that this one came from is in quarantine, even if this one was voided. */
  readonly state: LotState
  /** The organisations through whose hands it and its sources went, in order, with the day. */
  readonly holders: readonly { readonly organisation: OrganisationId; readonly since: string }[]
}

/** What other modules may ask of custody. */
export interface CustodyDoor<Tx> {
  /** `tenant` as the caller knows it; without it the lot's own is looked up. */
  readonly trace: (tx: Tx, lot: LotId, tenant?: string) => Promise<LotTrace | null>
  /** Without `tenant`: `null` when several country programmes have a lot of this number. */
  readonly findLotByNumber: (tx: Tx, number: string, tenant?: string) => Promise<LotId | null>
  /** By site the days on which bags were produced, newest first; voided bags are left out. */
  readonly production: (
    tx: Tx,
    tenant: string,
    question: { readonly asOf: string; readonly knownAt: string },
  ) => Promise<readonly { readonly site: SiteId; readonly producedOn: readonly string[] }[]>
  /** Grams that left so far under these orders of derogation, by order and by the site that the order names. */
  readonly movedUnderDerogation: (
    tx: Tx,
    tenant: string,
    orders: readonly string[],
  ) => Promise<readonly { readonly order: string; readonly site: string; readonly grams: number }[]>
}
