/*
Rows of events and of the files that they came with. What a list filters by stands in columns; the event itself in one. A candidate event of a day that
a final file of the same country covers is no longer told: it was replaced, or dropped.
*/
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { KnownAsked } from '../contract-events.ts'

export interface EventRow {
  readonly key: string
  readonly source: string
  readonly from: string
  readonly until: string
  readonly violence: string
  readonly precision: string
  readonly province: string | null
  readonly territoire: string | null
  readonly deaths: number
  readonly actors: string
  readonly content: unknown
}

/** Several hundred in one statement. An event that stands is replaced. */
export async function upsertEvents(
  tx: Tx,
  tenant: string,
  { rows, from }: { readonly rows: readonly EventRow[]; readonly from: string },
): Promise<void> {
  await sql`
    insert into conflict_event (tenant_id, key, source, from_day, until_day, violence, place_precision, province, territoire, deaths_best, actors, content, import_id)
    select ${tenant}, key, source, "from", until, violence, precision, province, territoire, deaths, actors, content, ${from}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (key text, source text, "from" date, until date, violence text, precision text,
      province text, territoire text, deaths integer, actors text, content jsonb)
    on conflict (tenant_id, key) do update set from_day = excluded.from_day, until_day = excluded.until_day, violence = excluded.violence,
      place_precision = excluded.place_precision, province = excluded.province, territoire = excluded.territoire, deaths_best = excluded.deaths_best,
      actors = excluded.actors, content = excluded.content, import_id = excluded.import_id`.execute(tx)
}
export async function deleteEvents(tx: Tx, tenant: string, keys: readonly string[]): Promise<void> {
  await sql`delete from conflict_event where tenant_id = ${tenant} and key = any(${[...keys]}::text[])`.execute(tx)
}
/** Those of one country where it is asked for, with what an import that was cut off left behind: only its end says of which country it was. */
export async function listKnown(
  tx: Tx,
  tenant: string,
  { source, from, until, country }: KnownAsked,
): Promise<readonly { readonly key: string; readonly content: unknown }[]> {
  const found = await sql<{ key: string; content: unknown }>`
    select e.key, e.content from conflict_event e left join conflict_import own on own.tenant_id = e.tenant_id and own.id = e.import_id
    where e.tenant_id = ${tenant} and e.source = ${source} and e.from_day >= ${from}::date and e.until_day <= ${until}::date
      and (${country}::text is null or own.country is null or own.country = ${country})`.execute(tx)
  return found.rows
}

export interface ImportRow {
  readonly id: string
  readonly importedOn: string
  readonly source: string
  readonly country: string
  readonly coversFrom: string
  readonly coversUntil: string
  readonly mayBeShared: boolean
  readonly content: unknown
}
export async function insertImport(tx: Tx, tenant: string, row: ImportRow): Promise<void> {
  await sql`
    insert into conflict_import (tenant_id, id, imported_on, source, country, covers_from, covers_until, may_be_shared, content)
    values (${tenant}, ${row.id}, ${row.importedOn}, ${row.source}, ${row.country}, ${row.coversFrom}, ${row.coversUntil}, ${row.mayBeShared},
      ${JSON.stringify(row.content)}::jsonb)`.execute(tx)
}
export async function listImports(tx: Tx, tenant: string): Promise<readonly ImportRow[]> {
  const found = await sql<ImportRow>`
    select id, imported_on as "importedOn", source, country, covers_from as "coversFrom", covers_until as "coversUntil",
      may_be_shared as "mayBeShared", content
    from conflict_import where tenant_id = ${tenant} order by covers_until desc, imported_on desc, id limit 1000`.execute(tx)
  return found.rows
}

export interface EventsAsked {
  readonly from: string
  readonly until: string
  readonly violence: string | null
  readonly source: string | null
  /** A province or a territoire; without it everywhere. */
  readonly area: string | null
  /** Folded; found anywhere in the names of both sides. */
  readonly actor: string | null
  /** Also rows that may not be passed on. */
  readonly withUnshared: boolean
}
const shared = sql`exists (select 1 from conflict_import i where i.tenant_id = e.tenant_id and i.id = e.import_id and i.may_be_shared)`
/** By a final file of the same country. A reader who may not see that file still reads the candidates: else its days would be empty for them. */
const replacedFor = (withUnshared: boolean) => sql`(e.source = 'ucdp-candidate' and exists (
  select 1 from conflict_import i join conflict_import own on own.tenant_id = e.tenant_id and own.id = e.import_id and own.country = i.country
  where i.tenant_id = e.tenant_id and i.source = 'ucdp-ged' and (i.may_be_shared or ${withUnshared}::boolean)
    and e.from_day >= i.covers_from and e.until_day <= i.covers_until))`
function wanted(tenant: string, asked: EventsAsked): RawBuilder<unknown> {
  const { from, until, violence, source, area, actor } = asked
  const all: RawBuilder<unknown>[] = [
    sql`e.tenant_id = ${tenant} and e.until_day >= ${from}::date and e.from_day <= ${until}::date and not ${replacedFor(asked.withUnshared)}`,
  ]
  if (violence !== null) all.push(sql`e.violence = ${violence}`)
  if (source !== null) all.push(sql`e.source = ${source}`)
  if (area !== null) all.push(sql`(e.territoire = ${area} or e.province = ${area})`)
  if (actor !== null) all.push(sql`strpos(e.actors, ${actor}) > 0`)
  if (!asked.withUnshared) all.push(shared)
  return sql.join(all, sql` and `)
}

export interface CountRow {
  readonly precision: string
  readonly province: string | null
  readonly territoire: string | null
  readonly events: number
  readonly deaths: number
}
/** One pass over what fits. */
export async function countEvents(tx: Tx, tenant: string, asked: EventsAsked): Promise<readonly CountRow[]> {
  const found = await sql<CountRow>`
    select e.place_precision as precision, e.province, e.territoire, count(*)::int as events, sum(e.deaths_best)::int as deaths
    from conflict_event e where ${wanted(tenant, asked)} group by 1, 2, 3`.execute(tx)
  return found.rows
}
export async function listEvents(
  tx: Tx,
  tenant: string,
  asked: EventsAsked & { readonly most: number },
): Promise<readonly { readonly key: string; readonly content: unknown; readonly mayBeShared: boolean }[]> {
  const found = await sql<{ key: string; content: unknown; mayBeShared: boolean }>`
    select e.key, e.content, ${shared} as "mayBeShared" from conflict_event e where ${wanted(tenant, asked)}
    order by e.until_day desc, e.from_day desc, e.key limit ${asked.most}`.execute(tx)
  return found.rows
}
