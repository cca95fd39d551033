/*
Where nobody has been, as cells of a quarter of a degree (about 28 km): cells with sites of which none was visited since the day, and
cells in which nothing is registered and nobody is known to have stood. Cells are drawn inside the areas that are given, else inside the
box of the sites. Pure. Cost: every cell against the areas whose box holds it.
*/
import type { Feature, FeatureCollection, Geometry, Polygon, Position } from 'geojson'
import { addMonths } from '../../../../kernel/calendar.ts'
import type { MapSite } from './map-sites.ts'

const STEP = 0.25
export type CellKind = 'old' | 'empty'

export interface GridWish {
  readonly sites: readonly MapSite[]
  readonly areas: FeatureCollection | null
  readonly today: string
  readonly years: number
}

export function visitGrid({ sites, areas, today, years }: GridWish): FeatureCollection<Polygon, { kind: CellKind }> {
  const since = addMonths(today, -12 * years)
  const newest = new Map<string, string>()
  for (const { longitude, latitude, lastVisitOn } of sites) {
    const key = keyOf(cellAt(longitude), cellAt(latitude))
    const before = newest.get(key) ?? ''
    newest.set(key, (lastVisitOn ?? '') > before ? (lastVisitOn ?? '') : before)
  }
  const inside = areas === null ? () => true : insideOf(areas)
  const features = cellsOf(sites, areas).flatMap(([column, row]): Feature<Polygon, { kind: CellKind }>[] => {
    const visit = newest.get(keyOf(column, row))
    if (visit !== undefined && visit > since) return []
    if (visit === undefined && !inside([(column + 0.5) * STEP, (row + 0.5) * STEP])) return []
    return [{ type: 'Feature', properties: { kind: visit === undefined ? 'empty' : 'old' }, geometry: squareAt(column, row) }]
  })
  return { type: 'FeatureCollection', features }
}

const cellAt = (degrees: number): number => Math.floor(degrees / STEP)
const keyOf = (column: number, row: number): string => `${column},${row}`

function cellsOf(sites: readonly MapSite[], areas: FeatureCollection | null): readonly (readonly [number, number])[] {
  const points = areas ? areas.features.flatMap(({ geometry }) => boxCorners(geometry)) : sites.map((one) => [one.longitude, one.latitude])
  const all = [...points, ...sites.map((one) => [one.longitude, one.latitude])]
  if (all.length === 0) return []
  const [west, south, east, north] = boxOf(all)
  const cells: [number, number][] = []
  for (let column = cellAt(west); column <= cellAt(east); column++)
    for (let row = cellAt(south); row <= cellAt(north); row++) cells.push([column, row])
  return cells
}

const squareAt = (column: number, row: number): Polygon => {
  const [west, south, east, north] = [column * STEP, row * STEP, (column + 1) * STEP, (row + 1) * STEP]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

type Box = readonly [west: number, south: number, east: number, north: number]
function boxOf(points: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x = 0, y = 0] of points) {
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [west, south, east, north]
}
const polygonsIn = (geometry: Geometry): readonly Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
function boxCorners(geometry: Geometry): readonly Position[] {
  return polygonsIn(geometry).flatMap(([outer = []]) => {
    const [west, south, east, north] = boxOf(outer)
    return [
      [west, south],
      [east, north],
    ]
  })
}

function insideOf(areas: FeatureCollection): (point: Position) => boolean {
  const polygons = areas.features.flatMap(({ geometry }) => polygonsIn(geometry)).map((rings) => ({ rings, box: boxOf(rings[0] ?? []) }))
  return (point) => {
    const [x = 0, y = 0] = point
    return polygons.some(
      ({ rings, box: [west, south, east, north] }) =>
        x >= west && x <= east && y >= south && y <= north && rings.filter((ring) => crosses(ring, x, y)).length % 2 === 1,
    )
  }
}

/** Whether a line to the east from the point crosses the ring an odd number of times. */
function crosses(ring: readonly Position[], x: number, y: number): boolean {
  let odd = false
  for (let one = 0, before = ring.length - 1; one < ring.length; before = one++) {
    const [ax = 0, ay = 0] = ring[one] ?? []
    const [bx = 0, by = 0] = ring[before] ?? []
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd
  }
  return odd
}
