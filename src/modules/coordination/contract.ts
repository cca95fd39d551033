/*
Committees as they travel: what a committee rests on, its components and seats, who left and who came back, and how it works, in numbers with their parts. A seat is a
function of a body; no field takes a person, and no field can point at a case: there is no such kind of link here.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  decimal,
  eitherOf,
  exactly,
  id,
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
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'

export const CommitteeId = id('committee')
export type CommitteeId = Id<'committee'>
export const MeetingId = id('committee-meeting')
export type MeetingId = Id<'committee-meeting'>
export const ActionId = id('committee-action')
export type ActionId = Id<'committee-action'>

/** Provincial, territorial, local follow-up; joint validation of sites; referral of persons; steering of a resource centre for migrants. */
export const CommitteeLevel = oneOf('CPS', 'CTS', 'CLS', 'VALIDATION', 'REFERRAL', 'MRC')
export type CommitteeLevel = Infer<typeof CommitteeLevel>
export const LegalBasis = oneOf('governor-order', 'minister-order', 'terms-of-reference', 'none')
export const ComponentKind = oneOf('government', 'mines-services', 'security', 'private-sector', 'civil-society', 'partners', 'protection')
/** A short key of a component or a seat within its committee. */
export const SeatKey = text(30).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'not-a-key')
export const Seat = record({
  key: SeatKey,
  /** A function: "head of the division", never who holds it. */
  title: text(120),
  organisation: orNull(OrganisationId),
  voting: yesOrNo(),
})
export type Seat = Infer<typeof Seat>
export const Component = record({ key: SeatKey, kind: ComponentKind, name: text(120), seats: listOf(Seat, 30) })
export type Component = Infer<typeof Component>
/** Every component (our proposal), or so many components and so many voting seats. */
export const QuorumRule = taggedBy('is', [
  record({ is: exactly('every-component') }),
  record({ is: exactly('at-least'), components: whole().min(1).max(20), seats: whole().min(1).max(100) }),
])
export type QuorumRule = Infer<typeof QuorumRule>
export const LegalAct = record({ basis: LegalBasis, number: maybe(text(60)), date: maybe(calendarDate()) })
export type LegalActValue = Infer<typeof LegalAct>
/** Offices of the committee, each held by one of its seats. */
export const Officers = record({ president: maybe(SeatKey), vicePresident: maybe(SeatKey), rapporteur: maybe(SeatKey) })
export type Officers = Infer<typeof Officers>
const perYear = whole().min(1).max(52)

export const FoundCommittee = record({
  level: CommitteeLevel,
  name: text(160),
  /** P-code of a province or a territoire. */
  area: text(12),
  /** As it stands in numbers: `NK` in `CPS-NK-2026-03`. */
  sign: text(6).regex(/^[A-Z0-9]{2,6}$/, 'not-a-sign'),
  legal: LegalAct,
  mandate: text(1000),
  meetingsPerYear: perYear,
  quorum: QuorumRule,
  components: listOf(Component, 20),
  /** The committee above, to which it passes on what it could not settle. */
  parent: maybe(CommitteeId),
  /** A local committee may be of some sites; without any, of its whole area. */
  sites: maybe(listOf(SiteId, 40)),
  officers: maybe(Officers),
})
/** What holds from a day on, whole: what is left out has ended. */
export const ReviseCommittee = record({
  /** The version that it was written from: somebody else may have revised meanwhile. */
  version: whole().min(1),
  from: calendarDate(),
  components: listOf(Component, 20),
  quorum: QuorumRule,
  meetingsPerYear: perYear,
  officers: Officers,
  legal: LegalAct,
  reason: text(400),
})
/** A component leaves by a letter; until it is back the committee is impaired. */
export const WithdrawComponent = record({ component: SeatKey, on: calendarDate(), reason: text(600) })
export const ReturnComponent = record({ component: SeatKey, on: calendarDate(), words: maybe(text(600)) })

/** A part of the index: `null` where there is nothing to divide by. */
export const IndexPart = record({ numerator: count(), denominator: count(), share: orNull(decimal()) })
export const FunctionalityIndex = record({
  from: calendarDate(),
  until: calendarDate(),
  held: IndexPart,
  quorum: IndexPart,
  actions: IndexPart,
  /** Mean of the parts that there are. */
  index: orNull(decimal()),
  /** Of how many parts, out of three. */
  parts: count(),
})
export type FunctionalityIndex = Infer<typeof FunctionalityIndex>

export const Withdrawal = record({
  component: SeatKey,
  name: text(),
  on: calendarDate(),
  reason: text(),
  /** Told to the governor and the ministry from this day on. */
  escalatedTo: listOf(oneOf('governor', 'ministry'), 2),
  days: count(),
})
export const CommitteeLine = record({
  id: CommitteeId,
  code: text(),
  level: CommitteeLevel,
  name: text(),
  area: text(),
  areaName: text(),
  isImpaired: yesOrNo(),
  withdrawals: listOf(Withdrawal),
  index: FunctionalityIndex,
  nextMeeting: orNull(record({ id: MeetingId, code: text(), day: calendarDate() })),
  lastMeeting: orNull(record({ id: MeetingId, code: text(), day: calendarDate() })),
  actionsOpen: count(),
  actionsOverdue: count(),
})
export type CommitteeLine = Infer<typeof CommitteeLine>
/** Rules in force, each of our own making unless it says otherwise; shown where they decide. */
export const CommitteeRules = record({
  noticeDays: count(),
  unresolvedMeetings: count(),
  provincialDays: count(),
  gap: count(),
  scoringDays: count(),
  indexMonths: count(),
  redSitesOneByOne: count(),
})
export type CommitteeRules = Infer<typeof CommitteeRules>
export const Committees = record({ committees: listOf(CommitteeLine), keeps: yesOrNo(), rules: CommitteeRules })
export type Committees = Infer<typeof Committees>

