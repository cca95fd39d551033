/*
`/ogc`: the register for map programs such as QGIS. What holds no site is open; sites are for who may read sites, who sends a key in a
heading or, since QGIS knows nothing else, as the password of HTTP Basic. A stranger is asked to sign in and told nothing.
*/
import { todayAt } from '../../../kernel/calendar.ts'
import { parse, record, text } from '../../../kernel/schema.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone, can } from '../../../platform/http/route.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { PlacesDoor } from '../../../modules/places/contract.ts'
import type { SitesDoor } from '../../../modules/sites/contract.ts'
import { type Feature, type FeatureQuestion, QUERYABLES, type Seeing, featureOf, fits, readBox, readInterval } from '../features.ts'
import { DEFAULT_FEATURES, GEOJSON, MOST_FEATURES, OPENAPI, api, collection, collections, conformance, landing, link } from './documents.ts'

export interface OgcParts {
  readonly sites: SitesDoor<Tx>
  readonly places: PlacesDoor<Tx>
  readonly baseUrl: string
  readonly version: string
}
const Params = record({ site: text(36) })
const ITEMS = '/ogc/collections/sites/items'

export function ogcRoutes(parts: OgcParts): readonly Route[] {
  const base = parts.baseUrl.replace(/\/$/, '')
  return [
    open('/ogc', 'OGC API Features: landing page', landing(base)),
    open('/ogc/conformance', 'OGC API Features: what it conforms to', conformance),
    open('/ogc/collections', 'OGC API Features: collections', collections(base)),
    open('/ogc/collections/sites', 'OGC API Features: the collection of sites', collection(base)),
    open('/ogc/api', 'OGC API Features: the interface, as OpenAPI 3.0', api(base, parts.version), OPENAPI),
    closed(ITEMS, 'OGC API Features: sites as GeoJSON, by box, time and properties', (incoming) => items(parts, base, incoming)),
    closed(`${ITEMS}/:site`, 'OGC API Features: one site as GeoJSON', (incoming) => item(parts, base, incoming)),
  ]
}

const open = (...[path, summary, body, contentType]: readonly [string, string, object, string?]): Route =>
  rawRoute({
    method: 'GET',
    path,
    allow: anyone,
    summary,
    inItsWords,
    answer: async () => (contentType ? { status: 200, body: JSON.stringify(body), contentType } : { status: 200, body }),
  })
const closed = (path: string, summary: string, answer: (incoming: Incoming) => Promise<Reply>): Route =>
  rawRoute({ method: 'GET', path, allow: can('exchange.ogc-read'), summary, inItsWords, answer })

const messages: { readonly [code: string]: string } = {
  'not-signed-in': 'Send an API key: X-API-Key, Authorization: Bearer, or as the password of HTTP Basic.',
  'not-allowed': 'This key may not read sites.',
  'no-such-feature': 'No site has this identifier.',
  'bad-parameter': 'A parameter is unknown or cannot be read.',
}
const problem = (status: number, code: string, more = ''): Reply => ({
  status,
  body: { code, description: `${messages[code] ?? 'The server failed.'}${more === '' ? '' : ` (${more})`}` },
  ...(status === 401 ? { headers: { 'www-authenticate': 'Basic realm="chanzo"' } } : {}),
})
const inItsWords = ({ status }: Reply): Reply =>
  problem(status, status === 401 ? 'not-signed-in' : status === 403 ? 'not-allowed' : 'fault')

async function readFeatures({ sites, places }: OgcParts, { door, tenant, now, who }: Incoming): Promise<readonly Feature[]> {
  const precision = who.capabilities.has('sites.exact-position') ? 'exact' : 'coarse'
  return door.read(async (tx) => {
    const areas = [...(await places.listAreas(tx, 'province', tenant)), ...(await places.listAreas(tx, 'territoire', tenant))]
    const byCode = new Map(areas.map(({ code, name }) => [code, { code, name }]))
    const seeing: Seeing = { precision, placeOf: (code) => (code === null ? null : (byCode.get(code) ?? { code, name: code })) }
    const all = await sites.overview(tx, tenant, { asOf: todayAt(now), knownAt: now, precision })
    return all.map((site) => featureOf(site, seeing))
  })
}

