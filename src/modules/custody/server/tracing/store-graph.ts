/*
The rows of which a graph is made. Three scopes of one shape: a part around some lots (the reference answer), the lots that the log named
since a place (the tail), the whole (copied out in the database's own binary form by `copy-record.ts`). What a column means is said here
once: which scales count, which flags stand, how a day becomes a number.
*/
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { FLAG, KINDS, MINERALS, STANDINGS, STANDING_SHIFT } from '../../domain/tracing/graph.ts'
import { sourcesOf } from '../lots/store-lineage.ts'

const words = (list: readonly string[]): string => `array[${list.map((one) => `'${one}'`).join(', ')}]`
/** Scales whose reading is the mass of the lot afterwards; a corrected one does not count. */
const COUNTING = `('tagging', 'combination', 'processing', 'dispatch', 'receipt', 'hand-over', 'taken-back', 'correction')`
const FLAGS = `(case when lot.voided_at is not null then ${FLAG.voided} else 0 end
  + case when lot.quarantined_at is not null or lot.seized_at is not null then ${FLAG.held} else 0 end
  + case when lot.certificate_number is not null then ${FLAG.certified} else 0 end
  + case when lot.sent_to is not null then ${FLAG.sent} else 0 end
  + case when lot.kind = 'bag' and lot.tag is null then ${FLAG.noTag} else 0 end
  + coalesce(array_position(${words(STANDINGS)}, lot.production_standing), 0) * ${1 << STANDING_SHIFT}
  + case when same_tag then ${FLAG.sameTag} else 0 end
  + case when strange_tag then ${FLAG.strangeTag} else 0 end
  + case when without_right then ${FLAG.withoutRight} else 0 end)`
/** A day before 1970 or beyond what sixteen bits hold is the nearest that fits: it must not come back as another. */
const DAY = (column: string): string => `least(greatest(coalesce(${column} - date '1970-01-01', 0), 0), 65535)`
/** `lot`, `least`, `same_tag`, `strange_tag`, `without_right` and `position` stand in the `from` of each scope. */
const columns = `lot.id, coalesce(array_position(${words(KINDS)}, lot.kind) - 1, -1)::int4 as kind,
  coalesce(array_position(${words(MINERALS)}, lot.mineral) - 1, -1)::int4 as mineral,
  (case when lot.mass_milligrams is null then 0 else 1 end)::int4 as fine, coalesce(lot.mass_milligrams, lot.mass_grams)::int8 as mass,
  coalesce(least, lot.mass_milligrams, lot.mass_grams)::int8 as least, ${DAY('lot.produced_on')}::int4 as produced,
  ${DAY('lot.formed_on')}::int4 as formed, lot.site_id as site, lot.holder_id as holder, ${FLAGS}::int4 as flags, coalesce(position, 0)::int8 as position`

/** One row of the record, as the graph's builder wants it. */
export interface GraphLotRow {
  readonly id: string
  readonly kind: number
  readonly mineral: number
  readonly fine: number
  readonly mass: number
  readonly least: number
  readonly produced: number
  readonly formed: number
  readonly site: string | null
  readonly holder: string
  readonly flags: number
  readonly position: number
}
export interface GraphDrawRow {
  readonly into: string
  readonly from: string
  readonly drawn: number
}

/** Lots that are not known are left out. */
export async function listGraphLots(tx: Tx, tenant: string, ids: readonly string[]): Promise<readonly GraphLotRow[]> {
  const found = await sql<GraphLotRow>`
    select ${sql.raw(columns)} from lot
    left join lateral (select min(mass) as least from (
      select coalesce(w.mass_milligrams, w.mass_grams) as mass, lead(w.kind) over (order by w.ordinal) as next
      from weighing w where w.tenant_id = ${tenant} and w.lot_id = lot.id and w.kind in ${sql.raw(COUNTING)}) as seen
      where next is distinct from 'correction') as scales on true
    left join lateral (select bool_or(f.rule in ('F02', 'F03')) as strange_tag, bool_or(f.rule = 'F04') as without_right
      from lot_finding f where f.tenant_id = ${tenant} and f.lot_id = lot.id and f.rule in ('F02', 'F03', 'F04')) as found on true
    left join lateral (select exists (select from lot other where other.tenant_id = ${tenant} and other.tag = lot.tag and other.id <> lot.id
      and other.voided_at is null) as same_tag) as tags on true
    left join lateral (select h.position from lot_holding h where h.tenant_id = ${tenant} and h.lot_id = lot.id order by h.ordinal limit 1) as made on true
    where lot.tenant_id = ${tenant} and lot.id = any(${[...ids]}::uuid[]) order by lot.id`.execute(tx)
  return found.rows
}

/** The draws into these lots. */
export async function listDrawsInto(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly GraphDrawRow[]> {
  const found = await sql<GraphDrawRow>`
    select lot_id as "into", input_id as "from", coalesce(drawn_milligrams, drawn_grams) as drawn from lot_input
    where tenant_id = ${tenant} and lot_id = any(${[...lots]}::uuid[])`.execute(tx)
  return found.rows
}

/** The draws out of these lots. */
export async function listDrawsFrom(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly GraphDrawRow[]> {
  const found = await sql<GraphDrawRow>`
    select lot_id as "into", input_id as "from", coalesce(drawn_milligrams, drawn_grams) as drawn from lot_input
    where tenant_id = ${tenant} and input_id = any(${[...lots]}::uuid[])`.execute(tx)
  return found.rows
}

/** These lots and everything that they came from. */
export async function listAbove(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ lot_id: string }>`
    with recursive lineage (lot_id) as (
      select unnest(${[...lots]}::uuid[])
      union
      select source.input_id from lineage ${sourcesOf(tenant)}
    )
    select lot_id from lineage`.execute(tx)
  return found.rows.map((row) => row.lot_id)
}

/** These lots and everything that was made of them. */
export async function listBelow(tx: Tx, tenant: string, lots: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ lot_id: string }>`
    with recursive lineage (lot_id) as (
      select unnest(${[...lots]}::uuid[])
      union
      select made.lot_id from lineage
      cross join lateral (select i.lot_id from lot_input i where i.tenant_id = ${tenant} and i.input_id = lineage.lot_id offset 0) as made
    )
    select lot_id from lineage`.execute(tx)
  return found.rows.map((row) => row.lot_id)
}

