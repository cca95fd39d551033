/*
`/v1/export-certificates`: certificates of the data-sharing protocol. Ours are read from the register of certificates: a key of a body that trades sees what
that body exports, any other all of them. MD.03 has no field for the status: the list holds only those that count. One of another member state is an observation: kept as it came under its country and serial, which are unique
only together; the same document again adds nothing, another content under them is refused. A certificate of our own is issued here, never taken.
*/
import { createHash } from 'node:crypto'
import { toBuffer } from 'bwip-js/node'
import { todayAt } from '../../../kernel/calendar.ts'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { asId, maybe, numberInUrl, parse, record, text } from '../../../kernel/schema.ts'
import type { CertifiedFacts, CredentialsDoor } from '../../../modules/certificates/contract-credentials.ts'
import type { PeopleDoor } from '../../../modules/people/contract.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import type { Log } from '../../../platform/log/log.ts'
import { certificateAsLinkedData, certificateToWire, receivedToWire } from '../certificate-to-wire.ts'
import { WireCertificate } from '../certificate-words.ts'
import { SCHEMA_VERSION } from '../codes.ts'
import { ICGLR_CERTIFICATE, reportedKinds } from '../reported.ts'
import { CONTEXT } from '../to-wire.ts'
import { MemberState, MineralCode } from '../wire-words.ts'
import { badInput, inIcglrWords, problem } from './errors.ts'
import { findReceived, listReceived } from './store-certificates.ts'

export interface CertificateParts {
  readonly certificates: CredentialsDoor<Tx>
  readonly people: PeopleDoor<Tx>
  readonly log: () => Log
  readonly baseUrl: string
}
type Json = { readonly [field: string]: unknown }

const whole = (most: number) => numberInUrl().refine((value) => Number.isInteger(value) && value >= 1 && value <= most, 'out-of-range')
const Query = record({
  page: maybe(whole(1_000_000)),
  limit: maybe(whole(100)),
  issuingCountry: maybe(MemberState),
  typeOfOre: maybe(MineralCode),
  mineral: maybe(MineralCode),
  lotNumber: maybe(text(60)),
})
const Params = record({ identifier: text(60) })
const OneQuery = record({ issuingCountry: MemberState })

export const certificateRoutes = (parts: CertificateParts): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/v1/export-certificates',
    allow: can('exchange.icglr-read'),
    summary: 'ICGLR data-sharing protocol: export certificates, ours and those received of other states, by pages',
    schemas: { query: Query },
    inItsWords: inIcglrWords,
    answer: (incoming) => list(parts, incoming),
  }),
  rawRoute({
    method: 'GET',
    path: '/v1/export-certificates/:identifier',
    allow: can('exchange.icglr-read'),
    summary: 'ICGLR data-sharing protocol: one export certificate; `issuingCountry` must be said, because serials repeat between countries',
    schemas: { params: Params, query: OneQuery },
    inItsWords: inIcglrWords,
    answer: (incoming) => single(parts, incoming),
  }),
  rawRoute({
    method: 'GET',
    path: '/v1/export-certificates/:identifier/file',
    allow: can('exchange.icglr-read'),
    summary: 'ICGLR data-sharing protocol: the file of one of our certificates: its signed code as a PNG picture',
    schemas: { params: Params },
    inItsWords: inIcglrWords,
    answer: (incoming) => pictureOf(parts, incoming),
  }),
  rawRoute({
    method: 'POST',
    path: '/v1/export-certificates',
    allow: can('exchange.icglr-write'),
    summary: 'ICGLR data-sharing protocol: an export certificate of another member state, kept as it was received',
    schemas: { body: WireCertificate },
    inItsWords: inIcglrWords,
    answer: (incoming) => receive(parts, incoming),
  }),
]

const TRADES: readonly string[] = ['cooperative', 'trader', 'processor', 'exporter', 'importer', 'concession-holder']
/** The body whose exports alone this key may read; `null` for all. */
async function ownExports(tx: Tx, parts: CertificateParts, { who, tenant }: Incoming): Promise<string | null> {
  if (who.organisation === null) return null
  const [body] = await parts.people.organisations(tx, [asId('organisation', who.organisation)], tenant)
  return body === undefined || TRADES.includes(body.kind) ? who.organisation : null
}
const countryOf = ({ tenant }: Incoming): string => tenant.slice(0, 2).toUpperCase()

