/*
All sites that have a position, by colour and shape, faded by the age of the last visit, with the list beside the map. The
filters work on what the device holds, so they go on working without network.
*/
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import type { FeatureCollection } from 'geojson'
import { useAnswer } from '../../../../app/ask.ts'
import { AsOfPicker } from '../../../../app/kit/as-of-picker.tsx'
import { LinkButton } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { type UrlState, useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import type { SiteMap } from '../../domain/register/answers.ts'
import { matchesFilter, readFilter } from '../register/site-filter.ts'
import { SiteFilterBar } from '../register/site-filter-bar.tsx'
import { Legend } from './legend.tsx'
import { MapList } from './map-list.tsx'
import { siteFeatures } from './site-features.ts'
import './map.css'

const MapView = lazy(async () => ({ default: (await import('./map-view.tsx')).MapView }))

const filterWords = ({ view: _view, ...state }: UrlState): UrlState => state

export function MapScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const navigate = useNavigate()
  const filter = readFilter(state)
  const { asOf, knownAt } = state
  const { data, answer, error, again } = useAnswer<SiteMap>(`/api/sites/map${writeSearch({ asOf, knownAt, province: filter.province })}`)
  const provinces = useAnswer<FeatureCollection>('/api/places/boundaries?level=province').data ?? null
  const { colour, mineral, province, lapsed, text } = filter
  const shown = useMemo(
    () => data?.sites.filter((site) => matchesFilter(site, { colour, mineral, province, lapsed, text })) ?? [],
    [data, colour, mineral, province, lapsed, text],
  )
  const today = asOf ?? todayHere()
  const features = useMemo(() => siteFeatures(shown, today), [shown, today])
  return (
    <Page
      title={t('map.title')}
      answer={answer}
      actions={
        <>
          <AsOfPicker />
          <LinkButton to="/sites" search={filterWords(state)}>
            {t('map.as-list')}
          </LinkButton>
        </>
      }
    >
      <SiteFilterBar />
      {error && <ErrorState error={error} again={again} />}
      <p className="small" role="status">
        {data
          ? `${t('map.count', { shown: shown.length, total: data.sites.length, without: data.withoutPosition })} · ${t(`map.precision.${data.positionPrecision}`)}`
          : t('app.loading')}
      </p>
      <div className="map-and-list">
        <div className="map-place">
          <a className="skip" href="#map-list">
            {t('map.skip')}
          </a>
          <Suspense fallback={<Loading />}>
            {data && (
              <MapView
                sites={features}
                provinces={provinces}
                view={state['view'] ?? ''}
                onView={(view) => change({ view })}
                onSite={(id) => void navigate({ to: `/sites/${id}` })}
              />
            )}
          </Suspense>
          <Legend />
        </div>
        <div id="map-list" tabIndex={-1}>
          <MapList sites={shown} today={today} />
        </div>
      </div>
    </Page>
  )
}
