/*
What can happen to a lot, as it is written in the log for good. A payload holds what the decision saw (findings, the standing
of the site, the weight before), so that it can be explained without asking today's tables. No payload names a person.
*/
import type { DomainEvent } from '../../../../kernel/decider.ts'
import {
  type Infer,
  calendarDate,
  decimal,
  grams,
  listOf,
  maybe,
  milligrams,
  oneOf,
  orNull,
  position,
  record,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { DocumentRef } from '../../../documents/contract.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { Mineral, SiteId } from '../../../sites/contract.ts'
import { AssayElement, AssayMethod, Finding, LotId, TagBatchId } from '../../contract.ts'
import { goldLotKinds } from '../gold/gold-events.ts'
import { assayExtras, moveKinds, receiptExtras, sendingExtras } from './move-events.ts'
import { StandingSeen } from './standing-seen.ts'

const findings = listOf(Finding)
const reason = text(400)

export const BagRegistered = record({
  number: text(60),
  site: orNull(SiteId),
  tag: orNull(text(40)),
  tagIssuer: orNull(text(40)),
  tagBatch: orNull(TagBatchId),
  mineral: Mineral,
  massGrams: grams(),
  tareGrams: maybe(grams()),
  producedOn: calendarDate(),
  weighedOn: calendarDate(),
  pit: maybe(text(40)),
  team: maybe(text(40)),
  holder: OrganisationId,
  /** Absent in what was written before these were kept. */
  position: maybe(position()),
  scale: maybe(text(40)),
  photo: maybe(DocumentRef),
  standing: orNull(StandingSeen),
  findings,
  /** Other lots with the same tag, put in quarantine by this event. */
  alsoHeld: listOf(LotId, 1_000),
})
export const LotCombined = record({
  number: text(60),
  kind: oneOf('trader-lot', 'export-lot'),
  mineral: Mineral,
  holder: OrganisationId,
  massGrams: grams(),
  formedOn: calendarDate(),
  /** Gold alone. */
  massMilligrams: maybe(milligrams()),
  inputs: listOf(record({ lot: LotId, drawnGrams: grams(), drawnMilligrams: maybe(milligrams()) }), 5_000),
  findings,
})
export const LotSent = record({
  from: OrganisationId,
  to: OrganisationId,
  beforeGrams: grams(),
  massGrams: grams(),
  /** Gold alone. */
  massMilligrams: maybe(milligrams()),
  sentOn: calendarDate(),
  paper: maybe(text(60)),
  ...sendingExtras,
  findings,
})
export const LotReceived = record({
  from: OrganisationId,
  by: OrganisationId,
  sentGrams: grams(),
  massGrams: grams(),
  /** Gold alone. */
  massMilligrams: maybe(milligrams()),
  sealBroken: maybe(yesOrNo()),
  receivedOn: calendarDate(),
  ...receiptExtras,
  findings,
})
export const LotQuarantined = record({ reason })
export const LotReleased = record({ reason })
export const LotVoided = record({ reason })
export const MassCorrected = record({
  beforeGrams: grams(),
  massGrams: grams(),
  /** Gold alone. */
  beforeMilligrams: maybe(milligrams()),
  massMilligrams: maybe(milligrams()),
  reason,
  findings,
})
export const LotAssayed = record({
  lab: text(120),
  method: AssayMethod,
  element: AssayElement,
  value: decimal(),
  unit: oneOf('percent', 'per-mille'),
  uncertainty: maybe(decimal()),
  sample: maybe(text(60)),
  assayedOn: calendarDate(),
  ...assayExtras,
  findings,
})

/** Every kind that the log may hold of a lot, with its schema. */
export const lotKinds = {
  'lot.bag-registered.v1': BagRegistered,
  'lot.combined.v1': LotCombined,
  'lot.sent.v1': LotSent,
  'lot.received.v1': LotReceived,
  'lot.quarantined.v1': LotQuarantined,
  'lot.released.v1': LotReleased,
  'lot.voided.v1': LotVoided,
  'lot.mass-corrected.v1': MassCorrected,
  'lot.assayed.v1': LotAssayed,
  ...moveKinds,
  ...goldLotKinds,
} as const
type Kinds = typeof lotKinds
export type LotEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
