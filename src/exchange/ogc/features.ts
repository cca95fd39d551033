/*
Sites as features of OGC API: GeoJSON with longitude first, and the questions that the standard defines (a box, a time, an equality).
Positions come as the reader may see them, and a box is held against those, or it would find out what is hidden.
*/
import { isCalendarDate } from '../../kernel/calendar.ts'
import type { Mineral } from '../../modules/sites/contract-observations.ts'
import type { SiteOverview } from '../../modules/sites/contract.ts'

export interface Place {
  readonly code: string
  readonly name: string
}
export type PlaceOf = (code: string | null) => Place | null

export interface FeatureQuestion {
  /** West, south, east, north. */
  readonly bbox: readonly [number, number, number, number] | null
  /** Days, both included; the day of the last visit must lie between them. `null`: open. */
  readonly between: readonly [string | null, string | null] | null
  readonly equal: ReadonlyMap<string, string>
}
/** Fields of a feature by which a reader may ask; several values are separated by commas. */
export const QUERYABLES = [
  'name',
  'nationalId',
  'status',
  'internalStatus',
  'basis',
  'mineral',
  'province',
  'territoire',
  'country',
  'lapsed',
  'held',
] as const

export interface Feature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null
  readonly properties: FeatureProperties
}
interface FeatureProperties {
  readonly name: string
  readonly nationalId: string
  readonly icglrId: string | null
  readonly country: string
  readonly minerals: readonly Mineral[]
  readonly province: string | null
  readonly territoire: string | null
  /** The colour that people read; `lapsed` says whether it ran out, and `lapsedOn` when. */
  readonly status: string
  readonly lapsed: boolean
  readonly lapsedOn: string | null
  /** What the rule makes of it today, e.g. `BLUE_LAPSED_GREEN`; `internalUntil` is its end. */
  readonly internalStatus: string
  readonly internalUntil: string | null
  readonly basis: string
  /** Both are those of `status`: a colour that ran out is valid until the day it did, whatever period follows it. */
  readonly since: string | null
  readonly validUntil: string | null
  readonly orderNumber: string | null
  readonly held: boolean
  readonly activity: string | null
  readonly lastVisitOn: string | null
  readonly positionPrecision: 'exact' | 'coarse'
}

export interface Seeing {
  readonly precision: 'exact' | 'coarse'
  readonly placeOf: PlaceOf
}

export function featureOf(site: SiteOverview, { precision, placeOf }: Seeing): Feature {
  const { standing, shown, position: at } = site
  const lapse = standing.lapse !== null && standing.lapse.colour === shown ? standing.lapse : null
  return {
    type: 'Feature',
    id: site.id,
    geometry: at === null ? null : { type: 'Point', coordinates: [at.longitude, at.latitude] },
    properties: {
      name: site.name,
      nationalId: site.nationalId,
      icglrId: site.icglrId,
      country: site.country,
      minerals: site.minerals,
      province: placeOf(site.provinceCode)?.name ?? null,
      territoire: placeOf(site.territoireCode)?.name ?? null,
      status: shown,
      lapsed: lapse !== null,
      lapsedOn: lapse?.on ?? null,
      internalStatus: standing.internal,
      internalUntil: standing.validUntil,
      basis: standing.basis,
      // The first day of a period that only began with the lapse is not the first day of the colour, which is not told here.
      since: lapse !== null && standing.since !== null && standing.since >= lapse.on ? null : standing.since,
      validUntil: lapse?.on ?? standing.validUntil,
      orderNumber: standing.orderNumber,
      held: standing.hold !== null,
      activity: site.activity,
      lastVisitOn: site.lastVisitOn,
      positionPrecision: precision,
    },
  }
}

export const fits = (feature: Feature, { bbox, between, equal }: FeatureQuestion): boolean =>
  isInBox(feature.geometry, bbox) && isBetween(feature.properties.lastVisitOn, between) && isEqual(feature, equal)

function isInBox(geometry: Feature['geometry'], bbox: FeatureQuestion['bbox']): boolean {
  if (bbox === null) return true
  if (geometry === null) return false
  const [west, south, east, north] = bbox
  const [longitude, latitude] = geometry.coordinates
  // A box across the date line has its west beyond its east.
  const inWidth = west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
  return inWidth && latitude >= south && latitude <= north
}

/** What has no time fits every time, as the standard wants it. */
function isBetween(day: string | null, between: FeatureQuestion['between']): boolean {
  if (between === null || day === null) return true
  const [from, to] = between
  return (from === null || day >= from) && (to === null || day <= to)
}

function isEqual({ properties }: Feature, equal: FeatureQuestion['equal']): boolean {
  const values = new Map<string, unknown>(Object.entries({ ...properties, mineral: properties.minerals }))
  return [...equal].every(([name, wanted]) => {
    const value = values.get(name)
    const has = (Array.isArray(value) ? value : [value]).map((one) => String(one).toLowerCase())
    return wanted
      .toLowerCase()
      .split(',')
      .some((one) => has.includes(one.trim()))
  })
}

/** `2026-01-01`, `2026-01-01T00:00:00Z/..`, `../2026-12-31`; `null` where it cannot be read. */
export function readInterval(written: string): readonly [string | null, string | null] | null {
  const parts = written.split('/')
  const [from = '', to = from] = parts
  const days = [from, to].map((part) => (part === '' || part === '..' ? 'open' : dayIn(part)))
  const [first, last] = days
  if (parts.length > 2 || first === undefined || last === undefined || first === null || last === null) return null
  if (first !== 'open' && last !== 'open' && first > last) return null
  return [first === 'open' ? null : first, last === 'open' ? null : last]
}
const dayIn = (part: string): string | null => {
  const day = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(part)?.[1]
  return day !== undefined && isCalendarDate(day) ? day : null
}

/** Four numbers, or six with heights, which have no meaning here; `null` where they make no box. */
export function readBox(written: string): FeatureQuestion['bbox'] {
  const numbers = written.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  if (numbers.some((one) => !Number.isFinite(one)) || (numbers.length !== 4 && numbers.length !== 6)) return null
  const [west = 0, south = 0] = numbers
  const [east = 0, north = 0] = numbers.length === 4 ? numbers.slice(2) : numbers.slice(3)
  const isBox = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south <= north && south >= -90 && north <= 90
  return isBox ? [west, south, east, north] : null
}
