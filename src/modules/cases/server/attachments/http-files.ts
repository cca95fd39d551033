/*
Photographs, scans and recordings of cases over HTTP: ciphertext in, ciphertext out. It is sent in pieces by the account that kept it in the case, which
need not be able to read it back; it is answered whole, to readers of its vault, after the look is kept. No name, kind or key of a file comes this way.
*/
import { createHash } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, type Schema, asId, maybe, parse, record } from '../../../../kernel/schema.ts'
import type { Database } from '../../../../platform/database/connect.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can, signedIn } from '../../../../platform/http/route.ts'
import { UploadState } from '../../../field/contract.ts'
import { MOST_PART_BYTES, UploadPart, placePart } from '../../../documents/contract-uploads.ts'
import { CaseFileStates, FileFor } from '../../contract-files.ts'
import { vaultsOf } from '../../domain/access/access.ts'
import type { Viewed } from '../../domain/access/views.ts'
import { isLeftBehind } from '../../domain/attachments/attachment.ts'
import { AttachmentId } from '../../domain/attachments/attachment-words.ts'
import { CaseId } from '../../domain/case/case-words.ts'
import { ReferralId } from '../../domain/referral/referral-words.ts'
import type { CaseDoors } from '../file/doors.ts'
import { openFor, notThere, seen } from '../file/http-reads.ts'
import { organisationOf } from '../file/context.ts'
import { findReceived } from '../file/store-lists.ts'
import { asProgram } from '../record/records.ts'
import { enterCases } from '../record/store-scope.ts'
import { type Look, keepView, seenRoute } from '../record/view-log.ts'
import * as store from './store-files.ts'

type Pieces = Pick<Database, 'transaction'>
const Params = record({ case: CaseId, attachment: AttachmentId })
const ReceivedParams = record({ referral: ReferralId, attachment: AttachmentId })
const For = record({ for: maybe(FileFor) })

export const fileRoutes = (doors: CaseDoors, database: Pieces): readonly Route[] => [...readRoutes(doors), ...pieceRoutes(doors, database)]

const readRoutes = (doors: CaseDoors): readonly Route[] => [
  seenRoute({
    path: '/api/cases/:case/files',
    summary: 'Which files of a case have arrived, and how far; only of vaults that one reads',
    allow: can('cases.hold-key'),
    params: record({ case: CaseId }),
    answer: CaseFileStates,
    look: async ({ tx, who, tenant, now, params: { case: id } }) => {
      const { found } = await openFor(doors, { tx, who, tenant, now }, id)
      if (!found) return notThere(id)
      await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader', now })
      return seen({ files: [...(await store.listFiles(tx, tenant, id))], asOf: now }, [id], 'file')
    },
  }),
  contentRoute({
    path: '/api/cases/:case/files/:attachment',
    summary: 'One file of a case as ciphertext, whole; for readers of its vault, and each opening is kept',
    ...{ allow: can('cases.hold-key'), params: Params },
    content: (tx, asked) => contentFor(doors, tx, asked),
  }),
  contentRoute({
    path: '/api/referrals/:referral/files/:attachment',
    summary: 'One file that came with an open referral, as ciphertext; each opening is kept',
    ...{ allow: can('cases.receive'), params: ReceivedParams },
    content: receivedContent,
  }),
]

interface ContentAsked<Key> {
  readonly incoming: Incoming
  readonly key: Key
  readonly what: Viewed['what']
}
interface ContentRoute<Key> extends Pick<Route, 'path' | 'summary' | 'allow'> {
  readonly params: Schema<Key>
  readonly content: (tx: Tx, asked: ContentAsked<Key>) => Promise<Look<Buffer>>
}
/** A file shown is a look, a file laid down in clear another; both are kept before a byte leaves. */
const contentRoute = <Key>({ params, content, ...route }: ContentRoute<Key>): Route =>
  rawRoute({
    ...{ ...route, method: 'GET', schemas: { params, query: For } },
    answer: (incoming) => {
      const key = parse(params, incoming.params)
      const query = parse(For, incoming.query)
      if (!key.ok) return Promise.resolve(badInput(key.faults))
      if (!query.ok) return Promise.resolve(badInput(query.faults))
      const what = query.value.for === 'save' ? 'attachment-saved' : 'attachment'
      return contentReply(incoming, (tx) => content(tx, { incoming, key: key.value, what }))
    },
  })

const pieceRoutes = (doors: CaseDoors, database: Pieces): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/api/cases/:case/files/:attachment/pieces',
    summary: 'How much of a file that one sends has arrived; for the account that kept it, and no other',
    allow: signedIn,
    schemas: { params: Params, answer: UploadState },
    answer: async (incoming) => {
      const params = parse(Params, incoming.params)
      if (!params.ok) return badInput(params.faults)
      const file = await incoming.door.read(async (tx) => {
        await asProgram(tx)
        return ownFile(doors, tx, { incoming, key: params.value, file: await store.findFile(tx, incoming.tenant, params.value) })
      })
      return file === null ? outcomeReply(refused('unknown-case')) : stateReply(file)
    },
  }),
  {
    ...rawRoute({
      method: 'PUT',
      path: '/api/cases/:case/files/:attachment/pieces',
      summary: 'A piece of a sealed file, from `offset` on: at most 1 MB, by the account that kept it; the answer says where to go on',
      allow: signedIn,
      schemas: { params: Params, query: UploadPart, answer: UploadState },
      answer: (incoming) => takePiece(doors, database, incoming),
    }),
    takesBytes: MOST_PART_BYTES,
  },
]

