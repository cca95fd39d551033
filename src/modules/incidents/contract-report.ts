/*
What a sender may say of an incident, and what readers get back. The story is facts and figures: no schema here has a field for the name of
a person, and who reported is in none of the answers. A place is a site or words; its exact position goes to who is cleared.
*/
import {
  type Infer,
  calendarDate,
  count,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  position,
  record,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { LotId, LotState } from '../custody/contract.ts'
import { HitId } from '../custody/contract-plausibility.ts'
import { DocumentRef } from '../documents/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'
import { AnnexRisk, Confidentiality, IncidentCategory, IncidentId, IncidentLevel, IncidentSeverity, IncidentState } from './contract.ts'

export const IncidentSource = oneOf('field', 'sms', 'committee', 'audit', 'rule-hit', 'voice', 'civil-society', 'authority', 'scheme')
export type IncidentSource = Infer<typeof IncidentSource>
export const PlaceKind = oneOf('site', 'route', 'selling-point', 'roadblock', 'depot')
export type PlaceKind = Infer<typeof PlaceKind>
export const ActorClass = oneOf(
  'non-state-armed-group',
  'state-army',
  'mines-police',
  'police',
  'intelligence',
  'saemape',
  'ceec',
  'mines-division',
  'ministry',
  'cadastre',
  'local-authority',
  'cooperative',
  'trader',
  'exporter',
  'company',
  'scheme',
  'miners',
  'unknown',
  'civil-society',
  'ngo',
  'un',
  'committee',
  'private-sector',
  'auditor',
)
export type ActorClass = Infer<typeof ActorClass>
/** `unit`: a brigade, a post, a battalion; never a person. */
export const ActorOfIncident = record({ class: ActorClass, unit: maybe(text(120)) })

/** A site of the register, or words; `area` is a P-code. */
export const SaidPlace = record({
  kind: PlaceKind,
  site: maybe(SiteId),
  name: maybe(text(160)),
  area: maybe(text(12)),
  position: maybe(position()),
})
/** `POST /api/incidents`. Always kept, whoever it names. */
export const ReportIncident = record({
  source: IncidentSource,
  /** When we heard of it; without it the day on which the command happened. */
  receivedOn: maybe(calendarDate()),
  occurredOn: maybe(calendarDate()),
  category: IncidentCategory,
  /** Without it those that the category makes likely (D). */
  risks: maybe(listOf(AnnexRisk, 10)),
  place: SaidPlace,
  /** What was seen: facts and figures. */
  account: text(4_000),
  actors: maybe(listOf(ActorOfIncident, 20)),
  /** As many as a text may name: one that is left out would be no party. */
  organisations: maybe(listOf(OrganisationId, 500)),
  lots: maybe(listOf(LotId, 500)),
  photos: maybe(listOf(DocumentRef, 10)),
  confidentiality: maybe(Confidentiality),
  hit: maybe(HitId),
})
export type ReportIncident = Infer<typeof ReportIncident>

const reason = text(1_000)
/** What the file says is put right; what is left out stays. */
export const DescribeIncident = record({
  category: maybe(IncidentCategory),
  risks: maybe(listOf(AnnexRisk, 10)),
  severity: maybe(IncidentSeverity),
  occurredOn: maybe(calendarDate()),
  actors: maybe(listOf(ActorOfIncident, 20)),
  organisations: maybe(listOf(OrganisationId, 50)),
  confidentiality: maybe(Confidentiality),
  reason,
})
export const TakeUp = record({ note: maybe(reason) })
export const Basis = oneOf('field-visit', 'documents', 'two-sources', 'figures', 'authority')
export type Basis = Infer<typeof Basis>
export const BeginVerification = record({ note: maybe(reason) })
export const ConcludeVerification = record({
  as: oneOf('confirmed', 'unfounded'),
  basis: Basis,
  verifiedOn: maybe(calendarDate()),
  finding: text(4_000),
})
export const AgreeAction = record({
  text: text(400),
  owner: OrganisationId,
  due: calendarDate(),
  /** Committee and meeting where it was agreed. */
  agreedIn: maybe(text(160)),
})
export const FinishAction = record({ evidence: text(1_000), doneOn: maybe(calendarDate()), photos: maybe(listOf(DocumentRef, 10)) })
/** What a body that owns an action and is named in the file says is done, another body has seen, or has not. */
export const CheckAction = record({ as: oneOf('done', 'not-done'), seen: text(1_000) })
export const DropAction = record({ reason })
export const NameLots = record({ lots: listOf(LotId, 500), reason })
export const HoldLots = record({ reason })
export const FreeLots = record({ reason })
export const Escalate = record({ to: IncidentLevel, reason })
/** What was decided, in words that can be public. */
export const Decided = oneOf(
  'measures-carried-out',
  'trade-suspended',
  'lots-seized',
  'payment-returned',
  'sanction-taken',
  'sent-to-justice',
  'people-withdrawn-from-danger',
  'safety-restored',
  'records-corrected',
  'nothing-found',
)
export type Decided = Infer<typeof Decided>
export const Resolve = record({ decided: Decided, note: reason })
export const CloseIncident = record({ note: maybe(reason) })
export const ReopenIncident = record({ reason })
export const PublishOutcome = record({ note: maybe(text(400)) })
export const WithdrawOutcome = record({ reason })
/** A value of the rules that is not law is the programme's own to choose. */
export const ChangeIncidentRule = record({ rule: text(60), value: count(), reason })

/* ---- what a reader gets back ---- */

export const ClockKind = oneOf('verify', 'plan', 'close', 'escalate')
export type ClockKind = Infer<typeof ClockKind>
export const Clock = record({ clock: ClockKind, due: calendarDate(), overdue: yesOrNo() })
export type Clock = Infer<typeof Clock>

/** `full: false`: to the reader's own body it is named in, and public: number, kind and stage, no more. */
export const IncidentSummary = record({
  id: IncidentId,
  number: text(),
  full: yesOrNo(),
  category: IncidentCategory,
  risks: listOf(AnnexRisk),
  severity: IncidentSeverity,
  state: IncidentState,
  open: yesOrNo(),
  level: orNull(IncidentLevel),
  confidentiality: Confidentiality,
  source: orNull(IncidentSource),
  placeKind: PlaceKind,
  /** Name of the site or the words of who reported. */
  place: orNull(text()),
  site: orNull(SiteId),
  provinceCode: orNull(text()),
  territoireCode: orNull(text()),
  occurredOn: orNull(calendarDate()),
  reportedOn: calendarDate(),
  verifiedOn: orNull(calendarDate()),
  clocks: listOf(Clock, 4),
  lots: count(),
  openActions: count(),
})
export type IncidentSummary = Infer<typeof IncidentSummary>
export const IncidentListQuery = record({
  state: maybe(text(40)),
  severity: maybe(text(2)),
  category: maybe(IncidentCategory),
  level: maybe(IncidentLevel),
  place: maybe(text(12)),
  site: maybe(SiteId),
  lot: maybe(LotId),
  late: maybe(oneOf('yes')),
  before: maybe(IncidentId),
})

export const IncidentAction = record({
  id: text(),
  incident: IncidentId,
  number: text(),
  text: text(),
  owner: OrganisationId,
  ownerName: orNull(text()),
  due: calendarDate(),
  overdue: yesOrNo(),
  agreedIn: orNull(text()),
  /** `to-confirm`: its owner is named in the file and says that it is done; another body has to see it. */
  state: oneOf('open', 'to-confirm', 'done', 'dropped'),
  doneOn: orNull(calendarDate()),
  evidence: orNull(text(1_000)),
  photos: listOf(DocumentRef, 10),
})
export type IncidentAction = Infer<typeof IncidentAction>
export const IncidentStep = record({
  step: text(),
  said: orNull(text(4_000)),
  facts: text(400),
  /** Body of who did it; `null` for the report itself and for clocks. */
  organisationName: orNull(text()),
  happenedAt: instant(),
})
export type IncidentStep = Infer<typeof IncidentStep>
export const LotOfIncident = record({
  lot: LotId,
  number: text(),
  state: LotState,
  /** Only where custody shows the lot to the reader. */
  holderName: orNull(text()),
  /** The incident stopped it and it was not freed yet. */
  held: yesOrNo(),
})
export type LotOfIncident = Infer<typeof LotOfIncident>
export const PublishedOutcome = record({
  month: text(7),
  provinceCode: orNull(text()),
  territoireCode: orNull(text()),
  areaName: orNull(text()),
  category: IncidentCategory,
  decided: Decided,
  sentence: record({ fr: text(), en: text() }),
  publishedOn: calendarDate(),
})
export type PublishedOutcome = Infer<typeof PublishedOutcome>
export const May = record({
  describe: yesOrNo(),
  takeUp: yesOrNo(),
  beginVerification: yesOrNo(),
  conclude: yesOrNo(),
  agreeAction: yesOrNo(),
  nameLots: yesOrNo(),
  holdLots: yesOrNo(),
  freeLots: yesOrNo(),
  escalate: yesOrNo(),
  resolve: yesOrNo(),
  close: yesOrNo(),
  reopen: yesOrNo(),
  publish: yesOrNo(),
  withdraw: yesOrNo(),
})
export const IncidentDetail = record({
  incident: IncidentSummary,
  /** All below is empty where `incident.full` is false. */
  account: orNull(text(4_000)),
  actors: listOf(ActorOfIncident),
  organisations: listOf(
    record({ id: OrganisationId, name: orNull(text()), because: oneOf('named', 'site-operator', 'lot-holder', 'class') }),
  ),
  position: orNull(record({ at: position(), exact: yesOrNo() })),
  photos: listOf(DocumentRef),
  hit: orNull(HitId),
  severityBecause: orNull(text(1_000)),
  verification: orNull(record({ as: oneOf('confirmed', 'unfounded'), basis: Basis, finding: text(4_000) })),
  decided: orNull(Decided),
  /** Who handles it sees all of them; anybody else those in custody's own sight. */
  lots: listOf(LotOfIncident, 500),
  /** How many more there are. */
  lotsUnseen: count(),
  actions: listOf(IncidentAction, 200),
  steps: listOf(IncidentStep, 500),
  published: orNull(PublishedOutcome),
  /** From that day the outcome may be published; `null` while it is not over. */
  publishFrom: orNull(calendarDate()),
  /** It is yours to handle, but a second person must close, free or publish. */
  secondPerson: yesOrNo(),
  /** Grave enough that who verified it does not end it, and an action needs more than a word. */
  twoPersons: yesOrNo(),
  may: May,
})
export type IncidentDetail = Infer<typeof IncidentDetail>
export const ProposedLots = record({
  lots: listOf(record({ lot: LotId, number: text(), state: LotState, holderName: orNull(text()), formedOn: calendarDate() }), 200),
  shortened: yesOrNo(),
})
export type ProposedLots = Infer<typeof ProposedLots>
/** Lots of the site, or that touched the place, road or organisation, in the period. */
export const ProposeQuery = record({
  from: calendarDate(),
  until: calendarDate(),
  what: oneOf('site', 'place', 'road', 'organisation'),
  value: maybe(text(160)),
})
export const IncidentRuleShown = record({
  rule: text(60),
  value: count(),
  byDefault: count(),
  unit: oneOf('days', 'months', 'sites', 'severity'),
  evidence: oneOf('V', 'S', 'U', 'D'),
  source: text(400),
})
export type IncidentRuleShown = Infer<typeof IncidentRuleShown>
export type ProposeQuery = Infer<typeof ProposeQuery>
