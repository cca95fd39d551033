/*
What the map of conflicts draws and passes on: the state of an area, age as opacity, and the rows of a file. Silence and "nobody looked" are two states; what may
not be shared is in no file. Pure.
*/
import { daysBetween } from '../../../../kernel/calendar.ts'
import { type ConflictFeature, ConflictLayer, type LayersAnswer } from '../../contract-layers.ts'

/** From the least to the most that is known. `not-told`: fewer than may be told, or nobody looked: the two look alike on purpose. */
export const areaStates = ['not-looked', 'partly-quiet', 'quiet', 'told', 'told-partly'] as const
export type AreaState = (typeof areaStates)[number] | 'not-told'
type Told = Pick<ConflictFeature['properties'], 'events' | 'kinds' | 'looked'>

export function stateOfArea({ events, kinds, looked }: Told): AreaState {
  if ((events ?? 0) > 0 || kinds.length > 0) return looked === 'yes' ? 'told' : 'told-partly'
  return looked === 'yes' ? 'quiet' : looked === 'partly' ? 'partly-quiet' : 'not-looked'
}
/** Of an area of which the chosen layer has no row, too. */
export const stateIn = (shade: ConflictLayer, told: Told | undefined): AreaState =>
  told ? stateOfArea(told) : shade === 'told' ? 'not-told' : 'not-looked'
/** What the legend explains beside a layer. */
export const statesOf = (shade: ConflictLayer): readonly AreaState[] => (shade === 'told' ? ['told-partly', 'not-told'] : areaStates)
/** The last row that an area has in a layer. */
export const areasIn = (features: readonly ConflictFeature[], shade: ConflictLayer): ReadonlyMap<string | null, ConflictFeature> =>
  new Map(features.flatMap((one) => (one.geometry === null && one.properties.layer === shade ? [[one.properties.area, one]] : [])))

/** Steps of age in days and how much ink is left (D); a fact without a day is drawn as the oldest. */
const steps = [
  [30, 1],
  [180, 0.75],
  [365, 0.5],
] as const
const OLDEST = 0.3
export function inkLeft(on: string | null, day: string): number {
  if (on === null) return OLDEST
  const days = daysBetween(on, day)
  return steps.find(([until]) => days <= until)?.[1] ?? OLDEST
}

/** Roads have no areas. */
export const shades = ConflictLayer.options.filter((one) => one !== 'roads')
export const shadeOf = (wanted: string | undefined, chosen: readonly ConflictLayer[]): ConflictLayer =>
  chosen.find((one) => one === wanted && one !== 'roads') ?? chosen.find((one) => one !== 'roads') ?? 'roads'

/** From `layers=events,roads`; without it all, and what is no layer is passed over. */
export const chosenLayers = (written: string | undefined): readonly ConflictLayer[] =>
  ConflictLayer.options.filter((one) => written === undefined || written === '' || written.split(',').includes(one))
/** All is what an address says by saying nothing; none is said as `none`. */
export function writeLayers(chosen: readonly ConflictLayer[]): string {
  if (chosen.length === ConflictLayer.options.length) return ''
  return chosen.length === 0 ? 'none' : chosen.join(',')
}

/** On a map of other things none is chosen by itself. */
export const chosenOnMap = (written: string | undefined): readonly ConflictLayer[] =>
  written === undefined ? [] : ConflictLayer.options.filter((one) => written.split(',').includes(one))

export const featuresOf = ({ layers }: LayersAnswer, chosen: readonly ConflictLayer[]): readonly ConflictFeature[] =>
  layers.filter((one) => chosen.includes(one.layer)).flatMap((one) => one.collection.features)

export const shared = (features: readonly ConflictFeature[]): readonly ConflictFeature[] =>
  features.filter((one) => one.properties.mayBeShared)
/** For other programs: codes as they travel, `looked` and `source` on every feature. */
export function geoJsonOf(features: readonly ConflictFeature[]): string {
  return `${JSON.stringify({
    type: 'FeatureCollection',
    features: shared(features).map(({ type, geometry, properties: { mayBeShared: _shared, ...told } }) => ({
      ...{ type, id: told.key, geometry, properties: told },
    })),
  })}\n`
}
const column = (key: string, value: (row: ConflictFeature) => string | number | null) => ({ key, header: key, value })
/** A file for a spreadsheet: the headings are the names of the fields. */
export const csvColumns = [
  column('layer', (row) => row.properties.layer),
  column('key', (row) => row.properties.key),
  column('title', (row) => row.properties.title),
  column('kinds', (row) => row.properties.kinds.join(' ')),
  column('events', (row) => row.properties.events),
  column('persons', (row) => row.properties.persons),
  column('area', (row) => row.properties.area),
  column('area_name', (row) => row.properties.areaName),
  column('longitude', (row) => pointOf(row)?.[0] ?? null),
  column('latitude', (row) => pointOf(row)?.[1] ?? null),
  column('last_known', (row) => row.properties.on),
  column('freshness', (row) => row.properties.freshness),
  column('confidence', (row) => row.properties.confidence),
  column('looked', (row) => row.properties.looked),
  column('source', (row) => row.properties.source),
  column('licence', (row) => row.properties.licence),
] as const

export function pointOf({ geometry }: ConflictFeature): readonly [number, number] | null {
  const [x, y] = geometry?.type === 'Point' ? geometry.coordinates : []
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null
}
export const lineOf = ({ geometry }: ConflictFeature): readonly (readonly number[])[] =>
  geometry?.type === 'LineString' ? geometry.coordinates.flatMap((one) => (typeof one === 'number' ? [] : [one])) : []
