/*
Peace follow-up as it travels: what was agreed in processes and workshops (roadmap), disarmament in numbers of a programme and a province, dialogues of
communities and what parties promised each other in them. No field takes a person: parties are bodies, groups of the register of actors, or a category in words;
disarmament has sums alone, and no schema here could hold a single combatant.
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
  yesOrNo,
} from '../../kernel/schema.ts'
import { Cut } from './contract-cut.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'
import { ActorId, DialogueId, RoadmapItemId, SheetId, TreeId } from './contract-ids.ts'
import { Response } from './contract-sheets.ts'
import { CardId } from './contract-trees.ts'

/* ---- roadmap ---- */

export const RoadmapSource = oneOf('nairobi', 'luanda', 'washington', 'doha', 'national', 'workshop')
export const RoadmapStatus = oneOf('not-started', 'on-track', 'delayed', 'blocked', 'done', 'dropped')
export type RoadmapStatus = Infer<typeof RoadmapStatus>
/** From where in the map it came: an action of a problem tree, or a response that a conflict sheet recommends. */
export const RoadmapOrigin = taggedBy('kind', [
  record({ kind: exactly('card'), tree: TreeId, card: CardId }),
  record({ kind: exactly('sheet'), sheet: SheetId, response: Response }),
])
export const AddRoadmapItem = record({
  source: RoadmapSource,
  text: text(600),
  /** A body of the register, or as it is called where it is in none; one of the two. */
  owner: maybe(OrganisationId),
  ownerWritten: maybe(text(160)),
  due: calendarDate(),
  sites: maybe(listOf(SiteId, 40)),
  from: maybe(RoadmapOrigin),
})
export const SetRoadmapStatus = record({ status: RoadmapStatus, evidence: maybe(text(600)), reason: maybe(text(600)) })
/** Who has it in hand now, and which sites it is about; what was before stays to be seen. Sites left out stay as they are. */
export const AssignRoadmapItem = record({
  owner: maybe(OrganisationId),
  ownerWritten: maybe(text(160)),
  sites: maybe(listOf(SiteId, 40)),
  reason: text(600),
})
export const MoveRoadmapDue = record({ due: calendarDate(), reason: text(600) })

export const RoadmapStep = record({
  status: orNull(RoadmapStatus),
  due: orNull(calendarDate()),
  /** Where it was given to another: to whom. */
  ownerName: orNull(text()),
  evidence: orNull(text()),
  reason: orNull(text()),
  on: calendarDate(),
  bodyName: orNull(text()),
})
export const RoadmapItem = record({
  id: RoadmapItemId,
  source: RoadmapSource,
  text: text(),
  owner: orNull(OrganisationId),
  ownerName: text(),
  due: calendarDate(),
  /** As it was first agreed; a day that was moved stays to be seen. */
  firstDue: calendarDate(),
  status: RoadmapStatus,
  isOverdue: yesOrNo(),
  /** For who is cleared. */
  sites: listOf(record({ id: SiteId, name: text() })),
  from: orNull(RoadmapOrigin),
  steps: listOf(RoadmapStep),
})
export type RoadmapItem = Infer<typeof RoadmapItem>
export const Roadmap = record({
  items: listOf(RoadmapItem),
  byStatus: listOf(record({ status: RoadmapStatus, items: count(), overdue: count() }), 6),
  writes: yesOrNo(),
  /** `null`: these are all; else the numbers too count these alone. */
  cut: orNull(Cut),
  /** Sites are not shown; said whether or not there are any. */
  withheld: listOf(exactly('restricted')),
})
export type Roadmap = Infer<typeof Roadmap>

/* ---- disarmament, demobilisation, reintegration: sums ---- */

export const DdrFigureId = id('ddr-figure')
export type DdrFigureId = Id<'ddr-figure'>
/** `null`: the source gives no such number; that is not 0. */
const sum = orNull(count())
export const RecordDdrFigure = record({
  programme: text(120),
  province: text(12),
  territoire: maybe(text(12)),
  asOf: calendarDate(),
  /** A group of the register of actors. */
  actor: maybe(ActorId),
  men: sum,
  women: sum,
  children: sum,
  weapons: sum,
  rounds: sum,
  explosives: sum,
  /** Fighters that the programme expects. */
  expected: sum,
  source: text(240),
  /** An earlier figure that this one replaces; both stay. */
  corrects: maybe(DdrFigureId),
})
export type RecordDdrFigure = Infer<typeof RecordDdrFigure>
export const ShownSum = taggedBy('is', [
  record({ is: exactly('shown'), n: count() }),
  record({ is: exactly('not-given') }),
  record({ is: exactly('withheld'), because: oneOf('below-minimum', 'complement') }),
])
export type ShownSum = Infer<typeof ShownSum>
export const DdrFigure = record({
  id: DdrFigureId,
  programme: text(),
  province: text(12),
  provinceName: text(),
  territoire: orNull(text(12)),
  territoireName: orNull(text()),
  asOf: calendarDate(),
  /** `restricted`: it is of a group, and the reader is not cleared for which. */
  actor: orNull(ActorId),
  isOfGroup: yesOrNo(),
  men: sum,
  women: sum,
  children: ShownSum,
  weapons: sum,
  rounds: sum,
  explosives: sum,
  expected: sum,
  source: text(),
  recordedAt: instant(),
  /** A later figure replaced it. */
  isCorrected: yesOrNo(),
  corrects: orNull(DdrFigureId),
})
export type DdrFigure = Infer<typeof DdrFigure>
export const DdrFigures = record({ figures: listOf(DdrFigure), writes: yesOrNo(), leastChildren: count(), cut: orNull(Cut) })
export type DdrFigures = Infer<typeof DdrFigures>

