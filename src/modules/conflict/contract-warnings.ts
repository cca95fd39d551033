/*
Early warnings as they travel: who heads for a warning, how it is sorted, with whom it is shared, what each body did, what the person who warned was told.
No field takes a person's name. What touches persons (forced labour, abduction, recruitment of children, sexual violence) has no field for words at all:
a place and counts; what was told of a person goes into the sealed form of signals. Of who warned only the kind is kept.
*/
import {
  type Infer,
  calendarDate,
  count,
  decimal,
  exactly,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  taggedBy,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { IncidentId } from '../incidents/contract.ts'
import { ActorClass } from '../incidents/contract-report.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'
import { VoiceId } from '../voices/contract.ts'
import { WarningId } from './contract-ids.ts'

export const WarningChannel = oneOf('sms', 'radio', 'app', 'phone', 'committee')
export type WarningChannel = Infer<typeof WarningChannel>
/** Types in which a person is what happened. */
export const PersonWarningType = oneOf('forced-labour', 'abduction', 'child-recruitment', 'sexual-violence')
export const OtherWarningType = oneOf('attack', 'armed-entry', 'illegal-tax', 'mine-collapse', 'displacement', 'price-shock', 'tension')
export const WarningType = oneOf(
  ...(['attack', 'armed-entry', 'illegal-tax', 'forced-labour', 'abduction', 'child-recruitment'] as const),
  ...(['sexual-violence', 'mine-collapse', 'displacement', 'price-shock', 'tension'] as const),
)
export type WarningType = Infer<typeof WarningType>
export const touchesPersons = (type: WarningType): boolean => PersonWarningType.options.some((one) => one === type)

export const WarningState = oneOf('received', 'verified', 'unverified', 'false', 'shared', 'response', 'closed')
export type WarningState = Infer<typeof WarningState>
export const Assessment = oneOf('verified', 'unverified', 'false')
export type Assessment = Infer<typeof Assessment>
export const Severity = whole().min(1, 'not-a-severity').max(5, 'not-a-severity')
/** A kind, never who: `anonymous` where even that would say too much. */
export const ReporterKind = oneOf('anonymous', 'resident', 'miner', 'operator', 'authority', 'committee', 'civil-society')
export type ReporterKind = Infer<typeof ReporterKind>
/** As far as it was counted; `null`: nobody counted, which is not 0. */
export const PersonCounts = record({ women: orNull(count()), men: orNull(count()), girls: orNull(count()), boys: orNull(count()) })
export type PersonCounts = Readonly<Infer<typeof PersonCounts>>

const heard = {
  channel: WarningChannel,
  /** P-code; of a site its own territoire counts. */
  territoire: text(12),
  site: maybe(SiteId),
  /** When it happened, or will. */
  occurredAt: maybe(instant()),
  /** When it was heard, where that was before it was written; the clock runs from it. */
  receivedAt: maybe(instant()),
  severity: Severity,
  reporter: ReporterKind,
  /** Bodies that are said to have a part in it: none of them sorts it. */
  organisations: maybe(listOf(OrganisationId, 30)),
  actors: maybe(listOf(ActorClass, 10)),
  /** The report of the grievance desk that it came from; its text stays there. */
  source: maybe(record({ voice: VoiceId })),
}
export const ReportWarning = taggedBy('type', [
  record({ type: PersonWarningType, ...heard, persons: PersonCounts }),
  record({ type: OtherWarningType, ...heard, what: maybe(text(400)) }),
])
export type ReportWarning = Infer<typeof ReportWarning>

/** Of a warning that came as a text message: what its words did not say. */
export const UnsurePart = oneOf('type', 'severity', 'place')
export type UnsurePart = Infer<typeof UnsurePart>
/** Who sorts says what it is, how grave and where. */
export const SettleWarning = record({ type: WarningType, severity: Severity, territoire: text(12) })

/** Words beside a code; refused for types that touch persons. */
const words = maybe(text(400))
export const WarningBasis = oneOf('two-sources', 'seen-on-site', 'authority', 'one-source', 'nobody-reached')
export const FalseReason = oneOf('rumour', 'mistaken', 'repeated', 'over-before')
export type FalseReason = Infer<typeof FalseReason>
export const AssessWarning = record({ as: Assessment, basis: WarningBasis, because: maybe(FalseReason), words })
export const GradeWarning = record({ severity: Severity, why: oneOf('more-known', 'grew', 'eased', 'mistyped'), words })
/** `words` are written for the bodies it is shared with; of all other words of who sorts they read none. */
export const ShareWarning = record({ responders: listOf(OrganisationId, 12), words })
/** Without a body, the own one; who sorts says it for a body that has no account. */
export const AcknowledgeWarning = record({ organisation: maybe(OrganisationId) })
export const ResponseKind = oneOf(
  ...([
    'patrol-sent',
    'people-warned',
    'people-moved',
    'site-closed',
    'rescue',
    'mediation',
    'passed-on',
    'monitored',
    'not-possible',
  ] as const),
)
export const RespondWarning = record({
  organisation: maybe(OrganisationId),
  did: listOf(ResponseKind, 9),
  doneOn: calendarDate(),
  words,
})
export const FeedbackWay = oneOf('radio', 'sms', 'phone', 'in-person', 'committee', 'app', 'not-possible')
export type FeedbackWay = Infer<typeof FeedbackWay>
export const CloseWarning = record({
  /** How who warned was told what came of it; `not-possible` says that nobody can be. */
  feedback: FeedbackWay,
  /** Why bodies that never answered are no longer waited for. */
  unanswered: maybe(oneOf('not-needed', 'no-contact', 'answered-elsewhere')),
  words,
})
export const OpenWarningIncident = record({})

/* ---- answers ---- */

export const SeenSite = record({ id: SiteId, name: text() })
export const WarningLine = record({
  id: WarningId,
  number: text(40),
  type: WarningType,
  severity: Severity,
  territoire: text(12),
  territoireName: text(160),
  site: orNull(SeenSite),
  receivedAt: instant(),
  /** Of the place: hours are shown as they are there. */
  zone: text(40),
  state: WarningState,
  assessment: orNull(Assessment),
  /** `null` once it was sorted. */
  triageDue: orNull(instant()),
  isTriageLate: yesOrNo(),
  responders: count(),
  answered: count(),
  responsesLate: count(),
})
export type WarningLine = Infer<typeof WarningLine>
/** What who sent it gets back: how far it is, and what they are told. */
export const OwnWarning = record({
  id: WarningId,
  number: text(40),
  type: WarningType,
  severity: Severity,
  territoireName: text(160),
  receivedAt: instant(),
  zone: text(40),
  state: WarningState,
  feedback: orNull(FeedbackWay),
  because: orNull(FalseReason),
})
export type OwnWarning = Infer<typeof OwnWarning>
/** For committees what touches persons is one class: which of them it was could lead to one. */
export const CountedType = oneOf('touches-persons', ...WarningType.options)
export type CountedType = Infer<typeof CountedType>
export const TypeCount = record({ territoire: text(12), territoireName: text(160), type: CountedType, warnings: count() })
export type TypeCount = Infer<typeof TypeCount>
export const WarningRules = record({
  triageHours: listOf(record({ severity: Severity, hours: count() }), 5),
  responseHours: listOf(record({ severity: Severity, hours: count() }), 5),
  halfLifeDays: count(),
  countedDays: count(),
  unverifiedPart: decimal(),
  mark: exactly('D'),
})
/** A sign that nobody reported: a rush at a point of flow monitoring, with the figures of its means. Not a warning before somebody sends one. */
export const RushSign = record({
  ...{ name: text(120), areaName: text(160), until: calendarDate(), recentDays: count(), earlierDays: count() },
  ...{ recent: orNull(decimal()), earlier: orNull(decimal()) },
})
export type RushSign = Infer<typeof RushSign>
export const WarningList = record({
  /** In the territory, for who sorts or is cleared, and those in which the own body responds; overdue first. */
  items: listOf(WarningLine),
  own: listOf(OwnWarning),
  /** For readers of categories: the last year. */
  counts: listOf(TypeCount),
  /** In the territory, for who sorts or is cleared. */
  rushes: listOf(RushSign),
  /** There are things that this answer does not show. Never how many. */
  withheld: listOf(exactly('restricted')),
  triages: yesOrNo(),
  warns: yesOrNo(),
  /** So many were looked through, where there are more: open ones first. Never of how many: that would count those that the reader may not see. */
  lookedThrough: orNull(count()),
  rules: WarningRules,
})
export type WarningList = Infer<typeof WarningList>

export const ResponderLine = record({
  organisation: OrganisationId,
  name: text(),
  sharedAt: instant(),
  due: instant(),
  isLate: yesOrNo(),
  acknowledgedAt: orNull(instant()),
  did: listOf(ResponseKind),
  doneOn: orNull(calendarDate()),
  answeredAt: orNull(instant()),
  words: orNull(text()),
  /** The reader may answer for it. */
  mayAnswer: yesOrNo(),
})
export type ResponderLine = Infer<typeof ResponderLine>
export const WarningStep = record({ what: text(60), at: instant(), body: orNull(text()), code: orNull(text(60)), words: orNull(text()) })
export const WarningFull = record({
  view: exactly('full'),
  line: WarningLine,
  channel: WarningChannel,
  occurredAt: orNull(instant()),
  touchesPersons: yesOrNo(),
  /** Not said by the message that it came by; settled by who sorts. */
  unsure: listOf(UnsurePart, 3),
  persons: orNull(PersonCounts),
  what: orNull(text()),
  /** For who sorts alone, as the two after it. */
  reporter: orNull(ReporterKind),
  organisations: listOf(record({ id: OrganisationId, name: text() })),
  source: orNull(record({ voice: VoiceId })),
  actors: listOf(ActorClass),
  responders: listOf(ResponderLine),
  because: orNull(FalseReason),
  feedback: orNull(FeedbackWay),
  incident: orNull(IncidentId),
  steps: listOf(WarningStep),
  /** Whether the reader sorts it: false for everybody whose body is named. */
  triages: yesOrNo(),
  rules: WarningRules,
})
export type WarningFull = Infer<typeof WarningFull>
export const WarningAnswer = taggedBy('view', [WarningFull, record({ view: exactly('own'), own: OwnWarning })])
export type WarningAnswer = Infer<typeof WarningAnswer>

/** What a score rests on. A score stands in no schema without it. */
export const ZoneCounts = record({
  verified: count(),
  unverified: count(),
  /** Nobody has sorted them yet. */
  waiting: count(),
  false: count(),
  severities: listOf(record({ severity: Severity, warnings: count() }), 5),
})
export const ZoneScore = record({
  territoire: text(12),
  name: text(160),
  score: decimal(),
  counts: ZoneCounts,
  /** Of what touches persons, where it is in no count and no score of the reader: as one class from ten on, rounded down; else `null`. */
  touchingPersons: orNull(count()),
})
export type ZoneScore = Infer<typeof ZoneScore>
export const ZoneScores = record({
  zones: listOf(ZoneScore),
  /** What touches persons is in no count of this reader; said whether or not there is any. */
  withheld: listOf(exactly('restricted')),
  /** As in the list. */
  lookedThrough: orNull(count()),
  rules: WarningRules,
})
export type ZoneScores = Infer<typeof ZoneScores>

/** Warnings of a year and open ones, by territoire: for the agenda of a committee. What touches persons is among them from ten on, rounded down. */
export type WarningCountsOf<Tx> = (
  tx: Tx,
  tenant: string,
  /** `bodies` may read the counts: a warning to which one of them is a party is in none. */
  asked: { readonly now: string; readonly bodies: readonly OrganisationId[] },
) => Promise<readonly { readonly territoire: string; readonly warnings: number }[]>
