/*
Distances on the ground in whole metres: between two points, and from a point to an outline. Good to a fraction of a percent over
the few kilometres in which rules look; rounded once, at the end, so that a rule compares whole numbers.
*/
export interface Point {
  readonly latitude: number
  readonly longitude: number
}
const EARTH_METRES = 6_371_008.8
const RADIANS = Math.PI / 180

/** Along the great circle. */
export function metresBetween(a: Point, b: Point): number {
  const [latA, latB] = [a.latitude * RADIANS, b.latitude * RADIANS]
  const half =
    Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2
  return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half))))
}

/** 0 inside the outline, else the metres to its nearest edge. The outline is closed by itself. */
export function metresOutside(point: Point, outline: readonly Point[]): number {
  const flat = outline.map((corner) => toPlane(point, corner))
  let [inside, nearest] = [false, Number.POSITIVE_INFINITY]
  for (const [at, a] of flat.entries()) {
    const b = flat[(at + 1) % flat.length] ?? a
    if (a.y > 0 !== b.y > 0 && ((b.x - a.x) * -a.y) / (b.y - a.y) + a.x > 0) inside = !inside
    nearest = Math.min(nearest, metresToEdge(a, b))
  }
  return inside ? 0 : Math.round(nearest)
}

interface Flat {
  readonly x: number
  readonly y: number
}
/** Metres east and north of the middle. */
const toPlane = (middle: Point, { latitude, longitude }: Point): Flat => ({
  x: (longitude - middle.longitude) * RADIANS * EARTH_METRES * Math.cos(middle.latitude * RADIANS),
  y: (latitude - middle.latitude) * RADIANS * EARTH_METRES,
})
/** From the middle to the edge between two corners. */
function metresToEdge(a: Flat, b: Flat): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(a.x * dx + a.y * dy) / length))
  return Math.hypot(a.x + along * dx, a.y + along * dy)
}
