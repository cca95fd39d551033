/*
Areas and boundaries over HTTP. What the map draws is simplified and says so; what a position computes to is asked of the full
boundaries, never of the drawing.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { anything, exactly, listOf, maybe, numberInUrl, orNull, parse, position, record, text, yesOrNo } from '../../../kernel/schema.ts'
import { badInput, outcomeReply, rawRoute, readRoute } from '../../../platform/http/build-route.ts'
import { type Route, can, signedIn } from '../../../platform/http/route.ts'
import type { Who } from '../../../platform/http/who.ts'
import { Area, AreaLevel } from '../contract.ts'
import type { LoadPlaces } from './gazetteer-cache.ts'
import type { ImportedBoundaries } from './import-boundaries.ts'

export interface PlaceRouteParts {
  readonly load: LoadPlaces
  readonly importFor: (who: Who, given: { readonly file: string; readonly level: AreaLevel }) => Promise<Outcome<ImportedBoundaries>>
}

const Areas = record({ areas: listOf(Area), boundaries: yesOrNo() })
const Located = record({ province: orNull(Area), territoire: orNull(Area) })
const Feature = record({
  type: exactly('Feature'),
  properties: Area,
  geometry: record({ type: exactly('MultiPolygon'), coordinates: listOf(anything(), 1_000_000) }),
})
const Drawing = record({ type: exactly('FeatureCollection'), version: text(300), features: listOf(Feature) })
const Given = record({ level: AreaLevel, file: text(2_000_000) })

export const placeRoutes = ({ load, importFor }: PlaceRouteParts): readonly Route[] => [
  readRoute({
    path: '/api/places/areas',
    summary: 'areas of a level with codes; `boundaries` tells whether positions can be placed in them',
    allow: signedIn,
    query: record({ level: maybe(AreaLevel) }),
    answer: Areas,
    read: async ({ tx, tenant, query }) => {
      const { gazetteer, version } = await load(tx, tenant)
      const level = query.level ?? 'province'
      return accepted({ areas: [...gazetteer.list(level)], boundaries: version.includes(`${level}:`) })
    },
  }),
  readRoute({
    path: '/api/places/boundaries',
    summary: 'boundaries of a level for drawing, as GeoJSON, simplified to about 1 km; empty before the first import',
    allow: signedIn,
    query: record({ level: AreaLevel }),
    answer: Drawing,
    read: async ({ tx, tenant, query }) => {
      const { drawing, version } = await load(tx, tenant)
      return accepted({
        type: 'FeatureCollection' as const,
        version,
        features: drawing(query.level).map(({ area, polygons }) => ({
          type: 'Feature' as const,
          properties: area,
          geometry: { type: 'MultiPolygon' as const, coordinates: [...polygons] },
        })),
      })
    },
  }),
  readRoute({
    path: '/api/places/at',
    summary: 'the province and the territoire in which a position lies',
    allow: signedIn,
    query: record({ latitude: numberInUrl(), longitude: numberInUrl() }),
    answer: Located,
    read: async ({ tx, tenant, query }) => {
      const at = parse(position(), query)
      return at.ok ? accepted((await load(tx, tenant)).gazetteer.locate(at.value)) : refused('position-not-valid')
    },
  }),
  rawRoute({
    method: 'POST',
    path: '/api/places/boundaries',
    summary: 'replaces the boundaries of a level by those of a GeoJSON file of up to 2 MB; larger files go through the command line',
    allow: can('places.import'),
    schemas: { body: Given },
    answer: async ({ body, who }) => {
      const given = parse(Given, body)
      return given.ok ? outcomeReply(await importFor(who, given.value)) : badInput(given.faults)
    },
  }),
]
