/*
Reads a GeoJSON file that somebody wants on the map, and refuses it in words when it cannot be drawn: which file, which feature, what is
wrong. Shapes only; properties are dropped, because the map does not show them and a file may hold names of people. Pure.
*/
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import type { WordKey } from '../../../../app/words.ts'

export const MOST_BYTES = 5 * 1024 * 1024
const MOST_POINTS = 200_000

export interface OwnFileFault {
  readonly word: WordKey
  /** Of the feature, from 1. */
  readonly n?: number
}
export type OwnFile = { readonly data: FeatureCollection; readonly fault: null } | { readonly data: null; readonly fault: OwnFileFault }

export function readOwnFile(text: string): OwnFile {
  if (text.length > MOST_BYTES) return wrong('map.own.fault.too-large')
  const parsed = jsonOf(text)
  if (parsed === undefined) return wrong('map.own.fault.not-json')
  const shapes = shapesIn(parsed)
  if (shapes === null) return wrong('map.own.fault.not-geojson')
  const features: Feature[] = []
  let points = 0
  for (const [at, shape] of shapes.entries()) {
    if (shape === null) continue
    const read = readShape(shape)
    if (typeof read === 'string') return wrong(read, at + 1)
    points += read.points
    if (points > MOST_POINTS) return wrong('map.own.fault.many-points')
    features.push({ type: 'Feature', properties: {}, geometry: read.geometry })
  }
  return features.length === 0 ? wrong('map.own.fault.empty') : { data: { type: 'FeatureCollection', features }, fault: null }
}

const wrong = (word: WordKey, n?: number): OwnFile => ({ data: null, fault: { word, ...(n === undefined ? {} : { n }) } })

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
type Loose = { readonly [name: string]: unknown }
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Geometries of a collection, a feature or a bare geometry; `null` inside: a feature without a shape. */
function shapesIn(value: unknown): readonly unknown[] | null {
  if (!isLoose(value)) return null
  if (value['type'] === 'FeatureCollection') {
    const { features } = value
    return Array.isArray(features) ? features.map((one: unknown) => (isLoose(one) ? (one['geometry'] ?? null) : 'no feature')) : null
  }
  if (value['type'] === 'Feature') return [value['geometry'] ?? null]
  return typeof value['type'] === 'string' && Array.isArray(value['coordinates']) ? [value] : null
}

interface Shape {
  readonly geometry: Geometry
  readonly points: number
}
function readShape(value: unknown): Shape | WordKey {
  if (!isLoose(value)) return 'map.own.fault.geometry'
  const { type, coordinates } = value
  switch (type) {
    case 'Point':
      return built([coordinates], ([point]) => ({ type, coordinates: point ?? [] }))
    case 'MultiPoint':
      return built(coordinates, (line) => ({ type, coordinates: line }))
    case 'LineString':
      return built(coordinates, (line) => ({ type, coordinates: line }))
    case 'MultiLineString':
      return fromLines(coordinates, false, (lines) => ({ type, coordinates: lines }))
    case 'Polygon':
      return fromLines(coordinates, true, (rings) => ({ type, coordinates: rings }))
    case 'MultiPolygon':
      return fromPolygons(coordinates)
    default:
      return 'map.own.fault.geometry'
  }
}

function built(coordinates: unknown, make: (line: Position[]) => Geometry): Shape | WordKey {
  const line = lineOf(coordinates)
  return typeof line === 'string' ? line : { geometry: make(line), points: line.length }
}

function fromLines(coordinates: unknown, closed: boolean, make: (lines: Position[][]) => Geometry): Shape | WordKey {
  const lines = linesOf(coordinates, closed)
  return typeof lines === 'string' ? lines : { geometry: make(lines), points: lines.flat().length }
}

function fromPolygons(coordinates: unknown): Shape | WordKey {
  if (!Array.isArray(coordinates)) return 'map.own.fault.geometry'
  const polygons: Position[][][] = []
  for (const one of coordinates) {
    const rings = linesOf(one, true)
    if (typeof rings === 'string') return rings
    polygons.push(rings)
  }
  return { geometry: { type: 'MultiPolygon', coordinates: polygons }, points: polygons.flat(2).length }
}

function linesOf(value: unknown, closed: boolean): Position[][] | WordKey {
  if (!Array.isArray(value) || value.length === 0) return 'map.own.fault.geometry'
  const lines: Position[][] = []
  for (const one of value) {
    const line = lineOf(one)
    if (typeof line === 'string') return line
    if (closed && !isClosed(line)) return 'map.own.fault.open-ring'
    if (closed && crossesItself(line)) return 'map.own.fault.crossing'
    lines.push(line)
  }
  return lines
}

function lineOf(value: unknown): Position[] | WordKey {
  if (!Array.isArray(value) || value.length === 0) return 'map.own.fault.geometry'
  const line: Position[] = []
  for (const one of value) {
    if (!Array.isArray(one)) return 'map.own.fault.geometry'
    const [x, y]: readonly unknown[] = one
    if (typeof x !== 'number' || typeof y !== 'number') return 'map.own.fault.geometry'
    if (!(Math.abs(x) <= 180 && Math.abs(y) <= 90)) return 'map.own.fault.degrees'
    line.push([x, y])
  }
  return line
}

const isSame = ([ax, ay]: Position, [bx, by]: Position): boolean => ax === bx && ay === by
const isClosed = (ring: readonly Position[]): boolean => {
  const [first, last] = [ring[0], ring.at(-1)]
  return ring.length >= 4 && first !== undefined && last !== undefined && isSame(first, last)
}

interface Edge {
  readonly from: Position
  readonly to: Position
  readonly at: number
  readonly west: number
  readonly east: number
}
/** Edges are compared from west to east, only with those that share a longitude: outlines of thousands of points stay quick. */
function crossesItself(ring: readonly Position[]): boolean {
  const edges = ring.slice(1).flatMap((to, at): Edge[] => {
    const from = ring[at] ?? to
    const [a = 0, b = 0] = [from[0], to[0]]
    return isSame(from, to) ? [] : [{ from, to, at, west: Math.min(a, b), east: Math.max(a, b) }]
  })
  const sorted = edges.toSorted((one, other) => one.west - other.west)
  return sorted.some((edge, n) => {
    for (let next = n + 1; next < sorted.length; next++) {
      const other = sorted[next]
      if (other === undefined || other.west > edge.east) return false
      const apart = Math.abs(edge.at - other.at)
      if (apart > 1 && apart < ring.length - 2 && cross(edge, other)) return true
    }
    return false
  })
}
function cross(one: Edge, other: Edge): boolean {
  const side = (a: Position, b: Position, c: Position): number =>
    Math.sign(((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) - ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0)))
  return (
    side(one.from, one.to, other.from) * side(one.from, one.to, other.to) < 0 &&
    side(other.from, other.to, one.from) * side(other.from, other.to, one.to) < 0
  )
}
