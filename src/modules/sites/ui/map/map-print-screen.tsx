/*
The map on one A3 sheet, landscape: title, legend, scale, north, the two dates, filters, sources and credits. The map is drawn twice as
sharp as on screen and laid on the sheet as a picture, because a browser prints a picture whole and a drawing surface at times blank.
*/
import { lazy, Suspense, useCallback, useLayoutEffect, useMemo, useState } from 'react'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { type Translate, useWords, type WordKey } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import { readFilter, type SiteFilter } from '../register/site-filter.ts'
import { marksOf } from './layers.ts'
import { type Laid, LaidParts, useLaid } from './laid.tsx'
import { Legend } from './legend.tsx'
import type { MapPicture } from './map-view.tsx'
import { ownTokens, useOwnLayers } from './own-layer-store.ts'
import { scaleBarOf } from './scale-bar.ts'
import { siteFeatures } from './site-features.ts'
import { type MapDay, mapStateOf, useMapDay, useProvinces } from './use-map-data.ts'
import { visitGrid } from './visit-grid.ts'
import './map.css'
import './map-print.css'

const MapView = lazy(async () => ({ default: (await import('./map-view.tsx')).MapView }))
/** Only this page is A3; the style leaves with the screen. */
const A3 = '@page { size: A3 landscape; margin: 9mm } @page { @bottom-right { content: "" } }'
const nothing = () => undefined

/** Paper is light: whoever works in the dark sees the sheet as it will be printed, and gets their theme back when they leave it. */
function useLight(): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    const before = dataset['theme']
    dataset['theme'] = 'light'
    return () => {
      if (before === undefined) delete dataset['theme']
      else dataset['theme'] = before
    }
  }, [])
}

export function MapPrintScreen() {
  const { t } = useWords()
  useLight()
  const [state] = useUrlState()
  const { map, asOf } = mapStateOf(state)
  const day = useMapDay(state, asOf, map)
  const [title, setTitle] = useState('')
  const [picture, setPicture] = useState<MapPicture | null>(null)
  const laid = useLaid()
  const keep = useCallback((next: MapPicture) => setPicture((before) => (before?.address === next.address ? before : next)), [])
  const heading = title === '' ? `${t('map.title')}${t('app.colon')} ${t(`map.layer.${map.choice.layer}`).toLowerCase()}` : title
  const { data, error, again } = day.asked
  return (
    <Page
      title={t('map.print')}
      crumbs={
        <AppLink to="/map" search={state}>
          {t('map.print.back')}
        </AppLink>
      }
      actions={
        <Button kind="primary" disabled={picture === null} onClick={() => window.print()}>
          {t(picture === null ? 'map.print.wait' : 'map.print.go')}
        </Button>
      }
    >
      <style>{A3}</style>
      <Toolbar label={t('map.print.title')}>
        <TextField label={t('map.print.title')} value={title} placeholder={heading} maxLength={120} onValue={setTitle} />
      </Toolbar>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <div className="sheet-frame">
          <article className="paper map-sheet">
            <header>
              <h2>{heading}</h2>
              <span>{t('map.print.dates', { asOf: dateText(data.asOf), knownAt: dateText(data.knownAt.slice(0, 10)) })}</span>
            </header>
            <SheetMap day={day} picture={picture} onPicture={keep} laid={laid.drawn} />
            <SheetSide day={day} picture={picture} laid={laid} />
            <SheetFoot precision={data.positionPrecision} />
          </article>
        </div>
      )}
    </Page>
  )
}

interface SheetMapProps {
  readonly day: MapDay
  readonly picture: MapPicture | null
  readonly onPicture: (picture: MapPicture) => void
  readonly laid: Laid['drawn']
}
/** The drawing stays under its picture, so that new marks give a new picture. */
function SheetMap({ day, picture, onPicture, laid }: SheetMapProps) {
  const { t } = useWords()
  const [state] = useUrlState()
  const { map } = mapStateOf(state)
  const { layer, years, today } = map.choice
  const provinces = useProvinces()
  const { layers } = useOwnLayers()
  const { found, shown } = day
  const features = useMemo(() => siteFeatures(shown, { layer, years, today, actor: '', service: '' }), [shown, layer, years, today])
  const grid = useMemo(
    () => (layer === 'visits' ? visitGrid({ sites: found.map(({ site }) => site), areas: provinces, today, years }) : null),
    [layer, found, provinces, today, years],
  )
  const own = useMemo(
    () => layers.filter((one) => one.shown).map(({ id, colour, data }) => ({ id, colour: ownTokens[colour], data })),
    [layers],
  )
  return (
    <div className="sheet-map">
      <Suspense fallback={<Loading />}>
        <MapView
          sites={features}
          marks={marksOf[layer]}
          provinces={provinces}
          grid={grid}
          own={own}
          laid={laid}
          view={state['view'] ?? ''}
          onView={nothing}
          onSite={nothing}
          onPicture={onPicture}
        />
      </Suspense>
      {picture !== null && <img src={picture.address} alt={t('map.region')} />}
    </div>
  )
}

