/* Rows of service points, of shelters, and of the boxes that say to one reader where they lie. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { enterCases } from '../record/store-scope.ts'

export interface PointRow {
  readonly id: string
  readonly area: string
  readonly province: string | null
  readonly facts: unknown
  readonly freePlaces: number | null
  readonly verifiedOn: string | null
  readonly verifiedBy: string | null
  readonly listedOn: string
  readonly closedOn: string | null
  readonly closedReason: string | null
  readonly history: unknown
}
const pointColumns = sql`id, area, province, facts, free_places as "freePlaces", verified_on as "verifiedOn", verified_by as "verifiedBy",
  listed_on as "listedOn", closed_on as "closedOn", closed_reason as "closedReason", history`

export async function insertPoint(
  tx: Tx,
  tenant: string,
  row: Pick<PointRow, 'id' | 'area' | 'province' | 'facts' | 'verifiedOn' | 'verifiedBy' | 'listedOn'>,
): Promise<void> {
  await sql`
    insert into service_point (tenant_id, id, area, province, facts, free_places, verified_on, verified_by, listed_on, history)
    values (${tenant}, ${row.id}, ${row.area}, ${row.province}, ${JSON.stringify(row.facts)}::jsonb, null, ${row.verifiedOn}, ${row.verifiedBy},
      ${row.listedOn}, '[]'::jsonb)`.execute(tx)
}
export async function describePoint(tx: Tx, tenant: string, row: Pick<PointRow, 'id' | 'area' | 'province' | 'facts'>): Promise<void> {
  await sql`
    update service_point set area = ${row.area}, province = ${row.province}, facts = ${JSON.stringify(row.facts)}::jsonb
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
/** Entered late, an older day does not replace a newer one. */
export async function verifyPoint(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly on: string; readonly by: string | null; readonly freePlaces: number | null },
): Promise<void> {
  await sql`
    update service_point set verified_on = ${row.on}, verified_by = ${row.by}, free_places = ${row.freePlaces}
    where tenant_id = ${tenant} and id = ${row.id} and (verified_on is null or verified_on <= ${row.on}::date)`.execute(tx)
}
export async function closePoint(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`update service_point set closed_on = ${row.on}, closed_reason = ${row.reason} where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
}
export async function addPointAct(tx: Tx, tenant: string, row: { readonly id: string; readonly act: object }): Promise<void> {
  await sql`
    update service_point set history = history || ${JSON.stringify([row.act])}::jsonb where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
}
export async function listPoints(tx: Tx, tenant: string): Promise<readonly PointRow[]> {
  const found = await sql<PointRow>`
    select ${pointColumns} from service_point where tenant_id = ${tenant} and closed_on is null
    order by verified_on asc nulls first, facts->>'name', id limit 5000`.execute(tx)
  return found.rows
}
export async function findPoint(tx: Tx, tenant: string, id: string): Promise<PointRow | null> {
  const found = await sql<PointRow>`select ${pointColumns} from service_point where tenant_id = ${tenant} and id = ${id}::uuid`.execute(tx)
  return found.rows[0] ?? null
}

export interface ShelterRow {
  readonly id: string
  readonly organisation: string
  readonly province: string
  readonly facts: unknown
  readonly arrangements: unknown
  readonly placeReaders: number
  readonly registeredOn: string
  readonly closedOn: string | null
  readonly closedReason: string | null
}
const shelterColumns = sql`id, organisation_id as organisation, province, facts, arrangements, place_readers as "placeReaders",
  registered_on as "registeredOn", closed_on as "closedOn", closed_reason as "closedReason"`

export async function insertShelter(
  tx: Tx,
  tenant: string,
  row: Pick<ShelterRow, 'id' | 'organisation' | 'province' | 'facts' | 'registeredOn'>,
): Promise<void> {
  await sql`
    insert into shelter (tenant_id, id, organisation_id, province, facts, arrangements, place_readers, registered_on)
    values (${tenant}, ${row.id}, ${row.organisation}, ${row.province}, ${JSON.stringify(row.facts)}::jsonb, '[]'::jsonb, 0,
      ${row.registeredOn})`.execute(tx)
}
export async function describeShelter(tx: Tx, tenant: string, row: Pick<ShelterRow, 'id' | 'province' | 'facts'>): Promise<void> {
  await sql`
    update shelter set province = ${row.province}, facts = ${JSON.stringify(row.facts)}::jsonb
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
export async function arrangeShelter(tx: Tx, tenant: string, row: { readonly id: string; readonly arrangement: object }): Promise<void> {
  await sql`
    update shelter set arrangements = arrangements || ${JSON.stringify([row.arrangement])}::jsonb
    where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
export async function countPlaceReaders(tx: Tx, tenant: string, row: { readonly id: string; readonly readers: number }): Promise<void> {
  await sql`update shelter set place_readers = ${row.readers} where tenant_id = ${tenant} and id = ${row.id}`.execute(tx)
}
export async function closeShelter(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`update shelter set closed_on = ${row.on}, closed_reason = ${row.reason} where tenant_id = ${tenant} and id = ${row.id}`.execute(
    tx,
  )
}
export async function listShelters(tx: Tx, tenant: string): Promise<readonly ShelterRow[]> {
  const found = await sql<ShelterRow>`
    select ${shelterColumns} from shelter where tenant_id = ${tenant} order by facts->>'name', id limit 2000`.execute(tx)
  return found.rows
}
export async function findShelter(tx: Tx, tenant: string, id: string): Promise<ShelterRow | null> {
  const found = await sql<ShelterRow>`select ${shelterColumns} from shelter where tenant_id = ${tenant} and id = ${id}::uuid`.execute(tx)
  return found.rows[0] ?? null
}

export interface PlaceOf {
  readonly thing: 'service-point' | 'shelter'
  readonly id: string
}
export interface BoxRow {
  readonly key: string
  readonly box: string
}
/** All boxes anew: whoever is not among the readers loses theirs. */
export async function replaceBoxes(
  tx: Tx,
  tenant: string,
  row: PlaceOf & { readonly at: string; readonly boxes: readonly (BoxRow & { readonly reader: string })[] },
): Promise<void> {
  const { thing, id, at, boxes } = row
  await enterCases(tx, { account: '', organisation: null, scope: 'record' })
  await sql`delete from directory_place_box where tenant_id = ${tenant} and thing = ${thing} and thing_id = ${id}::uuid`.execute(tx)
  for (const one of boxes)
    await sql`
      insert into directory_place_box (tenant_id, thing, thing_id, reader, key_id, box, sealed_at)
      values (${tenant}, ${thing}, ${id}, ${one.reader}, ${one.key}, ${one.box}, ${at})`.execute(tx)
}
export async function findBox(
  tx: Tx,
  tenant: string,
  { thing, id, reader }: PlaceOf & { readonly reader: string },
): Promise<BoxRow | null> {
  await enterCases(tx, { account: reader, organisation: null, scope: 'reader' })
  const found = await sql<BoxRow>`
    select key_id as key, box from directory_place_box
    where tenant_id = ${tenant} and thing = ${thing} and thing_id = ${id}::uuid and reader = ${reader}`.execute(tx)
  return found.rows[0] ?? null
}
