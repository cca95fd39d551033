/*
Workshops of conflict mapping as they travel: who convenes, where and when, seats by category (never names), groups, the wall of the hall (entries, cards, stances,
votes), and what is frozen at the end. A group writes from its own telephone over the network of the hall, by the code of the hall alone.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  exactly,
  id,
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
import { Cut } from './contract-cut.ts'
import { WorkshopId } from './contract-ids.ts'
import { RoundVerdict } from './contract-sheet-answers.ts'
import { SheetContent } from './contract-sheets.ts'
import { CardId } from './contract-trees.ts'

export const EntryId = id('hall-entry')
export type EntryId = Id<'hall-entry'>

/** The categories that the workshops of Kalemie and Kindu counted their participants by. */
export const ParticipantCategory = oneOf(
  ...(['provincial-ministry', 'provincial-division', 'traceability-body', 'mining-company', 'processing-entity'] as const),
  ...(['civil-society', 'media', 'un-or-ngo', 'cooperative'] as const),
)
export type ParticipantCategory = Infer<typeof ParticipantCategory>
export const MOST_SEATS = 200
export const MOST_GROUPS = 12
export const GroupNumber = whole().min(1, 'not-a-group').max(MOST_GROUPS, 'not-a-group')
/** A chair, not a person: the list with names stays on paper with who convened. */
export const Seat = record({
  number: whole().min(1, 'not-a-seat').max(MOST_SEATS, 'not-a-seat'),
  category: ParticipantCategory,
  sex: oneOf('f', 'm', 'not-said'),
  mayBePhotographed: yesOrNo(),
  group: GroupNumber,
})
export type Seat = Readonly<Infer<typeof Seat>>

/** What the telephones of the hall show now; `pause` shows nothing to fill in. */
export const HallStep = oneOf('places', 'stances', 'causes', 'votes', 'pause')
export type HallStep = Infer<typeof HallStep>
export const AgendaItem = record({
  day: oneOf('1', '2'),
  at: text(5).regex(/^\d\d:\d\d$/, 'not-a-time'),
  title: text(160),
  step: orNull(HallStep),
})
export type AgendaItem = Readonly<Infer<typeof AgendaItem>>

export const Stance = oneOf('agree', 'dissent', 'cannot-say')
export type Stance = Infer<typeof Stance>
export const StanceTaken = record({ group: GroupNumber, stance: Stance, reason: orNull(text(400)) })
export type StanceTaken = Readonly<Infer<typeof StanceTaken>>

/* ---- commands ---- */

export const ConveneWorkshop = record({
  title: text(160),
  round: text(60),
  province: text(12),
  territoires: listOf(text(12), 20),
  firstDay: calendarDate(),
  lastDay: calendarDate(),
  groups: listOf(text(60), MOST_GROUPS),
  /** Dots that each seat may lay on cards (D). */
  dotsEach: whole().min(1, 'not-a-count').max(10, 'not-a-count'),
  agenda: listOf(AgendaItem, 40),
  /** The workshop before this one in the same zone, with which it is compared. */
  former: orNull(WorkshopId),
})
export type ConveneWorkshop = Readonly<Infer<typeof ConveneWorkshop>>
export const SetSeats = record({ seats: listOf(Seat, MOST_SEATS) })
export const ShowStep = record({ step: HallStep })
/** A telephone belongs to the group by whose code it came in until the desk releases it; then it may come in by another code. */
export const TelephoneNumber = whole().min(1, 'not-a-telephone').max(100_000, 'not-a-telephone')
export const ReleaseTelephone = record({ telephone: TelephoneNumber })
/** The group gets another code, and its telephones are out: where a code went further than its table. */
export const RenewCode = record({ group: GroupNumber })
export const WriteEntry = record({ entry: EntryId, group: orNull(GroupNumber), content: SheetContent })
export const WithdrawEntry = record({ entry: EntryId, because: text(400) })
export const TakeStance = record({ entry: EntryId, ...StanceTaken.shape })
export const WallKind = oneOf('core', 'cause', 'effect')
export const WriteCard = record({ card: CardId, group: orNull(GroupNumber), kind: WallKind, text: text(240), under: orNull(CardId) })
export const WithdrawCard = record({ card: CardId, because: text(400) })
export const CardVote = record({ card: CardId, dots: count() })
export const CastVotes = record({ group: GroupNumber, votes: listOf(CardVote, 100) })
/** `shown`: what the screen showed; another hall underneath is refused, so that nobody freezes what they did not see. */
export const FreezeWorkshop = record({ shown: count(), remark: maybe(text(400)) })
export const NoBody = record({})

/* ---- the wall ---- */

export const HallEntry = record({
  id: EntryId,
  number: count(),
  group: orNull(GroupNumber),
  content: SheetContent,
  stances: listOf(StanceTaken, MOST_GROUPS),
  /** What groups said of an earlier text of it: asked anew, and not forgotten. */
  earlier: listOf(StanceTaken, 100),
})
export type HallEntry = Readonly<Infer<typeof HallEntry>>
export const HallCard = record({
  id: CardId,
  group: orNull(GroupNumber),
  kind: WallKind,
  text: text(240),
  under: orNull(CardId),
  dots: count(),
})
export type HallCard = Readonly<Infer<typeof HallCard>>

