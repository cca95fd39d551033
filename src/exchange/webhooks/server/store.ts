/* Webhooks, how far the log was read for them, and their deliveries. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

export interface HookRow {
  readonly id: string
  readonly organisation: string | null
  readonly url: string
  readonly kinds: readonly string[]
  readonly secret: Buffer
  readonly seesAll: boolean
  readonly madeAt: string
  readonly stoppedAt: string | null
}
export interface NewHook extends Omit<HookRow, 'stoppedAt'> {
  readonly madeBy: string
}
export async function insertHook(tx: Tx, tenant: string, one: NewHook): Promise<void> {
  await sql`insert into webhook (tenant_id, id, organisation_id, url, kinds, secret, sees_all, made_by, made_at)
    values (${tenant}, ${one.id}, ${one.organisation}, ${one.url}, ${[...one.kinds]}, ${one.secret}, ${one.seesAll}, ${one.madeBy}, ${one.madeAt})`.execute(
    tx,
  )
}
const hooks = (tenant: string) => sql`select id, organisation_id as organisation, url, kinds, secret, sees_all as "seesAll",
  ${instant('made_at')} as "madeAt", ${instant('stopped_at')} as "stoppedAt" from webhook where tenant_id = ${tenant}`
export const listHooks = async (tx: Tx, tenant: string): Promise<readonly HookRow[]> =>
  (await sql<HookRow>`${hooks(tenant)} order by made_at desc, id limit 200`.execute(tx)).rows
export const listActiveHooks = async (tx: Tx, tenant: string): Promise<readonly HookRow[]> =>
  (await sql<HookRow>`${hooks(tenant)} and stopped_at is null order by made_at, id`.execute(tx)).rows
export async function stopHook(tx: Tx, tenant: string, id: string, at: string): Promise<boolean> {
  const done = await sql`update webhook set stopped_at = ${at} where tenant_id = ${tenant} and id = ${id} and stopped_at is null`.execute(
    tx,
  )
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Locked, so that two rounds do not read the same stretch; null before the first webhook. */
export const takePlace = async (tx: Tx, tenant: string): Promise<number | null> =>
  (await sql<{ position: number }>`select position from webhook_place where tenant_id = ${tenant} for update`.execute(tx)).rows[0]
    ?.position ?? null
export async function movePlace(tx: Tx, tenant: string, position: number): Promise<void> {
  await sql`insert into webhook_place (tenant_id, position) values (${tenant}, ${position})
    on conflict (tenant_id) do update set position = excluded.position`.execute(tx)
}

export interface NewDelivery {
  readonly id: string
  readonly hook: string
  readonly event: string
  readonly kind: string
  readonly body: string
  readonly at: string
}
export async function insertDelivery(tx: Tx, tenant: string, one: NewDelivery): Promise<void> {
  await sql`insert into webhook_delivery (tenant_id, id, webhook_id, event_id, kind, body, state, tries, next_try_at, made_at)
    values (${tenant}, ${one.id}, ${one.hook}, ${one.event}, ${one.kind}, ${one.body}, 'waiting', 0, ${one.at}, ${one.at})
    on conflict do nothing`.execute(tx)
}

export interface DueRow {
  readonly id: string
  readonly body: string
  readonly tries: number
  readonly url: string
  readonly secret: Buffer
}
/** Claimed until `until`: a server that is killed while it sends loses nothing, and another does not send at the same time.
 * What waits for a stopped webhook takes no place of the others. */
export const claimDue = async (
  tx: Tx,
  tenant: string,
  { now, until, most }: { readonly now: string; readonly until: string; readonly most: number },
): Promise<readonly DueRow[]> =>
  (
    await sql<DueRow>`update webhook_delivery d set next_try_at = ${until} from webhook h
      where d.tenant_id = ${tenant} and h.tenant_id = d.tenant_id and h.id = d.webhook_id and d.id in (
        select w.id from webhook_delivery w join webhook a on a.tenant_id = w.tenant_id and a.id = w.webhook_id and a.stopped_at is null
        where w.tenant_id = ${tenant} and w.state = 'waiting' and w.next_try_at <= ${now}
        order by w.next_try_at, w.id limit ${most} for update of w skip locked)
      returning d.id, d.body, d.tries, h.url, h.secret`.execute(tx)
  ).rows
export async function noteTry(
  tx: Tx,
  tenant: string,
  one: {
    readonly id: string
    readonly state: 'waiting' | 'delivered' | 'given-up'
    readonly nextTryAt: string
    readonly doneAt: string | null
    readonly problem: string | null
  },
): Promise<void> {
  await sql`update webhook_delivery set state = ${one.state}, tries = tries + 1, next_try_at = ${one.nextTryAt}, done_at = ${one.doneAt},
    problem = ${one.problem} where tenant_id = ${tenant} and id = ${one.id}`.execute(tx)
}
export async function sendAgain(tx: Tx, tenant: string, id: string, at: string): Promise<boolean> {
  const done = await sql`update webhook_delivery set state = 'waiting', tries = 0, next_try_at = ${at}, done_at = null
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return Number(done.numAffectedRows ?? 0) > 0
}

export interface DeliveryRow {
  readonly id: string
  readonly kind: string
  readonly state: string
  readonly tries: number
  readonly madeAt: string
  readonly nextTryAt: string | null
  readonly doneAt: string | null
  readonly problem: string | null
  readonly body: string
}
export const listDeliveries = async (tx: Tx, tenant: string, hook: string): Promise<readonly DeliveryRow[]> =>
  (
    await sql<DeliveryRow>`select id, kind, state, tries, ${instant('made_at')} as "madeAt",
        case when state = 'waiting' then ${instant('next_try_at')} end as "nextTryAt", ${instant('done_at')} as "doneAt", problem, body
      from webhook_delivery where tenant_id = ${tenant} and webhook_id = ${hook} order by made_at desc, id desc limit 200`.execute(tx)
  ).rows
export interface CountRow {
  readonly hook: string
  readonly waiting: number
  readonly delivered: number
  readonly givenUp: number
  readonly lastProblem: string | null
}
export const countDeliveries = async (tx: Tx, tenant: string): Promise<ReadonlyMap<string, CountRow>> =>
  new Map(
    (
      await sql<CountRow>`select webhook_id as hook, count(*) filter (where state = 'waiting')::int as waiting,
          count(*) filter (where state = 'delivered')::int as delivered, count(*) filter (where state = 'given-up')::int as "givenUp",
          (array_agg(problem order by made_at desc) filter (where problem is not null and state <> 'delivered'))[1] as "lastProblem"
        from webhook_delivery where tenant_id = ${tenant} group by webhook_id`.execute(tx)
    ).rows.map((row) => [row.hook, row]),
  )

/** Whether the condition of custody holds for this lot. */
export const holdsFor = async (tx: Tx, lot: string, condition: (column: RawBuilder<unknown>) => RawBuilder<unknown>): Promise<boolean> =>
  (await sql<{ sees: boolean }>`select ${condition(sql`${lot}::uuid`)} as sees`.execute(tx)).rows[0]?.sees === true