/** Names of filters in any case. */
function queryOf(query: unknown, names: readonly string[]): unknown {
  const given = Object.entries({ ...(typeof query === 'object' ? query : {}) }).filter(([name]) => name !== 'language')
  return Object.fromEntries(given.map(([name, value]) => [names.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name, value]))
}

/** Ours first, newest first; then those received, by country and serial. */
async function list(parts: CertificateParts, incoming: Incoming): Promise<Reply> {
  const query = parse(Query, queryOf(incoming.query, Object.keys(Query.shape)))
  if (!query.ok) return badInput(query.faults)
  const { page = 1, limit = 20, issuingCountry, mineral, typeOfOre = mineral, lotNumber } = query.value
  const [own, offset] = [countryOf(incoming), (page - 1) * limit]
  const { tenant } = incoming
  const found = await incoming.door.read(async (tx) => {
    const exporter = await ownExports(tx, parts, incoming)
    const ours =
      issuingCountry !== undefined && issuingCountry !== own
        ? { total: 0, certificates: [] }
        : await parts.certificates.list(tx, tenant, { exporter, hsCode: typeOfOre, lotNumber, standing: true, offset, limit })
    const rest = { offset: Math.max(0, offset - ours.total), limit: limit - ours.certificates.length }
    const filter = { country: issuingCountry ?? null, typeOfOre: typeOfOre ?? null, lotNumber: lotNumber ?? null }
    const received = exporter === null ? await listReceived(tx, tenant, { ...filter, ...rest }) : { total: 0, rows: [] }
    return { ours, received }
  })
  const wires = [
    ...found.ours.certificates.map((facts) => ourWire(parts, facts, null)),
    ...found.received.rows.map(({ content }) => receivedToWire(objectOf(content))),
  ]
  const total = found.ours.total + found.received.total
  const totalPages = Math.ceil(total / limit)
  const pagination = { page, limit, total, totalPages, hasNext: page < totalPages, hasPrevious: page > 1 && totalPages > 0 }
  const data = wires.map((wire) => (wantsLinkedData(incoming) ? certificateAsLinkedData(wire, addressOf(parts, wire)) : wire))
  return said(incoming, 200, { schemaVersion: SCHEMA_VERSION, data, pagination })
}

async function single(parts: CertificateParts, incoming: Incoming): Promise<Reply> {
  const params = parse(Params, incoming.params)
  const query = parse(OneQuery, queryOf(incoming.query, ['issuingCountry']))
  if (!params.ok) return badInput(params.faults)
  if (!query.ok) return badInput(query.faults)
  const wire = await findWire(parts, incoming, { country: query.value.issuingCountry, identifier: params.value.identifier })
  return wire === null ? problem(404, 'no-such-certificate') : certificateReply(parts, incoming, { status: 200, wire })
}

async function findOurs(parts: CertificateParts, incoming: Incoming, identifier: string): Promise<CertifiedFacts | null> {
  return incoming.door.read(async (tx) => {
    const exporter = await ownExports(tx, parts, incoming)
    const facts = await parts.certificates.find(tx, incoming.tenant, identifier)
    return facts === null || (exporter !== null && facts.exporter !== exporter) ? null : facts
  })
}
async function findWire(
  parts: CertificateParts,
  incoming: Incoming,
  asked: { readonly country: string; readonly identifier: string },
): Promise<Json | null> {
  if (asked.country === countryOf(incoming)) {
    const facts = await findOurs(parts, incoming, asked.identifier)
    return facts === null
      ? null
      : ourWire(
          parts,
          facts,
          createHash('sha256')
            .update(await pictureIn(facts.code))
            .digest('hex'),
        )
  }
  const received = await incoming.door.read(async (tx) =>
    (await ownExports(tx, parts, incoming)) === null ? findReceived(tx, incoming.tenant, asked) : null,
  )
  return received === null ? null : receivedToWire(objectOf(received.content))
}

const pictureIn = (code: string): Promise<Buffer> =>
  toBuffer({ bcid: 'qrcode', text: code, scale: 3, padding: 4, backgroundcolor: 'FFFFFF', ...{ eclevel: 'M' } })
