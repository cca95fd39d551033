/*
The SQL of the log: the head that writers queue on, events in and out, remembered answers, keys of servers. Cost: an append is
one statement for the whole batch; loading a subject reads its own events by index; the head is one row per tenant.
*/
import { sql } from 'kysely'
import type { Tx } from '../database/transaction.ts'
import type { Actor, StoredEvent } from './event.ts'
import { keyIdOf } from '../keys/signer.ts'
import { FIRST_PREVIOUS_HASH } from './chain.ts'

export interface Head {
  readonly tenant: string
  readonly position: number
  readonly hash: Uint8Array
  readonly learnedAt: string
}

/** Takes the tenant's head for this transaction; a second writer waits here until the first has committed. */
export async function takeHead(tx: Tx, tenant: string): Promise<Head> {
  const select = sql<HeadRow>`select position, hash, learned_at from log_head where tenant_id = ${tenant} for update`
  const found = (await select.execute(tx)).rows[0]
  if (found) return rowToHead(tenant, found)
  await sql`insert into log_head (tenant_id, position, hash, learned_at) values (${tenant}, 0, ${Buffer.from(FIRST_PREVIOUS_HASH)}, '1970-01-01T00:00:00Z') on conflict do nothing`.execute(
    tx,
  )
  const made = (await select.execute(tx)).rows[0]
  if (!made) throw new Error('the head of the log could not be made')
  return rowToHead(tenant, made)
}

export async function moveHead(tx: Tx, head: Head): Promise<void> {
  await sql`update log_head set position = ${head.position}, hash = ${Buffer.from(head.hash)}, learned_at = ${head.learnedAt} where tenant_id = ${head.tenant}`.execute(
    tx,
  )
}

export async function readHead(tx: Tx, tenant: string): Promise<Head | null> {
  const found = await sql<HeadRow>`select position, hash, learned_at from log_head where tenant_id = ${tenant}`.execute(tx)
  return found.rows[0] ? rowToHead(tenant, found.rows[0]) : null
}

/** All events in one statement, whatever their number up to some thousands. */
export async function insertEvents(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    ...splitKind(event.kind),
    position: event.position,
    id: event.id,
    subject: event.subject,
    subject_version: event.subjectVersion,
    happened_at: event.happenedAt,
    learned_at: event.learnedAt,
    actor: event.actor,
    device: event.device,
    payload: event.payload,
    batch_index: event.batchIndex,
    batch_size: event.batchSize,
    signature: byteaText(event.signature),
    previous_hash: byteaText(event.previousHash),
    hash: byteaText(event.hash),
    tenant_id: event.tenant,
  }))
  // The set form parses a row once; expanding `(…).*` would parse it once a column.
  await sql`insert into log_event select * from jsonb_populate_recordset(null::log_event, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}

export async function loadSubject(tx: Tx, tenant: string, subject: string): Promise<readonly StoredEvent[]> {
  const found =
    await sql<EventRow>`select * from log_event where tenant_id = ${tenant} and subject = ${subject} order by subject_version`.execute(tx)
  return found.rows.map(rowToEvent)
}

/** Of many subjects at once, in one statement; whoever asks bounds how many. */
export async function loadSubjects(
  tx: Tx,
  tenant: string,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  if (subjects.length === 0) return new Map()
  const found = await sql<EventRow>`
    select * from log_event where tenant_id = ${tenant} and subject = any(${[...subjects]}) order by subject, subject_version`.execute(tx)
  return Map.groupBy(found.rows.map(rowToEvent), (event) => event.subject)
}

/** Events after `position`, in order, at most `limit`: how background work and rebuilds read the log. */
export async function loadAfter(tx: Tx, tenant: string, position: number, limit: number): Promise<readonly StoredEvent[]> {
  const found =
    await sql<EventRow>`select * from log_event where tenant_id = ${tenant} and position > ${position} order by position limit ${limit}`.execute(
      tx,
    )
  return found.rows.map(rowToEvent)
}

/** Subjects of which something was learned after `after` and up to `until`: what may have changed since somebody last asked. */
export async function subjectsBetween(
  tx: Tx,
  tenant: string,
  { after, until }: { readonly after: number; readonly until: number },
): Promise<readonly string[]> {
  const found = await sql<{ subject: string }>`
    select distinct subject from log_event where tenant_id = ${tenant} and position > ${after} and position <= ${until} order by subject`.execute(
    tx,
  )
  return found.rows.map((row) => row.subject)
}

/**
 * Ids that are written in what was said of these subjects: an order names its sites, a mission too, an inspection in its first entry.
 * A subject `whole` is read from its beginning, because its last entry need not name again what it is about.
 */
export async function idsNamedBy(
  tx: Tx,
  tenant: string,
  { whole, first, since }: { readonly whole: readonly string[]; readonly first: readonly string[]; readonly since: number },
): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select distinct named[1] as id from (
      select payload from log_event where tenant_id = ${tenant} and subject = any(${[...whole]})
      union all select payload from log_event where tenant_id = ${tenant} and subject = any(${[...first]}) and subject_version = 1
      union all select payload from log_event where tenant_id = ${tenant} and position > ${since} and subject like 'site:%' and kind = 'site.merged'
    ) as said, regexp_matches(payload::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') as named order by id`.execute(
    tx,
  )
  return found.rows.map((row) => row.id)
}

