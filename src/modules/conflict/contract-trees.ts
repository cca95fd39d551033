/*
Problem trees as they travel: cards on a wall, one of them the core, causes below and effects above. An arrow says "brings about". Codes of the domain
specification; no card names a person.
*/
import { type Infer, calendarDate, count, id, listOf, oneOf, orNull, record, text, yesOrNo } from '../../kernel/schema.ts'
import { OrganisationId } from '../people/contract.ts'
import { SiteId } from '../sites/contract.ts'

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
})
export type Card = Readonly<Infer<typeof Card>>
/** `from` brings about `to`: a cause its cause's consequence, the core its effects. */
export const Arrow = record({ from: CardId, to: CardId })
export type Arrow = Readonly<Infer<typeof Arrow>>
export const TreeContent = record({ title: text(160), cards: listOf(Card, 300), arrows: listOf(Arrow, 900) })
export type TreeContent = Readonly<Infer<typeof TreeContent>>
