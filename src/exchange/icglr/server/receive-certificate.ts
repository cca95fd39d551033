/*
A certificate of another member state comes in: an observation, kept as it came under its country and serial, which are unique only together. The same
document again adds nothing, another content under them is refused. A certificate of our own is issued here, never taken. Nobody here has verified it.
*/
import { createHash } from 'node:crypto'
import { todayAt } from '../../../kernel/calendar.ts'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { parse } from '../../../kernel/schema.ts'
import type { CredentialsDoor } from '../../../modules/certificates/contract-credentials.ts'
import type { PeopleDoor } from '../../../modules/people/contract.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Incoming, Reply } from '../../../platform/http/route.ts'
import type { Log } from '../../../platform/log/log.ts'
import { certificateAsLinkedData, receivedToWire } from '../certificate-to-wire.ts'
import { WireCertificate } from '../certificate-words.ts'
import { ICGLR_CERTIFICATE, reportedKinds } from '../reported.ts'
import { badInput, problem } from './errors.ts'
import { findReceived } from './store-certificates.ts'
import { type Json, documentReply, objectOf, wantsLinkedData } from './wire-reply.ts'

export interface CertificateParts {
  readonly certificates: CredentialsDoor<Tx>
  readonly people: PeopleDoor<Tx>
  /** The name of an account: of the machine that sent a document. */
  readonly nameOf?: (tx: Tx, account: string) => Promise<string | null>
  readonly log: () => Log
  readonly baseUrl: string
}
export const countryOf = ({ tenant }: Pick<Incoming, 'tenant'>): string => tenant.slice(0, 2).toUpperCase()

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
    chanzoStatus: _status,
    exporter,
    importer,
    ...rest
  } = certificate
  const without = ({ contactDetails: _contact, ...entity }: WireCertificate['exporter']): Json => entity
  return JSON.parse(canonicalJson({ ...rest, exporter: without(exporter), importer: without(importer) }))
}

export async function receiveCertificate(parts: CertificateParts, incoming: Incoming): Promise<Reply> {
  const { who, tenant, now } = incoming
  if (who.territory !== 'everywhere') return problem(403, 'outside-your-territory')
  const read = parse(WireCertificate, incoming.body)
  if (!read.ok) return badInput(read.faults)
  const { issuingCountry: country, identifier, dateOfIssuance } = read.value
  if (country === countryOf(incoming))
    return problem(409, 'certificate-of-our-own', [{ field: 'issuingCountry', problem: 'issued-here-only' }])
  if (dateOfIssuance > todayAt(now)) return badInput([{ path: 'dateOfIssuance', problem: 'in-the-future' }])
  const content = contentOf(read.value)
  // Known by an earlier document, however its serial was typed there.
  const known = await incoming.door.read((tx) => findReceived(tx, tenant, { country, identifier }))
  if (known !== null) return answerKnown(parts, incoming, { kept: known.content, content, added: 0 })
  const seed = createHash('sha256')
    .update(`icglr/certificate/${tenant}/${country}/${foldedSerial(identifier)}`)
    .digest()
  const id = uuidV7(0, seed)
  const recorded = await parts.log().record(tenant, [
    {
      ...{ id, subject: `${ICGLR_CERTIFICATE}:${id}`, kind: reportedKinds.certificate, happenedAt: now },
      actor: { account: who.account, organisation: who.organisation, role: who.roles.join('+') || null },
      payload: { country, identifier, content },
    },
  ])
  const kept = await incoming.door.read((tx) => findReceived(tx, tenant, { country, identifier }))
  return answerKnown(parts, incoming, { kept: kept?.content ?? null, content, added: recorded.added })
}

/** Case and blanks of a serial do not make another certificate. */
export const foldedSerial = (identifier: string): string => identifier.normalize('NFKC').toUpperCase().replace(/\s/g, '')
const comparable = (content: Json): string => canonicalJson({ ...content, identifier: foldedSerial(String(content['identifier'])) })

function answerKnown(
  parts: CertificateParts,
  incoming: Incoming,
  { kept, content, added }: { readonly kept: unknown; readonly content: Json; readonly added: number },
): Reply {
  const before = objectOf(kept)
  if (kept === null || comparable(before) !== comparable(content))
    return problem(409, 'certificate-exists', [{ field: 'identifier', problem: 'exists' }])
  return certificateReply(parts, incoming, { status: added === 0 ? 200 : 201, wire: receivedToWire(before) })
}

export const addressOf = ({ baseUrl }: Pick<CertificateParts, 'baseUrl'>, wire: Json): string => {
  const address = new URL(`/v1/export-certificates/${encodeURIComponent(String(wire['identifier']))}`, baseUrl)
  address.searchParams.set('issuingCountry', String(wire['issuingCountry']))
  return address.toString()
}

export function certificateReply(
  parts: CertificateParts,
  incoming: Incoming,
  { status, wire }: { readonly status: number; readonly wire: Json },
): Reply {
  const address = addressOf(parts, wire)
  return documentReply(incoming, { status, address, wire: wantsLinkedData(incoming) ? certificateAsLinkedData(wire, address) : wire })
}
