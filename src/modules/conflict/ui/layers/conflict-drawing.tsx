/*
The layers of conflict on one drawing: territoires by what is known of them, then roads, then points. Hatching is for where nobody looked, so that it is never
read as calm; the paler a sign, the older. An SVG, because it prints sharp and needs neither tiles nor a network.
*/
import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { useWords } from '../../../../app/words.ts'
import { type ConflictFeature, ConflictLayer } from '../../contract-layers.ts'
import { drawingOf } from '../events/area-drawing.ts'
import { saidOf } from './feature-words.ts'
import { areasIn, inkLeft, lineOf, pointOf, stateIn, statesOf } from './layer-rules.ts'
import './layers.css'

interface Props {
  readonly boundaries: FeatureCollection
  /** Whose features shade the territoires. */
  readonly shade: ConflictLayer
  readonly features: readonly ConflictFeature[]
  readonly day: string
}
type Project = ReturnType<typeof drawingOf>['project']

export function ConflictDrawing({ boundaries, shade, features, day }: Props) {
  const { t } = useWords()
  const drawn = useMemo(() => drawingOf(boundaries), [boundaries])
  const areas = areasIn(features, shade)
  return (
    <figure className="conflict-map">
      <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-label={t('conflict-map.say')}>
        <Hatches />
        {drawn.areas.map(({ code, path }) => {
          const told = areas.get(code)
          const state = stateIn(shade, told?.properties)
          return (
            <path key={code} d={path} className={`land ${state}`} fillRule="evenodd">
              <title>{`${told?.properties.title ?? code}${t('app.colon')} ${t(`conflict-map.state.${state}`)}`}</title>
            </path>
          )
        })}
        {features.map((one) => (
          <Sign key={`${one.properties.layer} ${one.properties.key}`} feature={one} project={drawn.project} day={day} />
        ))}
      </svg>
      <ConflictLegend shade={shade} layers={ConflictLayer.options} />
    </figure>
  )
}

/** Patterns by their names: also drawn where the legend stands without the drawing. */
export function Hatches() {
  return (
    <defs>
      <pattern id="nobody-looked" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="7" stroke="var(--line-strong)" strokeWidth="2.5" />
      </pattern>
      <pattern id="looked-partly" width="9" height="9" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1" fill="var(--line-strong)" />
      </pattern>
    </defs>
  )
}

/** A title on each: which layer, what, how old, by whom. */
function Sign({ feature, project, day }: { readonly feature: ConflictFeature; readonly project: Project; readonly day: string }) {
  const { t } = useWords()
  const { layer, on, mayBeShared, kinds } = feature.properties
  const at = pointOf(feature)
  const opacity = inkLeft(on, day)
  const said = <title>{saidOf(t, feature, day)}</title>
  const wear = `sign ${layer}${mayBeShared ? '' : ' no-print'}`
  if (at) {
    const [x, y] = project([...at])
    return (
      <path d={shapes[layer]} transform={`translate(${x} ${y})`} className={wear} opacity={opacity}>
        {said}
      </path>
    )
  }
  const line = lineOf(feature)
  if (line.length === 0) return null
  const points = line.map((one) => project([...one]).join(' ')).join(' ')
  return (
    <polyline points={points} className={kinds.includes('yes') ? `${wear} armed` : wear} opacity={opacity}>
      {said}
    </polyline>
  )
}
/** Told apart by shape and not by colour alone: a circle, a square, a barred diamond, a line, a triangle. */
const shapes: { readonly [Layer in ConflictLayer]: string } = {
  events: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z',
  sheets: 'M-4-4h8v8h-8Z',
  roadblocks: 'M0-7L7 0L0 7L-7 0Z',
  roads: 'M-7 0h14',
  told: 'M0-6L7 6H-7Z',
}

interface LegendProps {
  readonly shade: ConflictLayer
  /** Whose signs it explains. */
  readonly layers: readonly ConflictLayer[]
}
export function ConflictLegend({ shade, layers }: LegendProps) {
  const { t } = useWords()
  return (
    <figcaption>
      <ul className="conflict-legend" aria-label={t('conflict-map.legend')}>
        {(shade === 'roads' ? [] : statesOf(shade)).map((state) => (
          <li key={state}>
            <svg width="22" height="16" aria-hidden="true">
              <rect x="0.5" y="0.5" width="21" height="15" className={`land ${state}`} />
            </svg>
            {t(`conflict-map.state.${state}`)}
          </li>
        ))}
        {layers.map((layer) => (
          <li key={layer}>
            <svg width="22" height="16" aria-hidden="true">
              <path d={shapes[layer]} transform="translate(11 8)" className={`sign ${layer}`} />
            </svg>
            {t(`conflict-map.layer.${layer}`)}
          </li>
        ))}
      </ul>
      <p className="small">{t('conflict-map.age')}</p>
    </figcaption>
  )
}
