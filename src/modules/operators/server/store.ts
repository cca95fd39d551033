/* The rows of operators and artisans, and the two plain tables of what points at a person. Nothing is decided here. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'

export interface OperatorRow {
  readonly organisation: string
  readonly entityType: string
  readonly described: unknown
  readonly describedAt: string
}
export async function setOperator(tx: Tx, tenant: string, row: OperatorRow): Promise<void> {
  await sql`
    insert into operator (tenant_id, organisation_id, entity_type, described, described_at)
    values (${tenant}, ${row.organisation}, ${row.entityType}, ${JSON.stringify(row.described)}::jsonb, ${row.describedAt})
    on conflict (tenant_id, organisation_id) do update
      set entity_type = excluded.entity_type, described = excluded.described, described_at = excluded.described_at`.execute(tx)
}
export async function listOperators(tx: Tx, tenant: string, organisations?: readonly string[]): Promise<readonly OperatorRow[]> {
  const found = await sql<OperatorRow>`
    select organisation_id as organisation, entity_type as "entityType", described, described_at as "describedAt" from operator
    where tenant_id = ${tenant} and (${organisations === undefined} or organisation_id = any(${[...(organisations ?? [])]}::uuid[]))`.execute(
    tx,
  )
  return found.rows
}

export interface ContactRow {
  readonly phone: string | null
  readonly email: string | null
}
export async function setContact(
  tx: Tx,
  tenant: string,
  row: ContactRow & { readonly organisation: string; readonly at: string },
): Promise<void> {
  await sql`
    insert into operator_contact (tenant_id, organisation_id, phone, email, changed_at)
    values (${tenant}, ${row.organisation}, ${row.phone}, ${row.email}, ${row.at})
    on conflict (tenant_id, organisation_id) do update set phone = excluded.phone, email = excluded.email, changed_at = excluded.changed_at`.execute(
    tx,
  )
}
export async function findContact(tx: Tx, tenant: string, organisation: string): Promise<ContactRow | null> {
  const found = await sql<ContactRow>`
    select phone, email from operator_contact where tenant_id = ${tenant} and organisation_id = ${organisation}::uuid`.execute(tx)
  return found.rows[0] ?? null
}

export interface ArtisanRow {
  readonly id: string
  readonly cooperative: string | null
  readonly memberSince: string | null
  readonly sex: string
  readonly birthDate: string
  readonly nationality: string
  readonly sameAs: readonly string[]
  readonly registeredOn: string
  readonly erasedAt: string | null
}
const artisanColumns = sql`id, cooperative_id as cooperative, member_since as "memberSince", sex, birth_date as "birthDate", nationality,
  same_as as "sameAs", registered_on as "registeredOn", erased_at as "erasedAt"`

export async function insertArtisan(
  tx: Tx,
  tenant: string,
  row: Omit<ArtisanRow, 'erasedAt'> & { readonly identityHash: string | null },
): Promise<void> {
  await sql`
    insert into artisan (tenant_id, id, cooperative_id, member_since, sex, birth_date, nationality, identity_hash, same_as, registered_on)
    values (${tenant}, ${row.id}, ${row.cooperative}, ${row.memberSince}, ${row.sex}, ${row.birthDate}, ${row.nationality}, ${row.identityHash},
      ${[...row.sameAs]}::uuid[], ${row.registeredOn})`.execute(tx)
}
export async function setCooperative(
  tx: Tx,
  tenant: string,
  row: { readonly artisan: string; readonly cooperative: string | null; readonly since: string },
): Promise<void> {
  await sql`
    update artisan set cooperative_id = ${row.cooperative}, member_since = ${row.cooperative === null ? null : row.since}
    where tenant_id = ${tenant} and id = ${row.artisan}`.execute(tx)
}
export async function setErased(tx: Tx, tenant: string, row: { readonly artisan: string; readonly at: string }): Promise<void> {
  await sql`update artisan set erased_at = ${row.at} where tenant_id = ${tenant} and id = ${row.artisan}`.execute(tx)
}
export async function listArtisans(
  tx: Tx,
  tenant: string,
  asked: { readonly ids?: readonly string[]; readonly cooperative?: string },
): Promise<readonly ArtisanRow[]> {
  const found = await sql<ArtisanRow>`
    select ${artisanColumns} from artisan where tenant_id = ${tenant}
      and (${asked.ids === undefined} or id = any(${[...(asked.ids ?? [])]}::uuid[]))
      and (${asked.cooperative === undefined} or cooperative_id = ${asked.cooperative ?? null}::uuid)
    order by id desc limit 5000`.execute(tx)
  return found.rows
}
/** Artisans who carry this identity, oldest first. */
export async function listSameIdentity(tx: Tx, tenant: string, identityHash: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select id from artisan where tenant_id = ${tenant} and identity_hash = ${identityHash} order by id limit 50`.execute(tx)
  return found.rows.map((row) => row.id)
}
/** Artisans of the same identity as this one, whichever was registered first. */
export async function listDoubles(tx: Tx, tenant: string, artisan: string): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`
    select other.id from artisan one join artisan other on other.tenant_id = one.tenant_id and other.identity_hash = one.identity_hash and other.id <> one.id
    where one.tenant_id = ${tenant} and one.id = ${artisan}::uuid order by other.id limit 50`.execute(tx)
  return found.rows.map((row) => row.id)
}
export async function countMembers(
  tx: Tx,
  tenant: string,
): Promise<readonly { readonly cooperative: string; readonly artisans: number }[]> {
  const found = await sql<{ cooperative: string; artisans: number }>`
    select cooperative_id as cooperative, count(*) as artisans from artisan
    where tenant_id = ${tenant} and cooperative_id is not null group by cooperative_id`.execute(tx)
  return found.rows
}

export interface PersonRow {
  readonly name: string
  readonly phone: string | null
  readonly photo: string | null
}
/** Writes once: a repeated command does not bring back a name that was erased. */
export async function insertPerson(
  tx: Tx,
  tenant: string,
  row: PersonRow & { readonly artisan: string; readonly at: string },
): Promise<void> {
  await sql`
    insert into artisan_person (tenant_id, artisan_id, name, phone, photo_sha256, changed_at)
    select ${tenant}, ${row.artisan}::uuid, ${row.name}, ${row.phone}, ${row.photo}, ${row.at}
    where exists (select from artisan where tenant_id = ${tenant} and id = ${row.artisan}::uuid and erased_at is null)
    on conflict do nothing`.execute(tx)
}
export async function findPerson(tx: Tx, tenant: string, artisan: string): Promise<PersonRow | null> {
  const found = await sql<PersonRow>`
    select name, phone, photo_sha256 as photo from artisan_person where tenant_id = ${tenant} and artisan_id = ${artisan}::uuid`.execute(tx)
  return found.rows[0] ?? null
}
export async function deletePerson(tx: Tx, tenant: string, artisan: string): Promise<void> {
  await sql`delete from artisan_person where tenant_id = ${tenant} and artisan_id = ${artisan}::uuid`.execute(tx)
}
