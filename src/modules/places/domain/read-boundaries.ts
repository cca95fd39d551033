/*
A GeoJSON file of boundaries, read whole before anything is written: one damaged feature refuses the file and says which, because
half a country would place sites wrongly without a sign. Property names of the OCHA files and of their common copies are known.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Area, AreaLevel } from '../contract.ts'
import { AIMAGS } from './aimags.ts'
import { PROVINCES, kindOfUnit } from './areas.ts'
import type { BoundedArea } from './gazetteer.ts'
import type { Polygons } from './point-in-area.ts'

/** Refusals: `boundaries-not-geojson`, `boundaries-empty`, `boundaries-damaged` with the number of the feature (from 1) and the problem. */
export function readBoundaries(file: string, level: AreaLevel): Outcome<readonly BoundedArea[]> {
  const features = featuresOf(file)
  if (!features) return refused('boundaries-not-geojson')
  if (features.length === 0) return refused('boundaries-empty')
  const read: BoundedArea[] = []
  const seen = new Set<string>()
  for (const [index, feature] of features.entries()) {
    const one = readFeature(feature, level)
    const problem = typeof one === 'string' ? one : seen.has(one.area.code) ? 'code-twice' : null
    if (problem !== null || typeof one === 'string') return refused('boundaries-damaged', { feature: index + 1, problem })
    seen.add(one.area.code)
    read.push(one)
  }
  return accepted(read)
}

type Fields = { readonly [name: string]: unknown }
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

function featuresOf(file: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(file)
    return isFields(parsed) && parsed['type'] === 'FeatureCollection' && Array.isArray(parsed['features']) ? parsed['features'] : null
  } catch {
    return null
  }
}

/** The area, or what is wrong with it in a word. */
function readFeature(feature: unknown, level: AreaLevel): BoundedArea | string {
  if (!isFields(feature) || !isFields(feature['properties']) || !isFields(feature['geometry'])) return 'not-a-feature'
  const polygons = polygonsOf(feature['geometry'])
  if (typeof polygons === 'string') return polygons
  const area = areaOf(feature['properties'], level)
  return typeof area === 'string' ? area : { area, polygons }
}

const CODE_NAMES = {
  country: ['pcode', 'ADM0_PCODE', 'adm0_pcode', 'iso_a2'],
  province: ['pcode', 'ADM1_PCODE', 'adm1_pcode', 'iso3166_2'],
  territoire: ['pcode', 'ADM2_PCODE', 'adm2_pcode'],
} as const
const NAME_NAMES = {
  country: ['name', 'ADM0_FR', 'adm0_name', 'name_fr', 'iso_a2'],
  province: ['name', 'ADM1_FR', 'adm1_name'],
  territoire: ['name', 'ADM2_FR', 'adm2_name'],
} as const

function areaOf(properties: Fields, level: AreaLevel): Area | string {
  const code = textOf(properties, CODE_NAMES[level])
  const name = textOf(properties, NAME_NAMES[level])
  if (!code || !/^[A-Z]{2}[A-Z0-9-]*$/.test(code) || code.length > 12) return 'no-code'
  if (!name || name.length > 120) return 'no-name'
  if (level === 'country') return { code, level, name, kind: 'country' }
  // A Congolese p-code tells its level by its length: a file given under the wrong level is not taken.
  if (/^CD\d+$/.test(code) && code.length > 4 !== (level === 'territoire')) return 'other-level'
  if (level === 'province') {
    const iso = textOf(properties, ['iso', 'iso3166_2'])
    // A file may know an aimag by its ISO code alone; MN-046 is Uvs, and MN46 is not.
    const ours = PROVINCES.find((one) => one.code === code) ?? AIMAGS.find((one) => one.code === code || one.iso === (iso ?? code))
    return ours ?? { code, level, name, kind: 'province', ...(iso && iso.length <= 8 ? { iso } : {}) }
  }
  const parent = textOf(properties, ['adm1_pcode', 'ADM1_PCODE', 'parent'])
  if (!parent) return 'no-parent'
  return {
    code,
    level,
    name,
    kind: textOf(properties, ['kind', 'ADM2_TYPE', 'adm2_type']) ?? (code.startsWith('MN') ? 'soum' : kindOfUnit(code)),
    parent,
  }
}

function textOf(properties: Fields, names: readonly string[]): string | null {
  const found = names.map((name) => properties[name]).find((value) => typeof value === 'string' && value.trim() !== '')
  return typeof found === 'string' ? found.trim() : null
}

function polygonsOf(geometry: Fields): Polygons | string {
  const { type, coordinates } = geometry
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null
  if (!Array.isArray(polygons) || polygons.length === 0) return 'not-an-area'
  return polygons.every(isPolygon) ? polygons : 'ring-broken'
}
const isPolygon = (rings: unknown): rings is Polygons[number] => Array.isArray(rings) && rings.length > 0 && rings.every(isRing)

/** At least a triangle, closed, on the globe. */
function isRing(ring: unknown): ring is Polygons[number][number] {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPoint)) return false
  const [first, last] = [ring[0], ring.at(-1)]
  return isPoint(first) && isPoint(last) && first[0] === last[0] && first[1] === last[1]
}
const isPoint = (point: unknown): point is readonly [number, number] =>
  Array.isArray(point) && point.length >= 2 && isWithin(point[0], 180) && isWithin(point[1], 90)
const isWithin = (value: unknown, limit: number): boolean => typeof value === 'number' && Math.abs(value) <= limit
