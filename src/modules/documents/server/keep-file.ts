/* One file taken in, whichever way it came: read strictly, cleaned, kept once by the hash of what is kept. */
import { createHash } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { KeptFile } from '../domain/answers.ts'
import { type CleanFile, readFile } from '../domain/read-file.ts'
import { inflate, inflatesTo } from './inflate.ts'
import { keepDocument } from './store.ts'

export interface FileIn {
  readonly tenant: string
  readonly bytes: Uint8Array
  /** As the sender says it, without parameters. */
  readonly mediaType: string
  readonly by: string
  readonly at: string
}

/** The place of a photograph is in the answer; whoever asks decides whether it is evidence. */
export async function keepFile(
  database: Pick<Database, 'transaction'>,
  { tenant, bytes, mediaType: said, by, at }: FileIn,
): Promise<Outcome<KeptFile>> {
  const read = readFile(bytes, said, inflate)
  if (!read.ok) return read
  if (!(await hasWholeRows(read.value))) return refused('file-damaged', { kind: 'PNG', problem: 'rows' })
  const { content, mediaType, photo } = read.value
  const sha256 = createHash('sha256').update(content).digest('hex')
  await database.transaction((tx) => keepDocument(tx, tenant, { sha256, mediaType, content }, { by, at }))
  return accepted({ file: { sha256, mediaType, bytes: content.length }, photo })
}

const hasWholeRows = async ({ rows }: CleanFile): Promise<boolean> => rows === null || (await inflatesTo(rows.compressed, rows.rowBytes))
