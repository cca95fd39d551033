/*
Taking in a file: the bytes are the body, their kind is the content type. What is kept is what was checked and cleaned; the answer
names it by its hash, and the same file sent again gets the same answer. Reading a file back is no business of this module: the module
whose fact points to it knows who may.
*/
import { createHash } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { parse } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Route, can } from '../../../platform/http/route.ts'
import { MOST_BYTES } from '../contract.ts'
import { KeptFile, UploadQuery } from '../domain/answers.ts'
import { type CleanFile, readFile } from '../domain/read-file.ts'
import { inflate, inflatesTo } from './inflate.ts'
import { keepDocument } from './store.ts'

export const documentRoutes = (database: Pick<Database, 'transaction'>): readonly Route[] => [
  {
    ...rawRoute({
      method: 'POST',
      path: '/api/files',
      summary: 'keeps a PDF, PNG or JPEG of at most 10 MB: the body is the file; `evidence=true` also tells where a photograph was taken',
      allow: can('documents.add'),
      schemas: { query: UploadQuery, answer: KeptFile },
      answer: async (incoming) => {
        const query = parse(UploadQuery, incoming.query)
        if (!query.ok) return badInput(query.faults)
        return outcomeReply(await keep(database, incoming, query.value.evidence === 'true'))
      },
    }),
    takesBytes: MOST_BYTES,
  },
]

async function keep(database: Pick<Database, 'transaction'>, incoming: Incoming, isEvidence: boolean): Promise<Outcome<KeptFile>> {
  const bytes = incoming.body instanceof Uint8Array ? incoming.body : new Uint8Array()
  const said = (incoming.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const read = readFile(bytes, said, inflate)
  if (!read.ok) return read
  const whole = await hasWholeRows(read.value)
  if (!whole) return refused('file-damaged', { kind: 'PNG', problem: 'rows' })
  const { content, mediaType, photo } = read.value
  const sha256 = createHash('sha256').update(content).digest('hex')
  const added = { by: incoming.who.account, at: incoming.now }
  await database.transaction((tx) => keepDocument(tx, incoming.tenant, { sha256, mediaType, content }, added))
  return accepted({
    file: { sha256, mediaType, bytes: content.length },
    photo: photo && { ...photo, position: isEvidence ? photo.position : null },
  })
}

const hasWholeRows = async ({ rows }: CleanFile): Promise<boolean> => rows === null || (await inflatesTo(rows.compressed, rows.rowBytes))
