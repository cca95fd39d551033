/*
What of a tree a tier reads. Committees read zones, never sites: a card that was tied to a site is tied to its territoire for them, and where the words of a card
name a site of its zones or an actor of the register, the name is taken out (D). Words that name them in another way stay; whoever writes is told so on the screen.
*/
import { foldedActor } from '../folded.ts'
import { type Tier, sees } from '../tiers/tiers.ts'
import type { Card, TreeContent } from '../../contract-trees.ts'

export interface SiteOfTree {
  readonly site: string
  readonly name: string
  readonly territoire: string | null
}
/** In the place of a name that a reader does not get. */
export const TAKEN_OUT = '[…]'

export interface KeptFromTree {
  /** Those that its cards are tied to. */
  readonly sites: readonly SiteOfTree[]
  /** Takes out of words what the reader does not get. */
  readonly plain: (words: string) => string
}
export function cutTree(content: TreeContent, tier: Tier, { sites, plain }: KeptFromTree): TreeContent {
  if (sees(tier, 'cleared')) return content
  const known = new Map(sites.map((one) => [one.site, one]))
  const cutCard = (card: Card): Card => ({
    ...card,
    text: plain(card.text),
    objective: card.objective === null ? null : plain(card.objective),
    heard: card.heard.map(plain),
    themes: card.themes.map(plain),
    sites: [],
    zones: [...new Set([...card.zones, ...card.sites.flatMap((one) => known.get(one)?.territoire ?? [])])].slice(0, 12),
    action:
      card.action === null
        ? null
        : { ...card.action, what: plain(card.action.what), ownerWritten: card.action.ownerWritten && plain(card.action.ownerWritten) },
  })
  return { ...content, title: plain(content.title), cards: content.cards.map(cutCard) }
}

/** Short names would take out ordinary words; but of groups that go by three capitals or figures those are the name. */
const leastLetters = (name: string): number => (name === name.toUpperCase() ? 3 : 4)

/**
Names are found without accents, case and signs, as whole words. The names are read once, by their first word: a register of thousands costs each text a look
at its own words.
*/
export function cutterOf(names: readonly string[]): (text: string) => string {
  const known = new Map<string, (readonly string[])[]>()
  for (const name of new Set(names)) {
    const folded = foldedActor(name)
    const [first = '', ...rest] = folded.split(' ')
    if (folded.length >= leastLetters(name)) known.set(first, [...(known.get(first) ?? []), [first, ...rest]])
  }
  return (text) => without(text, known)
}
export const withoutNames = (text: string, names: readonly string[]): string => cutterOf(names)(text)

function without(text: string, known: ReadonlyMap<string, readonly (readonly string[])[]>): string {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => ({
    at: found.index,
    end: found.index + found[0].length,
    folded: foldedActor(found[0]),
  }))
  const out: { readonly at: number; readonly end: number }[] = []
  for (const [from, word] of words.entries())
    for (const parts of known.get(word.folded) ?? []) {
      const run = words.slice(from, from + parts.length)
      if (parts.every((part, at) => run[at]?.folded === part)) out.push({ at: word.at, end: run.at(-1)?.end ?? word.end })
    }
  let plain = ''
  let done = 0
  for (const { at, end } of out.toSorted((a, b) => a.at - b.at || b.end - a.end)) {
    if (end <= done) continue
    plain += at >= done ? text.slice(done, at) + TAKEN_OUT : ''
    done = end
  }
  return plain + text.slice(done)
}
