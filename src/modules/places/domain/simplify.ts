/*
Fewer points for a map, with neighbours that still touch. Borders are cut at the points where neighbours change; each piece is
simplified once, the same way from whichever side it is read, so two areas keep one line between them. Only for drawing: where a
position lies is always asked of the full boundaries.
*/
import type { Polygons } from './point-in-area.ts'

type Point = readonly [number, number]
type Line = readonly Point[]
const keyOf = ([x, y]: Point): string => `${x},${y}`

/** `tolerance` in degrees: no drawn line lies farther from the true one. A ring that would vanish stays as it is. */
export function simplifyTogether(areas: readonly Polygons[], tolerance: number): readonly Polygons[] {
  const junctions = junctionsOf(areas)
  return areas.map((polygons) => polygons.map((rings) => rings.map((ring) => simplifyRing(ring, junctions, tolerance))))
}

/** Points whose two neighbours on the line are not the same in every ring that passes through. */
function junctionsOf(areas: readonly Polygons[]): ReadonlySet<string> {
  const neighbours = new Map<string, string>()
  const junctions = new Set<string>()
  for (const ring of areas.flat(2)) {
    const line = ring.slice(0, -1)
    for (const [at, point] of line.entries()) {
      const [before, after] = [line.at(at - 1) ?? point, line[(at + 1) % line.length] ?? point]
      const pair = [keyOf(before), keyOf(after)].sort().join(' ')
      const key = keyOf(point)
      const known = neighbours.get(key)
      if (known !== undefined && known !== pair) junctions.add(key)
      neighbours.set(key, pair)
    }
  }
  return junctions
}

function simplifyRing(ring: Line, junctions: ReadonlySet<string>, tolerance: number): Line {
  const line = ring.slice(0, -1)
  const start = startOf(line, junctions)
  const turned = [...line.slice(start), ...line.slice(0, start), line[start] ?? [0, 0]] as const
  const kept: Point[] = []
  let piece: Point[] = []
  for (const point of turned) {
    piece.push(point)
    if (piece.length === 1 || !(junctions.has(keyOf(point)) || point === turned.at(-1))) continue
    kept.push(...simplifyPiece(piece, tolerance).slice(0, -1))
    piece = [point]
  }
  const first = kept[0]
  return first && kept.length >= 3 ? [...kept, first] : ring
}

/** A ring without junctions (an island, a hole that one town fills) starts at its smallest point, whoever reads it. */
function startOf(line: Line, junctions: ReadonlySet<string>): number {
  const atJunction = line.findIndex((point) => junctions.has(keyOf(point)))
  if (atJunction >= 0) return atJunction
  return line.reduce((best, point, at) => (isBefore(point, line[best] ?? point) ? at : best), 0)
}
const isBefore = (a: Point, b: Point): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])

/** Douglas and Peucker (1973), always from the smaller end, so both sides of a border agree to the last point. */
function simplifyPiece(piece: Line, tolerance: number): Line {
  const [first, last] = [piece[0], piece.at(-1)]
  if (!first || !last || piece.length < 3) return piece
  const isLoop = keyOf(first) === keyOf(last)
  const [second, beforeLast] = [piece[1] ?? first, piece.at(-2) ?? last]
  const backwards = isLoop ? isBefore(beforeLast, second) : isBefore(last, first)
  const line = backwards ? piece.toReversed() : piece
  const keep = new Uint8Array(line.length)
  keep[0] = keep[line.length - 1] = 1
  const open: [number, number][] = isLoop ? halves(line, keep) : [[0, line.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    const { at, distance } = farthest(line, from, to)
    if (distance <= tolerance) continue
    keep[at] = 1
    open.push([from, at], [at, to])
  }
  const thinned = line.filter((_, at) => keep[at] === 1)
  return backwards ? thinned.toReversed() : thinned
}

/** A loop has no chord; its farthest point cuts it in two. */
function halves(line: Line, keep: Uint8Array): [number, number][] {
  const { at } = farthest(line, 0, line.length - 1)
  keep[at] = 1
  return [
    [0, at],
    [at, line.length - 1],
  ]
}

function farthest(line: Line, from: number, to: number): { at: number; distance: number } {
  const origin: Point = [0, 0]
  const [a, b] = [line[from] ?? origin, line[to] ?? origin]
  let [best, distance] = [from + 1, -1]
  for (let at = from + 1; at < to; at++) {
    const away = distanceTo(line[at] ?? a, a, b)
    if (away > distance) [best, distance] = [at, away]
  }
  return { at: best, distance }
}

/** From a point to a stretch of line, in degrees. */
function distanceTo([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - share * dx, y - ay - share * dy)
}
