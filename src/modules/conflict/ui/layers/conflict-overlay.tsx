/*
The layers of conflict on the map of sites: chosen one by one, asked for when the first is chosen, drawn for the twelve months up to the day of the map. What the
reader is not told is said as restricted; what is kept in the house is on no paper.
*/
import type { FeatureCollection } from 'geojson'
import { useEffect, useMemo } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import type { OverlayProps } from '../../../../app/map/overlay.ts'
import { useWords } from '../../../../app/words.ts'
import { addMonths } from '../../../../kernel/calendar.ts'
import { ConflictLayer, type LayersAnswer } from '../../contract-layers.ts'
import { ConflictLegend, Hatches } from './conflict-drawing.tsx'
import { saidOf } from './feature-words.ts'
import { laidOf } from './laid-of.ts'
import { type AreaState, chosenOnMap, featuresOf, shadeOf, shades } from './layer-rules.ts'

const MONTHS = 12

export function ConflictOverlay({ day, paper, onLaid }: OverlayProps) {
  const { t } = useWords()
  const [state] = useUrlState()
  const written = state['conflict']
  const chosen = useMemo(() => chosenOnMap(written), [written])
  const asked = chosen.length === 0 ? null : `/api/conflict/layers${writeSearch({ from: addMonths(day, -MONTHS), until: day })}`
  const { data, error, again } = useAnswer<LayersAnswer>(asked)
  const boundaries = useAnswer<FeatureCollection>(asked === null ? null : '/api/places/boundaries?level=territoire').data
  const shade = shadeOf(state['shade'], chosen)
  const laid = useMemo(() => {
    if (!data || !boundaries) return null
    const saidOfArea = (name: string, of: AreaState) =>
      `${t(`conflict-map.layer.${shade}`)} · ${name}${t('app.colon')} ${t(`conflict-map.state.${of}`)}`
    const features = featuresOf(data, chosen)
    return laidOf({ features, boundaries, shade, day, paper, saidOf: (one) => saidOf(t, one, day), saidOfArea })
  }, [data, boundaries, chosen, shade, day, paper, t])
  useEffect(() => onLaid(laid), [laid, onLaid])
  useEffect(() => () => onLaid(null), [onLaid])
  const cut = data?.layers.find((one) => one.layer === 'events' && chosen.includes('events'))?.cut ?? null
  return (
    <>
      {!paper && <Choices chosen={chosen} shade={shade} />}
      {error && <ErrorState error={error} again={again} />}
      {asked !== null && !data && !error && <Loading />}
      {data && data.layers.some((one) => one.withheld.length > 0 && chosen.includes(one.layer)) && (
        <Note>
          <b>{t('route.restricted')}.</b> {t('conflict-map.restricted.say')}
        </Note>
      )}
      {cut !== null && <Note tone="calm">{t('conflict-map.cut', { n: cut.listed, total: cut.total })}</Note>}
      {boundaries?.features.length === 0 && <Note tone="calm">{t('conflict-map.no-boundaries')}</Note>}
      {chosen.length > 0 && (
        <>
          <svg width="0" height="0" aria-hidden="true" className="unseen">
            <Hatches />
          </svg>
          <ConflictLegend shade={shade} layers={chosen} />
          {chosen.includes('told') && <p className="small">{t('conflict-map.told.rule')}</p>}
          {paper && data?.layers.some((one) => one.collection.features.some((each) => !each.properties.mayBeShared)) && (
            <p className="small">{t('conflict-map.left-out')}</p>
          )}
          <Source>{t('conflict-map.on-map.days', { from: addMonths(day, -MONTHS), until: day })}</Source>
        </>
      )}
      {!paper && <AppLink to="/conflict-map">{t('conflict-map.on-map.more')}</AppLink>}
    </>
  )
}

function Choices({ chosen, shade }: { readonly chosen: readonly ConflictLayer[]; readonly shade: ConflictLayer }) {
  const { t } = useWords()
  const [, change] = useUrlState()
  const listed = shades.filter((one) => chosen.includes(one))
  return (
    <>
      <div className="layer-choices" role="group" aria-label={t('conflict-map.layers')}>
        {ConflictLayer.options.map((one) => (
          <CheckChoice
            key={one}
            label={t(`conflict-map.layer.${one}`)}
            checked={chosen.includes(one)}
            onChecked={(yes) =>
              change({ conflict: ConflictLayer.options.filter((layer) => (layer === one ? yes : chosen.includes(layer))).join() })
            }
          />
        ))}
      </div>
      {listed.length > 1 && (
        <SelectField
          label={t('conflict-map.shade')}
          value={String(shade)}
          options={listed.map((value) => ({ value: String(value), label: t(`conflict-map.layer.${value}`) }))}
          onValue={(to) => change({ shade: to })}
        />
      )}
    </>
  )
}
