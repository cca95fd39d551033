/*
Areas and known places on one drawing: an SVG of the simplified boundaries, which prints sharp and needs no tiles. Near the equator a plain grid of degrees
is true enough to half a percent; north of 40° (Mongolia) it is widened by the cosine of the middle. About 240 areas: one path each.
*/
import type { Feature, FeatureCollection, Position } from 'geojson'
import { useMemo } from 'react'
import { useWords } from '../../../../app/words.ts'
import type { AreaCount, EventLine } from '../../contract-events.ts'
import { shadeOf, shades } from './area-shade.ts'
import './area-map.css'

interface AreaMapProps {
  readonly boundaries: FeatureCollection
  readonly areas: readonly AreaCount[]
  readonly points: readonly EventLine[]
}
export function AreaMap({ boundaries, areas, points }: AreaMapProps) {
  const { t } = useWords()
  const drawn = useMemo(() => drawingOf(boundaries), [boundaries])
  const counts = useMemo(() => new Map(areas.map((one) => [one.area, one])), [areas])
  const known = points.flatMap((one) => (one.at === null ? [] : [{ ...one, at: one.at }]))
  return (
    <figure className="area-map">
      <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={t('violence.map.say')}>
        <defs>
          <pattern id="not-looked" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" stroke="var(--line-strong)" strokeWidth="1.5" />
          </pattern>
        </defs>
        {drawn.areas.flatMap(({ code, path }) => {
          const count = counts.get(code)
          if (!count) return []
          const shade = shadeOf(count)
          return [
            <path key={code} d={path} className={`area ${shade}`} fillRule="evenodd">
              <title>{`${count.name} (${count.kind})${t('app.colon')} ${stateText(t, count)}`}</title>
            </path>,
          ]
        })}
        {known.map(({ key, at, precision }) => {
          const [x, y] = drawn.project([at.longitude, at.latitude])
          return <circle key={key} cx={x} cy={y} r="3" className={precision === 'unstated' ? 'place unstated' : 'place'} />
        })}
      </svg>
      <figcaption>
        <ul className="area-legend" aria-label={t('violence.legend')}>
          {shades.map((shade) => (
            <li key={shade}>
              <svg width="18" height="14" aria-hidden="true">
                <rect x="0.5" y="0.5" width="17" height="13" className={`area ${shade}`} />
              </svg>
              {t(`violence.legend.${shade}`)}
            </li>
          ))}
          {(['point', 'unstated'] as const).map((kind) => (
            <li key={kind}>
              <svg width="18" height="14" aria-hidden="true">
                <circle cx="9" cy="7" r="4" className={kind === 'point' ? 'place' : 'place unstated'} />
              </svg>
              {t(`violence.legend.${kind}`)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

type Translate = ReturnType<typeof useWords>['t']
/** What is known of an area, in words: a number, silence, or that nobody looked. */
export function stateText(t: Translate, { events, isCovered }: Pick<AreaCount, 'events' | 'isCovered'>): string {
  if (events > 0) return t(isCovered ? 'violence.area.events' : 'violence.area.events-uncovered', { n: events })
  return t(isCovered ? 'violence.area.quiet' : 'violence.area.not-covered')
}

const WIDTH = 720
interface Drawing {
  readonly width: number
  readonly height: number
  readonly project: (at: Position) => readonly [number, number]
  readonly areas: readonly { readonly code: string; readonly path: string }[]
}
function drawingOf({ features }: FeatureCollection): Drawing {
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