async function pictureOf(parts: CertificateParts, incoming: Incoming): Promise<Reply> {
  const params = parse(Params, incoming.params)
  if (!params.ok) return badInput(params.faults)
  const facts = await findOurs(parts, incoming, params.value.identifier)
  return facts === null ? problem(404, 'no-such-certificate') : { status: 200, body: await pictureIn(facts.code), contentType: 'image/png' }
}

/** Without the names of persons, and without what a reader sends back of the envelope. */
function contentOf(certificate: WireCertificate): Json {
  const {
    nameOfVerifier: _verifier,
    nameOfValidator: _validator,
    idOfVerifier: _id,
    schemaVersion: _version,
    '@context': _context,
    '@type': _type,
    '@id': _address,
    exporter,
    importer,
    ...rest
  } = certificate
  const without = ({ contactDetails: _contact, ...entity }: WireCertificate['exporter']): Json => entity
  return JSON.parse(canonicalJson({ ...rest, exporter: without(exporter), importer: without(importer) }))
}

async function receive(parts: CertificateParts, incoming: Incoming): Promise<Reply> {
  const { who, tenant, now } = incoming
  if (who.territory !== 'everywhere') return problem(403, 'outside-your-territory')
  const read = parse(WireCertificate, incoming.body)
  if (!read.ok) return badInput(read.faults)
  const { issuingCountry: country, identifier, dateOfIssuance } = read.value
  if (country === countryOf(incoming))
    return problem(409, 'certificate-of-our-own', [{ field: 'issuingCountry', problem: 'issued-here-only' }])
  if (dateOfIssuance > todayAt(now)) return badInput([{ path: 'dateOfIssuance', problem: 'in-the-future' }])
  const content = contentOf(read.value)
  const seed = createHash('sha256').update(`icglr/certificate/${tenant}/${country}/${identifier}`).digest()
  const id = uuidV7(0, seed)
  const recorded = await parts.log().record(tenant, [
    {
      ...{ id, subject: `${ICGLR_CERTIFICATE}:${id}`, kind: reportedKinds.certificate, happenedAt: now },
      actor: { account: who.account, organisation: who.organisation, role: who.roles.join('+') || null },
      payload: { country, identifier, content },
    },
  ])
  const kept = await incoming.door.read((tx) => findReceived(tx, tenant, { country, identifier }))
  if (kept === null || canonicalJson(kept.content) !== canonicalJson(content))
    return problem(409, 'certificate-exists', [{ field: 'identifier', problem: 'exists' }])
  return certificateReply(parts, incoming, { status: recorded.added === 0 ? 200 : 201, wire: receivedToWire(content) })
}

const ourWire = (parts: CertificateParts, facts: CertifiedFacts, sha256: string | null): Json =>
  certificateToWire(facts, { url: new URL(`/v1/export-certificates/${facts.number}/file`, parts.baseUrl).toString(), sha256 })
const objectOf = (value: unknown): Json => Object.fromEntries(Object.entries(Object(value)))
const addressOf = ({ baseUrl }: CertificateParts, wire: Json): string => {
  const address = new URL(`/v1/export-certificates/${encodeURIComponent(String(wire['identifier']))}`, baseUrl)
  address.searchParams.set('issuingCountry', String(wire['issuingCountry']))
  return address.toString()
}
const wantsLinkedData = ({ headers }: Incoming): boolean => (headers['accept'] ?? '').includes('application/ld+json')

function certificateReply(
  parts: CertificateParts,
  incoming: Incoming,
  { status, wire }: { readonly status: number; readonly wire: Json },
): Reply {
  const address = addressOf(parts, wire)
  const reply = said(incoming, status, wantsLinkedData(incoming) ? certificateAsLinkedData(wire, address) : wire)
  return status === 201 ? { ...reply, headers: { ...reply.headers, location: address } } : reply
}
function said(incoming: Incoming, status: number, body: Json): Reply {
  const headers = { 'schema-version': SCHEMA_VERSION, vary: 'Accept' }
  return wantsLinkedData(incoming)
    ? { status, body: JSON.stringify({ '@context': CONTEXT, ...body }), contentType: 'application/ld+json', headers }
    : { status, body, headers }
}
