/*
The public register over HTTP: pages without script and files, for strangers. Each answer has an ETag over what it says, its clock
aside, so that a reader who comes back pays a few bytes. The one form that is sent, the search, goes to this server only.
*/
import { createHash } from 'node:crypto'
import { type Html, html } from '../../../../platform/http/html.ts'
import { documentPage } from '../../../../platform/http/document-page.ts'
import { rawRoute } from '../../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone } from '../../../../platform/http/route.ts'
import { type Schema, looseRecord, maybe, mustParse, numberInUrl, oneOf, parse, record, text } from '../../../../kernel/schema.ts'
import { OrderId } from '../../contract.ts'
import type { PublicDay, PublicSearch } from '../../domain/register/public-register.ts'
import { publicOrdersCsv, publicSitesCsv, publicSitesGeoJson } from '../../page/open-data-files.ts'
import { openDataPage } from '../../page/open-data-page.ts'
import { publicOrderPage, publicOrdersPage } from '../../page/orders-page.ts'
import { speaker } from '../../page/page-parts.ts'
import { publicListPage } from '../../page/register-page.ts'
import type { SitesDoors } from './place-of-site.ts'
import { readPublicList, readPublicOrder, readPublicOrders, readPublicRows } from './read-public-register.ts'

const Search = looseRecord({
  q: maybe(text(120)),
  province: maybe(text(12)),
  mineral: maybe(oneOf('Au', 'Sn', 'Ta', 'W', 'other')),
  colour: maybe(oneOf('green', 'yellow', 'red', 'blue', 'none')),
  page: maybe(numberInUrl()),
})

export const publicRoutes = (doors: SitesDoors): readonly Route[] => [
  page({
    path: '/register',
    summary: 'The public register: sites by name, province, mineral, status',
    show: async ({ door, tenant, now, language, query }) =>
      publicListPage(await door.read((tx) => readPublicList(tx, { tenant, doors }, { search: searchIn(query), now })), language),
  }),
  page({
    path: '/register/orders',
    summary: 'Orders of the public register, newest first',
    show: async ({ door, tenant, now, language }) => publicOrdersPage(await door.read((tx) => readPublicOrders(tx, tenant, now)), language),
  }),
  page({
    path: '/register/orders/:order',
    summary: 'One order of the public register with its annex',
    params: record({ order: OrderId }),
    show: async ({ door, tenant, now, language, params }) => {
      const asked = parse(record({ order: OrderId }), params)
      const found = asked.ok ? await door.read((tx) => readPublicOrder(tx, tenant, { order: asked.value.order, now })) : null
      return found && publicOrderPage(found, language)
    },
  }),
  page({
    path: '/register/open-data',
    summary: 'What the open data are, with their files',
    show: async ({ now, language }) => openDataPage({ asOf: now.slice(0, 10), knownAt: now }, language),
  }),
  file({
    path: '/register/sites.csv',
    summary: 'Sites of the public register, CSV',
    contentType: 'text/csv; charset=utf-8',
    make: async (asked) => withRows(asked, doors, publicSitesCsv),
  }),
  file({
    path: '/register/sites.geojson',
    summary: 'Sites of the public register, GeoJSON without positions',
    contentType: 'application/geo+json; charset=utf-8',
    make: async (asked) => withRows(asked, doors, publicSitesGeoJson),
  }),
  file({
    path: '/register/orders.csv',
    summary: 'Orders of the public register, CSV',
    contentType: 'text/csv; charset=utf-8',
    make: async ({ door, tenant, now }) => publicOrdersCsv(await door.read((tx) => readPublicOrders(tx, tenant, now))),
  }),
]

async function withRows(
  { door, tenant, now }: Incoming,
  doors: SitesDoors,
  write: (rows: Awaited<ReturnType<typeof readPublicRows>>['rows'], day: PublicDay) => string,
): Promise<string> {
  const { rows, ...day } = await door.read((tx) => readPublicRows(tx, { tenant, doors }, now))
  return write(rows, day)
}

/** What is no search is left out, so that a bad link shows the whole register rather than a fault. */
function searchIn(query: unknown): PublicSearch {
  const given = typeof query === 'object' && query !== null ? Object.entries(query).filter(([, value]) => value !== '') : []
  const whole = parse(Search, Object.fromEntries(given))
  const usable = whole.ok ? whole.value : mustParse(Search, {})
  const { q = '', province = '', mineral = '', colour = '', page: number = 1 } = usable
  return { text: q, province, mineral, colour, page: Number.isFinite(number) ? Math.floor(number) : 1 }
}

interface Described {
  readonly path: string
  readonly summary: string
}
function page(route: Described & { readonly params?: Schema<unknown>; readonly show: (asked: Incoming) => Promise<Html | null> }): Route {
  return rawRoute({
    method: 'GET',
    path: route.path,
    summary: route.summary,
    allow: anyone,
    ...(route.params ? { schemas: { params: route.params } } : {}),
    answer: async (asked) => {
      const shown = await route.show(asked)
      if (shown === null) return notFound(asked.language)
      return fresh(asked, { body: shown.html, contentType: 'text/html; charset=utf-8' })
    },
  })
}
function file(route: Described & { readonly contentType: string; readonly make: (asked: Incoming) => Promise<string> }): Route {
  return rawRoute({
    method: 'GET',
    path: route.path,
    summary: route.summary,
    allow: anyone,
    answer: async (asked) => {
      const name = route.path.slice(route.path.lastIndexOf('/') + 1)
      const reply = fresh(asked, { body: await route.make(asked), contentType: route.contentType })
      return { ...reply, headers: { ...reply.headers, 'content-disposition': `attachment; filename="${name}"` } }
    },
  })
}

/** The whole answer, or 304 where the reader holds the same. The moment of the clock stands in every answer and makes none new. */
function fresh(
  { headers, now, language }: Incoming,
  { body, contentType }: { readonly body: string; readonly contentType: string },
): Reply {
  const moments = [now, `${now.slice(11, 16)} UTC`]
  const said = moments.reduce((text, moment) => text.replaceAll(moment, ''), body)
  const etag = `W/"${createHash('sha256').update(language).update(said).digest('base64url').slice(0, 27)}"`
  const kept = { etag, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'accept-language, accept-encoding' }
  if (headers['if-none-match']?.split(/,\s*/).includes(etag)) return { status: 304, body: '', headers: kept }
  return {
    status: 200,
    body,
    contentType,
    headers: { ...kept, ...(contentType.startsWith('text/html') ? { 'content-security-policy': POLICY } : {}) },
  }
}
/** As for every page that the server writes, but its search may be sent to this server. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'`

function notFound(language: 'fr' | 'en'): Reply {
  const say = speaker(language)
  const body = documentPage({
    title: say('register.title'),
    language,
    body: html`<h1>${say('register.title')}</h1>
      <p class="note">${language === 'fr' ? 'Rien ne porte cette adresse.' : 'Nothing has this address.'}</p>
      <p><a href="/register?language=${language}">${say('register.sites')}</a></p>`,
  })
  return { status: 404, body: body.html, contentType: 'text/html; charset=utf-8' }
}
