/*
Layers of conflict for the map, cut by tier before they leave: points and lines of roadblocks, roads and sheets for the cleared, classes by territoire for a
committee. Events are those of the screen of events. An area is told as looked at only where a source or a survey covers every day.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SiteOverview } from '../../../sites/contract.ts'
import type { EventAnswer } from '../../contract-events.ts'
import type { ConflictFeature, ConflictLayer, LayersAnswer } from '../../contract-layers.ts'
import { type GradedSource, RESTRICTED, type RoadsAnswer, type TerritoireRoads } from '../../contract-roads.ts'
import { sees } from '../../domain/tiers/tiers.ts'
import { readEvents } from '../read-events.ts'
import { type RoadsAsked, newestSource, readRoads } from './read-roads.ts'
import type { MapHouse } from './seams.ts'
import { type ToldReader, toldFeatures } from './told-features.ts'

type Properties = ConflictFeature['properties']
type Told = Pick<Properties, 'key' | 'title' | 'source'> & Partial<Properties>
const HOUSE = 'chanzo'

export interface LayersAsked extends RoadsAsked {
  readonly told: ToldReader | null
}
export async function readLayers(tx: Tx, house: MapHouse, asked: LayersAsked): Promise<LayersAnswer> {
  const { tenant, tier, from, until, now } = asked
  const isCleared = sees(tier, 'cleared')
  const events = await readEvents(
    tx,
    { tenant, places: house.places },
    { from, until, violence: null, source: null, area: null, actor: null, withUnshared: isCleared },
  )
  const roads = await readRoads(tx, house, asked)
  const sites = await house.sites.overview(tx, tenant, { asOf: until, knownAt: now, precision: 'exact' })
  const areaNames = new Map(events.areas.map(({ area, name }) => [area, name]))
  const layer = (name: ConflictLayer, features: ConflictFeature[], isWhole = isCleared): LayersAnswer['layers'][number] => ({
    ...{ layer: name, collection: { type: 'FeatureCollection', features }, withheld: isWhole ? [] : [RESTRICTED], cut: null },
  })
  const cut = events.events.length < events.total ? { listed: events.events.length, total: events.total } : null
  return {
    ...{ from, until },
    layers: [
      { ...layer('events', [...eventAreas(events), ...eventPoints(events)]), cut },
      layer('sheets', await sheetFeatures(tx, house, { ...asked, sites })),
      layer('roadblocks', [...roadblockAreas(roads.territoires), ...(isCleared ? roadblockPoints(roads) : [])]),
      layer('roads', isCleared ? roadLines(roads) : []),
      layer(
        'told',
        await toldFeatures(tx, house.toldPlaces, { tenant, from, until, reader: asked.told, sites, areaNames }),
        asked.told?.withSites ?? false,
      ),
    ],
  }
}

const feature = (layer: ConflictLayer, geometry: ConflictFeature['geometry'], told: Told): ConflictFeature => ({
  type: 'Feature',
  geometry,
  properties: {
    ...{
      layer,
      kinds: [],
      area: null,
      areaName: null,
      events: null,
      persons: null,
      on: null,
      freshness: null,
      confidence: null,
      licence: null,
    },
    ...{ looked: 'yes', mayBeShared: true },
    ...told,
  },
})
const point = (at: { readonly latitude: number; readonly longitude: number }): ConflictFeature['geometry'] => ({
  type: 'Point',
  coordinates: [at.longitude, at.latitude],
})
const graded = ({ reliability, credibility }: GradedSource): string => `${reliability}${credibility}`

function eventAreas({ areas, sources }: EventAnswer): ConflictFeature[] {
  // A number that counts rows of the house's own file leaves it in no file.
  const mayBeShared = sources.every((one) => one.mayBeShared)
  const source = [...new Set(sources.map((one) => one.name))].join(', ') || '–'
  return areas
    .filter((one) => one.level === 'territoire')
    .map((one) =>
      feature('events', null, {
        ...{ key: `events:${one.area}`, title: one.name, source, area: one.area, areaName: one.name, mayBeShared },
        events: one.events === 0 && !one.isCovered ? null : one.events,
        looked: one.isCovered ? 'yes' : one.events > 0 ? 'partly' : 'no',
      }),
    )
}
function eventPoints({ events, sources }: EventAnswer): ConflictFeature[] {
  return events.flatMap((one) =>
    one.at === null
      ? []
      : [
          feature('events', point(one.at), {
            ...{ key: one.key, title: [one.sideA, one.sideB].filter(Boolean).join(' – '), kinds: [one.violence], area: one.territoire },
            ...{ on: one.until, confidence: one.precision, mayBeShared: one.mayBeShared },
            source: sources.find((file) => file.source === one.source)?.name ?? one.source,
          }),
        ],
  )
}
const roadblockAreas = (territoires: readonly TerritoireRoads[]): ConflictFeature[] =>
  territoires.map((one) =>
    feature('roadblocks', null, {
      ...{ key: `roadblocks:${one.area}`, title: one.name, area: one.area, areaName: one.name, kinds: one.operators },
      ...{ on: one.lastLooked, looked: one.looked, source: HOUSE },
    }),
  )
const roadblockPoints = ({ roadblocks }: RoadsAnswer): ConflictFeature[] =>
  roadblocks.flatMap((one) =>
    one.at === null || one.state === 'lifted'
      ? []
      : [
          feature('roadblocks', point(one.at), {
            ...{ key: one.id, title: [one.name, ...one.operators.flatMap((operator) => operator.name ?? [])].join(' · ') },
            kinds: one.operators.map((operator) => operator.class),
            ...{ area: one.territoire, areaName: one.territoireName, on: one.lastSeen, freshness: one.freshness },
            ...{ confidence: graded(newestSource(one)), source: newestSource(one).name },
          }),
        ],
  )
const roadLines = ({ roads }: RoadsAnswer): ConflictFeature[] =>
  roads.map((one) =>
    feature(
      'roads',
      { type: 'LineString', coordinates: one.waypoints.map(({ at }) => [at.longitude, at.latitude]) },
      { key: one.id, title: one.name, kinds: [one.armed], on: one.asOf, confidence: graded(one.source), source: one.source.name },
    ),
  )
/** By site for the cleared, by territoire for others: whether a sheet stands there, and which interferences they tell of. */
async function sheetFeatures(
  tx: Tx,
  house: MapHouse,
  { tenant, tier, sites }: RoadsAsked & { readonly sites: readonly SiteOverview[] },
): Promise<ConflictFeature[]> {
  const sheets = await house.sheets(tx, tenant)
  const found = sheets.flatMap((one) => {
    const site = sites.find((other) => other.id === one.site)
    return site ? [{ ...one, site }] : []
  })
  const areas = (await house.places.listAreas(tx, 'territoire', tenant)).map(({ code, name }) => {
    const own = found.filter((one) => one.site.territoireCode === code)
    const kinds = [...new Set(own.map((one) => one.interference))].toSorted()
    const on =
      own
        .map((one) => one.on)
        .toSorted()
        .at(-1) ?? null
    const told = { key: `sheets:${code}`, title: name, area: code, areaName: name, kinds, on, source: HOUSE }
    return feature('sheets', null, { ...told, looked: own.length > 0 ? 'partly' : 'no' })
  })
  if (!sees(tier, 'cleared')) return areas
  const points = found.flatMap(({ sheet, site, interference, on, source }) => {
    if (site.position === null) return []
    const told = { key: sheet, title: site.name, kinds: [interference], area: site.territoireCode, on, source }
    return [feature('sheets', point(site.position), told)]
  })
  return [...areas, ...points]
}
