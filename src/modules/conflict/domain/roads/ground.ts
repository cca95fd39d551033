/*
Distances and lines on the ground, good to a fraction of a percent over the tens of kilometres of a road. Metres, not rounded: who compares says how far
is near.
*/
import type { Position } from '../../../../kernel/schema.ts'

export type Line = readonly Position[]
const EARTH_METRES = 6_371_008.8
const RADIANS = Math.PI / 180

interface Flat {
  readonly x: number
  readonly y: number
}
/** Metres east and north of a middle. */
const flatAround =
  (middle: Position) =>
  ({ latitude, longitude }: Position): Flat => ({
    x: (longitude - middle.longitude) * RADIANS * EARTH_METRES * Math.cos(middle.latitude * RADIANS),
    y: (latitude - middle.latitude) * RADIANS * EARTH_METRES,
  })

export function metresBetween(a: Position, b: Position): number {
  const middle = { latitude: (a.latitude + b.latitude) / 2, longitude: (a.longitude + b.longitude) / 2 }
  const [from, to] = [flatAround(middle)(a), flatAround(middle)(b)]
  return Math.hypot(to.x - from.x, to.y - from.y)
}

/** From a point to the nearest place of a line; of a line of one point, to that point. */
export function metresToLine(point: Position, line: Line): number {
  const flat = line.map(flatAround(point))
  const [first] = flat
  if (first === undefined) return Number.POSITIVE_INFINITY
  return flat.slice(1).reduce((nearest, end, at) => Math.min(nearest, toPiece(flat[at] ?? end, end)), Math.hypot(first.x, first.y))
}
/** From the middle to a piece between two points. */
function toPiece(a: Flat, b: Flat): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(a.x * dx + a.y * dy) / length))
  return Math.hypot(a.x + along * dx, a.y + along * dy)
}

export const lineMetres = (line: Line): number => line.slice(1).reduce((all, end, at) => all + metresBetween(line[at] ?? end, end), 0)

/** The place at so many kilometres from the first point; beyond the last one, the last one. */
export function placeAtKm(line: Line, km: number): Position | null {
  let left = km * 1000
  for (const [at, end] of line.entries()) {
    const start = line[at - 1]
    if (start === undefined) continue
    const piece = metresBetween(start, end)
    if (left <= piece) return between(start, end, piece === 0 ? 0 : left / piece)
    left -= piece
  }
  return line.at(-1) ?? null
}
const between = (a: Position, b: Position, part: number): Position => ({
  latitude: a.latitude + (b.latitude - a.latitude) * part,
  longitude: a.longitude + (b.longitude - a.longitude) * part,
})

const MOST_PLACES = 120
/** Places along a line, its corners among them, no further from each other than `metres`, or more where the line is very long. */
export function placesAlong(line: Line, metres: number): readonly Position[] {
  const step = Math.max(metres, lineMetres(line) / MOST_PLACES)
  return line.flatMap((end, at) => {
    const start = line[at - 1]
    if (start === undefined) return [end]
    const pieces = Math.max(1, Math.ceil(metresBetween(start, end) / step))
    return Array.from({ length: pieces }, (_, n) => between(start, end, (n + 1) / pieces))
  })
}
