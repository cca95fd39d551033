/*
One row of a list, by the mapping that the officer confirmed, as what it says of a site. Empty cells say nothing and erase nothing.
Everything that cannot be read is named with its column, all of it at once, so that a list is corrected in one go.
*/
import type { Facts, Outcome } from '../../kernel/outcome.ts'
import type { Position } from '../../kernel/schema.ts'
import type { StatedPlace } from '../../modules/places/contract.ts'
import type { ActivityStatus, Mineral } from '../../modules/sites/contract.ts'
import type { EntryContent, SitePolygon } from '../../modules/sites/contract-register.ts'
import type { FieldName, Mapping } from './fields.ts'
import type { Geometry } from './read-geojson.ts'
import {
  readAccess,
  readActivity,
  readCount,
  readDay,
  readDegrees,
  readMercury,
  readMinerals,
  readNumber,
  readScheme,
} from './read-values.ts'

export interface Problem {
  /** Heading of the column; `null`: the row as a whole, or its geometry. */
  readonly column: string | null
  readonly code: string
  readonly facts: Facts
}
export interface ListRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly geometry?: Geometry
}
export interface Reading {
  readonly columns: readonly string[]
  readonly mapping: Mapping
  readonly country: string
  readonly today: string
  /** The register's own check of an outline. */
  readonly checkPolygon: (polygon: SitePolygon, country: string) => Outcome<unknown>
}
/** What a row says; an absent field was empty or not mapped. */
export interface SaidOfSite {
  readonly nationalId: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly at: Position | null
  readonly stated: StatedPlace
  readonly minerals: readonly Mineral[] | null
  readonly activity: ActivityStatus | null
  readonly date: string | null
  readonly entries: readonly EntryContent[]
}
export type RowRead =
  | { readonly ok: true; readonly said: SaidOfSite }
  | { readonly ok: false; readonly key: string; readonly name: string; readonly problems: readonly Problem[] }

/** South, north, west, east (D): the same box as for outlines. */
const BOXES: { readonly [country: string]: readonly [number, number, number, number] } = { CD: [-13.5, 5.4, 12.2, 31.4] }
const LONGEST = { nationalId: 60, name: 160, province: 120, territoire: 120, collectivite: 120, groupement: 120, village: 160 } as const

export function readRow(row: ListRow, reading: Reading): RowRead {
  const problems: Problem[] = []
  const cell = (field: FieldName): string => {
    const at = reading.mapping[field]
    return at === undefined ? '' : (row.cells[at] ?? '').replaceAll(/\s+/g, ' ').trim()
  }
  const fault = (field: FieldName, code: string, facts: Facts = { found: cell(field).slice(0, 60) }): void => {
    problems.push({ column: reading.columns[reading.mapping[field] ?? -1] ?? null, code, facts })
  }
  const value = <Value>(field: FieldName, read: (text: string) => Value | undefined, code: string): Value | undefined => {
    if (cell(field) === '') return undefined
    const found = read(cell(field))
    if (found === undefined) fault(field, code)
    return found
  }
  const plainText = (field: keyof typeof LONGEST): string => {
    if (cell(field).length > LONGEST[field]) fault(field, 'too-long', { most: LONGEST[field] })
    return cell(field)
  }
  const [nationalId, name] = [plainText('nationalId'), plainText('name')]
  if (nationalId === '') fault('nationalId', 'needed', {})
  if (name === '') fault('name', 'needed', {})
  const date = value('date', readDay, 'not-a-day') ?? null
  if (date !== null && date > reading.today) fault('date', 'in-the-future')
  const minerals = mineralsIn(cell('minerals'), (found) => fault('minerals', 'mineral-unknown', { found }))
  const polygon = polygonIn(row.geometry, reading, problems)
  const at = positionIn({ row, cell, value, fault, reading, problems })
  const said = {
    nationalId,
    name,
    aliases: cell('aliases')
      .split(/[;|,]/)
      .map((one) => one.trim().slice(0, 160))
      .filter((one) => one !== '')
      .slice(0, 40),
    at: at ?? (polygon ? middleOf(polygon) : null),
    stated: placeIn(plainText),
    minerals,
    activity: value('activity', readActivity, 'activity-unknown') ?? null,
    date,
    entries: entriesIn(value, polygon),
  }
  return problems.length === 0 ? { ok: true, said } : { ok: false, key: nationalId, name, problems }
}

type ReadValue = <Value>(field: FieldName, read: (text: string) => Value | undefined, code: string) => Value | undefined

function mineralsIn(cell: string, unknown: (word: string) => void): readonly Mineral[] | null {
  if (cell === '') return null
  const read = readMinerals(cell)
  if (!('unknown' in read)) return read.length === 0 ? null : read
  unknown(read.unknown)
  return null
}

