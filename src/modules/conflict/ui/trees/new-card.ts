/* Acts that several parts of the editor offer: a new card under or over another, an arrow between two, walking by arrow keys. Pure but for the new id. */
import { asId } from '../../../../kernel/schema.ts'
import type { Card, CardId, CardKind, TreeChange, TreeContent } from '../../contract-trees.ts'
import type { TreeLayout } from '../../domain/trees/layout.ts'
import type { TableAct } from './table.ts'

const blank = { objective: null, votes: 0, themes: [], sites: [], isChosen: false, action: null, heard: [] }
interface NewCard {
  readonly kind: CardKind
  readonly text: string
  /** The zones of the tree: a new cause is tied to them until somebody says better. */
  readonly zones: readonly string[]
  readonly beside: Card | null
}
export function newCard(id: string, { kind, text, zones, beside }: NewCard): Extract<TableAct, { readonly do: 'act' }> {
  const card = asId('card', id)
  const write: TreeChange = { do: 'write', card: { ...blank, id: card, kind, text, zones: kind === 'cause' ? [...zones] : [] } }
  const join: readonly TreeChange[] =
    beside === null ? [] : [kind === 'effect' ? { do: 'join', from: beside.id, to: card } : { do: 'join', from: card, to: beside.id }]
  return { do: 'act', changes: [write, ...join], choose: card }
}

/** A card laid on another: effects come from what they are laid on, everything else brings it about. */
export const arrowOfDrop = (dragged: Card, target: Card): TreeChange =>
  dragged.kind === 'effect' ? { do: 'join', from: target.id, to: dragged.id } : { do: 'join', from: dragged.id, to: target.id }

export type Way = 'up' | 'down' | 'left' | 'right'
/** The next card in the picture: the nearest of the row above or below, else the neighbour of the row. */
export function walk(layout: TreeLayout, from: CardId, way: Way): CardId | null {
  const here = layout.cards.find((one) => one.id === from)
  if (!here) return null
  const row = way === 'up' ? here.row - 1 : way === 'down' ? here.row + 1 : here.row
  const inRow = layout.cards.filter((one) => one.row === row && one.id !== from)
  const sides = way === 'left' ? inRow.filter((one) => one.x < here.x) : way === 'right' ? inRow.filter((one) => one.x > here.x) : inRow
  const joined = new Set(layout.arrows.flatMap((one) => (one.from === from ? [one.to] : one.to === from ? [one.from] : [])))
  const first = way === 'left' || way === 'right' ? [] : sides.filter((one) => joined.has(one.id))
  const near = (first.length > 0 ? first : sides).toSorted((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x))
  return near[0]?.id ?? null
}

export interface Branch {
  readonly card: Card
  readonly level: number
}
/** The tree as an indented list: the core, its causes down to their roots, its effects, then what nothing joins. Each card once, where it is first met. */
export function outlineOf({
  cards,
  arrows,
}: TreeContent): { readonly [Part in 'causes' | 'effects' | 'loose']: readonly Branch[] } & { readonly core: Card | null } {
  const known = new Map(cards.map((one) => [one.id, one]))
  const met = new Set<CardId>()
  const core = cards.find((one) => one.kind === 'core') ?? null
  const follow = (from: CardId, kind: CardKind, level: number): readonly Branch[] =>
    arrows
      .flatMap((one) => (kind === 'cause' ? (one.to === from ? [one.from] : []) : one.from === from ? [one.to] : []))
      .flatMap((id) => known.get(id) ?? [])
      .filter((one) => one.kind === kind && !met.has(one.id))
      .toSorted((a, b) => b.votes - a.votes || (a.id < b.id ? -1 : 1))
      .flatMap((card) => {
        if (met.has(card.id)) return []
        met.add(card.id)
        return [{ card, level }, ...follow(card.id, kind, level + 1)]
      })
  const causes = core === null ? [] : follow(core.id, 'cause', 0)
  const effects = core === null ? [] : follow(core.id, 'effect', 0)
  const loose = cards.filter((one) => one.id !== core?.id && !met.has(one.id)).map((card) => ({ card, level: 0 }))
  return { core, causes, effects, loose }
}
