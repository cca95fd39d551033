/*
Whether what the database holds of cases is what the log says: teams, looks, and to whom keys were handed. Somebody with every right on the database
can write into its tables; here it is found, because the log cannot be written without its chain and says who joined, who looked and who left. It opens
no text and names no person: numbers of cases and accounts.
*/
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Log } from '../../../../platform/log/log.ts'
import { subjectId } from '../../../../platform/log/event.ts'
import { VaultName } from '../../contract-vault.ts'
import { readsVault } from '../../domain/access/access.ts'
import { publicHalves } from '../../domain/access/public-halves.ts'
import { type Records, asProgram } from './records.ts'
import { everyPublicHalf, everyWrap, recordKeysOfNothing } from './store-check.ts'

export interface CaseFault {
  readonly fault:
    | 'rows-not-from-log'
    | 'rows-missing'
    | 'key-for-outsider'
    | 'key-of-no-case'
    | 'public-key-not-from-record'
    | 'record-key-of-no-case'
  /** A table, or the number of a case. */
  readonly where: string
  readonly account: string | null
  readonly rows: number
}
const CASE_TABLES: readonly string[] = ['case_row', 'case_member', 'case_text', 'case_referral', 'case_view', 'case_handover']

export async function checkCases(records: Pick<Records, 'load' | 'events'>, log: Pick<Log, 'checkRebuild' | 'read'>, tenant: string) {
  const { differing } = await log.checkRebuild()
  const rows = differing.flatMap(({ table, onlyLive, onlyRebuilt }): readonly CaseFault[] =>
    CASE_TABLES.includes(table)
      ? [
          ...(onlyLive > 0 ? [{ fault: 'rows-not-from-log', where: table, account: null, rows: onlyLive } as const] : []),
          ...(onlyRebuilt > 0 ? [{ fault: 'rows-missing', where: table, account: null, rows: onlyRebuilt } as const] : []),
        ]
      : [],
  )
  const keys = await log.read(async (tx) => {
    await asProgram(tx)
    return [...(await wrapFaults(tx, records, tenant)), ...(await halfFaults(tx, records, tenant)), ...(await recordKeyFaults(tx, tenant))]
  })
  return [...rows, ...keys]
}

async function wrapFaults(tx: Tx, records: Pick<Records, 'load'>, tenant: string): Promise<readonly CaseFault[]> {
  const wraps = await everyWrap(tx, tenant)
  const faults: CaseFault[] = []
  for (const { case: of, vault, reader, kept } of wraps) {
    const one = await records.load(tx, tenant, of)
    const name = VaultName.options.find((known) => known === vault)
    if (one === null && !kept) faults.push({ fault: 'key-of-no-case', where: of, account: reader, rows: 1 })
    if (one !== null && (name === undefined || !readsVault(one.whole.access, reader, name)))
      faults.push({ fault: 'key-for-outsider', where: of, account: reader, rows: 1 })
  }
  return faults
}
/** A public half is what texts are sealed to: one that the sealed record does not say would be read by whoever put it there. */
async function halfFaults(tx: Tx, records: Pick<Records, 'events'>, tenant: string): Promise<readonly CaseFault[]> {
  const rows = await everyPublicHalf(tx, tenant)
  const faults: CaseFault[] = []
  for (const of of new Set(rows.map((row) => row.case))) {
    const said = publicHalves(await records.events(tx, tenant, of))
    const isSaid = (row: (typeof rows)[number]): boolean =>
      said.some((one) => one.vault === row.vault && one.generation === row.generation && one.publicKey === row.publicKey)
    // Of a case that is forgotten nothing is said any more, and nothing is sealed.
    const wrong = said.length === 0 ? [] : rows.filter((row) => row.case === of && !isSaid(row))
    if (wrong.length > 0) faults.push({ fault: 'public-key-not-from-record', where: of, account: null, rows: wrong.length })
  }
  return faults
}
async function recordKeyFaults(tx: Tx, tenant: string): Promise<readonly CaseFault[]> {
  const found = await recordKeysOfNothing(tx, tenant)
  return found.map((subject) => ({ fault: 'record-key-of-no-case', where: subjectId(subject), account: null, rows: 1 }))
}
