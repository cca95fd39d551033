/*
Areas as paths of an SVG: near the equator a plain grid of degrees is true enough to half a percent; north of 40° it is widened by the cosine of the middle. Pure.
*/
import type { Feature, FeatureCollection, Position } from 'geojson'

const WIDTH = 720
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly project: (at: Position) => readonly [number, number]
  readonly areas: readonly { readonly code: string; readonly path: string }[]
}
export function drawingOf({ features }: FeatureCollection): Drawing {
  const rings = features.map((feature) => ({ code: codeOf(feature), rings: ringsOf(feature) }))
  const box = { west: 180, east: -180, south: 90, north: -90 }
  for (const { rings: all } of rings)
    for (const ring of all)
      for (const [x = 0, y = 0] of ring) {
        box.west = Math.min(box.west, x)
        box.east = Math.max(box.east, x)
        box.south = Math.min(box.south, y)
        box.north = Math.max(box.north, y)
      }
  const wide = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180)
  const scale = WIDTH / Math.max((box.east - box.west) * wide, 0.1)
  const project = ([x = 0, y = 0]: Position): readonly [number, number] => [
    Math.round((x - box.west) * wide * scale * 10) / 10,
    Math.round((box.north - y) * scale * 10) / 10,
  ]
  const lineOf = (ring: readonly Position[]): string => `M${ring.map((at) => project(at).join(' ')).join('L')}Z`
  return {
    ...{ width: WIDTH, height: Math.max(Math.round((box.north - box.south) * scale), 1), project },
    areas: rings.map(({ code, rings: all }) => ({ code, path: all.map(lineOf).join('') })),
  }
}
const codeOf = ({ properties }: Feature): string => String(properties?.['code'] ?? '')
const ringsOf = ({ geometry }: Feature): readonly (readonly Position[])[] =>
  geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.type === 'Polygon' ? geometry.coordinates : []
