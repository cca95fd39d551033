/* Rows of actors: spellings, relations, places on the grid, and the spellings of lists that wait for a person. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface ActorRow {
  readonly id: string
  readonly name: string
  readonly secret: string | null
  readonly kind: string
  readonly areas: unknown
  readonly ddr: string
  readonly described: string | null
  readonly mergedInto: string | null
}
export async function insertActor(tx: Tx, tenant: string, row: Omit<ActorRow, 'mergedInto'>): Promise<void> {
  await sql`
    insert into conflict_actor (tenant_id, id, name, secret, kind, areas, ddr, described)
    values (${tenant}, ${row.id}::uuid, ${row.name}, ${row.secret}::uuid, ${row.kind}, ${JSON.stringify(row.areas)}::jsonb, ${row.ddr}, ${row.described})`.execute(
    tx,
  )
}
export async function describeActor(
  tx: Tx,
  tenant: string,
  row: Pick<ActorRow, 'id' | 'kind' | 'areas' | 'ddr' | 'described'>,
): Promise<void> {
  await sql`
    update conflict_actor set kind = ${row.kind}, areas = ${JSON.stringify(row.areas)}::jsonb, ddr = ${row.ddr}, described = ${row.described}
    where tenant_id = ${tenant} and id = ${row.id}::uuid`.execute(tx)
}
/** What led to the one leads to the other; so do its relations and places. */
export async function mergeActor(tx: Tx, tenant: string, { id, into }: { readonly id: string; readonly into: string }): Promise<void> {
  await sql`update conflict_actor set merged_into = ${into}::uuid where tenant_id = ${tenant} and id = ${id}::uuid`.execute(tx)
  await sql`update conflict_actor set merged_into = ${into}::uuid where tenant_id = ${tenant} and merged_into = ${id}::uuid`.execute(tx)
  await sql`update conflict_actor_spelling set actor_id = ${into}::uuid where tenant_id = ${tenant} and actor_id = ${id}::uuid`.execute(tx)
  await sql`update conflict_actor_relation set from_actor = ${into}::uuid where tenant_id = ${tenant} and from_actor = ${id}::uuid`.execute(
    tx,
  )
  await sql`update conflict_actor_relation set to_actor = ${into}::uuid where tenant_id = ${tenant} and to_actor = ${id}::uuid`.execute(tx)
  await sql`delete from conflict_actor_relation where tenant_id = ${tenant} and from_actor = to_actor`.execute(tx)
  await sql`update conflict_actor_place set actor_id = ${into}::uuid where tenant_id = ${tenant} and actor_id = ${id}::uuid`.execute(tx)
}
export async function listActors(tx: Tx, tenant: string): Promise<readonly ActorRow[]> {
  const found = await sql<ActorRow>`
    select id, name, secret, kind, areas, ddr, described, merged_into as "mergedInto" from conflict_actor
    where tenant_id = ${tenant} order by name, id limit 5000`.execute(tx)
  return found.rows
}

export interface SpellingRow {
  readonly actor: string
  readonly written: string
  readonly source: string | null
}
export async function insertSpelling(tx: Tx, tenant: string, row: SpellingRow & { readonly folded: string }): Promise<void> {
  await sql`
    insert into conflict_actor_spelling (tenant_id, folded, actor_id, written, source)
    values (${tenant}, ${row.folded}, ${row.actor}::uuid, ${row.written}, ${row.source})`.execute(tx)
}
export async function dropSpelling(tx: Tx, tenant: string, folded: string): Promise<void> {
  await sql`delete from conflict_actor_spelling where tenant_id = ${tenant} and folded = ${folded}`.execute(tx)
}
export async function spellingTakenBy(tx: Tx, tenant: string, folded: string): Promise<string | null> {
  const found = await sql<{ actor: string }>`
    select actor_id as actor from conflict_actor_spelling where tenant_id = ${tenant} and folded = ${folded}`.execute(tx)
  return found.rows[0]?.actor ?? null
}
/** None of an actor with a sealed name, whatever led to it: a spelling would tell who it is. */
export async function listSpellings(tx: Tx, tenant: string): Promise<readonly SpellingRow[]> {
  const found = await sql<SpellingRow>`
    select s.actor_id as actor, s.written, s.source from conflict_actor_spelling s
    where s.tenant_id = ${tenant}
      and not exists (select 1 from conflict_actor a where a.tenant_id = s.tenant_id and a.id = s.actor_id and a.secret is not null)
    order by s.folded limit 50000`.execute(tx)
  return found.rows
}

