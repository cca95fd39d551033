/*
Files in pieces, for links that break every minute: a piece that arrived stays, and the sender goes on where the answer says. The file is named by the hash of
its bytes on the phone; when it is whole and the hash fits it is read and cleaned like any other, and stays known by the hash it was sent under. What
does not fit is refused and begins anew, because no piece can be told from a damaged one.
*/
import { createHash } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { parse, record } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Reply, type Route, can } from '../../../platform/http/route.ts'
import { UploadState } from '../../field/contract.ts'
import { MOST_BYTES } from '../contract.ts'
import { MOST_PART_BYTES, Sha256, UploadPart, placePart } from '../contract-uploads.ts'
import { MOST_UNFINISHED } from '../domain/upload-rules.ts'
import { keepFile } from './keep-file.ts'
import { listKept } from './store.ts'
import * as store from './store-uploads.ts'

type Uploads = Pick<Database, 'read' | 'transaction'>
const Params = record({ sha256: Sha256 })
const KINDS = ['image/jpeg', 'image/png', 'application/pdf']

export const uploadRoutes = (database: Uploads): readonly Route[] => [
  rawRoute({
    method: 'GET',
    path: '/api/uploads/:sha256',
    summary: 'how much of a file that is sent in pieces has arrived',
    allow: can('documents.add'),
    schemas: { params: Params, answer: UploadState },
    answer: async (incoming) => {
      const params = parse(Params, incoming.params)
      if (!params.ok) return badInput(params.faults)
      const asked = askedBy(incoming, params.value.sha256)
      const upload = await database.read(async (tx) => (await keptAs(tx, asked)) ?? (await store.findUpload(tx, asked.tenant, asked)))
      if (upload === null) return stateReply({ received: 0, of: null, done: false })
      if ('done' in upload) return stateReply(upload)
      // Whole, and the server was stopped before it was read: it is read now.
      if (upload.received === upload.bytes) return outcomeReply(await finish(database, asked, upload))
      return stateReply({ received: upload.received, of: upload.bytes, done: false })
    },
  }),
  {
    ...rawRoute({
      method: 'PUT',
      path: '/api/uploads/:sha256',
      summary: 'a piece of a PDF, PNG or JPEG, from `offset` on, of a file of `of` bytes: at most 1 MB; the answer says where to go on',
      allow: can('documents.add'),
      schemas: { params: Params, query: UploadPart, answer: UploadState },
      answer: (incoming) => takePart(database, incoming),
    }),
    takesBytes: MOST_PART_BYTES,
  },
]

interface Asked extends store.UploadKey {
  readonly tenant: string
  readonly now: string
}
const askedBy = ({ tenant, who, now }: Incoming, sha256: string): Asked => ({ tenant, account: who.account, sha256, now })
const stateReply = (state: UploadState): Reply => ({ status: 200, body: state })

async function keptAs(tx: Tx, { tenant, sha256 }: Asked): Promise<UploadState | null> {
  const [kept] = await listKept(tx, tenant, [sha256])
  return kept ? { received: kept.bytes, of: kept.bytes, done: true } : null
}

async function takePart(database: Uploads, incoming: Incoming): Promise<Reply> {
  const params = parse(Params, incoming.params)
  if (!params.ok) return badInput(params.faults)
  const query = parse(UploadPart, incoming.query)
  if (!query.ok) return badInput(query.faults)
  const { offset, of, type } = query.value
  const bytes = incoming.body instanceof Uint8Array ? incoming.body : new Uint8Array()
  if (!Number.isInteger(offset) || !Number.isInteger(of) || offset < 0 || of < 1 || offset + bytes.length > of)
    return badInput([{ path: 'offset', problem: 'outside-the-file' }])
  if (of > MOST_BYTES) return outcomeReply(refused('file-too-large', { most: Math.floor(MOST_BYTES / 1e6) }))
  if (!KINDS.includes(type)) return outcomeReply(refused('file-kind-not-taken', { kind: type }))
  const asked = askedBy(incoming, params.value.sha256)
  const added = await database.transaction((tx) => addBytes(tx, asked, { offset, of, type, bytes }))
  if (!added.ok) return outcomeReply(added)
  const state = added.value
  if ('done' in state || state.received < state.bytes)
    return stateReply('done' in state ? state : { received: state.received, of: state.bytes, done: false })
  return outcomeReply(await finish(database, asked, state))
}

interface Piece {
  readonly offset: number
  readonly of: number
  readonly type: string
  readonly bytes: Uint8Array
}
async function addBytes(tx: Tx, asked: Asked, { offset, of, type, bytes }: Piece): Promise<Outcome<UploadState | store.Upload>> {
  const { tenant, now } = asked
  const kept = await keptAs(tx, asked)
  if (kept) return accepted(kept)
  let upload = await store.takeUpload(tx, tenant, asked)
  // One hash is one file: what was said of it before in other words was said wrongly.
  if (upload && (upload.bytes !== of || upload.mediaType !== type)) {
    await store.dropUpload(tx, tenant, asked)
    upload = null
  }
  if (!upload) {
    const open = await store.unfinishedOf(tx, tenant, asked.account)
    if (open.files >= MOST_UNFINISHED.files || open.bytes + of > MOST_UNFINISHED.bytes)
      return refused('uploads-too-many', { files: MOST_UNFINISHED.files, megabytes: MOST_UNFINISHED.bytes / 1e6 })
    await store.beginUpload(tx, tenant, { ...asked, mediaType: type, bytes: of, at: now })
    upload = await store.takeUpload(tx, tenant, asked)
  }
  const received = upload?.received ?? 0
  const placed = placePart(offset, bytes.length, received)
  if (placed.kind !== 'new') return accepted({ mediaType: type, bytes: of, received })
  await store.addPart(tx, tenant, { ...asked, at: received, content: bytes.subarray(placed.from) })
  return accepted({ mediaType: type, bytes: of, received: offset + bytes.length })
}

/** The bytes are read outside the transaction that added them: cleaning a photograph takes longer than anybody should wait for a row. */
async function finish(database: Uploads, asked: Asked, { mediaType, bytes: of }: store.Upload): Promise<Outcome<UploadState>> {
  const { tenant, sha256, account, now } = asked
  const bytes = await database.read((tx) => store.readParts(tx, tenant, asked))
  const isWhole = bytes.length === of && createHash('sha256').update(bytes).digest('hex') === sha256
  const kept = isWhole ? await keepFile(database, { tenant, bytes, mediaType, by: account, at: now }) : refused('upload-damaged')
  return database.transaction(async (tx) => {
    if (kept.ok && kept.value.file.sha256 !== sha256)
      await store.addAlias(tx, tenant, { sent: sha256, bytes: of, kept: kept.value.file.sha256, at: now })
    // Somebody else of the same account may have finished it at the same moment: then nothing was left to read, and all is well.
    const already = kept.ok ? null : await keptAs(tx, asked)
    await store.dropUpload(tx, tenant, asked)
    return kept.ok || already ? accepted({ received: of, of, done: true }) : kept
  })
}
