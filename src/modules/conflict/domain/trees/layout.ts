/*
Where each card of a tree stands: effects above, the core in the middle, causes below, each in the row of its longest way to the core. The order within a row
follows the middle of a card's neighbours (barycentre), eight times up and down; then each card goes as near to them as the row allows without touching
another. Deterministic: the same cards and arrows give the same picture.

Cost: one pass over the arrows for the rows, sixteen for the order, eight for the places, each row by its number of cards: 300 cards and 900 arrows take about
30 milliseconds on a small laptop. Arrows over several rows run behind the cards between them; nothing is done against that.
*/
import type { Arrow, CardId } from '../../contract-trees.ts'
import { type Neighbours, longestWays, neighboursOf } from './graph.ts'

export interface Placeable {
  readonly id: CardId
  readonly place: 'above' | 'core' | 'below'
  readonly text: string
  /** Small lines under the text: votes, themes, an owner. */
  readonly notes: number
}
export interface PlacedCard {
  readonly id: CardId
  readonly row: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
}
export interface PlacedArrow {
  readonly from: CardId
  readonly to: CardId
  /** From the upper edge of the cause to the lower edge of what it brings about. */
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}
export interface TreeLayout {
  readonly width: number
  readonly height: number
  readonly cards: readonly PlacedCard[]
  readonly arrows: readonly PlacedArrow[]
}

export const CARD_WIDTH = 196
export const LINE = 17
export const PADDING = 10
const GAP = 22
const ROW_GAP = 58
/** Letters in a line: the widest letters of the type at 13 pixels would be less, ordinary text is more. */
const LETTERS = 25
const MOST_LINES = 11

export function layoutTree(cards: readonly Placeable[], arrows: readonly Arrow[]): TreeLayout {
  const known = new Map(cards.map((one) => [one.id, one]))
  const drawn = arrows.filter((one) => known.has(one.from) && known.has(one.to))
  const graph = { above: neighboursOf(drawn, 'to'), below: neighboursOf(drawn, 'from') }
  const rowOf = rowsOf(cards, graph)
  const rows = orderedRows(cards, rowOf, graph)
  const middles = middlesOf(rows, graph)
  const left = Math.min(0, ...[...middles.values()].map((one) => one - CARD_WIDTH / 2))
  const placed: PlacedCard[] = []
  let y = 0
  for (const [index, row] of rows.entries()) {
    const wrapped = row.map((id) => ({ id, lines: wrap(known.get(id)?.text ?? ''), notes: known.get(id)?.notes ?? 0 }))
    const heights = wrapped.map(({ lines, notes }) => (lines.length + notes) * LINE + 2 * PADDING)
    const tallest = Math.max(0, ...heights)
    for (const [at, { id, lines }] of wrapped.entries()) {
      const x = (middles.get(id) ?? 0) - CARD_WIDTH / 2 - left
      const height = heights[at] ?? 0
      placed.push({ id, row: index, x, y: y + Math.round((tallest - height) / 2), width: CARD_WIDTH, height, lines })
    }
    y += tallest + ROW_GAP
  }
  return {
    width: Math.max(CARD_WIDTH, ...placed.map((one) => one.x + one.width)),
    height: Math.max(LINE, y - ROW_GAP),
    cards: placed,
    arrows: arrowsOf(drawn, placed),
  }
}

function arrowsOf(arrows: readonly Arrow[], placed: readonly PlacedCard[]): readonly PlacedArrow[] {
  const at = new Map(placed.map((one) => [one.id, one]))
  return arrows.flatMap((arrow) => {
    const from = at.get(arrow.from)
    const to = at.get(arrow.to)
    if (!from || !to) return []
    const up = from.y >= to.y
    return [
      {
        ...arrow,
        x1: from.x + from.width / 2,
        y1: up ? from.y : from.y + from.height,
        x2: to.x + to.width / 2,
        y2: up ? to.y + to.height : to.y,
      },
    ]
  })
}

interface Graph {
  readonly above: Neighbours
  readonly below: Neighbours
}
/** Negative above the core, positive below it. A card that nothing joins stands in the first row of its side. */
function rowsOf(cards: readonly Placeable[], graph: Graph): ReadonlyMap<CardId, number> {
  const side = (place: Placeable['place']) => new Set(cards.filter((one) => one.place === place).map((one) => one.id))
  const ofSide = (place: 'above' | 'below', next: Neighbours) => {
    const own = side(place)
    return longestWays([...own].toSorted(), (one) => (next.get(one) ?? []).filter((other) => own.has(other)))
  }
  const causes = ofSide('below', graph.above)
  const effects = ofSide('above', graph.below)
  return new Map(
    cards.map((one) => [
      one.id,
      one.place === 'core' ? 0 : one.place === 'below' ? (causes.get(one.id) ?? 0) + 1 : -(effects.get(one.id) ?? 0) - 1,
    ]),
  )
}

