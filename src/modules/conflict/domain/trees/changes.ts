/*
What each act does to a tree, and which acts lead from one tree to another. An act that would make a circle, a second core or a double card is refused at
once, with the card; a tree that is merely unfinished is never refused here.
*/
import { canonicalJson } from '../../../../kernel/canonical-json.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { SiteId } from '../../../sites/contract.ts'
import { type Arrow, type Card, type CardId, MOST_ARROWS, MOST_CARDS, type TreeChange, type TreeContent } from '../../contract-trees.ts'
import { wouldCircle } from './graph.ts'

type Changed = Outcome<TreeContent>

export function changeTree(content: TreeContent, changes: readonly TreeChange[]): Changed {
  let now: Changed = accepted(content)
  for (const change of changes) {
    if (!now.ok) return now
    now = changeOnce(now.value, change)
  }
  return now
}

export function changeOnce(content: TreeContent, change: TreeChange): Changed {
  switch (change.do) {
    case 'title':
      return accepted({ ...content, title: change.title })
    case 'write':
      return write(content, change.card)
    case 'join':
      return join(content, change)
    case 'part':
      return accepted({ ...content, arrows: content.arrows.filter((one) => !(one.from === change.from && one.to === change.to)) })
    case 'remove':
      return remove(content, change.card)
    case 'merge':
      return merge(content, change)
    default:
      return onCard(content, change)
  }
}

type OfCard = Extract<TreeChange, { readonly do: 'reword' | 'kind' | 'objective' | 'vote' | 'theme' | 'tie' | 'choose' | 'act' | 'heard' }>
function onCard(content: TreeContent, change: OfCard): Changed {
  const card = cardOf(content, change.card)
  if (!card) return refused('tree-card-unknown')
  if (change.do === 'kind' && change.kind === 'core' && content.cards.some((one) => one.kind === 'core' && one.id !== card.id))
    return refused('tree-core-stands')
  const next = { ...card, ...partOf(change) }
  return accepted({ ...content, cards: content.cards.map((one) => (one.id === card.id ? next : one)) })
}
function partOf(change: OfCard): Partial<Card> {
  switch (change.do) {
    case 'reword':
      return { text: change.text }
    case 'kind':
      return { kind: change.kind }
    case 'objective':
      return { objective: change.words }
    case 'vote':
      return { votes: change.votes }
    case 'theme':
      return { themes: once(change.themes) }
    case 'tie':
      return { sites: once(change.sites), zones: once(change.zones) }
    case 'choose':
      return { isChosen: change.isChosen }
    case 'act':
      return { action: change.action }
    default:
      return { heard: change.heard }
  }
}

function write(content: TreeContent, card: Card): Changed {
  if (cardOf(content, card.id)) return refused('tree-card-stands')
  if (content.cards.length >= MOST_CARDS) return refused('tree-full', { most: MOST_CARDS })
  if (card.kind === 'core' && content.cards.some((one) => one.kind === 'core')) return refused('tree-core-stands')
  const { themes, sites, zones } = card
  return accepted({ ...content, cards: [...content.cards, { ...card, themes: once(themes), sites: once(sites), zones: once(zones) }] })
}

function join(content: TreeContent, { from, to }: Arrow): Changed {
  if (!cardOf(content, from) || !cardOf(content, to)) return refused('tree-card-unknown')
  if (content.arrows.some((one) => one.from === from && one.to === to)) return accepted(content)
  if (wouldCircle(content.arrows, { from, to })) return refused('tree-arrow-circles')
  if (content.arrows.length >= MOST_ARROWS) return refused('tree-full', { most: MOST_CARDS })
  return accepted({ ...content, arrows: [...content.arrows, { from, to }] })
}

function remove(content: TreeContent, card: CardId): Changed {
  if (!cardOf(content, card)) return refused('tree-card-unknown')
  return accepted({
    ...content,
    cards: content.cards.filter((one) => one.id !== card),
    arrows: content.arrows.filter((one) => one.from !== card && one.to !== card),
  })
}

function merge(content: TreeContent, { card, from }: { readonly card: CardId; readonly from: CardId }): Changed {
  const kept = cardOf(content, card)
  const gone = cardOf(content, from)
  if (!kept || !gone) return refused('tree-card-unknown')
  if (card === from) return accepted(content)
  if (kept.kind !== gone.kind) return refused('tree-merge-of-two-kinds')
  const next: Card = {
    ...kept,
    objective: kept.objective ?? gone.objective,
    votes: kept.votes + gone.votes,
    themes: once([...kept.themes, ...gone.themes]),
    sites: once([...kept.sites, ...gone.sites]),
    zones: once([...kept.zones, ...gone.zones]),
    isChosen: kept.isChosen || gone.isChosen,
    action: kept.action ?? gone.action,
    heard: once([...kept.heard, gone.text, ...gone.heard]),
  }
  if (next.themes.length > 8 || next.sites.length > 40 || next.zones.length > 12 || next.heard.length > 40)
    return refused('tree-card-holds-too-much')
  const turned = (one: CardId): CardId => (one === from ? card : one)
  const redirected = content.arrows.map((one) => ({ from: turned(one.from), to: turned(one.to) })).filter((one) => one.from !== one.to)
  const arrows: Arrow[] = []
  for (const arrow of redirected) {
    if (arrows.some((one) => one.from === arrow.from && one.to === arrow.to)) continue
    if (wouldCircle(arrows, arrow)) return refused('tree-arrow-circles')
    arrows.push(arrow)
  }
  const cards = content.cards.filter((one) => one.id !== from).map((one) => (one.id === card ? next : one))
  return accepted({ ...content, cards, arrows })
}

