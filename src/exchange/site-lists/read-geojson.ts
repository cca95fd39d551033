/*
A GeoJSON collection as a list of the same shape as a table: the properties are its columns, the geometry stands beside each row. Points
and polygons; longitude stands before latitude, as the format says. What is wrong with the file as a whole is refused; what is wrong
with one feature is said of that feature.
*/
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { MOST_ROWS } from './read-table.ts'

export type Geometry =
  | { readonly kind: 'point'; readonly longitude: number; readonly latitude: number }
  | { readonly kind: 'polygon'; readonly coordinates: readonly (readonly (readonly number[])[])[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly type: string }

export interface FeatureList {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[]; readonly geometry: Geometry }[]
}

/** Refusals: `list-not-geojson`, `list-not-collection` {type}, `list-other-projection` {name}, `list-empty`, `list-too-long`. */
export function readGeoJson(text: string): Outcome<FeatureList> {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return refused('list-not-geojson')
  }
  if (!isObject(file)) return refused('list-not-geojson')
  const { type, features } = file
  if (type !== 'FeatureCollection' || !Array.isArray(features))
    return refused('list-not-collection', { type: typeof type === 'string' ? type.slice(0, 40) : '?' })
  const projection = isObject(file['crs']) && isObject(file['crs']['properties']) ? file['crs']['properties']['name'] : undefined
  if (typeof projection === 'string' && !/CRS84|4326/.test(projection))
    return refused('list-other-projection', { name: projection.slice(0, 80) })
  const found: readonly unknown[] = features
  if (found.length === 0) return refused('list-empty')
  if (found.length > MOST_ROWS) return refused('list-too-long', { rows: found.length, most: MOST_ROWS })
  const objects = found.map((one) => (isObject(one) ? one : {}))
  const columns: string[] = []
  const seen = new Set<string>()
  for (const { properties } of objects)
    for (const name of isObject(properties) ? Object.keys(properties) : []) {
      if (seen.has(name) || columns.length >= 300) continue
      seen.add(name)
      columns.push(name)
    }
  const rows = objects.map((feature, index) => {
    const properties = isObject(feature['properties']) ? feature['properties'] : {}
    return { line: index + 1, cells: columns.map((name) => cellOf(properties[name])), geometry: geometryOf(feature['geometry']) }
  })
  return accepted({ columns, rows })
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function cellOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string' || typeof one === 'number').join('; ')
  return ''
}

function geometryOf(value: unknown): Geometry {
  if (!isObject(value)) return { kind: 'none' }
  const { type, coordinates } = value
  if (type === 'Point') {
    const pair = numbersIn(coordinates)
    const [longitude, latitude] = pair ?? []
    return longitude === undefined || latitude === undefined ? { kind: 'unusable', type: 'Point' } : { kind: 'point', longitude, latitude }
  }
  // A program that writes many parts for one outline: one part is the outline.
  const rings: unknown =
    type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.length === 1
      ? coordinates[0]
      : type === 'Polygon'
        ? coordinates
        : null
  if (!Array.isArray(rings)) return { kind: 'unusable', type: typeof type === 'string' ? type.slice(0, 40) : '?' }
  const read = rings.map((ring: unknown) => (Array.isArray(ring) ? ring.map(numbersIn) : null))
  const whole = read.flatMap((ring) => (ring === null ? [] : [ring.flatMap((point) => (point === null ? [] : [point]))]))
  if (whole.length !== rings.length) return { kind: 'unusable', type: 'Polygon' }
  return { kind: 'polygon', coordinates: whole }
}

function numbersIn(value: unknown): readonly number[] | null {
  if (!Array.isArray(value) || value.length < 2) return null
  const numbers = value.filter((one): one is number => typeof one === 'number' && Number.isFinite(one))
  return numbers.length === value.length ? numbers : null
}