/* ---- dialogues of communities ---- */

export const DialogueTopic = oneOf('site-access', 'taxes', 'land', 'security', 'return', 'livelihood', 'traceability', 'other')
/** A body, a group, or a category of people as the dialogue called it; never a person. */
export const DialogueParty = taggedBy('kind', [
  record({ kind: exactly('body'), organisation: OrganisationId }),
  record({ kind: exactly('actor'), actor: ActorId }),
  record({ kind: exactly('community'), written: text(120) }),
])
export type DialogueParty = Infer<typeof DialogueParty>
export const CommitmentId = id('commitment')
export type CommitmentId = Id<'commitment'>
const partyNumber = count()
export const HoldDialogue = record({
  province: text(12),
  territoire: text(12),
  /** For who is cleared. */
  place: maybe(text(160)),
  topic: DialogueTopic,
  about: maybe(text(600)),
  heldOn: calendarDate(),
  parties: listOf(DialogueParty, 20),
  /** `who`: place of the party in the list, from 0. */
  agreements: listOf(record({ id: CommitmentId, who: partyNumber, what: text(400), due: calendarDate() }), 30),
  follows: maybe(DialogueId),
})
export type HoldDialogue = Infer<typeof HoldDialogue>
export const CommitmentState = oneOf('kept', 'partly', 'broken', 'not-checked')
export type CommitmentState = Infer<typeof CommitmentState>
export const CheckCommitment = record({
  commitment: CommitmentId,
  as: CommitmentState,
  on: calendarDate(),
  /** Another party than the one that promised, or a body from outside. */
  checkedBy: taggedBy('kind', [
    record({ kind: exactly('party'), party: partyNumber }),
    record({ kind: exactly('body'), organisation: OrganisationId }),
  ]),
  words: maybe(text(400)),
})
export type CheckCommitment = Infer<typeof CheckCommitment>

/** How many of the promises that are due were kept: never a share without its numbers. */
export const Accountability = record({
  due: count(),
  kept: count(),
  partly: count(),
  broken: count(),
  notChecked: count(),
  notDue: count(),
})
export type Accountability = Infer<typeof Accountability>
export const DialogueLine = record({
  id: DialogueId,
  heldOn: calendarDate(),
  territoire: text(12),
  territoireName: text(),
  topic: DialogueTopic,
  parties: count(),
  accountability: Accountability,
})
export type DialogueLine = Infer<typeof DialogueLine>
export const Dialogues = record({ dialogues: listOf(DialogueLine), accountability: Accountability, writes: yesOrNo(), cut: orNull(Cut) })
export type Dialogues = Infer<typeof Dialogues>
export const Commitment = record({
  id: CommitmentId,
  who: partyNumber,
  what: text(),
  due: calendarDate(),
  isDue: yesOrNo(),
  state: CommitmentState,
  checks: listOf(record({ as: CommitmentState, on: calendarDate(), checkedBy: text(), words: orNull(text()) })),
})
export type Commitment = Infer<typeof Commitment>
export const DialogueDetail = record({
  line: DialogueLine,
  /** The rest is for who is cleared: `null`, with `withheld`, for others. */
  told: orNull(
    record({
      place: orNull(text()),
      about: orNull(text()),
      parties: listOf(record({ kind: oneOf('body', 'actor', 'community'), name: orNull(text()), actor: orNull(ActorId) })),
      commitments: listOf(Commitment),
      follows: orNull(DialogueId),
    }),
  ),
  withheld: listOf(exactly('restricted')),
  writes: yesOrNo(),
  /** Writes whether promises were kept: not who wrote them down. */
  checks: yesOrNo(),
})
export type DialogueDetail = Infer<typeof DialogueDetail>
