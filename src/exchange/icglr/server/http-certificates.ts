/*
`/v1/export-certificates`: certificates of the data-sharing protocol. Ours are read from the register of certificates: a key of a body that trades sees what
that body exports, any other all of them. MD.03 has no word for a certificate that was taken back, so a program that knows MD.03 alone must not be given one
as if it were good: the list leaves it out, its own address answers 410, and `status=any` (ours, beyond the standard) gives it with `chanzoStatus`.
*/
import { createHash } from 'node:crypto'
import { toBuffer } from 'bwip-js/node'
import { todayAt } from '../../../kernel/calendar.ts'
import { asId, exactly, maybe, numberInUrl, parse, record, text } from '../../../kernel/schema.ts'
import type { CertifiedFacts } from '../../../modules/certificates/contract-credentials.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import { certificateAsLinkedData, certificateToWire, receivedToWire, statusToWire } from '../certificate-to-wire.ts'
import { WireCertificate } from '../certificate-words.ts'
import { MemberState, MineralCode } from '../wire-words.ts'
import { badInput, inIcglrWords, problem } from './errors.ts'
import { type CertificateParts, addressOf, certificateReply, countryOf, receiveCertificate } from './receive-certificate.ts'
import { findReceived, listReceived } from './store-certificates.ts'
import { type Json, objectOf, pageReply, queryIn, wantsLinkedData } from './wire-reply.ts'

const whole = (most: number) => numberInUrl().refine((value) => Number.isInteger(value) && value >= 1 && value <= most, 'out-of-range')
const Query = record({
  page: maybe(whole(1_000_000)),
  limit: maybe(whole(100)),
  issuingCountry: maybe(MemberState),
  typeOfOre: maybe(MineralCode),
  mineral: maybe(MineralCode),
  lotNumber: maybe(text(60)),
  status: maybe(exactly('any')),
})
const Params = record({ identifier: text(60) })
const OneQuery = record({ issuingCountry: MemberState, status: maybe(exactly('any')) })

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
    answer: (incoming) => receiveCertificate(parts, incoming),
  }),
]

const TRADES: readonly string[] = ['cooperative', 'trader', 'processor', 'exporter', 'importer', 'concession-holder']
/** The body whose exports alone this key may read; `null` for all. */
async function ownExports(tx: Tx, parts: CertificateParts, { who, tenant }: Incoming): Promise<string | null> {
  if (who.organisation === null) return null
  const [body] = await parts.people.organisations(tx, [asId('organisation', who.organisation)], tenant)
  return body === undefined || TRADES.includes(body.kind) ? who.organisation : null
}

/** Ours first, newest first; then those received, by country and serial. */
async function list(parts: CertificateParts, incoming: Incoming): Promise<Reply> {
  const query = parse(Query, queryIn(incoming.query, Object.keys(Query.shape)))
  if (!query.ok) return badInput(query.faults)
  const { page = 1, limit = 20, issuingCountry, mineral, typeOfOre = mineral, lotNumber, status } = query.value
  const [own, offset] = [countryOf(incoming), (page - 1) * limit]
  const { tenant } = incoming
  const found = await incoming.door.read(async (tx) => {
    const exporter = await ownExports(tx, parts, incoming)
    const ours =
      issuingCountry !== undefined && issuingCountry !== own
        ? { total: 0, certificates: [] }
        : await parts.certificates.list(tx, tenant, {
            exporter,
            hsCode: typeOfOre,
            lotNumber,
            ...(status === 'any' ? {} : { standing: true as const }),
            offset,
            limit,
          })
    const rest = { offset: Math.max(0, offset - ours.total), limit: limit - ours.certificates.length }
    const filter = { country: issuingCountry ?? null, typeOfOre: typeOfOre ?? null, lotNumber: lotNumber ?? null }
    const received = exporter === null ? await listReceived(tx, tenant, { ...filter, ...rest }) : { total: 0, rows: [] }
    return { ours, received }
  })
  const wires = [
    ...found.ours.certificates.map((facts) => ourWire(parts, incoming, { facts, sha256: null, withStatus: status === 'any' })),
    ...found.received.rows.map(({ content }) => receivedToWire(objectOf(content))),
  ]
  const data = wires.map((wire) => (wantsLinkedData(incoming) ? certificateAsLinkedData(wire, addressOf(parts, wire)) : wire))
  return pageReply(incoming, { page, limit, total: found.ours.total + found.received.total }, data)
}

