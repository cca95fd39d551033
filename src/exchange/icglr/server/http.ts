/* `/v1`: the ICGLR data-sharing protocol for mine sites. Routes only; what a document means is in `from-wire.ts` and `to-wire.ts`. */
import { todayAt } from '../../../kernel/calendar.ts'
import { type Fault, type Infer, type Schema, maybe, numberInUrl, parse, record as recordOf, text } from '../../../kernel/schema.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone, can } from '../../../platform/http/route.ts'
import type { Log } from '../../../platform/log/log.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { RegisterDoor } from '../../../modules/sites/contract-register.ts'
import type { SitesDoor } from '../../../modules/sites/contract.ts'
import { SCHEMA_VERSION } from '../codes.ts'
import { differencesOf, positionIn, toldOfKnown, toldOfNew } from '../from-wire.ts'
import { asLinkedData } from '../to-wire.ts'
import { ActivityNumber, MemberState, MineralCode, StatusNumber, WireSite } from '../wire-words.ts'
import { badInput, inIcglrWords, problem } from './errors.ts'
import { type Reading, type WireSiteFound, canonicalId, readWireList, readWireSite, takenField } from './read-wire.ts'
import { documentReply, objectOf, pageReply, queryIn, wantsLinkedData } from './wire-reply.ts'
import { record, siteIdOf } from './write-wire.ts'

export interface IcglrParts {
  readonly sites: SitesDoor<Tx> & RegisterDoor<Tx>
  readonly log: () => Log
  readonly baseUrl: string
}

const Query = recordOf({
  page: maybe(numberInUrl().refine((value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000, 'out-of-range')),
  limit: maybe(numberInUrl().refine((value) => Number.isInteger(value) && value >= 1 && value <= 100, 'out-of-range')),
  addressCountry: maybe(MemberState),
  certificationStatus: maybe(numberInUrl().pipe(StatusNumber)),
  activityStatus: maybe(numberInUrl().pipe(ActivityNumber)),
  mineral: maybe(MineralCode),
  nationalId: maybe(text(60)),
  icglrId: maybe(text(60)),
})
const Params = recordOf({ icglrId: text(80) })
const path = '/v1/mine-sites/:icglrId'

export const icglrRoutes = (parts: IcglrParts): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/v1/health',
    allow: anyone,
    summary: 'ICGLR data-sharing protocol: whether the server answers, and by which version of the documents',
    inItsWords: inIcglrWords,
    answer: async ({ now }) => ({ status: 200, body: { status: 'ok', schemaVersion: SCHEMA_VERSION, timestamp: now } }),
  }),
  rawRoute({
    method: 'GET',
    path: '/v1/mine-sites',
    allow: can('exchange.icglr-read'),
    summary: 'ICGLR data-sharing protocol: mine sites by pages, filtered',
    schemas: { query: Query },
    inItsWords: inIcglrWords,
    answer: (incoming) => list(parts, incoming),
  }),
  rawRoute({
    method: 'GET',
    path,
    allow: can('exchange.icglr-read'),
    summary: 'ICGLR data-sharing protocol: one mine site with its licences, inspections and history of status',
    schemas: { params: Params },
    inItsWords: inIcglrWords,
    answer: (incoming) => single(parts, incoming),
  }),
  rawRoute({
    method: 'POST',
    path: '/v1/mine-sites',
    allow: can('exchange.icglr-write'),
    summary: 'ICGLR data-sharing protocol: a mine site that nobody sent before',
    schemas: { body: WireSite },
    inItsWords: inIcglrWords,
    answer: (incoming) => create(parts, incoming),
  }),
  rawRoute({
    method: 'PUT',
    path,
    allow: can('exchange.icglr-write'),
    summary: 'ICGLR data-sharing protocol: what is new of a mine site; it is added, nothing is changed',
    schemas: { params: Params, body: WireSite },
    inItsWords: inIcglrWords,
    answer: (incoming) => update(parts, incoming),
  }),
]

const readingOf = (parts: IcglrParts, { tenant, now }: Incoming, tx: Tx): Reading => ({
  tx,
  tenant,
  sites: parts.sites,
  asOf: todayAt(now),
  knownAt: now,
})

/** A space in an identifier is the `+` that somebody forgot to encode. */
function queryOf(query: unknown): unknown {
  const { icglrId, ...rest } = objectOf(queryIn(query, Object.keys(Query.shape)))
  return icglrId === undefined ? rest : { ...rest, icglrId: typeof icglrId === 'string' ? icglrId.replaceAll(' ', '+') : icglrId }
}

async function list(parts: IcglrParts, incoming: Incoming): Promise<Reply> {
  const query = parse(Query, queryOf(incoming.query))
  if (!query.ok) return badInput(query.faults)
  const { page = 1, limit = 20, ...filter } = query.value
  const { total, found } = await incoming.door.read((tx) => readWireList(readingOf(parts, incoming, tx), filter, { page, limit }))
  const data = found.map(({ wire }) => (wantsLinkedData(incoming) ? asLinkedData(wire, addressOf(parts, wire['icglrId'])) : wire))
  return pageReply(incoming, { page, limit, total }, data)
}

async function single(parts: IcglrParts, incoming: Incoming): Promise<Reply> {
  const given = parse(Params, incoming.params)
  if (!given.ok) return badInput(given.faults)
  const found = await incoming.door.read((tx) => readWireSite(readingOf(parts, incoming, tx), given.value.icglrId))
  if (found.kind === 'one') return siteReply(parts, incoming, { status: 200, found: found.site })
  return found.kind === 'none'
    ? problem(404, 'no-such-site')
    : problem(409, 'sign-unknown', [{ field: 'icglrId', problem: 'sign-unknown' }])
}

