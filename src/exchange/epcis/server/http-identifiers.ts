/*
`/id/…`: the addresses that our documents use as identifiers of lots, places, organisations and papers lead somewhere. As a page, or as
a set of links (RFC 9264) for machines. The address that is printed on a tag (`/id/obj/{issuer}/{tag}`) is answered by custody.
*/
import { asId } from '../../../kernel/schema.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone } from '../../../platform/http/route.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { PeopleDoor } from '../../../modules/people/contract.ts'
import type { SitesDoor } from '../../../modules/sites/contract.ts'
import { type Identifier, type IdentifierReader, type Kind, identifierPage } from '../page/identifier-page.ts'
import { param } from './resource.ts'
import type { Custody } from './sight.ts'
import { isLotSeen, isTransactionNamed } from './store-identifiers.ts'

export interface IdentifierParts {
  readonly custody: Custody
  readonly sites: Pick<SitesDoor<Tx>, 'briefs'>
  readonly people: Pick<PeopleDoor<Tx>, 'organisations'>
  readonly baseUrl: string
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const pages: readonly (readonly [kind: Kind, path: string, what: string])[] = [
  ['obj', '/id/obj/:thing', 'The page of a bag or another thing with a number'],
  ['class', '/id/class/:mineral/:thing', 'The page of a lot'],
  ['loc', '/id/loc/:thing', 'The page of a site or place'],
  ['party', '/id/party/:thing', 'The page of an organisation'],
  ['bt', '/id/bt/:thing', 'The page of a business document'],
]
export const identifierRoutes = (parts: IdentifierParts): readonly Route[] =>
  pages.map(([kind, path, what]) =>
    rawRoute({
      method: 'GET',
      path,
      allow: anyone,
      summary: `${what}: that it is known, and the screen for who may see it; a set of links where application/linkset+json is asked for`,
      answer: (incoming) => answer(parts, kind, incoming),
    }),
  )

interface Found {
  readonly isKnown: boolean
  readonly screens: IdentifierReader['screens']
}
const NOTHING: Found = { isKnown: false, screens: [] }

async function answer(parts: IdentifierParts, kind: Kind, incoming: Incoming): Promise<Reply> {
  const name = param(incoming, 'thing')
  const base = parts.baseUrl.replace(/\/$/, '')
  const middle = kind === 'class' ? `class/${encodeURIComponent(param(incoming, 'mineral'))}` : kind
  const uri = `${base}/id/${middle}/${encodeURIComponent(name)}`
  const found = name === '' ? NOTHING : await incoming.door.read((tx) => lookUp(tx, parts, { kind, name, uri, incoming }))
  const status = found.isKnown ? 200 : 404
  const headers = { vary: 'Accept, Cookie, Authorization' }
  if ((incoming.headers['accept'] ?? '').includes('linkset+json'))
    return { status, body: JSON.stringify(linkset(uri, base, found)), contentType: 'application/linkset+json', headers }
  const shown: Identifier = { kind, uri, isKnown: found.isKnown, issuer: incoming.tenant.toUpperCase() }
  const reader = { language: incoming.language, isSignedIn: incoming.who.account !== '', screens: found.screens }
  return { status, body: identifierPage(shown, reader).html, contentType: 'text/html; charset=utf-8', headers }
}

/** The events about the thing stand behind the interface; the screen is named only for who may see it. */
function linkset(uri: string, base: string, { isKnown, screens }: Found): object {
  const events = `${base}/epcis/epcs/${encodeURIComponent(uri)}/events`
  const about = screens.map(({ path, text }) => ({ href: `${base}${path}`, title: text, type: 'text/html' }))
  return {
    linkset: isKnown
      ? [
          {
            anchor: uri,
            'https://ref.gs1.org/voc/epcis': [{ href: events, type: 'application/ld+json' }],
            'https://ref.gs1.org/voc/defaultLink': [{ href: uri, type: 'text/html' }],
            ...(about.length > 0 ? { about } : {}),
          },
        ]
      : [],
  }
}

async function lookUp(
  tx: Tx,
  parts: IdentifierParts,
  asked: { readonly kind: Kind; readonly name: string; readonly uri: string; readonly incoming: Incoming },
): Promise<Found> {
  const { kind, name, uri, incoming } = asked
  const { tenant, who } = incoming
  if (kind === 'class' || kind === 'obj') return lotOf(tx, parts, asked)
  if (kind === 'bt') return { isKnown: await isTransactionNamed(tx, tenant, uri), screens: [] }
  if (!UUID.test(name)) return NOTHING
  if (kind === 'party')
    return { isKnown: (await parts.people.organisations(tx, [asId('organisation', name)], tenant)).length > 0, screens: [] }
  const [site] = await parts.sites.briefs(tx, [asId('site', name)], tenant)
  return site === undefined
    ? NOTHING
    : { isKnown: true, screens: who.capabilities.has('sites.read') ? [{ path: `/sites/${name}`, text: site.name }] : [] }
}

async function lotOf(
  tx: Tx,
  { custody }: IdentifierParts,
  { kind, name, incoming }: { readonly kind: Kind; readonly name: string; readonly incoming: Incoming },
): Promise<Found> {
  const { tenant, who } = incoming
  const mineral = param(incoming, 'mineral')
  const lots = (await custody.named(tx, tenant, name)).filter((lot) => kind === 'obj' || (lot.number === name && lot.mineral === mineral))
  const screens = []
  if (who.capabilities.has('custody.read')) {
    const sight = await custody.sight(tx, who)
    for (const lot of lots)
      if (sight === null || (await isLotSeen(tx, lot.lot, sight))) screens.push({ path: `/lots/${lot.lot}`, text: lot.number })
  }
  return { isKnown: lots.length > 0, screens }
}
