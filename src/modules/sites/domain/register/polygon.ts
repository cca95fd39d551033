/*
Whether the outline of a site can be kept: one closed ring, longitude before latitude, in the country's box, not crossing itself, at
most 500 points. What is wrong is said with the points it concerns, counted from 1, so that whoever typed it finds the place.
Degrees are taken as a plane: a site is some kilometres wide and far from the poles and from the date line.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Position } from '../../../../kernel/schema.ts'
import type { SitePolygon } from '../../contract-register.ts'

export const MOST_POINTS = 500
/** Further away than this the position and the outline cannot both be right (D). */
export const NEAR_METRES = 1000
/** South, north, west, east (D: the box of §5.1 for the Congo); other countries: anywhere on the globe. */
const BOXES: { readonly [country: string]: readonly [number, number, number, number] } = { CD: [-13.5, 5.4, 12.2, 31.4] }
const GLOBE = [-90, 90, -180, 180] as const

type Point = readonly [longitude: number, latitude: number]

export function checkPolygon({ coordinates }: SitePolygon, country: string | null): Outcome<readonly Point[]> {
  const [ring, ...holes] = coordinates
  if (ring === undefined || holes.length > 0) return refused('polygon-needs-one-ring', { rings: coordinates.length })
  if (ring.length > MOST_POINTS) return refused('polygon-too-many-points', { points: ring.length, most: MOST_POINTS })
  const points: Point[] = []
  for (const [longitude, latitude, ...rest] of ring) {
    if (longitude === undefined || latitude === undefined || rest.length > 1)
      return refused('polygon-point-malformed', { point: points.length + 1 })
    points.push([longitude, latitude])
  }
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < 4 || first === undefined || last === undefined) return refused('polygon-too-few-points', { points: points.length })
  if (!isSame(first, last)) return refused('polygon-not-closed', { points: points.length })
  return inBox(points, country) ?? uncrossed(points) ?? accepted(points)
}

/** Whether a point lies in the box of the country; anywhere on the globe where the country has none. */
export const isInCountry = ({ latitude, longitude }: Position, country: string): boolean =>
  isIn(BOXES[country] ?? GLOBE, [longitude, latitude])

type Refused = ReturnType<typeof refused>
function inBox(points: readonly Point[], country: string | null): Refused | null {
  const box = BOXES[country ?? ''] ?? GLOBE
  const outside = points.findIndex((point) => !isIn(box, point))
  if (outside < 0) return null
  const turned = points.every(([longitude, latitude]) => isIn(box, [latitude, longitude]))
  return turned ? refused('polygon-turned', {}) : refused('polygon-outside-country', { point: outside + 1, country: country ?? '' })
}
const isIn = ([south, north, west, east]: readonly [number, number, number, number], [longitude, latitude]: Point): boolean =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east

/** Every pair of edges: 500 points are 125,000 pairs, some milliseconds. Neighbours share a point and may only not lie on each other. */
function uncrossed(points: readonly Point[]): Refused | null {
  const edges = points.length - 1
  const at = (index: number): Point => points[index] ?? [0, 0]
  for (let one = 0; one < edges; one += 1) if (isSame(at(one), at(one + 1))) return refused('polygon-point-repeated', { point: one + 1 })
  for (let one = 0; one < edges; one += 1) {
    for (let other = one + 1; other < edges; other += 1) {
      const neighbours = other === one + 1 || (one === 0 && other === edges - 1)
      const [a, b, c, d] = [at(one), at(one + 1), at(other), at(other + 1)] as const
      const wrong = neighbours ? foldsBack(other === one + 1 ? [a, b, d] : [c, d, b]) : cross(a, b, [c, d])
      if (wrong) return refused('polygon-crosses-itself', { firstEdge: one + 1, secondEdge: other + 1 })
    }
  }
  return null
}

/** Twice the area of the triangle: positive to the left, negative to the right, zero in one line. */
const side = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
const between = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point): boolean =>
  Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by)
const isSame = ([ax, ay]: Point, [bx, by]: Point): boolean => ax === bx && ay === by

function cross(a: Point, b: Point, [c, d]: readonly [Point, Point]): boolean {
  const [aSide, bSide, cSide, dSide] = [side(c, d, a), side(c, d, b), side(a, b, c), side(a, b, d)]
  if (aSide * bSide < 0 && cSide * dSide < 0) return true
  return (
    (aSide === 0 && between(c, d, a)) ||
    (bSide === 0 && between(c, d, b)) ||
    (cSide === 0 && between(a, b, c)) ||
    (dSide === 0 && between(a, b, d))
  )
}
/** The second edge runs back over the first. */
const foldsBack = ([a, b, d]: readonly [Point, Point, Point]): boolean =>
  side(a, b, d) === 0 && (b[0] - a[0]) * (d[0] - b[0]) + (b[1] - a[1]) * (d[1] - b[1]) < 0

/** 0 when the position lies inside; else the metres to the nearest edge. */
export function metresOutside(points: readonly Point[], { latitude, longitude }: Position): number {
  const scale = Math.cos((latitude * Math.PI) / 180)
  const flat = points.map(([x, y]): Point => [(x - longitude) * scale, y - latitude])
  let [odd, nearest] = [false, Infinity]
  for (let at = 0; at + 1 < flat.length; at += 1) {
    const [ax, ay] = flat[at] ?? [0, 0]
    const [bx, by] = flat[at + 1] ?? [0, 0]
    if (ay > 0 !== by > 0 && 0 < ((ax - bx) * (0 - by)) / (ay - by) + bx) odd = !odd
    const length = (bx - ax) ** 2 + (by - ay) ** 2
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length))
    nearest = Math.min(nearest, Math.hypot(ax + along * (bx - ax), ay + along * (by - ay)))
  }
  return odd ? 0 : Math.round(nearest * METRES_PER_DEGREE)
}
/** Length of one degree of latitude. */
const METRES_PER_DEGREE = 111_195
