/*
The way of a lot on a small map: the sites with their share of it, on the outlines of the countries. A map of its own, without tiles
or a map program, so that it prints and opens without network. Depots and roads have names only: they stand in the list beside it.
Positions come rounded for whoever is not cleared for exact ones, and the picture says which one it shows.
*/
import { useQuery } from '@tanstack/react-query'
import type { FeatureCollection, Geometry, Position } from 'geojson'
import { useWidth } from '../../../../app/kit/use-width.ts'
import { useWords } from '../../../../app/words.ts'
import type { LotComposition } from '../../contract-tracing.ts'
import { type MapFrame, frameOf, pathOf, placeOn } from './way-frame.ts'
import './tracing.css'

type Place = LotComposition['way'][number]

export function WayPicture({ way, title }: { readonly way: LotComposition['way']; readonly title: string }) {
  const { t } = useWords()
  const [place, width] = useWidth<HTMLDivElement>(520)
  const ground = useQuery({ queryKey: ['base-map'], queryFn: loadGround, staleTime: Infinity, retry: false })
  const pinned = way.flatMap((one) =>
    one.latitude === null || one.longitude === null ? [] : [{ ...one, latitude: one.latitude, longitude: one.longitude }],
  )
  if (pinned.length === 0) return null
  const height = Math.min(320, Math.round(width * 0.6))
  const frame = frameOf(pinned, { width, height })
  return (
    <div ref={place} className="way-place">
      <svg className="way" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        {ground.data?.map((rings) => (
          <path key={rings.name} d={pathOf(rings.rings, frame)} className="land" />
        ))}
        {pinned.map((one) => (
          <Pin key={`${one.site}${one.name}`} place={one} frame={frame} />
        ))}
      </svg>
      <span className="small">{t(pinned.every((one) => one.exact) ? 'trace.way.exact' : 'trace.way.coarse')}</span>
    </div>
  )
}

function Pin({
  place,
  frame,
}: {
  readonly place: Place & { readonly latitude: number; readonly longitude: number }
  readonly frame: MapFrame
}) {
  const [x, y] = placeOn(frame, [place.longitude, place.latitude])
  const flip = x > frame.width * 0.65
  return (
    <g className="pin">
      <circle cx={x} cy={y} r={6} />
      <text x={flip ? x - 10 : x + 10} y={y + 4} textAnchor={flip ? 'end' : 'start'}>
        {place.name}
      </text>
    </g>
  )
}

interface Land {
  readonly name: string
  readonly rings: readonly (readonly Position[])[]
}
async function loadGround(): Promise<readonly Land[]> {
  const file: FeatureCollection<Geometry, { name: string }> = await (await fetch('/base-map.json')).json()
  return file.features.flatMap(({ properties, geometry }) =>
    geometry.type === 'MultiPolygon' ? [{ name: properties.name, rings: geometry.coordinates.flat() }] : [],
  )
}
