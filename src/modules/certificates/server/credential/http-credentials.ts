/*
The issuer for programs of others: its key document (did:web), the credential of a certificate, the list of those that no longer count, and the
context of their words. All for strangers, all signed or plain public; nothing here is more than the public page says.
*/
import { createHash } from 'node:crypto'
import { todayAt } from '../../../../kernel/calendar.ts'
import { refused } from '../../../../kernel/outcome.ts'
import { parse, record, text } from '../../../../kernel/schema.ts'
import { didDocument } from '../../../../platform/credentials/did-document.ts'
import { credentialReply, issuerDid, statusListCredential } from '../../../../platform/credentials/issuer.ts'
import type { IssuingParts } from '../../../../platform/credentials/issuer.ts'
import type { JsonObject } from '../../../../platform/credentials/json.ts'
import { LIST_ENTRIES } from '../../../../platform/credentials/status-list.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, anyone } from '../../../../platform/http/route.ts'
import { keyIdOf } from '../../../../platform/keys/signer.ts'
import { keptList } from '../kept-list.ts'
import { trustListOf } from '../lists.ts'
import { credentialsDoor } from './certified-facts.ts'
import { CONTEXT_PATH, certificateContext, certificateCredential, revocationPath } from './certificate-credential.ts'
import { listRevokedIndexes } from './store-credentials.ts'

const numberParams = record({ number: text(24) })
const listParams = record({ list: text(4).regex(/^[1-9]\d{0,3}$/, 'not-a-list') })

/** Keys of today and of earlier, so that what they signed stays good; a key that was reported stolen is not among them. */
export async function ownDidDocument(tx: Tx, asked: IssuingParts & { readonly tenant: string; readonly now: string }): Promise<JsonObject> {
  const { keys } = await trustListOf(tx, asked)
  const standing = keys.filter(({ revokedAt }) => revokedAt === null).map(({ publicKey }) => Buffer.from(publicKey, 'hex'))
  return didDocument(
    issuerDid(asked),
    standing.map((raw) => ({ id: keyIdOf(raw), x: raw.toString('base64url') })),
  )
}

/** The list of one block of indexes, as of now. */
export async function revocationCredential(
  tx: Tx,
  asked: IssuingParts & { readonly tenant: string; readonly now: string; readonly block: number },
): Promise<JsonObject> {
  const from = asked.block * LIST_ENTRIES
  const revoked = await listRevokedIndexes(tx, asked.tenant, { from, to: from + LIST_ENTRIES, on: todayAt(asked.now) })
  const indexes = revoked.map((index) => index - from)
  return statusListCredential(asked, { path: revocationPath(asked.block), purpose: 'revocation', indexes, now: asked.now })
}

interface KeptAsked {
  readonly tenant: string
  readonly now: string
}
export function credentialRoutes(parts: IssuingParts): readonly Route[] {
  // Strangers ask as often as they like: each document is made and signed once for a state of the log.
  const document = keptList((tx, asked: KeptAsked) => ownDidDocument(tx, { ...parts, ...asked }))
  const lists = keptList(
    (tx, asked: KeptAsked & { readonly part: string }) => revocationCredential(tx, { ...parts, ...asked, block: Number(asked.part) }),
    'each-hour',
  )
  return [didRoute(document), statusRoute(parts, lists), ...certificateRoutes(parts)]
}

const didRoute = (document: (tx: Tx, asked: KeptAsked) => Promise<JsonObject>): Route =>
  rawRoute({
    method: 'GET',
    path: '/.well-known/did.json',
    allow: anyone,
    summary: 'The DID document of this issuer (did:web): the keys that may sign credentials of certificates',
    answer: async ({ door, tenant, now, headers }) =>
      unlessKnown(headers, json('application/did+json', await door.read((tx) => document(tx, { tenant, now })))),
  })

const certificateRoutes = ({ keys, baseUrl }: IssuingParts): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: CONTEXT_PATH,
    allow: anyone,
    summary: 'The JSON-LD context of the words in the credential of a certificate',
    answer: async () => json('application/ld+json', certificateContext({ keys, baseUrl })),
  }),
  rawRoute({
    method: 'GET',
    path: '/credentials/certificates/:number',
    allow: anyone,
    summary: 'A certificate as a verifiable credential (VC 2.0 enveloped with JOSE); `application/vc+jwt` for the compact text',
    schemas: { params: numberParams },
    answer: async (incoming) => {
      const params = parse(numberParams, incoming.params)
      if (!params.ok) return badInput(params.faults)
      const facts = await incoming.door.read((tx) => credentialsDoor.find(tx, incoming.tenant, params.value.number))
      return facts === null
        ? none('unknown-certificate')
        : credentialReply({ keys, baseUrl }, incoming, certificateCredential({ keys, baseUrl }, facts))
    },
  }),
]

const statusRoute = (parts: IssuingParts, lists: (tx: Tx, asked: KeptAsked & { readonly part: string }) => Promise<JsonObject>): Route =>
  rawRoute({
    method: 'GET',
    path: '/credentials/status/:list',
    allow: anyone,
    summary: 'A Bitstring status list of certificates that no longer count (purpose: revocation), signed as of now',
    schemas: { params: listParams },
    answer: async (incoming) => {
      const params = parse(listParams, incoming.params)
      if (!params.ok) return badInput(params.faults)
      const { tenant, now } = incoming
      const part = String(Number(params.value.list) - 1)
      return unlessKnown(
        incoming.headers,
        credentialReply(parts, incoming, await incoming.door.read((tx) => lists(tx, { tenant, now, part }))),
      )
    },
  })

const json = (contentType: string, body: JsonObject): Reply => ({
  status: 200,
  body: JSON.stringify(body),
  contentType,
  headers: { 'access-control-allow-origin': '*' },
})
/** To be asked again each time, because a revocation counts at once; who has it already gets no second copy. */
function unlessKnown(asked: Incoming['headers'], reply: Reply): Reply {
  const etag = `W/"${createHash('sha256').update(String(reply.body)).digest('base64url').slice(0, 27)}"`
  const headers = { ...reply.headers, etag, 'cache-control': 'public, max-age=0, must-revalidate' }
  const isKnown = asked['if-none-match']?.split(/,\s*/).includes(etag) ?? false
  return isKnown ? { status: 304, body: '', headers } : { ...reply, headers }
}
const none = (code: string): Reply => ({ ...outcomeReply(refused(code)), status: 404 })