/** First lots of a site (those without inputs) that were produced on `since` or later. */
export async function listRootsOfSite(
  tx: Tx,
  tenant: string,
  { site, since }: { readonly site: string; readonly since: string },
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from lot where tenant_id = ${tenant} and site_id = ${site}::uuid and greatest(coalesce(produced_on, date '1970-01-01'), date '1970-01-01') >= ${since}
      and not exists (select from lot_input i where i.tenant_id = lot.tenant_id and i.lot_id = lot.id) order by id`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** The whole record of a tenant, for `copy (…) to stdout`, which takes no parameters: `tenant` must come from `quoted`. */
export const wholeLots = (tenant: string): string => `
  select ${columns} from lot
  left join (select lot_id, min(mass) as least from (
      select w.lot_id, coalesce(w.mass_milligrams, w.mass_grams) as mass, lead(w.kind) over (partition by w.lot_id order by w.ordinal) as next
      from weighing w where w.tenant_id = ${tenant} and w.kind in ${COUNTING}) as seen
    where next is distinct from 'correction' group by lot_id) as scales on scales.lot_id = lot.id
  left join (select lot_id, bool_or(rule in ('F02', 'F03')) as strange_tag, bool_or(rule = 'F04') as without_right from lot_finding
    where tenant_id = ${tenant} and rule in ('F02', 'F03', 'F04') group by lot_id) as found on found.lot_id = lot.id
  left join (select tag as twice, true as same_tag from lot where tenant_id = ${tenant} and tag is not null and voided_at is null
    group by tag having count(*) > 1) as tags on tags.twice = lot.tag
  left join (select distinct on (lot_id) lot_id, position from lot_holding where tenant_id = ${tenant} order by lot_id, ordinal) as made
    on made.lot_id = lot.id
  where lot.tenant_id = ${tenant}`
export const wholeDraws = (tenant: string): string =>
  `select lot_id, input_id, coalesce(drawn_milligrams, drawn_grams)::int8 from lot_input where tenant_id = ${tenant}`
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** How much there is. */
export async function readSize(tx: Tx, tenant: string): Promise<{ readonly lots: number; readonly draws: number }> {
  const found = await sql<{ lots: number; draws: number }>`select (select count(*) from lot where tenant_id = ${tenant}) as lots,
    (select count(*) from lot_input where tenant_id = ${tenant}) as draws`.execute(tx)
  return found.rows[0] ?? { lots: 0, draws: 0 }
}
export interface LogPlace {
  readonly position: number
  /** Of the entry at that position: names the history, so that the memory of another one is not taken for ours. */
  readonly hash: string
  /** When the read tables were last made anew. */
  readonly madeAt: string
}
export async function readPlace(tx: Tx, tenant: string): Promise<LogPlace | null> {
  const found = await sql<LogPlace>`select position, encode(hash, 'hex') as hash,
    coalesce((select built_by || ' ' || built_at::text from read_tables), 'never') as "madeAt" from log_head where tenant_id = ${tenant}`.execute(
    tx,
  )
  return found.rows[0] ?? null
}
export async function hashAt(tx: Tx, tenant: string, position: number): Promise<string | null> {
  const found = await sql<{
    hash: string
  }>`select encode(hash, 'hex') as hash from log_event where tenant_id = ${tenant} and position = ${position}`.execute(tx)
  return found.rows[0]?.hash ?? null
}

/** Lots of which the log spoke after `after` and up to `until`: their own entries, and those that an entry of chain or certificates names. */
export async function listNamedLots(
  tx: Tx,
  tenant: string,
  { after, until }: { readonly after: number; readonly until: number },
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    with said as (
      select subject, payload from log_event where tenant_id = ${tenant} and position > ${after} and position <= ${until}
    ), spoken as (
      select substring(subject from '[0-9a-f-]{36}$') as id from said
      union select named[1] from said, regexp_matches(payload::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') as named
      union select named[1] from log_event e, regexp_matches(e.payload::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') as named
        where e.tenant_id = ${tenant} and e.subject in (select subject from said where subject like 'certificate:%' or subject like 'dossier:%')
    )
    select lot.id from spoken join lot on lot.tenant_id = ${tenant} and lot.id = spoken.id::uuid
    where spoken.id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'`.execute(tx)
  return found.rows.map((row) => row.id)
}

/* The same as text, for the one connection on which the record is copied. */
export const placeText = (tenant: string): string => `select position, encode(hash, 'hex') as hash,
  coalesce((select built_by || ' ' || built_at::text from read_tables), 'never') as "madeAt" from log_head where tenant_id = ${quoted(tenant)}`
export const sitesText = (tenant: string): string =>
  `select distinct site_id as id from lot where tenant_id = ${quoted(tenant)} and site_id is not null order by 1`
export const holdersText = (tenant: string): string =>
  `select distinct holder_id as id from lot where tenant_id = ${quoted(tenant)} order by 1`
