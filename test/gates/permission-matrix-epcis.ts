/* The rows of EPCIS in the permission matrix: documents of EPCIS are for machines of partners and those whose buyers ask for it. And those of
   the lists of old tags and sheets. */
const VALUES = ['eventTypes', 'epcs', 'bizSteps', 'bizLocations', 'readPoints', 'dispositions'].flatMap((name) => [
  `/${name}`,
  `/${name}/:value`,
  `/${name}/:value/events`,
])
const READS = [
  ...['', '/capture', '/capture/:capture', '/events', '/events/:event', ...VALUES, '/queries', '/queries/:query', '/queries/:query/events'],
  ...['/queries/:query/subscriptions', '/queries/:query/subscriptions/:subscription'],
]
const WRITES = [
  'POST /epcis/capture',
  'POST /epcis/events',
  'POST /epcis/queries',
  'DELETE /epcis/queries/:query',
  'POST /epcis/queries/:query/subscriptions',
  'DELETE /epcis/queries/:query/subscriptions/:subscription',
  'DELETE /epcis/nextPageToken/:token',
]
const OFFICE = ['GET /api/epcis/captures', 'GET /api/epcis/captures/:capture', 'GET /api/epcis/queries']
const IDENTIFIERS = ['/obj/:thing', '/class/:mineral/:thing', '/loc/:thing', '/party/:thing', '/bt/:thing']

/** `users` may all of it: each sees and moves what it sees and may move elsewhere. */
export const epcisRows = (users: readonly string[]): { readonly [route: string]: 'anyone' | readonly string[] } =>
  Object.fromEntries([
    ...[...READS, '/nextPageToken/:token'].map((path) => [`OPTIONS /epcis${path}`, 'anyone'] as const),
    ...IDENTIFIERS.map((path) => [`GET /id${path}`, 'anyone'] as const),
    ...[...READS.map((path) => `GET /epcis${path}`), ...WRITES, ...OFFICE].map((route) => [route, users] as const),
  ])

const LISTS = ['GET ', 'GET /:import', 'GET /:import/rows', 'GET /:import/report', 'POST ']
const ACTS = ['trials', 'runs', 'stops', 'undoings'].map((act) => `POST /:import/${act}`)
export const chainListRows = (users: readonly string[]): { readonly [route: string]: readonly string[] } =>
  Object.fromEntries([...LISTS, ...ACTS].map((route) => [route.replace(' ', ' /api/imports/chain'), users]))
