/*
Whether a position lies in an area: a ray to the east, counted against every edge. Holes count like outer rings, so a town that
was cut out of its territoire lies outside it. An edge belongs to the area on its upper and right side, so that a point on a
border that two areas share with the same vertices lies in exactly one of them. Degrees are taken as a plane: areas here are far
from the poles and from the date line, and edges are short.
*/
import type { Position } from '../../../kernel/schema.ts'

/** GeoJSON MultiPolygon coordinates: polygons of rings of [longitude, latitude]. */
export type Polygons = readonly (readonly (readonly (readonly [number, number])[])[])[]
/** West, south, east, north. */
export type Box = readonly [number, number, number, number]

export interface Shape {
  readonly box: Box
  /** Rings as longitude, latitude, longitude, latitude … */
  readonly rings: readonly Float64Array[]
}

/** Made once per area; the search below touches no object but these arrays. */
export function shapeOf(polygons: Polygons): Shape {
  return { box: boxOf(polygons), rings: polygons.flatMap((rings) => rings.map((ring) => Float64Array.from(ring.flat()))) }
}

export function boxOf(polygons: Polygons): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [longitude, latitude] of polygons.flat(2)) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  return [west, south, east, north]
}

export function contains({ box, rings }: Shape, { latitude, longitude }: Position): boolean {
  const [west, south, east, north] = box
  if (longitude < west || longitude > east || latitude < south || latitude > north) return false
  let inside = false
  for (const ring of rings) if (crossesOddly(ring, longitude, latitude)) inside = !inside
  return inside
}

/** Whether the ray crosses this ring an odd number of times. A closing vertex that repeats the first adds an edge without length. */
function crossesOddly(ring: Float64Array, x: number, y: number): boolean {
  let odd = false
  let [previousX, previousY] = [ring[ring.length - 2] ?? 0, ring[ring.length - 1] ?? 0]
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const [nextX, nextY] = [ring[at] ?? 0, ring[at + 1] ?? 0]
    if (nextY > y !== previousY > y && x < ((previousX - nextX) * (y - nextY)) / (previousY - nextY) + nextX) odd = !odd
    previousX = nextX
    previousY = nextY
  }
  return odd
}
