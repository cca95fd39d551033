/* What the map shows, for its screen and for its paper: asked from the server, filtered on the device, marked by the chosen layer. */
import type { FeatureCollection } from 'geojson'
import { useMemo } from 'react'
import { type Asked, useAnswer } from '../../../../app/ask.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import { type UrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import type { SiteLayers } from '../../domain/register/site-layers.ts'
import { matchesFilter, readFilter } from '../register/site-filter.ts'
import type { LayerChoice } from './layers.ts'
import { type MapState, readMapState } from './map-state.ts'
import { mapSites } from './map-sites.ts'
import { type MarkedSite, countMarks, marked } from './site-features.ts'

export interface MapDay {
  readonly asked: Asked<SiteLayers>
  /** After the filters, before the legend. */
  readonly found: readonly MarkedSite[]
  /** What is drawn. */
  readonly shown: readonly MarkedSite[]
  readonly counts: ReadonlyMap<string, number>
}

/** `day` null asks nothing. */
export function useMapDay(state: UrlState, day: string | null, map: MapState): MapDay {
  const { colour, mineral, province, lapsed, text } = readFilter(state)
  const { knownAt } = state
  const asked = useAnswer<SiteLayers>(day === null ? null : `/api/sites/layers${writeSearch({ asOf: day, knownAt, province })}`)
  const { data } = asked
  const sites = useMemo(() => (data ? mapSites(data) : []), [data])
  const filtered = useMemo(
    () => sites.filter((site) => matchesFilter(site, { colour, mineral, province, lapsed, text })),
    [sites, colour, mineral, province, lapsed, text],
  )
  const { layer, years, actor, service, today } = map.choice
  const looked = day === null || day === '' ? today : day
  const found = useMemo(
    () => marked(filtered, { layer, years, actor, service, today: looked }),
    [filtered, layer, years, actor, service, looked],
  )
  const counts = useMemo(() => countMarks(found), [found])
  const hidden = [...map.hidden].sort().join()
  const shown = useMemo(() => {
    const gone = new Set(hidden.split(','))
    return found.filter(({ key }) => !gone.has(key))
  }, [found, hidden])
  return { asked, found, shown, counts }
}

export const useProvinces = (): FeatureCollection | null =>
  useAnswer<FeatureCollection>('/api/places/boundaries?level=province').data ?? null

/** State of the address with the one `today` of this device; the day asked from the server is '' for today. */
export function mapStateOf(state: UrlState): { readonly map: MapState; readonly asOf: string; readonly today: string } {
  const today = todayHere()
  const map = readMapState(state, today)
  return { map, asOf: map.choice.today === today ? '' : map.choice.today, today }
}
export type { LayerChoice }
