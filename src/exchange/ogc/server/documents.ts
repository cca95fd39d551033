/* The documents of OGC API Features that hold no site: landing page, conformance, collections, and the description of the interface. */
import { QUERYABLES } from '../features.ts'

export const CONFORMANCE = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
] as const
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
export const GEOJSON = 'application/geo+json'
export const OPENAPI = 'application/vnd.oai.openapi+json;version=3.0'
export const MOST_FEATURES = 10_000
export const DEFAULT_FEATURES = 1000

type Named = readonly [rel: string, type: string, title?: string]
export const link = (href: string, ...[rel, type, title]: Named) => ({ href, rel, type, ...(title ? { title } : {}) })

export const landing = (base: string) => ({
  title: 'Chanzo',
  description: 'Artisanal mine sites with their status, as the reader may see them.',
  links: [
    link(`${base}/ogc`, 'self', 'application/json', 'This document'),
    link(`${base}/ogc/api`, 'service-desc', OPENAPI, 'The interface'),
    link(`${base}/ogc/conformance`, 'conformance', 'application/json', 'What it conforms to'),
    link(`${base}/ogc/collections`, 'data', 'application/json', 'Collections'),
  ],
})
export const conformance = { conformsTo: CONFORMANCE }

/** The extent is that of the member states, not of the sites: where those lie is not told to everybody. */
export const collection = (base: string) => ({
  id: 'sites',
  title: 'Mine sites',
  description: 'Artisanal mine sites with the status that people read, its clock and its basis.',
  itemType: 'feature',
  crs: [CRS84],
  extent: {
    spatial: { bbox: [[8.5, -18.1, 42, 22.3]], crs: CRS84 },
    temporal: { interval: [[null, null]], trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian' },
  },
  links: [
    link(`${base}/ogc/collections/sites`, 'self', 'application/json'),
    link(`${base}/ogc/collections/sites/items`, 'items', GEOJSON, 'The sites'),
  ],
})
export const collections = (base: string) => ({
  links: [link(`${base}/ogc/collections`, 'self', 'application/json')],
  collections: [collection(base)],
})

const inQuery = (name: string, schema: object, description: string) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
  style: 'form',
  explode: false,
})
const reply = (type: string) => ({ 200: { description: 'done', content: { [type]: { schema: { type: 'object' } } } } })
const get = (summary: string, type = 'application/json', parameters: readonly object[] = []) => ({
  get: { summary, parameters, responses: { ...reply(type), default: { description: 'a problem', content: { 'application/json': {} } } } },
})
const featureId = { name: 'featureId', in: 'path', required: true, schema: { type: 'string' } }

export const api = (base: string, version: string) => ({
  openapi: '3.0.3',
  info: { title: 'Chanzo, OGC API Features', version },
  servers: [{ url: base }],
  components: {
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
      basic: { type: 'http', scheme: 'basic' },
    },
  },
  security: [{ key: [] }, { basic: [] }],
  paths: {
    '/ogc': get('Landing page'),
    '/ogc/conformance': get('What it conforms to'),
    '/ogc/collections': get('Collections'),
    '/ogc/collections/sites': get('The collection of sites'),
    '/ogc/collections/sites/items': get('Sites', GEOJSON, [
      inQuery('bbox', { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } }, 'West, south, east, north'),
      inQuery('datetime', { type: 'string' }, 'A day or an interval in which the site was last visited'),
      inQuery('limit', { type: 'integer', minimum: 1, maximum: MOST_FEATURES, default: DEFAULT_FEATURES }, 'How many at most'),
      inQuery('offset', { type: 'integer', minimum: 0, default: 0 }, 'How many to leave out'),
      ...QUERYABLES.map((name) => inQuery(name, { type: 'string' }, 'Equal to one of these, separated by commas')),
    ]),
    '/ogc/collections/sites/items/{featureId}': get('One site', GEOJSON, [featureId]),
  },
})
