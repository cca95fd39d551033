/*
`/resolve/…`: from the identifier of a thing to what is said of it, as GS1 and UNTP ask of a resolver. Identifiers are ours (`/resolve/loc/…` for `/id/loc/…`) or keys of
GS1. `linkType=linkset` or `Accept: application/linkset+json` gives all links (RFC 9264), one link type leads there (307), nothing asked leads to the page for
people (307), what nobody knows is 404, what cannot be an identifier 400.
*/
import { asId } from '../../../kernel/schema.ts'
import type { ExchangeDoor } from '../../../modules/custody/contract-exchange.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone } from '../../../platform/http/route.ts'
import { isGs1Path } from '../gs1-path.ts'
import { CURRENT_VERSION } from '../mappers.ts'
import { type UntpDoors, isUuid, orderOf, readBody } from './read-records.ts'
import { todayAt } from '../../../kernel/calendar.ts'

export interface ResolverParts extends UntpDoors {
  readonly things: Pick<ExchangeDoor<Tx, never>, 'named'>
  readonly baseUrl: string
}

const VOCABULARY = 'https://test.uncefact.org/vocabulary/linkTypes/'
const DEFAULT = 'https://ref.gs1.org/voc/defaultLink'
const SHORT: { readonly [prefix: string]: string } = { untp: VOCABULARY, gs1: 'https://ref.gs1.org/voc/', iana: '' }
interface Link {
  readonly type: string
  readonly path: string
  readonly title: string
  readonly mediaType: string
}
interface Resolved {
  readonly anchor: string
  readonly links: readonly Link[]
}

const paths: readonly (readonly [path: string, parts: readonly string[]])[] = [
  ['/resolve/:kind/:thing', ['kind', 'thing']],
  ['/resolve/:kind/:thing/:second', ['kind', 'thing', 'second']],
  ['/resolve/:kind/:thing/:second/:part', ['kind', 'thing', 'second', 'part']],
]
export const resolverRoutes = (parts: ResolverParts): readonly Route[] =>
  paths.map(([path, names]) =>
    rawRoute({
      method: 'GET',
      path,
      allow: anyone,
      summary: 'Identity resolver: the links of a thing (`linkType=linkset`), one of them (307), or its page (307)',
      answer: (incoming) => answer(parts, names, incoming),
    }),
  )

const textIn = (values: unknown, name: string): string => {
  const value: unknown = typeof values === 'object' && values !== null ? Reflect.get(values, name) : undefined
  return typeof value === 'string' ? value : ''
}
const problem = (status: 400 | 404, code: 'not-an-identifier' | 'unknown-identifier' | 'unknown-link-type' | 'not-a-link-type'): Reply => ({
  status,
  body: { refusal: { code, facts: {} } },
  headers: { vary: 'Accept' },
})

async function answer(parts: ResolverParts, names: readonly string[], incoming: Incoming): Promise<Reply> {
  const segments = names.map((name) => textIn(incoming.params, name))
  if (!isIdentifier(segments)) return problem(400, 'not-an-identifier')
  const asked = textIn(incoming.query, 'linkType')
  const linkType = typeOf(asked)
  if (linkType === null) return problem(400, 'not-a-link-type')
  const found = await incoming.door.read((tx) => resolve(tx, parts, { segments, incoming }))
  if (found === null) return problem(404, 'unknown-identifier')
  const wantsAll = asked === 'linkset' || asked === 'all' || (asked === '' && (incoming.headers['accept'] ?? '').includes('linkset+json'))
  if (wantsAll) return linkset(parts, found)
  const chosen = found.links.find(({ type }) => type === linkType)
  return chosen === undefined
    ? problem(404, 'unknown-link-type')
    : { status: 307, body: '', headers: { location: addressOf(parts, chosen.path), vary: 'Accept' } }
}

