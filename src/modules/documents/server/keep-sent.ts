/* A file whose sender already names it by the hash of its bytes (a telephone, a rescue file): kept like any, and found under that hash ever after. */
import { createHash } from 'node:crypto'
import { type Outcome, accepted } from '../../../kernel/outcome.ts'
import type { Database } from '../../../platform/database/connect.ts'
import { type FileIn, keepFile } from './keep-file.ts'
import { listKept } from './store.ts'
import { addAlias } from './store-uploads.ts'

export interface KeptSent {
  readonly sha256: string
  readonly isNew: boolean
}

export async function keepSent(database: Pick<Database, 'read' | 'transaction'>, file: FileIn): Promise<Outcome<KeptSent>> {
  const { tenant, bytes, at } = file
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if ((await database.read((tx) => listKept(tx, tenant, [sha256]))).length > 0) return accepted({ sha256, isNew: false })
  const kept = await keepFile(database, file)
  if (!kept.ok) return kept
  if (kept.value.file.sha256 !== sha256)
    await database.transaction((tx) => addAlias(tx, tenant, { sent: sha256, bytes: bytes.length, kept: kept.value.file.sha256, at }))
  return accepted({ sha256, isNew: true })
}
