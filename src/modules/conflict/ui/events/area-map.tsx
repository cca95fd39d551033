/*
Areas and known places on one drawing: an SVG of the simplified boundaries, which prints sharp and needs no tiles. About 240 areas: one path each.
*/
import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { useWords } from '../../../../app/words.ts'
import type { AreaCount, EventLine } from '../../contract-events.ts'
import { drawingOf } from './area-drawing.ts'
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
