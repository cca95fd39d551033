/*
Who is to be warned of a breach: the owner of a file whose code stands in one, because only they know a safe way to the person. Told as a wait in their list
and by the one neutral notice, until the person was warned or it was written why not. Who watches over the data learns of no file by it.
*/
import { addHours } from '../../domain/clocks/instants.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { warnWithin } from '../../domain/retention/breach.ts'
import { casesInHandsOf } from '../justice/store-hearings.ts'
import { type Records, asProgram } from '../record/records.ts'
import { casesOf } from '../statistics/store-tallies.ts'
import { listRealBreaches } from './store-breach.ts'

export interface ToWarn {
  readonly breach: string
  readonly detectedAt: string
  readonly dueAt: string
}
/** Codes of files whose persons still wait for it, oldest breach first. */
export async function codesToWarn(tx: Tx, tenant: string): Promise<ReadonlyMap<string, ToWarn>> {
  const found = new Map<string, ToWarn>()
  for (const { id, detectedAt, persons } of await listRealBreaches(tx, tenant))
    for (const { code, risk, warning } of persons)
      if ((warning === null || warning === 'not-reached') && !found.has(code))
        found.set(code, { breach: id, detectedAt, dueAt: addHours(detectedAt, warnWithin(risk)) })
  return found
}

/** For the bell of who owns the files. Leaves the transaction in the scope of the program. */
export async function warningsFor(
  { records }: { readonly records: Records },
  tx: Tx,
  { tenant, account, now }: { readonly tenant: string; readonly account: string; readonly now: string },
): Promise<readonly string[]> {
  await asProgram(tx)
  const codes = await codesToWarn(tx, tenant)
  if (codes.size === 0) return []
  const found: string[] = []
  for (const id of await casesInHandsOf(tx, tenant, account)) {
    const file = (await records.load(tx, tenant, id))?.whole.file
    const wait = file?.owner === account && file.subject !== null ? codes.get(file.subject) : undefined
    if (wait) found.push(`${id}/warn/${wait.breach}${wait.dueAt < now ? '/late' : ''}`)
  }
  return found
}

/** Whether somebody of the body answers for the file of this code: then they warn, and nobody says it for them. */
export async function hasOwner(
  { records }: { readonly records: Records },
  tx: Tx,
  { tenant, organisation, code }: { readonly tenant: string; readonly organisation: string; readonly code: string },
): Promise<boolean> {
  await asProgram(tx)
  for await (const { whole } of records.each(tx, tenant, await casesOf(tx, tenant, organisation)))
    if (whole.file.subject === code && whole.file.owner !== null) return true
  return false
}