const SWEEPS = 8
function orderedRows(cards: readonly Placeable[], rowOf: ReadonlyMap<CardId, number>, graph: Graph): readonly (readonly CardId[])[] {
  const levels = [...new Set(rowOf.values())].toSorted((a, b) => a - b)
  let rows: readonly (readonly CardId[])[] = levels.map((level) =>
    cards
      .filter((one) => rowOf.get(one.id) === level)
      .map((one) => one.id)
      .toSorted(),
  )
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    // Down from the core's consequences, then up from the roots: each time by the neighbours that were just ordered.
    rows = swept(rows, graph.above, 'down')
    rows = swept(rows, graph.below, 'up')
  }
  return rows
}
function swept(rows: readonly (readonly CardId[])[], neighbours: Neighbours, way: 'down' | 'up'): CardId[][] {
  const at = new Map<CardId, number>(rows.flatMap((row) => row.map((id, index) => [id, index - row.length / 2] as const)))
  const next = rows.map((row) => [...row])
  const order = way === 'down' ? next.keys() : [...next.keys()].toReversed()
  for (const index of order) {
    const row = next[index] ?? []
    const weights = new Map(row.map((id) => [id, mean((neighbours.get(id) ?? []).map((one) => at.get(one) ?? 0)) ?? at.get(id) ?? 0]))
    const sorted = row.toSorted((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0) || (at.get(a) ?? 0) - (at.get(b) ?? 0))
    next[index] = sorted
    for (const [place, id] of sorted.entries()) at.set(id, place - sorted.length / 2)
  }
  return next
}
const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length

const STEP = CARD_WIDTH + GAP
function middlesOf(rows: readonly (readonly CardId[])[], graph: Graph): ReadonlyMap<CardId, number> {
  const middles = new Map<CardId, number>(rows.flatMap((row) => row.map((id, at) => [id, (at - (row.length - 1) / 2) * STEP] as const)))
  const settle = (row: readonly CardId[], neighbours: readonly Neighbours[]) => {
    const wanted = row.map((id) => {
      const around = neighbours.flatMap((next) => (next.get(id) ?? []).map((one) => middles.get(one) ?? 0))
      return mean(around) ?? middles.get(id) ?? 0
    })
    const places = apart(wanted, STEP)
    for (const [at, id] of row.entries()) middles.set(id, places[at] ?? 0)
  }
  for (let pass = 0; pass < 4; pass++) {
    for (const row of rows) settle(row, [graph.above])
    for (const row of rows.toReversed()) settle(row, [graph.below])
  }
  for (const row of rows) settle(row, [graph.above, graph.below])
  return middles
}

/**
 * The places nearest to those wanted, in their order and at least `step` apart (least squares: neighbours that would touch move as one block to the mean
 * of what they want). Whole numbers, so that a picture is the same on every machine.
 */
export function apart(wanted: readonly number[], step: number): readonly number[] {
  const blocks: { sum: number; size: number }[] = []
  for (const [at, one] of wanted.entries()) {
    // Taking the steps away turns "at least so far apart" into "not falling".
    blocks.push({ sum: one - at * step, size: 1 })
    for (;;) {
      const last = blocks.at(-1)
      const before = blocks.at(-2)
      if (!last || !before || before.sum / before.size <= last.sum / last.size) break
      blocks.splice(-2, 2, { sum: before.sum + last.sum, size: before.size + last.size })
    }
  }
  const level = blocks.flatMap(({ sum, size }) => Array.from({ length: size }, () => Math.round(sum / size)))
  return level.map((one, at) => one + at * step)
}

/** Lines of at most so many letters, broken at spaces; a longer word is cut, a longer text ends with a mark. */
export function wrap(text: string, letters = LETTERS, most = MOST_LINES): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/)) {
    for (const part of cut(word, letters)) {
      const longer = line === '' ? part : `${line} ${part}`
      if (Array.from(longer).length <= letters) {
        line = longer
        continue
      }
      lines.push(line)
      line = part
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length === 0) return ['']
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, letters - 1)}…`]
}
function cut(word: string, letters: number): readonly string[] {
  const all = Array.from(word)
  return Array.from({ length: Math.max(1, Math.ceil(all.length / letters)) }, (_, at) =>
    all.slice(at * letters, (at + 1) * letters).join(''),
  )
}
