/* What became of a tree between two of its frozen versions. */
import type { Arrow, Card, CardKind, TreeContent } from '../../contract-trees.ts'

export interface TreeDiff {
  readonly added: readonly Card[]
  readonly gone: readonly Card[]
  readonly reworded: readonly { readonly card: Card; readonly before: string; readonly after: string }[]
  readonly votes: readonly { readonly card: Card; readonly before: number; readonly after: number }[]
  readonly kinds: readonly { readonly card: Card; readonly before: CardKind; readonly after: CardKind }[]
  /** Cards of both versions whose causes or consequences are others now. */
  readonly moved: readonly Card[]
  readonly chosen: readonly Card[]
  readonly noLongerChosen: readonly Card[]
}

export function diffTrees(before: TreeContent, after: TreeContent): TreeDiff {
  const was = new Map(before.cards.map((one) => [one.id, one]))
  const now = new Set(after.cards.map((one) => one.id))
  const both = after.cards.flatMap((card) => {
    const earlier = was.get(card.id)
    return earlier ? [{ card, earlier }] : []
  })
  const stays = (arrow: Arrow): boolean => was.has(arrow.from) && was.has(arrow.to) && now.has(arrow.from) && now.has(arrow.to)
  const keys = (tree: TreeContent) => new Set(tree.arrows.filter(stays).map(({ from, to }) => `${from} ${to}`))
  const [first, second] = [keys(before), keys(after)]
  const turned = new Set([...first, ...second].filter((one) => first.has(one) !== second.has(one)).flatMap((one) => one.split(' ')))
  return {
    added: after.cards.filter((one) => !was.has(one.id)),
    gone: before.cards.filter((one) => !now.has(one.id)),
    reworded: both
      .filter(({ card, earlier }) => card.text !== earlier.text)
      .map(({ card, earlier }) => ({ card, before: earlier.text, after: card.text })),
    votes: both
      .filter(({ card, earlier }) => card.votes !== earlier.votes)
      .map(({ card, earlier }) => ({ card, before: earlier.votes, after: card.votes })),
    kinds: both
      .filter(({ card, earlier }) => card.kind !== earlier.kind)
      .map(({ card, earlier }) => ({ card, before: earlier.kind, after: card.kind })),
    moved: both.filter(({ card }) => turned.has(card.id)).map(({ card }) => card),
    chosen: both.filter(({ card, earlier }) => card.isChosen && !earlier.isChosen).map(({ card }) => card),
    noLongerChosen: both.filter(({ card, earlier }) => !card.isChosen && earlier.isChosen).map(({ card }) => card),
  }
}
/** What was chosen or not, and every other difference, is nothing. */
export const isUnchanged = (diff: TreeDiff): boolean => Object.values(diff).every((one) => one.length === 0)