export const cardOf = (content: TreeContent, id: CardId | null): Card | null => content.cards.find((one) => one.id === id) ?? null
const once = <Value>(values: readonly Value[]): Value[] => [...new Set(values)]
const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, at) => one === b[at])
const isArrow =
  (arrow: Arrow) =>
  (one: Arrow): boolean =>
    one.from === arrow.from && one.to === arrow.to

/** Acts that make `from` into `to`: what undoing sends. In an order in which each is taken: away first, then changed, then new. */
export function changesBetween(from: TreeContent, to: TreeContent): readonly TreeChange[] {
  const before = new Map(from.cards.map((one) => [one.id, one]))
  const after = new Map(to.cards.map((one) => [one.id, one]))
  const staying = to.cards.flatMap((card): readonly (readonly [Card, Card])[] => {
    const was = before.get(card.id)
    return was ? [[was, card]] : []
  })
  const parted = from.arrows.filter((arrow) => after.has(arrow.from) && after.has(arrow.to) && !to.arrows.some(isArrow(arrow)))
  const joined = to.arrows.filter((arrow) => !from.arrows.some(isArrow(arrow)))
  const kinds = staying.filter(([was, card]) => was.kind !== card.kind)
  return [
    ...(from.title === to.title ? [] : [{ do: 'title', title: to.title } as const]),
    ...parted.map((arrow) => ({ do: 'part', ...arrow }) as const),
    ...from.cards.filter((one) => !after.has(one.id)).map((one) => ({ do: 'remove', card: one.id }) as const),
    // The core gives up its place before another takes it.
    ...kinds
      .toSorted(([a], [b]) => Number(b.kind === 'core') - Number(a.kind === 'core'))
      .map(([, { id, kind }]) => ({ do: 'kind', card: id, kind }) as const),
    ...staying.flatMap(([was, card]) => partsBetween(was, card)),
    ...to.cards.filter((one) => !before.has(one.id)).map((card) => ({ do: 'write', card }) as const),
    ...joined.map((arrow) => ({ do: 'join', ...arrow }) as const),
  ]
}
function partsBetween(was: Card, now: Card): readonly TreeChange[] {
  const card = now.id
  const found: TreeChange[] = []
  if (was.text !== now.text) found.push({ do: 'reword', card, text: now.text })
  if (was.objective !== now.objective) found.push({ do: 'objective', card, words: now.objective })
  if (was.votes !== now.votes) found.push({ do: 'vote', card, votes: now.votes })
  if (!same(was.themes, now.themes)) found.push({ do: 'theme', card, themes: now.themes })
  if (!same(was.sites, now.sites) || !same(was.zones, now.zones)) found.push({ do: 'tie', card, sites: now.sites, zones: now.zones })
  if (was.isChosen !== now.isChosen) found.push({ do: 'choose', card, isChosen: now.isChosen })
  if (canonicalJson(was.action) !== canonicalJson(now.action)) found.push({ do: 'act', card, action: now.action })
  if (!same(was.heard, now.heard)) found.push({ do: 'heard', card, heard: now.heard })
  return found
}

/** One text for one tree, however its cards were written down: in the order of their ids. What a version's hash is made over. */
export const orderedTree = (content: TreeContent): TreeContent => ({
  ...content,
  cards: content.cards.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  arrows: content.arrows.toSorted((a, b) => (`${a.from}${a.to}` < `${b.from}${b.to}` ? -1 : 1)),
})

/** A tree from a file: each card once, arrows between its own cards, one core at most, no circle. */
export const readTree = (content: TreeContent): Changed => {
  const none: TreeContent = { title: content.title, cards: [], arrows: [] }
  return changeTree(none, changesBetween(none, content))
}

/** Places that a list of acts ties cards to. */
export function placesIn(changes: readonly TreeChange[]): { readonly sites: readonly SiteId[]; readonly zones: readonly string[] } {
  const tied: readonly Pick<Card, 'sites' | 'zones'>[] = changes.flatMap((one): readonly Pick<Card, 'sites' | 'zones'>[] =>
    one.do === 'tie' ? [one] : one.do === 'write' ? [one.card] : [],
  )
  return { sites: once(tied.flatMap((one) => one.sites)), zones: once(tied.flatMap((one) => one.zones)) }
}
/** Bodies that a list of acts names as owners of actions. */
export const ownersIn = (changes: readonly TreeChange[]): readonly OrganisationId[] =>
  once(
    changes.flatMap((one) => {
      const action = one.do === 'act' ? one.action : one.do === 'write' ? one.card.action : null
      return action === null || action.owner === null ? [] : [action.owner]
    }),
  )
