/* Cards and trees for tests: short to write, and random ones that follow from a seed. */
import { asId } from '../../../../kernel/schema.ts'
import type { Arrow, Card, CardId, CardKind, TreeContent } from '../../contract-trees.ts'

export const cardId = (n: number): CardId => asId('card', `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)
export const sampleCard = (n: number, kind: CardKind, more: Partial<Card> = {}): Card => ({
  ...{
    id: cardId(n),
    kind,
    text: `Carte ${n}`,
    objective: null,
    votes: 0,
    themes: [],
    sites: [],
    zones: kind === 'cause' ? ['XL101'] : [],
  },
  ...{ isChosen: false, action: null, heard: [] },
  ...more,
})
export const sampleArrow = (from: number, to: number): Arrow => ({ from: cardId(from), to: cardId(to) })
/** Core 1, causes 2 and 3 of it, 4 a cause of 2, effects 5 and 6: nothing is wrong with it. */
export const soundTree: TreeContent = {
  title: 'Arbre',
  cards: [sampleCard(1, 'core'), ...[2, 3, 4].map((n) => sampleCard(n, 'cause')), ...[5, 6].map((n) => sampleCard(n, 'effect'))],
  arrows: [sampleArrow(2, 1), sampleArrow(3, 1), sampleArrow(4, 2), sampleArrow(1, 5), sampleArrow(5, 6)],
}

/** Numbers from 0 up to 1 that follow from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
const words = [
  'route',
  'rançon',
  'bac',
  'concession',
  'veilleurs',
  'prix',
  'champ',
  'puits',
  'hyperinflationnistiquement',
  'é',
  'on ne passe pas',
]
/** Any cards and arrows at all: orphans, wrong ways and, with `circles`, circles too. */
export function randomTree(seed: number, most: number, circles: boolean): TreeContent {
  const next = seeded(seed)
  const whole = (below: number): number => Math.floor(next() * below)
  const n = 1 + whole(most)
  const cards = Array.from({ length: n }, (_, at) =>
    sampleCard(at + 1, at === 0 && next() < 0.9 ? 'core' : next() < 0.6 ? 'cause' : 'effect', {
      text: Array.from({ length: 1 + whole(12) }, () => words[whole(words.length)] ?? '').join(' '),
      votes: whole(9),
      zones: next() < 0.8 ? ['XL101'] : [],
    }),
  )
  const arrows: Arrow[] = []
  for (let tries = 0; tries < n * 2; tries++) {
    const [a, b] = [1 + whole(n), 1 + whole(n)]
    if (a === b) continue
    const arrow = circles ? sampleArrow(a, b) : sampleArrow(Math.max(a, b), Math.min(a, b))
    if (!arrows.some((one) => one.from === arrow.from && one.to === arrow.to)) arrows.push(arrow)
  }
  return { title: 'Hasard', cards, arrows }
}