async function single(parts: CertificateParts, incoming: Incoming): Promise<Reply> {
  const params = parse(Params, incoming.params)
  const query = parse(OneQuery, queryIn(incoming.query, Object.keys(OneQuery.shape)))
  if (!params.ok) return badInput(params.faults)
  if (!query.ok) return badInput(query.faults)
  const { issuingCountry: country, status } = query.value
  const asked = { country, identifier: params.value.identifier }
  if (country !== countryOf(incoming)) return receivedOne(parts, incoming, asked)
  const facts = await findOurs(parts, incoming, asked.identifier)
  if (facts === null) return problem(404, 'no-such-certificate')
  if (status !== 'any' && facts.revokedOn !== null)
    return problem(410, 'certificate-taken-back', [
      { field: 'identifier', problem: facts.replacedBy === null ? `revoked since ${facts.revokedOn}` : `replaced by ${facts.replacedBy}` },
    ])
  const picture = createHash('sha256').update(await pictureIn(facts.code))
  const wire = ourWire(parts, incoming, { facts, sha256: picture.digest('hex'), withStatus: status === 'any' })
  return certificateReply(parts, incoming, { status: 200, wire })
}

async function receivedOne(
  parts: CertificateParts,
  incoming: Incoming,
  asked: { readonly country: string; readonly identifier: string },
): Promise<Reply> {
  const received = await incoming.door.read(async (tx) =>
    (await ownExports(tx, parts, incoming)) === null ? findReceived(tx, incoming.tenant, asked) : null,
  )
  return received === null
    ? problem(404, 'no-such-certificate')
    : certificateReply(parts, incoming, { status: 200, wire: receivedToWire(objectOf(received.content)) })
}

async function findOurs(parts: CertificateParts, incoming: Incoming, identifier: string): Promise<CertifiedFacts | null> {
  return incoming.door.read(async (tx) => {
    const exporter = await ownExports(tx, parts, incoming)
    const facts = await parts.certificates.find(tx, incoming.tenant, identifier)
    return facts === null || (exporter !== null && facts.exporter !== exporter) ? null : facts
  })
}
const pictureIn = (code: string): Promise<Buffer> =>
  toBuffer({ bcid: 'qrcode', text: code, scale: 3, padding: 4, backgroundcolor: 'FFFFFF', ...{ eclevel: 'M' } })
async function pictureOf(parts: CertificateParts, incoming: Incoming): Promise<Reply> {
  const params = parse(Params, incoming.params)
  if (!params.ok) return badInput(params.faults)
  const facts = await findOurs(parts, incoming, params.value.identifier)
  return facts === null ? problem(404, 'no-such-certificate') : { status: 200, body: await pictureIn(facts.code), contentType: 'image/png' }
}

interface Ours {
  readonly facts: CertifiedFacts
  readonly sha256: string | null
  readonly withStatus: boolean
}
function ourWire({ baseUrl }: CertificateParts, { now }: Incoming, { facts, sha256, withStatus }: Ours): Json {
  const on = (path: string): string => new URL(path, baseUrl).toString()
  const wire = certificateToWire(facts, { url: on(`/v1/export-certificates/${facts.number}/file`), sha256 })
  return withStatus
    ? { ...wire, chanzoStatus: statusToWire(facts, { today: todayAt(now), page: on(`/certificate/${facts.number}`) }) }
    : wire
}
