/*
What somebody may read now, as the sealed record of each case says it. A row says only where to look: whoever rules the database can write one, and nobody
is asked for a share, and nothing is handed over, on the word of a row. The same holds for public halves of vaults.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { VaultKey, VaultName } from '../../contract-vault.ts'
import { vaultsOf } from '../../domain/access/access.ts'
import { publicHalves } from '../../domain/access/public-halves.ts'
import { type Records, asProgram } from '../record/records.ts'
import { casesWithRowOf } from './store-recovery.ts'

export interface Readable {
  readonly case: string
  readonly vault: VaultName
}
export type ReadRecords = Pick<Records, 'load' | 'events'>

/** Leaves the transaction in the scope of the program. */
export async function readableNow(
  tx: Tx,
  { records, tenant }: { readonly records: Pick<Records, 'load'>; readonly tenant: string },
  { account, now }: { readonly account: string; readonly now: string },
): Promise<readonly Readable[]> {
  await asProgram(tx)
  const found: Readable[] = []
  for (const id of await casesWithRowOf(tx, tenant, account)) {
    const one = await records.load(tx, tenant, id)
    const vaults = one === null ? [] : vaultsOf(one.whole.access, account, now)
    found.push(...vaults.toSorted().map((vault) => ({ case: id, vault })))
  }
  return found
}

/** Only those that a sealed event says; another key in a row opens nothing that anybody sealed. */
export async function halvesOf(
  tx: Tx,
  { records, tenant }: { readonly records: Pick<Records, 'events'>; readonly tenant: string },
  cases: readonly string[],
): Promise<ReadonlyMap<string, readonly VaultKey[]>> {
  await asProgram(tx)
  const found = new Map<string, readonly VaultKey[]>()
  for (const id of new Set(cases)) found.set(id, publicHalves(await records.events(tx, tenant, id)))
  return found
}
