/*
At build time: the countries of the Great Lakes region and their neighbours, from world-atlas (Natural Earth, public domain),
cut to one window and rounded to about 100 m. The whole world would cost every phone a quarter of a megabyte for nothing.
*/
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { FeatureCollection, Geometry, Polygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'

/** West, south, east, north; the map lets nobody look further. */
const WINDOW = [6, -20, 48, 18] as const
const FILE = 'base-map.json'

/** Emits `base-map.json`, and serves it in development. */
export function baseMap(): Plugin {
  return {
    name: 'chanzo-base-map',
    configureServer(server) {
      server.middlewares.use(`/${FILE}`, (_request, response) => {
        response.setHeader('content-type', 'application/json')
        response.end(countriesInWindow())
      })
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: countriesInWindow() })
    },
  }
}

function countriesInWindow(): string {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const topology: Topology<{ countries: GeometryCollection<{ name: string }> }> = JSON.parse(readFileSync(path, 'utf8'))
  const all: FeatureCollection<Geometry, { name: string }> = feature(topology, topology.objects.countries)
  const features = all.features.flatMap(({ properties, geometry }) => {
    const rings = polygonsOf(geometry).filter(touchesWindow).map(rounded)
    if (rings.length === 0) return []
    return [{ type: 'Feature', properties: { name: properties.name }, geometry: { type: 'MultiPolygon', coordinates: rings } }]
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

type Rings = Polygon['coordinates']
const polygonsOf = (geometry: Geometry): readonly Rings[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []

function touchesWindow([outer = []]: Rings): boolean {
  const [west, south, east, north] = WINDOW
  const xs = outer.map(([x = 0]) => x)
  const ys = outer.map(([, y = 0]) => y)
  return Math.max(...xs) > west && Math.min(...xs) < east && Math.max(...ys) > south && Math.min(...ys) < north
}

/** Three decimals; points that fall together are drawn once. */
function rounded(rings: Rings): Rings {
  return rings
    .map((ring) =>
      ring.map(([x = 0, y = 0]): Position => [round(x), round(y)]).filter((point, at, all) => at === 0 || !isSame(point, all[at - 1])),
    )
    .filter((ring) => ring.length > 3)
}
const round = (value: number): number => Math.round(value * 1000) / 1000
const isSame = (one: Position, other: Position | undefined): boolean => other !== undefined && one[0] === other[0] && one[1] === other[1]