export const SeatShown = record({ ...Seat.shape, organisationName: orNull(text()), isMine: yesOrNo() })
export type SeatShown = Infer<typeof SeatShown>
export const ComponentShown = record({ key: SeatKey, kind: ComponentKind, name: text(), isWithdrawn: yesOrNo(), seats: listOf(SeatShown) })
export type ComponentShown = Infer<typeof ComponentShown>
export const MeetingState = oneOf('convened', 'open', 'closed', 'cancelled')
export type MeetingState = Infer<typeof MeetingState>
export const MinutesState = oneOf('none', 'draft', 'locked')
export const MeetingLine = record({
  id: MeetingId,
  code: text(),
  kind: oneOf('ORD', 'EXTRA'),
  day: calendarDate(),
  time: text(5),
  place: text(),
  state: MeetingState,
  /** From opening to closing; `null` before it opened. */
  quorumKept: orNull(yesOrNo()),
  decisions: count(),
  minutes: MinutesState,
})
export type MeetingLine = Infer<typeof MeetingLine>

export const ActionStatus = oneOf('OPEN', 'IN_PROGRESS', 'DONE', 'OVERDUE', 'CANCELLED')
export type ActionStatus = Infer<typeof ActionStatus>
/** Who has what was not settled: the committee itself, the one above, the ministry. */
export const Escalation = record({
  at: eitherOf(CommitteeLevel, exactly('ministry')),
  committee: orNull(text()),
  since: calendarDate(),
  because: oneOf('meetings', 'days'),
})
export type Escalation = Infer<typeof Escalation>
export const ActionLine = record({
  id: ActionId,
  number: text(),
  committee: CommitteeId,
  committeeCode: text(),
  text: text(),
  owner: SeatKey,
  ownerTitle: text(),
  ownerBody: orNull(text()),
  isMine: yesOrNo(),
  due: calendarDate(),
  openedOn: calendarDate(),
  status: ActionStatus,
  doneOn: orNull(calendarDate()),
  isOnTime: orNull(yesOrNo()),
  carriedOver: count(),
  escalation: orNull(Escalation),
  steps: listOf(
    record({
      on: calendarDate(),
      as: oneOf('OPEN', 'IN_PROGRESS', 'DONE', 'CANCELLED'),
      words: orNull(text()),
      bodyName: orNull(text()),
      files: listOf(record({ sha256: text(64), mediaType: text(60), bytes: count() })),
    }),
  ),
})
export type ActionLine = Infer<typeof ActionLine>
export const ACTIONS_ON_A_PAGE = 50
/** A page of them: `total` are asked for; `open` and `overdue` count all that the reader may ask for. */
export const Actions = record({
  ...{ actions: listOf(ActionLine), total: count(), page: count(), perPage: count(), open: count(), overdue: count() },
  ...{ keeps: yesOrNo(), rules: CommitteeRules },
})
export type Actions = Infer<typeof Actions>
/** By the quarter of their day: done by it, done after it, not done though it is over, still open. */
export const ActionsKept = record({
  quarters: listOf(record({ quarter: text(7), kept: count(), late: count(), overdue: count(), open: count() })),
  committees: count(),
  asOf: calendarDate(),
})
export type ActionsKept = Infer<typeof ActionsKept>

const legalShown = record({ basis: LegalBasis, number: orNull(text()), date: orNull(calendarDate()) })
/** Titles of the seats that hold the offices. */
const officersShown = record({ president: orNull(text()), vicePresident: orNull(text()), rapporteur: orNull(text()) })
/** One version of a committee as it was written down. */
export const VersionShown = record({
  n: count(),
  from: calendarDate(),
  on: calendarDate(),
  /** `replaced`: another was written down before it came to hold. */
  state: oneOf('past', 'standing', 'to-come', 'replaced'),
  reason: orNull(text()),
  legal: legalShown,
  quorum: QuorumRule,
  meetingsPerYear: count(),
  officers: officersShown,
  components: listOf(
    record({ name: text(), seats: listOf(record({ title: text(), organisationName: orNull(text()), voting: yesOrNo() })) }),
  ),
  /** Titles of seats, against the version before. */
  added: listOf(text()),
  ended: listOf(text()),
})
export type VersionShown = Infer<typeof VersionShown>
/** What a revision is written from: the version written down last. */
export const NewestVersion = record({
  n: count(),
  from: calendarDate(),
  components: listOf(Component),
  quorum: QuorumRule,
  meetingsPerYear: count(),
  officers: Officers,
  legal: LegalAct,
})
export const CommitteeBoard = record({
  line: CommitteeLine,
  legal: legalShown,
  officers: officersShown,
  /** Newest first. */
  versions: listOf(VersionShown),
  newest: NewestVersion,
  mandate: text(),
  meetingsPerYear: count(),
  quorum: QuorumRule,
  components: listOf(ComponentShown),
  parent: orNull(record({ id: CommitteeId, code: text(), name: text() })),
  /** All that are not over, and the newest of the others: of so many. */
  ...{ meetings: listOf(MeetingLine), meetingsTotal: count() },
  ...{ actions: listOf(ActionLine), actionsTotal: count() },
  kept: record({ onTime: count(), late: count() }),
  keeps: yesOrNo(),
  presides: yesOrNo(),
  rules: CommitteeRules,
})
export type CommitteeBoard = Infer<typeof CommitteeBoard>
