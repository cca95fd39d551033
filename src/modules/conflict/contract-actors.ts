/*
Who acts in conflicts, as it travels: groups, bodies and networks, never persons. One that nobody may name has a drawn label in the place of its name, and a
sealed name for its readers. Codes are those of the domain specification in this house's spelling.
*/
import {
  type Infer,
  calendarDate,
  count,
  exactly,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { ActorId } from './contract-ids.ts'
import { SecretNameId } from './contract-names.ts'
import { Credibility, Reliability } from './contract-sheets.ts'

export const ActorKind = oneOf(
  ...(['state', 'army-unit', 'police', 'armed-group', 'cooperative', 'company', 'trader-network', 'customary'] as const),
  ...(['civil-society', 'un', 'donor'] as const),
)
export type ActorKind = Infer<typeof ActorKind>
/** Where it stands in disarmament, demobilisation and reinsertion (D). */
export const DdrStatus = oneOf('not-concerned', 'not-known', 'outside', 'announced', 'under-way', 'done', 'back-in-arms')
export type DdrStatus = Infer<typeof DdrStatus>
export const RelationKind = oneOf('allied', 'rival', 'taxes', 'supplies', 'protects', 'kinship', 'contract')
export type RelationKind = Infer<typeof RelationKind>
export const Stance = oneOf('peace', 'mixed', 'spoiler')
export type Stance = Infer<typeof Stance>

const code = text(12)
const facts = { kind: ActorKind, areas: listOf(code, 40), ddr: DdrStatus, described: orNull(text(1000)) } as const
/** Either a public name or a sealed one; its number is made by the device, so that the name can be sealed before. */
export const RegisterActor = record({ actor: ActorId, name: orNull(text(160)), secret: orNull(SecretNameId), ...facts })
export type RegisterActor = Readonly<Infer<typeof RegisterActor>>
export const DescribeActor = record(facts)
export const AddAlias = record({ written: text(160), source: orNull(text(60)) })
export const RemoveAlias = record({ written: text(160) })
/** This record and the other are one; what is kept is the other. */
export const MergeActor = record({ into: ActorId })
const strength = whole().min(1, 'not-one-to-three').max(3, 'not-one-to-three')
const five = whole().min(1, 'not-one-to-five').max(5, 'not-one-to-five')
export const RelateActor = record({
  ...{ to: ActorId, kind: RelationKind, strength, from: orNull(calendarDate()), until: orNull(calendarDate()) },
  ...{ reliability: Reliability, credibility: Credibility },
})
export type RelateActor = Readonly<Infer<typeof RelateActor>>
/** As a round of a body judged it on a day. */
export const PlaceActor = record({
  ...{ influence: five, interest: five, stance: Stance, on: calendarDate() },
  ...{ body: text(160), round: text(60) },
})
export type PlaceActor = Readonly<Infer<typeof PlaceActor>>

export const ActorLine = record({
  id: ActorId,
  /** Of a secret one, its drawn label. */
  name: text(160),
  isSecret: yesOrNo(),
  kind: ActorKind,
  aliases: listOf(text(160), 200),
  areas: listOf(code, 40),
  ddr: DdrStatus,
})
export type ActorLine = Readonly<Infer<typeof ActorLine>>
export const ActorsAnswer = record({
  actors: listOf(ActorLine, 5000),
  /** Of the cleared: how many there are, also where the list is shorter. */
  total: count(),
  /** For committees: sorts and areas, no names. `area` is null where nobody said where. */
  kinds: listOf(record({ kind: ActorKind, area: orNull(code), actors: count() })),
  withheld: listOf(exactly('actor-names'), 1),
})
export type ActorsAnswer = Readonly<Infer<typeof ActorsAnswer>>

/** `from` does to `to`. Names of both, so that a page needs no list. */
export const RelationLine = record({
  ...{ from: ActorId, fromName: text(160), to: ActorId, toName: text(160), kind: RelationKind, strength },
  ...{ since: orNull(calendarDate()), until: orNull(calendarDate()), reliability: Reliability, credibility: Credibility },
})
export type RelationLine = Readonly<Infer<typeof RelationLine>>
export const GridLine = record({ actor: ActorId, name: text(160), ...PlaceActor.shape })
export type GridLine = Readonly<Infer<typeof GridLine>>
export const ActorDetail = record({
  ...ActorLine.shape,
  described: orNull(text(1000)),
  /** For readers of names alone; else null. */
  secret: orNull(SecretNameId),
  mergedInto: orNull(ActorId),
  spellings: listOf(record({ written: text(160), source: orNull(text(60)) }), 200),
  relations: listOf(RelationLine, 500),
  /** Oldest first. */
  grid: listOf(GridLine, 500),
  /** Others whose names are near: proposals, never more. */
  near: listOf(record({ id: ActorId, name: text(160) }), 20),
})
export type ActorDetail = Readonly<Infer<typeof ActorDetail>>
/** The newest place of each actor, and those of a round where one is asked for. */
export const GridAnswer = record({ places: listOf(GridLine, 5000), rounds: listOf(text(60), 200) })
export type GridAnswer = Readonly<Infer<typeof GridAnswer>>
export const GridAsked = record({ round: maybe(text(60)) })

/** A spelling of a list that fits no actor exactly and waits for a person. */
export const WaitingSpelling = record({
  written: text(160),
  source: text(60),
  near: listOf(record({ id: ActorId, name: text(160) }), 20),
})
export type WaitingSpelling = Readonly<Infer<typeof WaitingSpelling>>
export const ActorDesk = record({
  /** The first of them, by their letters. */
  waiting: listOf(WaitingSpelling, 500),
  total: count(),
  /** How many were left out; their words are not kept. */
  leftOut: count(),
})
export type ActorDesk = Readonly<Infer<typeof ActorDesk>>
/** Why a spelling of a list becomes no actor. It is left out of the next lists too, and its words are not kept: they may name a person. */
export const LeavingReason = oneOf('person', 'no-group', 'several', 'unclear')
export type LeavingReason = Infer<typeof LeavingReason>
export const LeaveOut = record({ written: text(160), why: LeavingReason })

/** What an importer of lists may ask and do. */
export interface ActorsDoor<Tx> {
  /** Every spelling that leads to an actor. */
  readonly spellings: (tx: Tx, tenant: string) => Promise<readonly { readonly actor: string; readonly written: string }[]>
  /** The same letters decide; nearness proposes. */
  readonly match: (
    written: readonly string[],
    known: readonly { readonly actor: string; readonly written: string }[],
  ) =>
    | { readonly kind: 'exact'; readonly actor: string }
    | { readonly kind: 'near'; readonly actors: readonly string[] }
    | { readonly kind: 'none' }
  /** Lays spellings on the desk; those that wait already stay as they are, and what somebody left out does not come back. */
  readonly wait: (tx: Tx, tenant: string, waiting: readonly { readonly written: string; readonly source: string }[]) => Promise<void>
}
