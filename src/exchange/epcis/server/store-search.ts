/*
A query of EPCIS as SQL. Every condition is answered by an index over terms or by a column with one; what a reader may not see is taken
out by the same statement, so that neither counts nor pages say anything of it.
*/
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { JsonObject } from '../domain/json.ts'
import type { Condition, Operator, Query } from './query.ts'
import type { EventSight } from './store-sight.ts'

export interface FoundEvent {
  readonly id: string
  readonly sequence: number
  readonly source: 'captured' | 'custody'
  readonly event_id: string
  readonly event_hash: string
  readonly record_time: string
  /** The time it is ordered by. */
  readonly key: string
  readonly content: JsonObject
  readonly context: JsonObject
}
export interface Page {
  /** Events up to here only: what comes in while somebody turns pages is not among them. */
  readonly upto: number
  /** Events after this one; by the exact time of the row, so nothing is lost to rounding. */
  readonly after: { readonly key: string; readonly sequence: number } | null
  readonly limit: number
}

const SIGNS: { readonly [operator in Operator]: RawBuilder<unknown> } = {
  EQ: sql`=`,
  GT: sql`>`,
  GE: sql`>=`,
  LT: sql`<`,
  LE: sql`<=`,
}
const TIMES = { event: sql`e.event_time`, record: sql`e.record_time` } as const

