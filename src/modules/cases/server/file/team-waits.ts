/*
What waits for somebody by the state of cases: for who supervises, cases of their body of nobody, or with something that another person decides; for who
works, cases that were entrusted to them. Said as numbers that mean nothing outside. Cost: the cases of a body out of memory, two statements for 200.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import { type CaseWait, waitsOf } from '../../domain/file/waits.ts'
import { asProgram } from '../record/records.ts'
import { casesOf } from '../statistics/store-tallies.ts'
import type { CaseDoors } from './doors.ts'
import { listChangedOf } from './store-lists.ts'

/** What another than the worker does; the rest stands in the worker's own list. */
const OF_SUPERVISORS: readonly CaseWait[] = [
  ...(['plan-approval', 'closure-approval', 'override-confirmation', 'finding-review', 'erasure', 'owner', 'file-leave'] as const),
]
interface Asked {
  readonly tenant: string
  readonly now: string
}

/** Leaves the transaction in the scope of the program. */
export async function teamWaits(
  { records }: Pick<CaseDoors, 'records'>,
  tx: Tx,
  { tenant, organisation, now }: Asked & { readonly organisation: string },
): Promise<readonly string[]> {
  await asProgram(tx)
  const found: string[] = []
  for await (const { id, whole } of records.each(tx, tenant, await casesOf(tx, tenant, organisation)))
    found.push(...waitsOf(whole, now).flatMap((wait) => (OF_SUPERVISORS.includes(wait) ? [`${id}/${wait}`] : [])))
  return found
}

export async function entrustedTo(
  { records }: Pick<CaseDoors, 'records'>,
  tx: Tx,
  { tenant, account, since }: Omit<Asked, 'now'> & { readonly account: string; readonly since: string },
): Promise<readonly string[]> {
  await asProgram(tx)
  const found: string[] = []
  const own = await listChangedOf(tx, tenant, { account, organisation: null, since })
  for await (const { id, whole } of records.each(tx, tenant, own)) {
    const { owner, entrustedAt } = whole.file
    if (owner === account && entrustedAt !== null && entrustedAt >= since) found.push(`${id}/entrusted/${entrustedAt}`)
  }
  return found
}