async function items(parts: OgcParts, base: string, incoming: Incoming): Promise<Reply> {
  const asked = readQuery(incoming.query)
  if (!asked.ok) return problem(400, 'bad-parameter', asked.name)
  const { question, limit, offset, written } = asked
  const found = (await readFeatures(parts, incoming)).filter((feature) => fits(feature, question))
  const features = found.slice(offset, offset + limit)
  const page = (from: number): string => {
    const query = new URLSearchParams([...written, ['limit', String(limit)], ['offset', String(from)]])
    return `${base}${ITEMS}?${query.toString()}`
  }
  return geojson({
    type: 'FeatureCollection',
    timeStamp: incoming.now,
    numberMatched: found.length,
    numberReturned: features.length,
    features,
    links: [
      link(page(offset), 'self', GEOJSON),
      ...(offset + limit < found.length ? [link(page(offset + limit), 'next', GEOJSON)] : []),
      ...(offset > 0 ? [link(page(Math.max(0, offset - limit)), 'prev', GEOJSON)] : []),
      link(`${base}/ogc/collections/sites`, 'collection', 'application/json'),
    ],
  })
}

async function item(parts: OgcParts, base: string, incoming: Incoming): Promise<Reply> {
  const params = parse(Params, incoming.params)
  if (!params.ok) return problem(404, 'no-such-feature')
  const { site } = params.value
  const feature = (await readFeatures(parts, incoming)).find((one) => one.id === site)
  if (feature === undefined) return problem(404, 'no-such-feature')
  const links = [link(`${base}${ITEMS}/${site}`, 'self', GEOJSON), link(`${base}/ogc/collections/sites`, 'collection', 'application/json')]
  return geojson({ ...feature, links })
}

const geojson = (body: object): Reply => ({
  status: 200,
  body: JSON.stringify(body),
  contentType: GEOJSON,
  headers: { vary: 'Authorization, X-API-Key' },
})

type Query =
  | { readonly ok: false; readonly name: string }
  | {
      readonly ok: true
      readonly question: FeatureQuestion
      readonly limit: number
      readonly offset: number
      /** What was asked, for the links to the other pages. */
      readonly written: [string, string][]
    }
function readQuery(query: unknown): Query {
  const given = new Map(Object.entries({ ...(typeof query === 'object' ? query : {}) }).map(([name, value]) => [name, String(value)]))
  for (const known of ['f', 'language']) given.delete(known)
  const bad = (name: string): Query => ({ ok: false, name })
  const unknown = [...given.keys()].find((name) => !['bbox', 'datetime', 'limit', 'offset', ...QUERYABLES].includes(name))
  if (unknown !== undefined) return bad(unknown)
  const [box, time, most, skipped] = [given.get('bbox'), given.get('datetime'), given.get('limit'), given.get('offset')]
  const bbox = box === undefined ? null : readBox(box)
  if (box !== undefined && bbox === null) return bad('bbox')
  const between = time === undefined ? null : readInterval(time)
  if (time !== undefined && between === null) return bad('datetime')
  const limit = numberIn(most, DEFAULT_FEATURES)
  if (limit === null || limit < 1) return bad('limit')
  const offset = numberIn(skipped, 0)
  if (offset === null) return bad('offset')
  const equal = new Map([...given].filter(([name]) => QUERYABLES.some((one) => one === name)))
  const written = [...given].filter(([name]) => name !== 'limit' && name !== 'offset')
  // The standard: more than the server gives is not refused, it gets what the server gives.
  return { ok: true, question: { bbox, between, equal }, limit: Math.min(limit, MOST_FEATURES), offset, written }
}
const numberIn = (written: string | undefined, otherwise: number): number | null =>
  written === undefined ? otherwise : /^\d{1,9}$/.test(written) ? Number(written) : null
