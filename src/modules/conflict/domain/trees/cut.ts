/*
What of a tree a tier reads. Committees read zones, never sites: a card that was tied to a site is tied to its territoire for them, and where the words of a card
name a site that the tree is tied to, the name is taken out (D). Words that name a site in another way stay; whoever writes is told so on the screen.
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

export function cutTree(content: TreeContent, tier: Tier, sites: readonly SiteOfTree[]): TreeContent {
  if (sees(tier, 'cleared')) return content
  const known = new Map(sites.map((one) => [one.site, one]))
  const names = sites.map((one) => one.name)
  const plain = (text: string): string => withoutNames(text, names)
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

/** Names are found without accents, case and signs, as whole words; a name of fewer than four letters would take out ordinary words. */
export function withoutNames(text: string, names: readonly string[]): string {
  const wanted = names.map((one) => foldedActor(one)).filter((one) => one.length >= 4)
  if (wanted.length === 0) return text
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found) => ({
    at: found.index,
    end: found.index + found[0].length,
    folded: foldedActor(found[0]),
  }))
  const out: { readonly at: number; readonly end: number }[] = []
  for (const name of wanted) {
    const parts = name.split(' ')
    for (let from = 0; from + parts.length <= words.length; from++) {
      const run = words.slice(from, from + parts.length)
      if (run.every((word, at) => word.folded === parts[at])) out.push({ at: run[0]?.at ?? 0, end: run.at(-1)?.end ?? 0 })
    }
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
