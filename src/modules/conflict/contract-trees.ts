/*
Problem trees as they travel: cards on a wall, one of them the core, causes below and effects above. An arrow says "brings about". Codes of the domain
specification; no card names a person.
*/
import {
  type Infer,
  calendarDate,
  count,
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
import { Cut } from './contract-cut.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'
import { TreeId, WorkshopId } from './contract-ids.ts'

export const CardId = id('card')
export type CardId = Infer<typeof CardId>
export const CardKind = oneOf('core', 'cause', 'effect')
export type CardKind = Infer<typeof CardKind>

/** What is to be done about a cause, by whom and until when; it goes to the roadmap. */
export const CardAction = record({
  what: text(400),
  /** A body of the register, or as it was called in the hall; one of the two. */
  owner: orNull(OrganisationId),
  ownerWritten: orNull(text(160)),
  due: calendarDate(),
})
export type CardAction = Readonly<Infer<typeof CardAction>>

export const Card = record({
  id: CardId,
  kind: CardKind,
  text: text(240),
  /** The positive of it, once mirrored and put into good words; `null`: as the mirror makes it. */
  objective: orNull(text(240)),
  votes: count(),
  themes: listOf(text(40), 8),
  /** Causes are tied to sites of the register, or to zones by p-code. */
  sites: listOf(SiteId, 40),
  zones: listOf(text(12), 12),
  isChosen: yesOrNo(),
  action: orNull(CardAction),
  /** Words of the cards that were put together in this one: nobody's card is lost. */
  heard: listOf(text(240), 40),
})
export type Card = Readonly<Infer<typeof Card>>
/** `from` brings about `to`: a cause its cause's consequence, the core its effects. */
export const Arrow = record({ from: CardId, to: CardId })
export type Arrow = Readonly<Infer<typeof Arrow>>
export const MOST_CARDS = 300
export const MOST_ARROWS = 900
export const TreeContent = record({ title: text(160), cards: listOf(Card, MOST_CARDS), arrows: listOf(Arrow, MOST_ARROWS) })
export type TreeContent = Readonly<Infer<typeof TreeContent>>

/* ---- what a sender may say ---- */

const card = CardId
/** One act at the table. Several go in one command, in their order, all or none. */
export const TreeChange = taggedBy('do', [
  record({ do: exactly('title'), title: text(160) }),
  record({ do: exactly('write'), card: Card }),
  record({ do: exactly('reword'), card, text: text(240) }),
  record({ do: exactly('kind'), card, kind: CardKind }),
  record({ do: exactly('objective'), card, words: orNull(text(240)) }),
  record({ do: exactly('vote'), card, votes: count() }),
  record({ do: exactly('theme'), card, themes: listOf(text(40), 8) }),
  record({ do: exactly('tie'), card, sites: listOf(SiteId, 40), zones: listOf(text(12), 12) }),
  record({ do: exactly('choose'), card, isChosen: yesOrNo() }),
  record({ do: exactly('act'), card, action: orNull(CardAction) }),
  record({ do: exactly('heard'), card, heard: listOf(text(240), 40) }),
  record({ do: exactly('remove'), card }),
  /** `from` goes into `card`: arrows, votes, themes and ties with it, its words among those heard. */
  record({ do: exactly('merge'), card, from: CardId }),
  record({ do: exactly('join'), from: CardId, to: CardId }),
  record({ do: exactly('part'), from: CardId, to: CardId }),
])
export type TreeChange = Readonly<Infer<typeof TreeChange>>

const zones = listOf(text(12), 12)
const revision = whole().min(0, 'not-a-version').max(1_000_000, 'not-a-version')
export const BeginTree = record({
  title: text(160),
  zones,
  workshop: orNull(WorkshopId),
  /** From a file of another house, or of another day. */
  content: maybe(TreeContent),
})
/** `expected`: the revision that the sender saw. Of an older one, nothing is taken. */
export const EditTree = record({ expected: revision, changes: listOf(TreeChange, 400) })
export const FreezeTree = record({ expected: revision })
export const ReopenTree = record({ workshop: orNull(WorkshopId) })

/** What a tree is exported as, and read in from. */
export const TreeFile = record({ format: exactly('chanzo-problem-tree'), version: exactly(1), content: TreeContent })
export type TreeFile = Readonly<Infer<typeof TreeFile>>

/* ---- what a reader gets back ---- */

export const FindingCode = oneOf(
  ...(['no-core', 'several-cores', 'cycle', 'orphan', 'too-shallow', 'cause-untied'] as const),
  ...(['absence-of-solution', 'no-effect', 'chosen-without-action'] as const),
)
export type FindingCode = Infer<typeof FindingCode>
export const Finding = record({ code: FindingCode, card: orNull(CardId), blocks: yesOrNo() })
export type Finding = Readonly<Infer<typeof Finding>>

export const TreeState = oneOf('open', 'frozen')
export const versionOfTree = whole().min(1, 'not-a-version').max(10_000, 'not-a-version')
/** `sha256`: of the canonical content; `null` for who does not read all of it, since a guess could be tried against it. */
export const FrozenTree = record({ number: versionOfTree, on: calendarDate(), workshop: orNull(WorkshopId), sha256: orNull(text(64)) })
export type FrozenTree = Readonly<Infer<typeof FrozenTree>>

const counts = { cards: count(), causes: count(), effects: count(), chosen: count(), actions: count() }
export const TreeLine = record({
  tree: TreeId,
  title: text(),
  zones: listOf(record({ code: text(12), name: text() }), 12),
  workshop: orNull(WorkshopId),
  state: TreeState,
  begunOn: calendarDate(),
  changedOn: calendarDate(),
  revision: whole(),
  ...counts,
  frozen: listOf(FrozenTree, 1_000),
})
export type TreeLine = Readonly<Infer<typeof TreeLine>>
/** What a reader may not see, as a code: it stands whether or not there was anything. */
export const TreeWithheld = oneOf('sites')
export const TreeList = record({ trees: listOf(TreeLine, 500), withheld: listOf(TreeWithheld, 1), mayWrite: yesOrNo(), cut: orNull(Cut) })
export type TreeList = Readonly<Infer<typeof TreeList>>
export const TreeAnswer = record({
  line: TreeLine,
  /** Shown: `null` for the tree as it stands, else the frozen version. */
  version: orNull(versionOfTree),
  content: TreeContent,
  findings: listOf(Finding, 2_000),
  sites: listOf(record({ site: SiteId, name: text() }), 2_000),
  areas: listOf(record({ code: text(12), name: text() }), 2_000),
  bodies: listOf(record({ body: OrganisationId, name: text() }), 300),
  withheld: listOf(TreeWithheld, 1),
  mayWrite: yesOrNo(),
})
export type TreeAnswer = Readonly<Infer<typeof TreeAnswer>>

/** A tree as its workshop names it. */
export interface WorkshopTree {
  readonly tree: TreeId
  readonly title: string
  readonly state: 'open' | 'frozen'
  /** Frozen at this workshop; `null` while it is not. */
  readonly frozen: { readonly number: number; readonly on: string } | null
  readonly causes: number
  readonly effects: number
  readonly chosen: number
  readonly actions: number
}