interface OwnAsked {
  readonly incoming: Incoming
  readonly key: store.FileKey
  readonly file: store.KeptFile | null
}
/** Of the account that said it, in the team or not; but nobody of a former team goes on sending into a case that another body took over. */
async function ownFile({ records }: CaseDoors, tx: Tx, { incoming, key, file }: OwnAsked): Promise<store.KeptFile | null> {
  const { tenant, who } = incoming
  if (file?.by !== who.account) return null
  const one = await records.load(tx, tenant, key.case)
  return one === null || isLeftBehind(one.whole, { attachment: key.attachment, account: who.account }) ? null : file
}
const stateOf = ({ received, bytes }: Pick<store.KeptFile, 'received' | 'bytes'>): UploadState => ({
  ...{ received, of: bytes, done: received === bytes },
})
const stateReply = (file: Pick<store.KeptFile, 'received' | 'bytes'>): Reply => ({ status: 200, body: stateOf(file) })

async function contentReply({ door, who, now }: Incoming, look: (tx: Tx) => Promise<Look<Buffer>>): Promise<Reply> {
  const found = await door.read(look)
  if (found.attempted) await keepView({ door, who, now }, found.attempted)
  if (!found.ok) return outcomeReply(refused(found.refusal.code, found.refusal.facts))
  await keepView({ door, who, now }, found.value.viewed)
  // Never kept by a browser, never named, never drawn as anything.
  const headers = { 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; sandbox" }
  return { status: 200, body: found.value.answer, contentType: 'application/octet-stream', headers }
}

async function contentFor(doors: CaseDoors, tx: Tx, { incoming, key, what }: ContentAsked<store.FileKey>): Promise<Look<Buffer>> {
  const { who, tenant, now } = incoming
  const { found } = await openFor(doors, { tx, who, tenant, now }, key.case)
  if (!found) return notThere(key.case)
  await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader', now })
  const file = await store.findFile(tx, tenant, key)
  const vaults: readonly string[] = vaultsOf(found.one.whole.access, who.account, now)
  if (file === null || !vaults.includes(file.vault)) return notThere(key.case)
  if (file.received < file.bytes) return refused('attachment-not-here-yet')
  return seen(await store.readParts(tx, tenant, key), [key.case], { what, purpose: 'case-work' })
}

type ReceivedKey = Infer<typeof ReceivedParams>
async function receivedContent(tx: Tx, { incoming, key: asked, what }: ContentAsked<ReceivedKey>): Promise<Look<Buffer>> {
  const { who, tenant } = incoming
  await enterCases(tx, { account: who.account, organisation: who.organisation, scope: 'reader' })
  const row = await findReceived(tx, tenant, { referral: asked.referral, recipient: who.organisation ?? '' })
  if (row === null || !(await store.isReleased(tx, tenant, asked))) return refused('unknown-referral')
  const content = await store.readParts(tx, tenant, { case: row.case, attachment: asked.attachment })
  await asProgram(tx)
  const file = await store.findFile(tx, tenant, { case: row.case, attachment: asked.attachment })
  if (file === null) return refused('unknown-referral')
  if (content.length < file.bytes) return refused('attachment-not-here-yet')
  return accepted({ answer: content, viewed: { cases: [asId('case', row.case)], what, purpose: 'referral' } })
}

async function takePiece(doors: CaseDoors, database: Pieces, incoming: Incoming): Promise<Reply> {
  const params = parse(Params, incoming.params)
  if (!params.ok) return badInput(params.faults)
  const query = parse(UploadPart, incoming.query)
  if (!query.ok) return badInput(query.faults)
  const bytes = incoming.body instanceof Uint8Array ? incoming.body : new Uint8Array()
  const piece = { key: params.value, bytes, ...query.value }
  return outcomeReply(await database.transaction((tx) => placed(doors, { tx, incoming }, piece)))
}

interface Piece {
  readonly key: store.FileKey
  readonly bytes: Uint8Array
  readonly offset: number
  readonly of: number
}
async function placed(
  doors: CaseDoors,
  { tx, incoming }: { readonly tx: Tx; readonly incoming: Incoming },
  { key, bytes, offset, of }: Piece,
): Promise<Outcome<UploadState>> {
  const { tenant, who } = incoming
  await asProgram(tx)
  const file = await ownFile(doors, tx, { incoming, key, file: await store.takeFile(tx, tenant, key) })
  if (file === null) return refused('unknown-case')
  const organisation = organisationOf(who)
  if (organisation !== null && (await doors.isLockedDown(tx, tenant, organisation))) return refused('office-locked-down')
  if (of !== file.bytes || offset < 0 || !Number.isInteger(offset) || bytes.length === 0 || offset + bytes.length > of)
    return refused('upload-damaged')
  const place = placePart(offset, bytes.length, file.received)
  if (place.kind !== 'new') return accepted(stateOf(file))
  await store.addPart(tx, tenant, { ...key, at: file.received, content: bytes.subarray(place.from) })
  const now = { received: offset + bytes.length, bytes: of }
  if (now.received < of) return accepted(stateOf(now))
  const hash = createHash('sha256')
    .update(await store.readParts(tx, tenant, key))
    .digest('hex')
  if (hash === file.sha256) return accepted(stateOf(now))
  // No piece can be told from a damaged one: it begins anew.
  await store.dropParts(tx, tenant, key)
  return accepted(stateOf({ received: 0, bytes: of }))
}