export async function subjectVersions(tx: Tx, tenant: string, subjects: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{
    subject: string
    newest: number
  }>`select subject, max(subject_version) as newest from log_event where tenant_id = ${tenant} and subject = any(${[...subjects]}) group by subject`.execute(
    tx,
  )
  return new Map(found.rows.map((row) => [row.subject, row.newest]))
}

export async function knownEventIds(tx: Tx, tenant: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`select id from log_event where tenant_id = ${tenant} and id = any(${[...ids]}::uuid[])`.execute(
    tx,
  )
  return new Set(found.rows.map((row) => row.id))
}

export async function listTenants(tx: Tx): Promise<readonly string[]> {
  const found = await sql<{ tenant_id: string }>`select tenant_id from log_head order by tenant_id`.execute(tx)
  return found.rows.map((row) => row.tenant_id)
}

/** The database's own clock, an instant. */
export async function databaseNow(tx: Tx): Promise<string> {
  const found = await sql<{ now: string }>`select clock_timestamp() as now`.execute(tx)
  return found.rows[0]?.now ?? ''
}

/** When the newest entry of the log was learned; `null` while it is empty. */
export async function newestLearnedAt(tx: Tx): Promise<string | null> {
  const found = await sql<{ newest: string | null }>`select max(learned_at) as newest from log_head`.execute(tx)
  return found.rows[0]?.newest ?? null
}

export async function isLogEmpty(tx: Tx): Promise<boolean> {
  const found = await sql<{ any: boolean }>`select exists (select from log_event) as any`.execute(tx)
  return found.rows[0]?.any === false
}

export interface Answer {
  readonly digest: Uint8Array
  readonly outcome: unknown
}

/** Those of the commands that were answered before, by their ids. */
export async function findAnswers(tx: Tx, tenant: string, commandIds: readonly string[]): Promise<ReadonlyMap<string, Answer>> {
  const found = await sql<{
    command_id: string
    command_digest: Buffer
    outcome: unknown
  }>`select command_id, command_digest, outcome from log_answer where tenant_id = ${tenant} and command_id = any(${[...commandIds]}::uuid[])`.execute(
    tx,
  )
  return new Map(found.rows.map((row) => [row.command_id, { digest: row.command_digest, outcome: row.outcome }]))
}

export interface NewAnswer {
  readonly tenant: string
  readonly commandId: string
  readonly digest: Uint8Array
  readonly outcome: unknown
  readonly at: string
}
/** All in one statement. */
export async function saveAnswers(tx: Tx, answers: readonly NewAnswer[]): Promise<void> {
  if (answers.length === 0) return
  const rows = answers.map(({ tenant, commandId, digest, outcome, at }) => ({
    tenant_id: tenant,
    command_id: commandId,
    command_digest: byteaText(digest),
    outcome,
    answered_at: at,
  }))
  await sql`insert into log_answer (tenant_id, command_id, command_digest, outcome, answered_at)
    select tenant_id, command_id, command_digest, outcome, answered_at from jsonb_populate_recordset(null::log_answer, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  )
}

export async function rememberServerKey(tx: Tx, key: { keyId: string; publicKey: Uint8Array; at: string }): Promise<void> {
  await sql`insert into log_server_key (key_id, public_key, first_seen_at) values (${key.keyId}, ${Buffer.from(key.publicKey)}, ${key.at}) on conflict do nothing`.execute(
    tx,
  )
}

/** The key under an id; a key that does not give its id is no key. */
export async function serverKey(tx: Tx, keyId: string): Promise<Uint8Array | null> {
  const found = await sql<{ public_key: Buffer }>`select public_key from log_server_key where key_id = ${keyId}`.execute(tx)
  const publicKey = found.rows[0]?.public_key
  return publicKey && keyId === `server:${keyIdOf(publicKey)}` ? publicKey : null
}

interface HeadRow {
  readonly position: number
  readonly hash: Buffer
  readonly learned_at: string
}
interface EventRow {
  readonly tenant_id: string
  readonly position: number
  readonly id: string
  readonly kind: string
  readonly kind_version: number
  readonly subject: string
  readonly subject_version: number
  readonly happened_at: string
  readonly learned_at: string
  readonly actor: Actor
  readonly device: string
  readonly payload: unknown
  readonly batch_index: number
  readonly batch_size: number
  readonly signature: Buffer
  readonly previous_hash: Buffer
  readonly hash: Buffer
}

const rowToHead = (tenant: string, row: HeadRow): Head => ({ tenant, position: row.position, hash: row.hash, learnedAt: row.learned_at })
const rowToEvent = (row: EventRow): StoredEvent => ({
  id: row.id,
  tenant: row.tenant_id,
  position: row.position,
  kind: `${row.kind}.v${row.kind_version}`,
  subject: row.subject,
  subjectVersion: row.subject_version,
  happenedAt: row.happened_at,
  learnedAt: row.learned_at,
  actor: row.actor,
  device: row.device,
  payload: row.payload,
  batchIndex: row.batch_index,
  batchSize: row.batch_size,
  signature: row.signature,
  previousHash: row.previous_hash,
  hash: row.hash,
})

function splitKind(kind: string): { kind: string; kind_version: number } {
  const found = /^([a-z-]+\.[a-z-]+)\.v(\d+)$/.exec(kind)
  if (!found?.[1]) throw new Error(`an event kind reads subject.past-tense.vN, not ${kind}`)
  return { kind: found[1], kind_version: Number(found[2]) }
}
const byteaText = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`