/** A condition on the terms of `e`. */
const hasTerm = (tenant: string, condition: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`exists (select from epcis_term t where t.tenant_id = ${tenant} and t.event = e.id and ${condition})`
const isOneOf = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> =>
  sql`${column} = any(${[...values]}::text[])`
const valueIsOneOf = (values: readonly string[]): RawBuilder<unknown> =>
  sql`md5(t.value) in (select md5(one) from unnest(${[...values]}::text[]) one) and ${isOneOf(sql`t.value`, values)}`
const anyOf = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql`(${sql.join(parts, sql` or `)})`
const nameIs = (names: readonly string[]): RawBuilder<unknown> =>
  anyOf(names.map((one) => (one.endsWith('/*') ? sql`t.name like ${`${one.slice(0, -1)}%`}` : sql`t.name = ${one}`)))

function conditionSql(tenant: string, condition: Condition): RawBuilder<unknown> {
  switch (condition.kind) {
    case 'event-type':
      return isOneOf(sql`e.event_type`, condition.values)
    case 'event-id':
      return isOneOf(sql`e.event_id`, condition.values)
    case 'time':
      return sql`${TIMES[condition.of]} ${SIGNS[condition.operator]} ${condition.at}::timestamptz`
    case 'value':
      return hasTerm(
        tenant,
        sql`${nameIs(condition.names)} and ${anyOf([valueIsOneOf(condition.values), ...condition.patterns.map((one) => sql`t.value like ${one}`)])}`,
      )
    case 'amount':
      return hasTerm(
        tenant,
        sql`t.name = ${condition.name} and ${anyOf(condition.amounts.map((one) => sql`t.amount ${SIGNS[condition.operator]} ${String(one)}::numeric`))}`,
      )
    case 'at':
      return hasTerm(tenant, sql`t.name = ${condition.name} and t.at ${SIGNS[condition.operator]} ${condition.at}::timestamptz`)
    case 'exists':
      return hasTerm(tenant, sql`t.name = ${condition.name}`)
    case 'within':
      return hasTerm(
        tenant,
        sql`t.name = ${condition.name} and t.value in (
          with recursive inside (element) as (
            select unnest(${[...condition.values]}::text[])
            union
            select i.child from inside join epcis_inside i on i.tenant_id = ${tenant} and i.parent = inside.element
          ) select element from inside)`,
      )
    case 'attribute':
      return hasTerm(
        tenant,
        sql`${nameIs(condition.names)} and exists (select from epcis_attribute a where a.tenant_id = ${tenant} and a.element = t.value
          and ${isOneOf(sql`a.attribute`, condition.attributes)} and ${condition.values === null ? sql`true` : isOneOf(sql`a.value`, condition.values)})`,
      )
    case 'either':
      return anyOf(condition.of.map((one) => conditionSql(tenant, one)))
  }
}

/** For a statement with `epcis_event e`. */
export const fits = (tenant: string, conditions: readonly Condition[], sight: EventSight): RawBuilder<unknown> =>
  sql`e.tenant_id = ${tenant} and ${sql.join([sight, ...conditions.map((one) => conditionSql(tenant, one))], sql` and `)}`

/** One page; the key comes back with all its digits. */
export async function findEvents(
  tx: Tx,
  tenant: string,
  asked: { readonly query: Query; readonly sight: EventSight; readonly page: Page },
): Promise<readonly FoundEvent[]> {
  const { query, sight, page } = asked
  const key = TIMES[query.orderBy]
  const turn = query.direction === 'ASC' ? sql`asc` : sql`desc`
  const beyond = query.direction === 'ASC' ? sql`>` : sql`<`
  const after =
    page.after === null ? sql`true` : sql`(${key}, e.sequence) ${beyond} (${page.after.key}::timestamptz, ${page.after.sequence}::bigint)`
  const found = await sql<FoundEvent>`
    select e.id, e.sequence, e.source, e.event_id, e.event_hash, e.record_time, ${key}::text as key, e.content, e.context
    from epcis_event e
    where ${fits(tenant, query.conditions, sight)} and e.sequence <= ${page.upto} and ${after}
    order by ${key} ${turn}, e.sequence ${turn} limit ${page.limit}`.execute(tx)
  return found.rows
}

/** Whether more than so many fit; it counts no further. */
export async function isMoreThan(
  tx: Tx,
  tenant: string,
  asked: { readonly query: Query; readonly sight: EventSight; readonly most: number },
): Promise<boolean> {
  const found = await sql<{ n: number }>`
    select count(*) as n from (select 1 from epcis_event e where ${fits(tenant, asked.query.conditions, asked.sight)} limit ${asked.most + 1}) as found`.execute(
    tx,
  )
  return (found.rows[0]?.n ?? 0) > asked.most
}

export async function newestSequence(tx: Tx, tenant: string): Promise<number> {
  const found = await sql<{ newest: number | null }>`select max(sequence) as newest from epcis_event where tenant_id = ${tenant}`.execute(
    tx,
  )
  return found.rows[0]?.newest ?? 0
}

/** Of those that came in after `from`, the ones that fit, oldest first: for subscriptions. */
export async function findNewEvents(
  tx: Tx,
  tenant: string,
  asked: {
    readonly query: Query
    readonly sight: EventSight
    readonly from: number
    readonly upto: number
    readonly since: string | null
    readonly limit: number
  },
): Promise<readonly FoundEvent[]> {
  const found = await sql<FoundEvent>`
    select e.id, e.sequence, e.source, e.event_id, e.event_hash, e.record_time, e.record_time::text as key, e.content, e.context
    from epcis_event e
    where ${fits(tenant, asked.query.conditions, asked.sight)} and e.sequence > ${asked.from} and e.sequence <= ${asked.upto}
      and (${asked.since === null} or e.record_time >= ${asked.since}::timestamptz)
    order by e.sequence limit ${asked.limit}`.execute(tx)
  return found.rows
}

/** The event and every declaration of an error that repeats its identifier. */
export async function findById(tx: Tx, tenant: string, eventId: string, sight: EventSight): Promise<readonly FoundEvent[]> {
  const found = await sql<FoundEvent>`
    select e.id, e.sequence, e.source, e.event_id, e.event_hash, e.record_time, e.record_time::text as key, e.content, e.context
    from epcis_event e where e.tenant_id = ${tenant} and e.event_id = ${eventId} and ${sight}
    order by e.declared_at nulls first, e.sequence`.execute(tx)
  return found.rows
}