function placeIn(plainText: (field: 'province' | 'territoire' | 'collectivite' | 'groupement' | 'village') => string): StatedPlace {
  const place: { -readonly [Name in keyof StatedPlace]: StatedPlace[Name] } = {}
  for (const field of ['province', 'territoire', 'collectivite', 'groupement', 'village'] as const) {
    const text = plainText(field)
    if (text !== '') place[field] = text
  }
  return place
}

interface Positioning {
  readonly row: ListRow
  readonly cell: (field: FieldName) => string
  readonly value: ReadValue
  readonly fault: (field: FieldName, code: string, facts?: Facts) => void
  readonly reading: Reading
  readonly problems: Problem[]
}
function positionIn({ row, cell, value, fault, reading, problems }: Positioning): Position | null {
  const place = (code: string, facts: Facts): null => {
    if (row.geometry?.kind === 'point') problems.push({ column: null, code, facts })
    else fault('latitude', code, facts)
    return null
  }
  const point = row.geometry?.kind === 'point' ? row.geometry : null
  const latitude = point ? point.latitude : value('latitude', readDegrees, 'not-degrees')
  const longitude = point ? point.longitude : value('longitude', readDegrees, 'not-degrees')
  if (latitude === undefined || longitude === undefined) {
    if (!point && (cell('latitude') === '') !== (cell('longitude') === ''))
      fault(cell('latitude') === '' ? 'latitude' : 'longitude', 'half-a-position', {})
    return null
  }
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return place('not-on-the-globe', { latitude, longitude })
  const box = BOXES[reading.country]
  if (!box) return { latitude, longitude }
  const isIn = (lat: number, lon: number): boolean => lat >= box[0] && lat <= box[1] && lon >= box[2] && lon <= box[3]
  if (isIn(latitude, longitude)) return { latitude, longitude }
  return place(isIn(longitude, latitude) ? 'turned' : 'outside-country', { latitude, longitude, country: reading.country })
}

function polygonIn(geometry: Geometry | undefined, reading: Reading, problems: Problem[]): SitePolygon | null {
  if (geometry?.kind === 'unusable') problems.push({ column: null, code: 'geometry-not-taken', facts: { type: geometry.type } })
  if (geometry?.kind !== 'polygon') return null
  const polygon: SitePolygon = { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map((point) => [...point])) }
  const checked = reading.checkPolygon(polygon, reading.country)
  if (checked.ok) return polygon
  problems.push({ column: null, code: checked.refusal.code, facts: checked.refusal.facts })
  return null
}

function middleOf({ coordinates }: SitePolygon): Position | null {
  const points = (coordinates[0] ?? []).slice(1)
  if (points.length === 0) return null
  const mean = (at: number): number => Number((points.reduce((sum, point) => sum + (point[at] ?? 0), 0) / points.length).toFixed(6))
  return { latitude: mean(1), longitude: mean(0) }
}

function entriesIn(value: ReadValue, polygon: SitePolygon | null): readonly EntryContent[] {
  const count = (field: FieldName): number | undefined => value(field, readCount, 'not-a-count')
  const [men, women, under15, from15To18] = [count('workersMen'), count('workersWomen'), count('under15'), count('from15To18')]
  const [pits, depthMetres] = [count('pits'), value('pitDepth', readNumber, 'not-a-number')]
  const use = value('mercury', readMercury, 'not-yes-or-no')
  const [dry, wet] = [value('accessDry', readAccess, 'access-unknown'), value('accessWet', readAccess, 'access-unknown')]
  const [altitudeMetres, scheme] = [value('altitude', readNumber, 'not-a-number'), value('scheme', readScheme, 'scheme-unknown')]
  const entries: readonly EntryContent[] = [
    {
      group: 'workforce',
      ...(men === undefined ? {} : { men }),
      ...(women === undefined ? {} : { women }),
      ...(under15 === undefined ? {} : { under15 }),
      ...(from15To18 === undefined ? {} : { from15To18 }),
    },
    { group: 'pits', ...(pits === undefined ? {} : { count: pits }), ...(depthMetres === undefined ? {} : { depthMetres }) },
    ...(use === undefined ? [] : [{ group: 'mercury', use } as const]),
    { group: 'access', ...(dry ? { dry: { way: dry } } : {}), ...(wet ? { wet: { way: wet } } : {}) },
    {
      group: 'description',
      ...(altitudeMetres === undefined ? {} : { altitudeMetres }),
      ...(scheme === undefined ? {} : { scheme }),
      ...(polygon ? { polygon } : {}),
    },
  ]
  // An entry that says nothing but its group is no entry.
  return entries.filter((entry) => Object.keys(entry).length > 1)
}