const sourceOf = (site: Infer<typeof WireSite>) => ({
  name: `ICGLR data-sharing protocol (${site.addressCountry})`,
  reference: site.icglrId,
})

async function create(parts: IcglrParts, incoming: Incoming): Promise<Reply> {
  const read = readDocument(incoming)
  if (!read.ok) return read.reply
  const { site, icglrId } = read
  const taken = await incoming.door.read((tx) => takenField(readingOf(parts, incoming, tx), icglrId, site.nationalId))
  if (taken) return problem(409, 'site-exists', [{ field: taken, problem: 'exists' }])
  const told = toldOfNew(site, icglrId, { today: todayAt(incoming.now), source: sourceOf(site) })
  const recorded = await record(parts.log(), incoming.who, { site: siteIdOf(icglrId), told })
  if (recorded.added === 0) return problem(409, 'site-exists', [{ field: 'icglrId', problem: 'exists' }])
  return answerOf(parts, incoming, { icglrId, status: 201 })
}

async function update(parts: IcglrParts, incoming: Incoming): Promise<Reply> {
  const given = parse(Params, incoming.params)
  if (!given.ok) return badInput(given.faults)
  const read = readDocument(incoming)
  if (!read.ok) return read.reply
  const { site } = read
  const found = await incoming.door.read((tx) => readWireSite(readingOf(parts, incoming, tx), given.value.icglrId))
  if (found.kind === 'several') return problem(409, 'sign-unknown', [{ field: 'icglrId', problem: 'sign-unknown' }])
  if (found.kind === 'none') return problem(404, 'no-such-site')
  const own = found.site.record.icglrId ?? ''
  const differences = [
    ...(canonicalId(site.icglrId, site.addressCountry, found.site.record.position ?? positionIn(site)) === own
      ? []
      : [{ field: 'icglrId', problem: 'never-changes' }]),
    ...differencesOf(site, found.site),
  ]
  if (differences.length > 0) return problem(409, 'history-kept', differences)
  // Of a site of another state its authority is the source; one of our own is corrected and ended by our registrars alone.
  const isOurs = found.site.record.country === incoming.tenant.slice(0, 2).toUpperCase()
  const keepsRegister = !isOurs || incoming.who.capabilities.has('sites.register')
  const told = toldOfKnown(site, found.site, { today: todayAt(incoming.now), source: sourceOf(site), keepsRegister })
  await record(parts.log(), incoming.who, { site: found.site.record.site, told })
  return answerOf(parts, incoming, { icglrId: own, status: 200 })
}

type Document =
  | { readonly ok: true; readonly site: Infer<typeof WireSite>; readonly icglrId: string }
  | { readonly ok: false; readonly reply: Reply }
function readDocument({ body, now, who }: Incoming): Document {
  const refuse = (reply: Reply): Document => ({ ok: false, reply })
  if (who.territory !== 'everywhere') return refuse(problem(403, 'outside-your-territory'))
  const site = parse<Schema<Infer<typeof WireSite>>>(WireSite, body)
  if (!site.ok) return refuse(badInput(site.faults))
  const icglrId = canonicalId(site.value.icglrId, site.value.addressCountry, positionIn(site.value))
  if (icglrId === null) return refuse(badInput([{ path: 'icglrId', problem: 'not-an-icglr-identifier-of-this-country' }]))
  const early = futureFields(site.value, todayAt(now))
  return early.length > 0 ? refuse(badInput(early)) : { ok: true, site: site.value, icglrId }
}

/** Nobody inspected a site tomorrow. */
const futureFields = (site: Infer<typeof WireSite>, today: string): readonly Fault[] => [
  ...(site.inspection ?? []).flatMap((one, at) =>
    one.inspectionDate > today ? [{ path: `inspection.${at}.inspectionDate`, problem: 'in-the-future' }] : [],
  ),
  ...(site.statusChange ?? []).flatMap((one, at) =>
    one.dateOfChange > today ? [{ path: `statusChange.${at}.dateOfChange`, problem: 'in-the-future' }] : [],
  ),
]

/** The site as it reads now that the document is in: asked for anew, a moment later than the question. */
async function answerOf(
  parts: IcglrParts,
  incoming: Incoming,
  { icglrId, status }: { readonly icglrId: string; readonly status: number },
): Promise<Reply> {
  const now = '9999-12-31T00:00:00.000Z'
  const found = await incoming.door.read((tx) => readWireSite({ ...readingOf(parts, incoming, tx), knownAt: now }, icglrId))
  return found.kind === 'one' ? siteReply(parts, incoming, { status, found: found.site }) : problem(404, 'no-such-site')
}

const addressOf = ({ baseUrl }: IcglrParts, icglrId: unknown): string =>
  new URL(`/v1/mine-sites/${encodeURIComponent(String(icglrId))}`, baseUrl).toString()
function siteReply(
  parts: IcglrParts,
  incoming: Incoming,
  { status, found: { wire } }: { readonly status: number; readonly found: WireSiteFound },
): Reply {
  const address = addressOf(parts, wire['icglrId'])
  return documentReply(incoming, { status, address, wire: wantsLinkedData(incoming) ? asLinkedData(wire, address) : wire })
}
