/* Writes events and their terms: the captured ones by the projection, those of custody when the log is said in EPCIS. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Json, JsonObject } from '../domain/json.ts'
import type { EventSettled, MasterDataCaptured } from '../words.ts'
import type { TermRow } from './term-rows.ts'

export interface NewEvent {
  readonly id: string
  readonly sequence: number
  readonly origin: string
  readonly capture: string | null
  readonly eventId: string
  readonly hash: string
  readonly type: string
  readonly eventTime: string
  readonly recordTime: string
  readonly declaredAt: string | null
  readonly account: string
  readonly organisation: string | null
  readonly lot: string | null
  /** Of custody: lots that the event names beside that one. */
  readonly moreLots?: readonly string[]
  readonly content: JsonObject
  readonly context: Json
  readonly terms: readonly TermRow[]
}
type Source = 'captured' | 'custody'

/** Into the part itself: a rebuild fills a copy of the part that the log alone makes. */
export async function insertEvent(tx: Tx, tenant: string, source: Source, event: NewEvent): Promise<void> {
  await sql`
    insert into ${sql.table(`epcis_event_${source}`)} (tenant_id, source, id, sequence, origin_id, capture_id, event_id, event_hash, event_type, event_time,
      record_time, declared_at, account, organisation_id, lot_id, more_lots, content, context)
    values (${tenant}, ${source}, ${event.id}, ${event.sequence}, ${event.origin}, ${event.capture}, ${event.eventId}, ${event.hash}, ${event.type},
      ${event.eventTime}, ${event.recordTime}, ${event.declaredAt}, ${event.account}, ${event.organisation}, ${event.lot}, ${[...(event.moreLots ?? [])]}::uuid[],
      ${JSON.stringify(event.content)}::jsonb, ${JSON.stringify(event.context)}::jsonb)
    on conflict do nothing`.execute(tx)
  await sql`
    insert into ${sql.table(`epcis_term_${source}`)} (tenant_id, source, event, name, value, amount, at)
    select ${tenant}, ${source}, ${event.id}::uuid, name, value, amount, at
    from jsonb_to_recordset(${JSON.stringify(event.terms)}::jsonb) as t (name text, value text, amount numeric, at timestamptz)`.execute(tx)
}

export async function insertMasterData(tx: Tx, tenant: string, { inside, attributes }: MasterDataCaptured): Promise<void> {
  await sql`
    insert into epcis_inside (tenant_id, child, parent)
    select ${tenant}, child, parent from jsonb_to_recordset(${JSON.stringify(inside)}::jsonb) as t (child text, parent text)
    on conflict do nothing`.execute(tx)
  await sql`
    insert into epcis_attribute (tenant_id, element, attribute, value)
    select ${tenant}, element, attribute, value from jsonb_to_recordset(${JSON.stringify(attributes)}::jsonb) as t (element text, attribute text, value text)
    on conflict do nothing`.execute(tx)
}

export async function insertOutcome(tx: Tx, tenant: string, settled: EventSettled): Promise<void> {
  await sql`
    insert into epcis_outcome (tenant_id, event, became, because, detail)
    values (${tenant}, ${settled.event}, ${settled.became}, ${settled.because ?? null}, ${settled.detail ?? null}) on conflict do nothing`.execute(
    tx,
  )
  await sql`
    insert into epcis_became (tenant_id, origin_id, event)
    select ${tenant}, one::uuid, ${settled.event}::uuid from unnest(${[...settled.entries]}::text[]) one on conflict do nothing`.execute(tx)
  for (const { uri, lot } of settled.things)
    await sql`insert into epcis_thing (tenant_id, uri, lot_id) values (${tenant}, ${uri}, ${lot}) on conflict do nothing`.execute(tx)
}

export interface KnownEvent {
  readonly id: string
  readonly event_id: string
  readonly event_hash: string
}
/** Those of the identifiers that stand already, declarations of errors left out. */
export async function listKnown(tx: Tx, tenant: string, eventIds: readonly string[]): Promise<readonly KnownEvent[]> {
  const found = await sql<KnownEvent>`
    select id, event_id, event_hash from epcis_event where tenant_id = ${tenant} and event_id = any(${[...eventIds]}::text[]) and declared_at is null`.execute(
    tx,
  )
  return found.rows
}

export async function listSettled(tx: Tx, tenant: string, events: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ event: string }>`
    select event from epcis_outcome where tenant_id = ${tenant} and event = any(${[...events]}::uuid[])`.execute(tx)
  return new Set(found.rows.map((row) => row.event))
}
export async function findThings(tx: Tx, tenant: string, uris: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ uri: string; lot_id: string }>`
    select uri, lot_id from epcis_thing where tenant_id = ${tenant} and uri = any(${[...uris]}::text[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.uri, row.lot_id]))
}

export interface OutcomeRow {
  readonly event: string
  readonly event_id: string
  readonly event_type: string
  readonly became: string | null
  readonly because: string | null
  readonly detail: string | null
  readonly entries: number
}
export async function listOutcomes(tx: Tx, tenant: string, capture: string): Promise<readonly OutcomeRow[]> {
  const found = await sql<OutcomeRow>`
    select e.id as event, e.event_id, e.event_type, o.became, o.because, o.detail,
      (select count(*) from epcis_became b where b.tenant_id = ${tenant} and b.event = e.id) as entries
    from epcis_event_captured e left join epcis_outcome o on o.tenant_id = e.tenant_id and o.event = e.id
    where e.tenant_id = ${tenant} and e.capture_id = ${capture} order by e.sequence limit 2000`.execute(tx)
  return found.rows
}

/** One at a time says the log in EPCIS; the others wait and find it done. */
export async function takeCustodyPlace(tx: Tx, tenant: string, edition: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`epcis ${tenant}`}, 0))`.execute(tx)
  const found = await sql<{ position: number; edition: number }>`
    select position, edition from epcis_custody_place where tenant_id = ${tenant}`.execute(tx)
  const place = found.rows[0]
  if (place?.edition === edition) return place.position
  await sql`delete from epcis_event_custody where tenant_id = ${tenant}`.execute(tx)
  await sql`delete from epcis_term_custody where tenant_id = ${tenant}`.execute(tx)
  await sql`insert into epcis_custody_place (tenant_id, position, edition) values (${tenant}, 0, ${edition})
    on conflict (tenant_id) do update set position = 0, edition = excluded.edition`.execute(tx)
  return 0
}
export async function readCustodyPlace(tx: Tx, tenant: string): Promise<number> {
  const found = await sql<{ position: number }>`select position from epcis_custody_place where tenant_id = ${tenant}`.execute(tx)
  return found.rows[0]?.position ?? 0
}
export async function moveCustodyPlace(tx: Tx, tenant: string, position: number): Promise<void> {
  await sql`update epcis_custody_place set position = ${position} where tenant_id = ${tenant}`.execute(tx)
}
