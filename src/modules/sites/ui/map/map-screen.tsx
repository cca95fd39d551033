/*
All sites that have a position, in the chosen layer, with the list beside the map; a second map and the list of changes when two days are
compared. Everything chosen stands in the address. Filters, legend, own layers and files work on what the device holds, so they go on
working without network, and the freshness under the title says of when it is.
*/
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { AsOfPicker } from '../../../../app/kit/as-of-picker.tsx'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { DateField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { type UrlState, useUrlState } from '../../../../app/kit/url-state.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { addMonths } from '../../../../kernel/calendar.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { SiteFilterBar } from '../register/site-filter-bar.tsx'
import { Changes } from './compare.tsx'
import { ExportMap } from './export-map.tsx'
import { LayerBar } from './layer-bar.tsx'
import { marksOf } from './layers.ts'
import { type Laid, LaidParts, useLaid } from './laid.tsx'
import { Legend } from './legend.tsx'
import { MapList } from './map-list.tsx'
import { OwnLayersPanel } from './own-layers.tsx'
import { ownTokens, useOwnLayers } from './own-layer-store.ts'
import { siteFeatures } from './site-features.ts'
import { TimeSlider } from './time-slider.tsx'
import { type MapDay, mapStateOf, useMapDay, useProvinces } from './use-map-data.ts'
import { visitGrid } from './visit-grid.ts'
import './map.css'

const MapView = lazy(async () => ({ default: (await import('./map-view.tsx')).MapView }))

const listWords = ({ q, colour, mineral, province, lapsed, asOf, knownAt }: UrlState): UrlState =>
  Object.fromEntries(
    Object.entries({ q, colour, mineral, province, lapsed, asOf, knownAt }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  )

export function MapScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const { map, asOf, today } = mapStateOf(state)
  const { choice, compare } = map
  const now = useMapDay(state, asOf, map)
  const then = useMapDay(state, compare === '' ? null : compare, map)
  const own = useOwnLayers()
  const laid = useLaid()
  const { data, answer, error, again } = now.asked
  const compared = compare !== '' && compare !== choice.today
  return (
    <Page title={t('map.title')} answer={answer} actions={<Ways state={state} />}>
      <SiteFilterBar />
      <div className="map-times">
        <LayerBar choice={choice} codes={data?.codes} change={change} />
        <TimeSlider day={choice.today} today={today} onDay={(day) => change({ asOf: day })} />
        <CompareField compare={compare} day={choice.today} change={change} />
      </div>
      {error && <ErrorState error={error} again={again} />}
      {compared && then.asked.error && <ErrorState error={then.asked.error} again={then.asked.again} />}
      <p className="small" role="status">
        {data
          ? `${t('map.count', { shown: now.shown.length, total: data.id.length, without: data.withoutPosition })} · ${t(`map.precision.${data.positionPrecision}`)}`
          : t('app.loading')}
      </p>
      <div className={compared ? 'map-and-list comparing' : 'map-and-list'}>
        <div className="map-place">
          <a className="skip" href="#map-list">
            {t('map.skip')}
          </a>
          <div className={compared ? 'two-maps' : undefined}>
            {compared && <OneMap day={then} date={compare} own={own.layers} titled />}
            <OneMap day={now} date={choice.today} own={own.layers} titled={compared} laid={laid.drawn} />
          </div>
          <Legend choice={choice} counts={now.counts} hidden={map.hidden} onHidden={(keys) => change({ hide: [...keys].sort().join() })} />
          <LaidParts laid={laid} day={choice.today} />
          <OwnLayersPanel own={own} />
          {data && <ExportMap sites={now.shown.map(({ site }) => site)} taken={data} />}
        </div>
        <div id="map-list" tabIndex={-1}>
          <MapList sites={now.shown} choice={choice} />
        </div>
      </div>
      {compared && then.asked.data && data && (
        <Changes layer={choice.layer} before={then.found} after={now.found} then={compare} now={choice.today} />
      )}
    </Page>
  )
}

/** The dates, and the ways to the list and to the paper with the same filters. */
function Ways({ state }: { readonly state: UrlState }) {
  const { t } = useWords()
  const me = useMe()
  return (
    <>
      <AsOfPicker />
      <LinkButton to="/sites" search={listWords(state)}>
        {t('map.as-list')}
      </LinkButton>
      <LinkButton to="/map/print" search={state}>
        {t('map.print')}
      </LinkButton>
      {mayOpen('conflict.read', me.data) && <LinkButton to="/conflict-map">{t('map.conflicts')}</LinkButton>}
    </>
  )
}

interface OneMapProps {
  readonly day: MapDay
  readonly date: string
  readonly own: ReturnType<typeof useOwnLayers>['layers']
  readonly titled: boolean
  /** What other modules lay on it: of the day looked at, not of the day compared with. */
  readonly laid?: Laid['drawn']
}
/** One map on one day; both maps of a comparison follow the view in the address. */
function OneMap({ day, date, own, titled, laid = null }: OneMapProps) {
  const { t } = useWords()
  const [said, setSaid] = useState('')
  const [state, change] = useUrlState()
  const navigate = useNavigate()
  const { map } = mapStateOf(state)
  const provinces = useProvinces()
  const { layer, years } = map.choice
  const { found, shown } = day
  const features = useMemo(() => siteFeatures(shown, { layer, years, today: date, actor: '', service: '' }), [shown, layer, years, date])
  const grid = useMemo(
    () => (layer === 'visits' ? visitGrid({ sites: found.map(({ site }) => site), areas: provinces, today: date, years }) : null),
    [layer, found, provinces, date, years],
  )
  const drawn = useMemo(
    () => own.filter((one) => one.shown).map(({ id, colour, data }) => ({ id, colour: ownTokens[colour], data })),
    [own],
  )
  const title = `${t(`map.layer.${layer}`)}, ${t('map.compare.then', { date: dateText(date) })}`
  return (
    <figure className="one-map">
      {titled && <figcaption>{title}</figcaption>}
      <Suspense fallback={<Loading />}>
        {day.asked.data && (
          <MapView
            sites={features}
            marks={marksOf[layer]}
            provinces={provinces}
            grid={grid}
            own={drawn}
            laid={laid}
            onSaid={setSaid}
            view={state['view'] ?? ''}
            onView={(view) => change({ view })}
            onSite={(id) => void navigate({ to: `/sites/${id}` })}
            {...(titled ? { label: title } : {})}
          />
        )}
      </Suspense>
      {laid !== null && (
        <p className="small" role="status">
          {said === '' ? t('map.laid.touch') : said}
        </p>
      )}
    </figure>
  )
}

interface CompareFieldProps {
  readonly compare: string
  readonly day: string
  readonly change: (state: UrlState) => void
}
function CompareField({ compare, day, change }: CompareFieldProps) {
  const { t } = useWords()
  if (compare === '') return <Button onClick={() => change({ compare: addMonths(day, -12) })}>{t('map.compare')}</Button>
  return (
    <div className="row tight">
      <DateField
        label={t('map.compare.with')}
        value={compare}
        fault={compare === day ? t('map.compare.same-day') : undefined}
        onValue={(value) => value !== '' && change({ compare: value })}
      />
      <Button onClick={() => change({ compare: '' })}>{t('map.compare.end')}</Button>
    </div>
  )
}