/** What is frozen: the whole of the wall with who was there by category, and nothing that leads to a person. */
export const WorkshopContent = record({
  convened: ConveneWorkshop,
  seats: listOf(Seat, MOST_SEATS),
  entries: listOf(HallEntry, 500),
  cards: listOf(HallCard, 500),
})
export type WorkshopContent = Readonly<Infer<typeof WorkshopContent>>
export const FrozenVersion = record({
  version: whole().min(1),
  on: calendarDate(),
  at: instant(),
  by: text(60),
  remark: orNull(text(400)),
  sha256: text(64),
})
export type FrozenVersion = Readonly<Infer<typeof FrozenVersion>>

/* ---- answers ---- */

export const WorkshopLine = record({
  id: WorkshopId,
  title: text(160),
  round: text(60),
  province: text(12),
  zone: text(400),
  firstDay: calendarDate(),
  lastDay: calendarDate(),
  seats: count(),
  entries: count(),
  cards: count(),
  versions: count(),
  isHallOpen: yesOrNo(),
})
export type WorkshopLine = Readonly<Infer<typeof WorkshopLine>>
export const WorkshopList = record({ workshops: listOf(WorkshopLine), cut: orNull(Cut) })
export type WorkshopList = Readonly<Infer<typeof WorkshopList>>

export const MOST_TELEPHONES = 40
export const HallDoor = record({
  /** Where telephones of the hall reach this program; empty where it was not started for a hall. */
  addresses: listOf(text(200), 12),
  /** Each group with its own code, and the numbers of its telephones. */
  groups: listOf(record({ group: GroupNumber, code: text(12), telephones: listOf(TelephoneNumber, MOST_TELEPHONES) }), MOST_GROUPS),
})
export const WorkshopShown = record({
  id: WorkshopId,
  convened: ConveneWorkshop,
  host: orNull(text(200)),
  zone: text(400),
  seats: listOf(Seat, MOST_SEATS),
  step: HallStep,
  entries: listOf(HallEntry, 500),
  cards: listOf(HallCard, 500),
  /** Dots that each group has laid and may lay. */
  dots: listOf(record({ group: GroupNumber, laid: count(), budget: count() }), MOST_GROUPS),
  /** Acts since the beginning; what `shown` of a freezing names. */
  acts: count(),
  hasChanged: yesOrNo(),
  versions: listOf(FrozenVersion, 1000),
  /** `null` while the hall is shut. */
  hall: orNull(HallDoor),
  /** Names of registered sites that entries lean on. */
  sites: listOf(record({ id: text(36), name: text(200) }), 500),
})
export type WorkshopShown = Readonly<Infer<typeof WorkshopShown>>
export const FrozenShown = record({ workshop: WorkshopId, frozen: FrozenVersion, content: WorkshopContent })
export type FrozenShown = Readonly<Infer<typeof FrozenShown>>
/** Place by place; `with` is null where no round before is linked or none was frozen. */
export const RoundComparison = record({
  with: orNull(record({ title: text(160), round: text(60), version: count(), on: calendarDate() })),
  lines: listOf(record({ place: text(200), verdict: RoundVerdict, before: orNull(SheetContent), after: orNull(SheetContent) }), 1000),
})
export type RoundComparison = Readonly<Infer<typeof RoundComparison>>

/* ---- in the log: subject `workshop:<id>` ---- */

export const Frozen = record({
  version: whole().min(1),
  on: calendarDate(),
  sha256: text(64),
  remark: orNull(text(400)),
  content: WorkshopContent,
})
const by = { by: text(60) } as const
export const workshopKinds = {
  'workshop.convened.v1': record({ ...ConveneWorkshop.shape, host: orNull(text(60)), ...by }),
  'workshop.seats-set.v1': record({ ...SetSeats.shape, ...by }),
  'workshop.hall-opened.v1': record(by),
  'workshop.hall-shut.v1': record(by),
  'workshop.step-shown.v1': record({ ...ShowStep.shape, ...by }),
  'workshop.telephone-released.v1': record({ ...ReleaseTelephone.shape, group: GroupNumber, ...by }),
  'workshop.code-renewed.v1': record({ ...RenewCode.shape, ...by }),
  'workshop.entry-written.v1': WriteEntry,
  'workshop.entry-withdrawn.v1': WithdrawEntry,
  'workshop.stance-taken.v1': TakeStance,
  'workshop.card-written.v1': WriteCard,
  'workshop.card-withdrawn.v1': WithdrawCard,
  'workshop.votes-cast.v1': CastVotes,
  'workshop.frozen.v1': record({ ...Frozen.shape, ...by }),
} as const
type Kinds = typeof workshopKinds
export type WorkshopEvent = { [K in keyof Kinds]: { readonly kind: K; readonly payload: Readonly<Infer<Kinds[K]>> } }[keyof Kinds]
const actOf = <K extends keyof Kinds>(kind: K) => record({ kind: exactly(kind), payload: workshopKinds[kind] })
/** Acts as they are kept, in their order. */
export const WorkshopActs = listOf(
  taggedBy('kind', [
    actOf('workshop.convened.v1'),
    actOf('workshop.seats-set.v1'),
    actOf('workshop.hall-opened.v1'),
    actOf('workshop.hall-shut.v1'),
    actOf('workshop.step-shown.v1'),
    actOf('workshop.telephone-released.v1'),
    actOf('workshop.code-renewed.v1'),
    actOf('workshop.entry-written.v1'),
    actOf('workshop.entry-withdrawn.v1'),
    actOf('workshop.stance-taken.v1'),
    actOf('workshop.card-written.v1'),
    actOf('workshop.card-withdrawn.v1'),
    actOf('workshop.votes-cast.v1'),
    actOf('workshop.frozen.v1'),
  ]),
  100_000,
)
