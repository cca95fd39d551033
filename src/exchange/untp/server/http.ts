/*
`/untp/{version}/…`: what the register knows as signed credentials of UNTP. Sites, bodies and certificates are for strangers, as coarse as the public pages;
passports and events of lots are for whoever may read the lot. A credential of a living thing lives seven days (D); that of a site has besides its places in
two status lists, one for "another act rules now", one for "held", so that a copy in somebody's hands can be asked about.
*/
import { addDays, todayAt } from '../../../kernel/calendar.ts'
import { refused } from '../../../kernel/outcome.ts'
import { asId, parse, record, text } from '../../../kernel/schema.ts'
import { LIST_ENTRIES } from '../../../platform/credentials/status-list.ts'
import {
  type IssuingParts,
  addressOn,
  credentialReply,
  issuerDid,
  secondOf,
  statusEntry,
  statusListCredential,
} from '../../../platform/credentials/issuer.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone, can } from '../../../platform/http/route.ts'
import { mapperOf } from '../mappers.ts'
import type { Credential, Issuing, SiteRecordOf, UntpMapper } from '../records.ts'
import { type UntpDoors, orderOf, readBody, readLot, readSite } from './read-records.ts'
import { listPlaces, placeOf } from './store-index.ts'

export interface UntpParts extends UntpDoors, IssuingParts {
  readonly database: Database
  /** The body that answers for certificates in the country programme. */
  readonly authorityOf: (tenant: string) => string
}

/** Days for which a credential of a living thing may be shown without asking anew; our own default (D). */
const LIVES_DAYS = 7
const OFFSET = '+02:00'
const Params = record({ version: text(12), thing: text(60) })
const ListParams = record({
  purpose: text(20).regex(/^(revocation|suspension)$/, 'not-a-purpose'),
  list: text(4).regex(/^[1-9]\d{0,3}$/, 'not-a-list'),
})

type Make = (asked: {
  readonly mapper: UntpMapper
  readonly thing: string
  readonly incoming: Incoming
  readonly parts: UntpParts
}) => Promise<Credential | null>
const route = (
  parts: UntpParts,
  told: { readonly path: string; readonly summary: string; readonly reader?: string; readonly make: Make },
): Route =>
  rawRoute({
    method: 'GET',
    path: `/untp/:version/${told.path}`,
    allow: told.reader === undefined ? anyone : can(told.reader),
    summary: told.summary,
    schemas: { params: Params },
    answer: async (incoming) => {
      const params = parse(Params, incoming.params)
      if (!params.ok) return badInput(params.faults)
      const mapper = mapperOf(params.value.version)
      const credential = mapper && (await told.make({ mapper, thing: params.value.thing, incoming, parts }))
      return credential === null ? none : credentialReply(parts, incoming, credential)
    },
  })
const none: Reply = { ...outcomeReply(refused('unknown-credential')), status: 404 }

export const untpRoutes = (parts: UntpParts): readonly Route[] => [
  route(parts, {
    ...{ path: 'sites/:thing', summary: 'UNTP conformity credential: the status of a mine site under its order', make: ofSite },
  }),
  route(parts, { path: 'certificates/:thing', summary: 'UNTP conformity credential: an export certificate', make: ofCertificate }),
  route(parts, {
    path: 'facilities/:thing',
    summary: 'UNTP facility record of a mine site, without its position',
    make: async ({ mapper, thing, incoming, parts: house }) => {
      const site = await incoming.door.read((tx) => readSite(tx, house, { ...incoming, site: thing }))
      return site && mapper.facility(living(house, incoming), site)
    },
  }),
  route(parts, {
    path: 'organisations/:thing',
    summary: 'UNTP registered identity of a cooperative or a company; never of a trader, whose name may be a person’s',
    make: async ({ mapper, thing, incoming, parts: house }) => {
      const body = await incoming.door.read((tx) => readBody(tx, house, { ...incoming, body: thing }))
      return body === null || body.name === null ? null : mapper.identity(living(house, incoming), { ...body, name: body.name })
    },
  }),
  ...(['passport', 'events'] as const).map((kind) =>
    route(parts, {
      path: `lots/:thing/${kind}`,
      summary:
        kind === 'passport'
          ? 'UNTP product passport of a lot, for who may read it'
          : 'UNTP traceability events of a lot, for who may read it',
      reader: 'custody.read',
      make: async ({ mapper, thing, incoming, parts: house }) => {
        const lot = await incoming.door.read((tx) => readLot(tx, house, { ...incoming, lot: thing }))
        return lot && mapper[kind](living(house, incoming), lot)
      },
    }),
  ),
  rawRoute({
    method: 'GET',
    path: '/credentials/sites/:purpose/:list',
    allow: anyone,
    summary:
      'A Bitstring status list of credentials about sites: `revocation` where another act rules now, `suspension` where the site is held',
    schemas: { params: ListParams },
    answer: (incoming) => answerList(parts, incoming),
  }),
]

