/*
Taking in a file: the bytes are the body, their kind is the content type. What is kept is what was checked and cleaned; the answer
names it by its hash, and the same file sent again gets the same answer. Reading a file back is no business of this module: the module
whose fact points to it knows who may.
*/
import { type Outcome, accepted } from '../../../kernel/outcome.ts'
import { parse } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { badInput, outcomeReply, rawRoute } from '../../../platform/http/build-route.ts'
import { type Incoming, type Route, can } from '../../../platform/http/route.ts'
import { MOST_BYTES } from '../contract.ts'
import { KeptFile, UploadQuery } from '../domain/answers.ts'
import { uploadRoutes } from './http-uploads.ts'
import { keepFile } from './keep-file.ts'

export const documentRoutes = (database: Pick<Database, 'read' | 'transaction'>): readonly Route[] => [
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
  ...uploadRoutes(database),
]

async function keep(database: Pick<Database, 'transaction'>, incoming: Incoming, isEvidence: boolean): Promise<Outcome<KeptFile>> {
  const bytes = incoming.body instanceof Uint8Array ? incoming.body : new Uint8Array()
  const mediaType = (incoming.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  const kept = await keepFile(database, { tenant: incoming.tenant, bytes, mediaType, by: incoming.who.account, at: incoming.now })
  if (!kept.ok) return kept
  const { file, photo } = kept.value
  return accepted({ file, photo: photo && { ...photo, position: isEvidence ? photo.position : null } })
}