/** The whole address of a link type; `untp:dcc` and `dcc` mean the same. `null` for what cannot be one. */
function typeOf(asked: string): string | null {
  if (asked === '') return DEFAULT
  const [, prefix = '', name = ''] = /^(?:([a-z0-9]+):)?([A-Za-z][\w-]{0,40})$/.exec(asked) ?? []
  if (name !== '') return prefix === '' ? `${VOCABULARY}${name}` : prefix in SHORT ? `${SHORT[prefix]}${name}` : null
  return /^https:\/\/[\w.-]+\/[\w./#-]{1,200}$/.test(asked) ? asked : null
}

const OURS: { readonly [kind: string]: number } = { loc: 2, party: 2, bt: 2, class: 3 }
/** Of ours the number of parts, of GS1 the form of the key and its check digit. */
function isIdentifier(segments: readonly string[]): boolean {
  const [kind = '', thing = ''] = segments
  if (segments.includes('') || segments.some((one) => one.length > 120)) return false
  if (kind === 'obj') return segments.length <= 3
  if (kind in OURS) return segments.length === OURS[kind] && ((kind !== 'loc' && kind !== 'party') || isUuid(thing))
  return isGs1Path(segments)
}

const addressOf = ({ baseUrl }: Pick<ResolverParts, 'baseUrl'>, path: string): string => `${baseUrl.replace(/\/+$/, '')}${path}`
function linkset(parts: ResolverParts, { anchor, links }: Resolved): Reply {
  const byType = Map.groupBy(links, ({ type }) => type)
  const told = [...byType].map(([type, some]) => [
    type,
    some.map(({ path, title, mediaType }) => ({ href: addressOf(parts, path), title, type: mediaType })),
  ])
  const body = JSON.stringify({ linkset: [{ anchor: addressOf(parts, anchor), ...Object.fromEntries(told) }] })
  return { status: 200, body, contentType: 'application/linkset+json', headers: { vary: 'Accept', 'access-control-allow-origin': '*' } }
}

const credential = (kind: string, path: string, title: string): Link => ({
  ...{ type: `${VOCABULARY}${kind}`, path: `/untp/${CURRENT_VERSION}/${path}`, title },
  mediaType: 'application/vc',
})
const page = (path: string, title: string): Link => ({ type: DEFAULT, path, title, mediaType: 'text/html' })

interface Asked {
  readonly segments: readonly string[]
  readonly incoming: Incoming
}
/** Known or not is all that a stranger learns of a lot; whoever follows its links must be allowed to read it. */
async function resolve(tx: Tx, parts: ResolverParts, { segments, incoming }: Asked): Promise<Resolved | null> {
  const [kind = '', thing = '', second = ''] = segments
  const { tenant, now } = incoming
  const anchor = `/id/${segments.map(encodeURIComponent).join('/')}`
  if (kind === 'loc') {
    const [site] = await parts.sites.briefs(tx, [asId('site', thing)], tenant)
    if (site === undefined) return null
    const [standing] = await parts.sites.standings(tx, tenant, { sites: [site.id], asOf: todayAt(now), knownAt: now })
    const attested =
      standing !== undefined && orderOf(standing) !== null ? [credential('dcc', `sites/${thing}`, 'Status under its order')] : []
    const links = [
      page(`/site/${encodeURIComponent(site.nationalId)}`, site.name),
      credential('dfr', `facilities/${thing}`, 'Facility record'),
    ]
    return { anchor, links: [...links, ...attested] }
  }
  if (kind === 'party') {
    const body = await readBody(tx, parts, { tenant, body: thing })
    const identity = body !== null && body.name !== null ? [credential('dia', `organisations/${thing}`, 'Registered identity')] : []
    return body === null ? null : { anchor, links: [page(anchor, 'Organisation'), ...identity] }
  }
  if (kind === 'bt') return certificateLinks(tx, parts, { number: thing.replace(/^(certificate|ICGLR)-/i, ''), tenant, anchor })
  if (kind === 'class' || kind === 'obj')
    return lotLinks(tx, parts, { kind, name: segments.length === 3 ? second : thing, mineral: thing, tenant, anchor })
  // A key of GS1 that is formed well; things under such keys are known to the events of EPCIS alone.
  return null
}

async function certificateLinks(
  tx: Tx,
  { certificates }: ResolverParts,
  { number, tenant, anchor }: { readonly number: string; readonly tenant: string; readonly anchor: string },
): Promise<Resolved | null> {
  if ((await certificates.find(tx, tenant, number)) === null) return null
  const plain: Link = {
    type: 'https://www.w3.org/2018/credentials#VerifiableCredential',
    path: `/credentials/certificates/${number}`,
    title: 'Certificate as a verifiable credential',
    mediaType: 'application/vc',
  }
  return {
    anchor,
    links: [
      page(`/certificate/${number}`, `Certificate ${number}`),
      credential('dcc', `certificates/${number}`, 'Export certificate'),
      plain,
    ],
  }
}

async function lotLinks(
  tx: Tx,
  { things, certificates }: ResolverParts,
  asked: { readonly kind: string; readonly name: string; readonly mineral: string; readonly tenant: string; readonly anchor: string },
): Promise<Resolved | null> {
  const { kind, name, mineral, tenant, anchor } = asked
  const lots = (await things.named(tx, tenant, name)).filter((lot) => kind === 'obj' || (lot.number === name && lot.mineral === mineral))
  if (lots.length === 0) return null
  const numbers = [...new Set(lots.map((lot) => lot.number))]
  const standing: string[] = []
  for (const lotNumber of numbers.slice(0, 5)) {
    const found = await certificates.list(tx, tenant, { exporter: null, lotNumber, standing: true, offset: 0, limit: 5 })
    standing.push(...found.certificates.map((one) => one.number))
  }
  // The public page of a certificate names its lot already; only one that counts is told.
  const certified = standing.map((number) => credential('dcc', `certificates/${number}`, `Export certificate ${number}`))
  const own = lots.flatMap(({ lot }) => [
    credential('dpp', `lots/${lot}/passport`, 'Product passport, for who may read the lot'),
    credential('dte', `lots/${lot}/events`, 'Traceability events, for who may read the lot'),
  ])
  return { anchor, links: [page(anchor, 'Lot'), ...own, ...certified] }
}
