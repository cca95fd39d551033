/*
A meeting as it travels: convocation, agenda with why each item is on it, attendance seat by seat, decisions with number and vote, minutes with hash. An item points at a
site, a request, an incident, an action or a commitment; there is no kind for a case, and what touches persons comes as counts alone.
*/
import { type Infer, calendarDate, count, instant, listOf, maybe, oneOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'
import { HeldLots } from '../custody/contract-held.ts'
import { DocumentRef } from '../documents/contract.ts'
import { RushFigures } from '../mobility/contract-rush.ts'
import { SiteId } from '../sites/contract.ts'
import { ActionLine, CommitteeId, CommitteeRules, ComponentShown, MeetingId, MeetingLine, MinutesState, SeatKey } from './contract.ts'

export const MeetingKind = oneOf('ORD', 'EXTRA')
export const ItemSource = oneOf(
  'minutes',
  'impaired',
  'action-overdue',
  'escalated',
  'blue-request',
  'red-site',
  'red-sites',
  'incident',
  'incidents',
  'warnings',
  'rush',
  'held-lots',
  'gap',
  'own',
)
export type ItemSource = Infer<typeof ItemSource>
export const AgendaItem = record({
  /** The same for the same thing: what was taken off does not come back by itself. */
  key: text(120),
  source: ItemSource,
  /** What it points at, of its source. */
  ref: orNull(text(60)),
  site: orNull(SiteId),
  /** A number, a site's name, a territoire: what the words of the source are filled with. */
  label: orNull(text(200)),
  /** The day that counts: until when an objection is possible, when an action was due. */
  day: orNull(calendarDate()),
  n: orNull(count()),
  /** Of lots that are held: why, since when, how much as far as it may be told. */
  held: maybe(HeldLots),
  /** Of a rush: its figures as the agenda last took them up. */
  rush: maybe(RushFigures),
})
export type AgendaItem = Infer<typeof AgendaItem>

export const ConveneMeeting = record({
  kind: MeetingKind,
  day: calendarDate(),
  time: text(5).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time'),
  place: text(160),
  /** Why it cannot wait: of an extraordinary meeting. */
  reason: maybe(text(400)),
})
export const AddItem = record({ title: text(200), why: text(400) })
export const RemoveItem = record({ item: text(120), reason: text(400) })
export const OrderItems = record({ items: listOf(text(120), 300) })
export const RefreshAgenda = record({})
/** `left` comes after present or represented. */
export const SeatState = oneOf('present', 'represented', 'excused', 'absent', 'left')
export type SeatState = Infer<typeof SeatState>
export const SeatNote = record({ seat: SeatKey, is: SeatState })
export const OpenMeeting = record({ attendance: listOf(SeatNote, 600) })
export const DecisionKind = oneOf('DECISION', 'RECOMMENDATION', 'INFORMATION')
export const Vote = record({ for: count(), against: count(), abstained: count() })
export const Decide = record({
  item: text(120),
  kind: DecisionKind,
  text: text(1200),
  /** None where nobody called for one: by consent. */
  vote: maybe(Vote),
  dissent: maybe(text(600)),
  /** Stands in the public extract once the minutes are locked. */
  isPublic: yesOrNo(),
})
export const OpenAction = record({
  item: text(120),
  decision: maybe(text(40)),
  text: text(600),
  owner: SeatKey,
  due: calendarDate(),
})
export const WriteMinutes = record({ text: text(20_000) })
export const ApproveMinutes = record({ meeting: MeetingId })
export const CorrectMinutes = record({ text: text(1200) })
export const CancelMeeting = record({ reason: text(400) })
export const ReportAction = record({
  as: oneOf('IN_PROGRESS', 'DONE'),
  words: text(800),
  /** DONE needs what shows it. */
  files: maybe(listOf(DocumentRef, 6)),
})
export const CancelAction = record({ reason: text(400) })

export const ItemShown = record({
  ...AgendaItem.shape,
  why: orNull(text()),
  removed: orNull(text()),
  /** How the thing stands now, in the word of its own module; `null` where nobody says. */
  now: orNull(text(40)),
  decisions: listOf(text(40)),
})
export type ItemShown = Infer<typeof ItemShown>
export const DecisionShown = record({
  number: text(),
  item: text(),
  kind: DecisionKind,
  text: text(),
  vote: orNull(Vote),
  dissent: orNull(text()),
  isPublic: yesOrNo(),
  at: instant(),
})
export type DecisionShown = Infer<typeof DecisionShown>
export const MeetingShown = record({
  id: MeetingId,
  committee: record({ id: CommitteeId, code: text(), name: text(), isImpaired: yesOrNo() }),
  line: MeetingLine,
  convokedOn: calendarDate(),
  noticeDays: count(),
  reason: orNull(text()),
  items: listOf(ItemShown),
  components: listOf(ComponentShown),
  attendance: listOf(SeatNote),
  /** As things stand: who sits, and who has left the committee. */
  quorum: record({ met: yesOrNo(), missing: listOf(text()), lostAt: orNull(instant()) }),
  decisions: listOf(DecisionShown),
  actions: listOf(ActionLine),
  minutes: record({
    state: MinutesState,
    text: orNull(text(20_000)),
    isMine: yesOrNo(),
    approvedIn: orNull(text()),
    approvedOn: orNull(calendarDate()),
    sha256: orNull(text(64)),
    notes: listOf(record({ text: text(), on: calendarDate() })),
  }),
  /** Later meetings of the committee in which these minutes may be approved. */
  approvableIn: listOf(record({ id: MeetingId, code: text() })),
  keeps: yesOrNo(),
  presides: yesOrNo(),
  objects: yesOrNo(),
  rules: CommitteeRules,
})
export type MeetingShown = Infer<typeof MeetingShown>
