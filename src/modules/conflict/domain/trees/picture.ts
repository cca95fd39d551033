/*
A tree as a picture: one SVG that stands for itself, without script, outside addresses or own type, at the size of an A3 sheet lying down. Every word in it is
escaped; what XML cannot hold is left out. The words of legend and head come from whoever asks, in their language.
*/
import type { Card, TreeContent } from '../../contract-trees.ts'
import { CARD_WIDTH, LINE, PADDING, type Placeable, type PlacedArrow, type PlacedCard, layoutTree, wrap } from './layout.ts'
import { mirrorTree } from './mirror.ts'

export type Side = 'problem' | 'objective'
export interface PictureWords {
  readonly title: string
  /** Version and day, who shows it, what is withheld: one line each. */
  readonly under: readonly string[]
  readonly kinds: { readonly above: string; readonly core: string; readonly below: string }
  readonly votes: (n: number) => string
  readonly chosen: string
  /** Names of zones and sites that a card is tied to. */
  readonly places: (card: Card) => string
}

interface Drawn extends Placeable {
  readonly small: readonly string[]
  readonly isChosen: boolean
  readonly isWanted: boolean
}
export const PLACES = { core: 'core', cause: 'below', effect: 'above' } as const

/** The cards of one side, ready to be placed; the problem side carries what people said about it. */
export function drawnCards(content: TreeContent, side: Side, words: Pick<PictureWords, 'votes' | 'places' | 'chosen'>): readonly Drawn[] {
  const mirrored = new Map(side === 'objective' ? mirrorTree(content).cards.map((one) => [one.id, one]) : [])
  return content.cards.map((card) => {
    const other = mirrored.get(card.id)
    const small = (
      side === 'objective'
        ? []
        : [card.votes > 0 ? words.votes(card.votes) : '', card.isChosen ? words.chosen : '', card.themes.join(', '), words.places(card)]
    )
      .filter((one) => one !== '')
      .flatMap((one) => wrap(one, 30, 2))
      .slice(0, 5)
    return {
      ...{ id: card.id, place: PLACES[card.kind], text: other?.text ?? card.text, small, notes: small.length },
      ...{ isChosen: card.isChosen, isWanted: other?.words === 'wanted' },
    }
  })
}

const A3 = { width: 420, height: 297 }
const HEAD = 74
const FOOT = 40
const MARGIN = 28
const FONT = "'Noto Sans', Arial, Helvetica, sans-serif"
const FILLS = { above: '#fdf3d6', core: '#f7d9d6', below: '#e2eef0' } as const
const STROKES = { above: '#8a6a10', core: '#a8231c', below: '#0f5c5c' } as const

export function treeSvg(content: TreeContent, side: Side, words: PictureWords): string {
  const cards = drawnCards(content, side, words)
  const layout = layoutTree(cards, content.arrows)
  const known = new Map(cards.map((one) => [one.id, one]))
  const width = Math.max(layout.width, 4 * CARD_WIDTH) + 2 * MARGIN
  const height = layout.height + HEAD + FOOT + 2 * MARGIN
  const shift = Math.round((width - layout.width) / 2)
  const body = [
    ...layout.arrows.map(arrowSvg),
    ...layout.cards.map((place) => {
      const card = known.get(place.id)
      return card ? cardSvg(place, card) : ''
    }),
  ].join('')
  const [first = '', ...rest] = words.under
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${A3.width}mm" height="${A3.height}mm" viewBox="0 0 ${width} ${height}" font-family="${FONT}" role="img">` +
    `<title>${xml(words.title)}</title><defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" fill="#49544f"/></marker></defs>` +
    `<rect width="${width}" height="${height}" fill="#fff"/>` +
    `<text x="${MARGIN}" y="${MARGIN + 18}" font-size="20" font-weight="700" fill="#1b2422">${xml(words.title)}</text>` +
    [first, ...rest]
      .map((line, at) => `<text x="${MARGIN}" y="${MARGIN + 38 + at * 15}" font-size="12" fill="#49544f">${xml(line)}</text>`)
      .join('') +
    `<g transform="translate(${shift} ${MARGIN + HEAD})">${body}</g>${legendSvg(words, height - MARGIN)}</svg>`
  )
}

function cardSvg(place: PlacedCard, card: Drawn): string {
  const { x, y, width, height, lines } = place
  const middle = x + width / 2
  const texts = lines.map((line, at) => `<tspan x="${middle}" y="${y + PADDING + 13 + at * LINE}">${xml(line)}</tspan>`)
  const small = card.small.map(
    (line, at) =>
      `<tspan x="${middle}" y="${y + PADDING + 13 + (lines.length + at) * LINE}" font-size="10.5" fill="#49544f">${xml(line)}</tspan>`,
  )
  const dashes = card.isWanted ? ' stroke-dasharray="5 4"' : ''
  return (
    `<g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${FILLS[card.place]}" stroke="${STROKES[card.place]}" stroke-width="${card.isChosen ? 3 : 1.2}"${dashes}/>` +
    `<text font-size="13" fill="#1b2422" text-anchor="middle"${card.place === 'core' ? ' font-weight="700"' : ''}>${texts.join('')}${small.join('')}</text></g>`
  )
}
/** A curve that leaves and arrives upright. */
export function arrowPath({ x1, y1, x2, y2 }: PlacedArrow): string {
  const bend = Math.max(18, Math.abs(y1 - y2) / 2) * (y1 >= y2 ? 1 : -1)
  return `M${x1} ${y1}C${x1} ${y1 - bend} ${x2} ${y2 + bend} ${x2} ${y2}`
}
const arrowSvg = (arrow: PlacedArrow): string =>
  `<path d="${arrowPath(arrow)}" fill="none" stroke="#49544f" stroke-width="1.3" marker-end="url(#tip)"/>`

const legendSvg = ({ kinds }: PictureWords, y: number): string =>
  (['above', 'core', 'below'] as const)
    .map(
      (place, at) =>
        `<rect x="${MARGIN + at * 190}" y="${y - 12}" width="16" height="12" rx="2" fill="${FILLS[place]}" stroke="${STROKES[place]}"/>` +
        `<text x="${MARGIN + 22 + at * 190}" y="${y - 2}" font-size="12" fill="#1b2422">${xml(kinds[place])}</text>`,
    )
    .join('')

/** Text for XML: five signs escaped, what no XML may hold left out. */
export const xml = (text: string): string =>
  Array.from(text.toWellFormed())
    .filter((letter) => letter >= ' ' && letter !== '\uFFFE' && letter !== '\uFFFF')
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