const issuingOf = (parts: UntpParts, { tenant }: Incoming, rest: Pick<Issuing, 'from' | 'until' | 'status'>): Issuing => ({
  base: addressOn(parts, ''),
  did: issuerDid(parts),
  authority: parts.authorityOf(tenant),
  country: tenant.slice(0, 2).toUpperCase(),
  ...rest,
})
const living = (parts: UntpParts, incoming: Incoming): Issuing =>
  issuingOf(parts, incoming, {
    from: secondOf(incoming.now),
    until: secondOf(`${addDays(incoming.now.slice(0, 10), LIVES_DAYS)}${incoming.now.slice(10)}`),
    status: [],
  })

const ofCertificate: Make = async ({ mapper, thing, incoming, parts }) => {
  const facts = await incoming.door.read((tx) => parts.certificates.find(tx, incoming.tenant, thing))
  if (facts === null) return null
  const path = `/credentials/status/${Math.floor(facts.listIndex / LIST_ENTRIES) + 1}`
  const status = [statusEntry(parts, { path, purpose: 'revocation', index: facts.listIndex })]
  const days = { from: `${facts.issuedOn}T00:00:00${OFFSET}`, until: `${facts.expiresOn}T23:59:59${OFFSET}` }
  return mapper.certificateConformity(issuingOf(parts, incoming, { ...days, status }), facts)
}

const PURPOSES = ['revocation', 'suspension'] as const
const listPath = (purpose: (typeof PURPOSES)[number], block: number): string => `/credentials/sites/${purpose}/${block + 1}`
/** A credential is about a site under one order: when another rules, this one is revoked. */
const subjectOf = (site: SiteRecordOf): string => `site/${site.id}/${site.order?.number ?? ''}`

/** Nobody attests what only a third party reported: without an order there is no such credential. */
const ofSite: Make = async ({ mapper, thing, incoming, parts }) => {
  const site = await incoming.door.read((tx) => readSite(tx, parts, { ...incoming, site: thing }))
  if (site === null || site.order === null) return null
  const index = await parts.database.transaction((tx) => placeOf(tx, incoming.tenant, subjectOf(site)))
  const block = Math.floor(index / LIST_ENTRIES)
  const status = PURPOSES.map((purpose) => statusEntry(parts, { path: listPath(purpose, block), purpose, index }))
  const issuing = living(parts, incoming)
  // Not longer than the status itself.
  const end = site.validUntil === null ? null : `${site.validUntil}T00:00:00${OFFSET}`
  const isSooner = end !== null && Date.parse(end) > Date.parse(incoming.now) && Date.parse(end) < Date.parse(issuing.until)
  return mapper.siteConformity({ ...issuing, ...(isSooner ? { until: end } : {}), status }, site)
}

async function answerList(parts: UntpParts, incoming: Incoming): Promise<Reply> {
  const params = parse(ListParams, incoming.params)
  if (!params.ok) return badInput(params.faults)
  const purpose = params.value.purpose === 'suspension' ? 'suspension' : 'revocation'
  const block = Number(params.value.list) - 1
  const indexes = await incoming.door.read((tx) => setPlaces(tx, parts, { incoming, purpose, block }))
  return credentialReply(
    parts,
    incoming,
    await statusListCredential(parts, { path: listPath(purpose, block), purpose, indexes, now: incoming.now }),
  )
}

async function setPlaces(
  tx: Tx,
  parts: UntpParts,
  { incoming, purpose, block }: { readonly incoming: Incoming; readonly purpose: (typeof PURPOSES)[number]; readonly block: number },
): Promise<readonly number[]> {
  const from = block * LIST_ENTRIES
  const { tenant, now } = incoming
  const places = (await listPlaces(tx, tenant, { from, to: from + LIST_ENTRIES })).map(({ subject, index }) => {
    const [, site = '', ...order] = subject.split('/')
    return { site, order: order.join('/'), index: index - from }
  })
  const sites = [...new Set(places.map(({ site }) => site))].map((site) => asId('site', site))
  const standings = sites.length === 0 ? [] : await parts.sites.standings(tx, tenant, { sites, asOf: todayAt(now), knownAt: now })
  const bySite = new Map(standings.map((standing) => [String(standing.site), standing]))
  return places.flatMap(({ site, order, index }) => {
    const standing = bySite.get(site)
    const isRuled = standing !== undefined && orderOf(standing)?.number === order
    return (purpose === 'revocation' ? !isRuled : standing !== undefined && standing.hold !== null) ? [index] : []
  })
}