interface SheetSideProps {
  readonly day: MapDay
  readonly picture: MapPicture | null
  readonly laid: Laid
}
function SheetSide({ day, picture, laid }: SheetSideProps) {
  const { t } = useWords()
  const [state] = useUrlState()
  const { map } = mapStateOf(state)
  const { data } = day.asked
  const filters = filterWords(t, readFilter(state), data?.codes.provinces ?? [])
  const bar = picture === null ? null : scaleBarOf(picture.metresPerPixel, 240)
  return (
    <aside className="sheet-side">
      <h3>{t('map.legend.title')}</h3>
      <Legend choice={map.choice} counts={day.counts} hidden={map.hidden} />
      <p className="small">{t('map.ink')}</p>
      <LaidParts laid={laid} day={map.choice.today} paper />
      <div className="row">
        <svg width="44" height="56" viewBox="0 0 44 56" role="img" aria-label={t('map.print.north')}>
          <path d="M22 2l12 34-12-8-12 8z" fill="currentColor" />
          <text x="22" y="54" textAnchor="middle" fontSize="15" fontWeight="700" fill="currentColor">
            N
          </text>
        </svg>
        {bar && (
          <figure className="scale-bar">
            <i style={{ width: bar.pixels }} />
            <figcaption>{bar.kilometres >= 1 ? `${bar.kilometres} km` : `${bar.kilometres * 1000} m`}</figcaption>
            <span className="small">{t('map.print.scale')}</span>
          </figure>
        )}
      </div>
      <h3>{t('map.print.filters')}</h3>
      <p>{filters.length === 0 ? t('map.print.no-filter') : filters.join(' · ')}</p>
      {map.hidden.size > 0 && <p>{`${t('map.print.hidden')}${t('app.colon')} ${hiddenWords(t, map).join(', ')}`}</p>}
      {data && <p>{t('map.print.shown', { shown: day.shown.length, total: data.id.length, without: data.withoutPosition })}</p>}
    </aside>
  )
}

function SheetFoot({ precision }: { readonly precision: 'exact' | 'coarse' }) {
  const { t } = useWords()
  const { layers } = useOwnLayers()
  const names = layers.filter((one) => one.shown).map(({ name }) => name)
  return (
    <footer>
      <p>
        <b>{t(precision === 'exact' ? 'map.print.confidential' : 'map.print.coarse')}</b>{' '}
        {t('map.print.printed', { date: dateText(todayHere()) })}
      </p>
      <p>
        <b>{t('map.print.sources')}.</b> {t('map.print.credits')} {names.length > 0 && t('map.print.own', { names: names.join(', ') })}
      </p>
    </footer>
  )
}

function filterWords(
  t: Translate,
  filter: SiteFilter,
  provinces: readonly { readonly code: string; readonly name: string }[],
): readonly string[] {
  const { colour, mineral, province, lapsed, text } = filter
  const said = (name: WordKey, value: string): string => `${t(name)}${t('app.colon')} ${value}`
  return [
    text === '' ? '' : said('filter.text', text),
    colour === '' ? '' : said('filter.colour', t(`status.${colour}`).toLowerCase()),
    mineral === '' ? '' : said('filter.mineral', t(`mineral.${mineral}`)),
    lapsed === '' ? '' : said('filter.lapsed', t(`filter.lapsed.${lapsed}`)),
    province === '' ? '' : said('filter.province', provinces.find((one) => one.code === province)?.name ?? province),
  ].filter((one) => one !== '')
}
const hiddenWords = (t: Translate, { choice, hidden }: ReturnType<typeof mapStateOf>['map']): readonly string[] =>
  marksOf[choice.layer].filter(({ key }) => hidden.has(key)).map(({ word }) => t(word))
