/*
Everything that the map draws, for all sites at once, in columns. The standing and the last visit are those of the lists; the rest is
the newest answer to each question. Who is not cleared gets rounded positions, as everywhere. Cost: the standing of every site, and five
statements over the visits.
*/
import { dayNumber } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type SiteLayers, layerActors, layerBases, layerColours, layerMinerals, layerSchemes } from '../../domain/register/site-layers.ts'
import { filterSites } from '../../domain/register/site-filter.ts'
import { isOver, shownEnd } from '../../domain/status/lapse.ts'
import type { House } from './place-of-site.ts'
import { type ListWish, type Seen, readAllSites } from './read-sites.ts'
import { newestInterferenceAnswers, newestInterferenceByActor, newestSchemes, newestServices, newestWorkers } from './store-layers.ts'

type Wish = Omit<ListWish, 'sort' | 'page'>

export async function readSiteLayers(tx: Tx, house: House, { question, precision, filter }: Wish): Promise<SiteLayers> {
  const { tenant } = house
  const found = filterSites(await readAllSites(tx, house, { question, precision }), filter)
  const sites = found
    .filter((site) => site.latitude !== null && site.longitude !== null)
    .toSorted((a, b) => (a.nationalId < b.nationalId ? -1 : a.nationalId > b.nationalId ? 1 : 0))
  const workers = bySite(await newestWorkers(tx, tenant, question))
  const answers = bySite(await newestInterferenceAnswers(tx, tenant, question))
  const services = bySite(await newestServices(tx, tenant, question))
  const schemes = bySite(await newestSchemes(tx, tenant, question))
  const provinces = codesOf<{ readonly code: string; readonly name: string }>((area) => area.code)
  const territoires = codesOf<{ readonly code: string; readonly name: string }>((area) => area.code)
  const serviceNames = codesOf<string>((name) => name)
  const columns = {
    ...plainColumns(sites),
    province: sites.map(({ province }) => (province === null ? null : provinces.at(province))),
    territoire: sites.map(({ territoire }) => (territoire === null ? null : territoires.at(territoire))),
    workers: sites.map(({ id }) => workers.get(id)?.workers ?? null),
    workersOn: sites.map((site) => daySinceVisit(site, workers.get(site.id)?.day)),
    interference: sites.map(({ id }) => flagOrNull(answers.get(id)?.interference)),
    interferenceOn: sites.map((site) => daySinceVisit(site, answers.get(site.id)?.day)),
    services: sites.map(({ id }) => services.get(id)?.services.map((name) => serviceNames.at(name)) ?? null),
    servicesOn: sites.map((site) => daySinceVisit(site, services.get(site.id)?.day)),
    scheme: sites.map(({ id }) => placeOrNull(layerSchemes, schemes.get(id)?.scheme)),
    schemeOn: sites.map((site) => daySinceVisit(site, schemes.get(site.id)?.day)),
    armed: armedColumn(sites, await newestInterferenceByActor(tx, tenant, question)),
  }
  return {
    positionPrecision: precision,
    ...question,
    withoutPosition: found.length - sites.length,
    codes: {
      colours: [...layerColours],
      bases: [...layerBases],
      minerals: [...layerMinerals],
      schemes: [...layerSchemes],
      actors: [...layerActors],
      services: [...serviceNames.list],
      provinces: provinces.list.map(({ code, name }) => ({ code, name })),
      territoires: territoires.list.map(({ code, name }) => ({ code, name })),
    },
    ...columns,
  }
}

const plainColumns = (sites: readonly Seen[]) => ({
  id: sites.map(({ id }) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')),
  name: sites.map(({ name }) => name),
  nationalId: sites.map(({ nationalId }) => nationalId),
  longitude: sites.map(({ longitude }) => toMetres(longitude)),
  latitude: sites.map(({ latitude }) => toMetres(latitude)),
  minerals: sites.map(({ minerals }) => minerals.reduce((sum, one) => sum | (1 << layerMinerals.indexOf(one)), 0)),
  colour: sites.map(({ standing }) => layerColours.indexOf(standing.shown)),
  basis: sites.map(({ standing }) => layerBases.indexOf(standing.basis)),
  until: sites.map(({ standing }) => dayOrNull(shownEnd(standing))),
  flags: sites.map(({ standing }) => (isOver(standing) ? 1 : 0) + (standing.held ? 2 : 0)),
  order: sites.map(({ standing }) => standing.orderNumber),
  visitOn: sites.map(({ lastVisitOn }) => dayOrNull(lastVisitOn)),
})

/** Five decimals are about a metre: what a map can draw. */
const toMetres = (degrees: number | null): number => Math.round((degrees ?? 0) * 1e5) / 1e5

function armedColumn(
  sites: readonly Seen[],
  rows: readonly { readonly site_id: string; readonly day: string; readonly actor_class: (typeof layerActors)[number] }[],
): number[] {
  const places = new Map<string, number>(sites.map(({ id }, at) => [id, at]))
  return rows.flatMap(({ site_id, day, actor_class }) => {
    const at = places.get(site_id)
    const site = at === undefined ? undefined : sites[at]
    return at === undefined || !site ? [] : [at, layerActors.indexOf(actor_class), daySinceVisit(site, day) ?? 0]
  })
}

const bySite = <Row extends { readonly site_id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.site_id, row]))
const dayOrNull = (day: string | null | undefined): number | null => (day === null || day === undefined ? null : dayNumber(day))
/** The day of an answer as the columns say it: from the last visit, where there was one. */
const daySinceVisit = ({ lastVisitOn }: Seen, day: string | undefined): number | null =>
  day === undefined ? null : dayNumber(day) - (lastVisitOn === null ? 0 : dayNumber(lastVisitOn))
const flagOrNull = (flag: boolean | undefined): number | null => (flag === undefined ? null : flag ? 1 : 0)
const placeOrNull = <Value extends string>(list: readonly Value[], value: Value | undefined): number | null =>
  value === undefined ? null : list.indexOf(value)

/** A list of different values and the place of each, in the order in which they come. */
function codesOf<Value>(keyOf: (value: Value) => string): { readonly list: readonly Value[]; readonly at: (value: Value) => number } {
  const list: Value[] = []
  const places = new Map<string, number>()
  return {
    list,
    at: (value) => {
      const key = keyOf(value)
      const known = places.get(key)
      if (known !== undefined) return known
      places.set(key, list.length)
      return list.push(value) - 1
    },
  }
}
