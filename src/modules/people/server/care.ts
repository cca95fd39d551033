/* Accounts that open files as the rules see them, the door other modules ask, and the round that puts to rest what nobody used. */
import { todayAt } from '../../../kernel/calendar.ts'
import { asId } from '../../../kernel/schema.ts'
import type { Database } from '../../../platform/database/connect.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Log } from '../../../platform/log/log.ts'
import { type Care, type CareContext, careOf, opensFiles } from '../domain/account-care.ts'
import { capabilitiesOf } from '../domain/roles.ts'
import { newId } from './add-account.ts'
import { careAggregate } from './aggregates.ts'
import { type CareRow, listCare } from './store-care.ts'

export interface CaredAccount extends CareRow, Care {}

export const caredOf = (row: CareRow, today: string): CaredAccount => ({
  ...row,
  ...careOf(
    {
      registeredOn: todayAt(row.registeredAt),
      seenOn: row.seenOn,
      reviewedOn: row.reviewedAt === null ? null : todayAt(row.reviewedAt),
      signed: row.version === null || row.signedAt === null ? null : { version: row.version, on: todayAt(row.signedAt) },
    },
    today,
  ),
})

export async function listCared(tx: Tx, tenant: string, today: string): Promise<readonly CaredAccount[]> {
  return (await listCare(tx, tenant, null)).filter(({ roles }) => opensFiles(capabilitiesOf(roles))).map((row) => caredOf(row, today))
}

/** Accounts that one may look after; `null`: none. */
export type CareReach = 'all' | { readonly organisation: string | null } | null
export const isWithin = (reach: CareReach, organisation: string | null): boolean =>
  reach === 'all' || (reach !== null && reach.organisation === organisation)

export async function careContext(
  tx: Tx,
  tenant: string,
  { account, by, reach }: { readonly account: string; readonly by: string; readonly reach: CareReach },
): Promise<CareContext> {
  const [row] = await listCare(tx, tenant, account)
  const concerned = row !== undefined && isWithin(reach, row.organisation) && opensFiles(capabilitiesOf(row.roles))
  return { by, isSelf: account === by, concerned }
}

/** Whether an account signed the undertaking of now within the year: without it no file opens. */
export async function isUndertakingSigned(
  tx: Tx,
  tenant: string,
  { account, today }: { readonly account: string; readonly today: string },
): Promise<boolean> {
  const [row] = await listCare(tx, tenant, account)
  return row !== undefined && caredOf(row, today).isUndertakingCurrent
}

export interface CareHouse {
  readonly database: Pick<Database, 'read'>
  readonly log: Pick<Log, 'execute'>
  readonly tenant: string
  readonly clock: () => string
}
export const CARE_ROUND = { account: 'clock', organisation: null, role: null } as const
/** Puts to rest what nobody used for thirty days; how many. Everything else about an account a person decides. */
export async function restIdleAccounts({ database, log, tenant, clock }: CareHouse): Promise<number> {
  const now = clock()
  const idle = (await database.read((tx) => listCared(tx, tenant, todayAt(now)))).filter(
    ({ isIdle, because }) => isIdle && because === null,
  )
  let rested = 0
  for (const { account } of idle) {
    const outcome = await log.execute({
      ...{ tenant, aggregate: careAggregate, subject: account, actor: CARE_ROUND },
      command: { type: 'rest', because: 'idle' },
      envelope: { id: asId('command', newId(clock())) },
      context: (tx) => careContext(tx, tenant, { account, by: CARE_ROUND.account, reach: 'all' }),
    })
    if (outcome.ok) rested += 1
  }
  return rested
}