export interface RelationRow {
  readonly from: string
  readonly to: string
  readonly content: unknown
}
export async function insertRelation(tx: Tx, tenant: string, row: RelationRow & { readonly position: number }): Promise<void> {
  await sql`
    insert into conflict_actor_relation (tenant_id, position, from_actor, to_actor, content)
    values (${tenant}, ${row.position}, ${row.from}::uuid, coalesce((
      select merged_into from conflict_actor where tenant_id = ${tenant} and id = ${row.to}::uuid), ${row.to}::uuid), ${JSON.stringify(row.content)}::jsonb)`.execute(
    tx,
  )
}
export async function relationsOf(tx: Tx, tenant: string, actor: string): Promise<readonly RelationRow[]> {
  const found = await sql<RelationRow>`
    select from_actor as from, to_actor as to, content from conflict_actor_relation
    where tenant_id = ${tenant} and (from_actor = ${actor}::uuid or to_actor = ${actor}::uuid) order by position desc limit 500`.execute(tx)
  return found.rows
}

export interface PlaceRow {
  readonly actor: string
  readonly content: unknown
}
export async function insertPlace(
  tx: Tx,
  tenant: string,
  row: PlaceRow & { readonly position: number; readonly on: string; readonly round: string },
): Promise<void> {
  await sql`
    insert into conflict_actor_place (tenant_id, position, actor_id, on_day, round, content)
    values (${tenant}, ${row.position}, ${row.actor}::uuid, ${row.on}::date, ${row.round}, ${JSON.stringify(row.content)}::jsonb)`.execute(
    tx,
  )
}
/** Oldest first. */
export async function listPlaces(tx: Tx, tenant: string): Promise<readonly PlaceRow[]> {
  const found = await sql<PlaceRow>`
    select actor_id as actor, content from conflict_actor_place where tenant_id = ${tenant} order by on_day, position limit 20000`.execute(
    tx,
  )
  return found.rows
}

export interface WaitingRow {
  readonly written: string
  readonly source: string
}
/** What was left out is known again by its mark, and stays out. */
export async function keepWaiting(
  tx: Tx,
  tenant: string,
  rows: readonly (WaitingRow & { readonly folded: string; readonly mark: string })[],
): Promise<void> {
  for (const row of rows)
    await sql`
      insert into conflict_actor_waiting (tenant_id, folded, written, source)
      select ${tenant}, ${row.folded}, ${row.written}, ${row.source}
      where not exists (select 1 from conflict_actor_left_out where tenant_id = ${tenant} and mark = ${row.mark})
      on conflict (tenant_id, folded) do nothing`.execute(tx)
}
const leadsToNobody = sql`not exists (select 1 from conflict_actor_spelling s where s.tenant_id = w.tenant_id and s.folded = w.folded)`
/** Those that lead to nobody yet. */
export async function listWaiting(tx: Tx, tenant: string, most: number): Promise<readonly WaitingRow[]> {
  const found = await sql<WaitingRow>`
    select w.written, w.source from conflict_actor_waiting w
    where w.tenant_id = ${tenant} and ${leadsToNobody} order by w.folded limit ${most}`.execute(tx)
  return found.rows
}
export async function countWaiting(tx: Tx, tenant: string): Promise<{ readonly total: number; readonly leftOut: number }> {
  const found = await sql<{ total: number; leftOut: number }>`
    select (select count(*)::int from conflict_actor_waiting w where w.tenant_id = ${tenant} and ${leadsToNobody}) as total,
      (select count(*)::int from conflict_actor_left_out where tenant_id = ${tenant}) as "leftOut"`.execute(tx)
  return found.rows[0] ?? { total: 0, leftOut: 0 }
}
export interface LeavingRow {
  readonly folded: string
  readonly mark: string
  readonly why: string
  readonly on: string
  readonly by: string
}
/** Its words go; whether it waited. */
export async function leaveWaitingOut(tx: Tx, tenant: string, { folded, mark, why, on, by }: LeavingRow): Promise<boolean> {
  const gone = await sql<{ folded: string }>`
    delete from conflict_actor_waiting where tenant_id = ${tenant} and folded = ${folded} returning folded`.execute(tx)
  if (gone.rows.length === 0) return false
  await sql`
    insert into conflict_actor_left_out (tenant_id, mark, why, left_out_on, left_out_by) values (${tenant}, ${mark}, ${why}, ${on}::date, ${by})
    on conflict (tenant_id, mark) do nothing`.execute(tx)
  return true
}
export async function countActors(tx: Tx, tenant: string): Promise<number> {
  const found = await sql<{ actors: number }>`
    select count(*)::int as actors from conflict_actor where tenant_id = ${tenant} and merged_into is null`.execute(tx)
  return found.rows[0]?.actors ?? 0
}
