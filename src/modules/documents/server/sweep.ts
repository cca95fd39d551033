/*
Removes files that were sent and never attached to a fact: a form that was given up, a photograph taken twice. A file that any event
names stays for ever. Drafts on phones and in the database name files without an event, so the days to wait have a floor.
*/
import type { Database } from '../../../platform/database/connect.ts'
import { UNFINISHED_DAYS } from '../domain/upload-rules.ts'
import { sweepUploads } from './store-uploads.ts'
import { listUnattached, removeDocuments } from './store.ts'

/** A draft may wait a season for the road to dry (D). */
export const FEWEST_DAYS = 90
const DAY = 86_400_000

export interface Sweep {
  readonly files: number
  readonly bytes: number
  /** Files of which only a part ever came. */
  readonly unfinished: number
}

export async function sweepFiles(
  database: Pick<Database, 'read' | 'transaction'>,
  {
    tenant,
    now,
    olderThanDays,
    dryRun,
  }: { readonly tenant: string; readonly now: string; readonly olderThanDays: number; readonly dryRun: boolean },
): Promise<Sweep> {
  const before = new Date(Date.parse(now) - Math.max(FEWEST_DAYS, olderThanDays) * DAY).toISOString()
  return database.transaction(async (tx) => {
    const unattached = await listUnattached(tx, tenant, before)
    if (!dryRun)
      await removeDocuments(
        tx,
        tenant,
        unattached.map((one) => one.sha256),
        before,
      )
    const givenUp = new Date(Date.parse(now) - UNFINISHED_DAYS * DAY).toISOString()
    const unfinished = await sweepUploads(tx, tenant, { before: givenUp, dryRun })
    return { unfinished, files: unattached.length, bytes: unattached.reduce((sum, one) => sum + one.bytes, 0) }
  })
}
