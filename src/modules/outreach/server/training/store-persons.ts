/* Names, keyed hashes and looks: plain rows beside the log, few and apart. Nothing here lists names. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface PersonToKeep {
  readonly person: string
  readonly name: string
  readonly birthYear: number | null
  readonly keys: readonly { readonly kind: string; readonly hash: string }[]
  readonly at: string
}
/** What is said later counts; never for a pseudonym that was erased: a repeated command does not bring a name back. */
export async function keepPersons(tx: Tx, tenant: string, persons: readonly PersonToKeep[]): Promise<void> {
  if (persons.length === 0) return
  const given = sql`jsonb_to_recordset(${JSON.stringify(persons)}::jsonb) as g (person uuid, name text, "birthYear" integer, at timestamptz, keys jsonb)`
  const stands = sql`exists (select from training_participation p where p.tenant_id = ${tenant} and p.person_id = g.person)
    and not exists (select from training_participation p where p.tenant_id = ${tenant} and p.person_id = g.person and p.erased_at is not null)`
  await sql`
    insert into trainee_person (tenant_id, person_id, name, birth_year, changed_at)
    select distinct on (g.person) ${tenant}, g.person, g.name, g."birthYear", g.at from ${given} where ${stands} order by g.person, g.name
    on conflict (tenant_id, person_id) do update set name = excluded.name, birth_year = excluded.birth_year, changed_at = excluded.changed_at
    where trainee_person.changed_at <= excluded.changed_at`.execute(tx)
  await sql`
    insert into trainee_key (tenant_id, hash, person_id, kind)
    select ${tenant}, k.hash, g.person, k.kind from ${given}, jsonb_to_recordset(g.keys) as k (hash text, kind text) where ${stands}
    on conflict do nothing`.execute(tx)
}
export async function erasePerson(tx: Tx, tenant: string, person: string): Promise<void> {
  await sql`delete from trainee_person where tenant_id = ${tenant} and person_id = ${person}::uuid`.execute(tx)
  await sql`delete from trainee_key where tenant_id = ${tenant} and person_id = ${person}::uuid`.execute(tx)
}
export async function findPerson(
  tx: Tx,
  tenant: string,
  person: string,
): Promise<{ readonly name: string; readonly birthYear: number | null } | null> {
  const found = await sql<{ name: string; birthYear: number | null }>`
    select name, birth_year as "birthYear" from trainee_person where tenant_id = ${tenant} and person_id = ${person}::uuid`.execute(tx)
  return found.rows[0] ?? null
}
export async function personsOf(tx: Tx, tenant: string, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ hash: string; person: string }>`
    select distinct on (hash) hash, person_id as person from trainee_key
    where tenant_id = ${tenant} and hash = any(${[...hashes]}::text[]) order by hash, person_id`.execute(tx)
  return new Map(found.rows.map(({ hash, person }) => [hash, person]))
}

export interface MatchRow {
  readonly session: string
  readonly number: string
  readonly badge: number
  readonly category: string
  readonly province: string
  readonly lastDay: string
  readonly by: string
  readonly isOwn: boolean
}
/** Participations of whoever carries one of these hashes, those of the own areas (`null`: all are own) first, then newest first. */
export async function listMatches(
  tx: Tx,
  tenant: string,
  { hashes, areas }: { readonly hashes: readonly string[]; readonly areas: readonly string[] | null },
): Promise<readonly MatchRow[]> {
  const own =
    areas === null ? sql`true` : sql`coalesce(s.province = any(${[...areas]}::text[]) or s.territoire = any(${[...areas]}::text[]), false)`
  const found = await sql<MatchRow>`
    select p.session_id as session, s.number, p.badge, p.category, p.province, to_char(p.last_day, 'YYYY-MM-DD') as "lastDay", min(k.kind) as by,
      ${own} as "isOwn"
    from trainee_key k
    join training_participation p on p.tenant_id = k.tenant_id and p.person_id = k.person_id and p.erased_at is null
    join training_session s on s.tenant_id = p.tenant_id and s.id = p.session_id
    where k.tenant_id = ${tenant} and k.hash = any(${[...hashes]}::text[])
    group by p.session_id, s.number, p.badge, p.category, p.province, p.last_day, s.province, s.territoire order by "isOwn" desc, p.last_day desc, s.number, p.badge limit 20`.execute(
    tx,
  )
  return found.rows
}

export interface LookRow {
  readonly id: string
  readonly session: string
  readonly badge: number
  readonly account: string
  readonly what: string
  readonly at: string
}
export async function insertLooks(tx: Tx, tenant: string, rows: readonly LookRow[]): Promise<void> {
  await sql`
    insert into trainee_look (tenant_id, id, session_id, badge, account_id, what, at)
    select ${tenant}, g.id, g.session, g.badge, g.account, g.what, g.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, session uuid, badge integer, account text, what text, at timestamptz)`.execute(
    tx,
  )
}
export async function listLooks(
  tx: Tx,
  tenant: string,
  { session, badge }: { readonly session: string; readonly badge: number },
): Promise<readonly { readonly at: string; readonly what: string; readonly account: string }[]> {
  const found = await sql<{ at: string; what: string; account: string }>`
    select to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, what, account_id as account from trainee_look
    where tenant_id = ${tenant} and session_id = ${session} and badge = ${badge} order by trainee_look.at desc, id limit 200`.execute(tx)
  return found.rows
}
