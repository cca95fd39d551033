/* Missions in SQL: the mission itself, its sites, its members. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Member, MissionPlanned } from '../../domain/missions/mission.ts'

export interface MissionRow {
  readonly id: string
  readonly mission_kind: MissionPlanned['missionKind']
  readonly phase: string
  readonly planned_from: string
  readonly planned_to: string
  readonly started_on: string | null
  readonly closed_on: string | null
  readonly content: MissionPlanned
  readonly note: string | null
}

export async function insertMission(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly content: MissionPlanned; readonly at: string },
): Promise<void> {
  const { id, content } = row
  await sql`
    insert into mission (tenant_id, id, mission_kind, phase, planned_from, planned_to, content, planned_at)
    values (${tenant}, ${id}, ${content.missionKind}, 'planned', ${content.plannedFrom}, ${content.plannedTo}, ${JSON.stringify(content)}::jsonb, ${row.at})`.execute(
    tx,
  )
  await insertParts(tx, tenant, { id, content })
}

async function insertParts(
  tx: Tx,
  tenant: string,
  { id, content }: { readonly id: string; readonly content: MissionPlanned },
): Promise<void> {
  for (const site of new Set(content.sites)) {
    await sql`insert into mission_site (tenant_id, mission_id, site_id) values (${tenant}, ${id}, ${site})`.execute(tx)
  }
  for (const [ordinal, member] of content.members.entries()) await insertMember(tx, tenant, { id, ordinal, member })
}

/** The new plan stands in the place of the old one, which the log keeps; the reason stays readable. */
export async function changeMission(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly version: number; readonly content: MissionPlanned; readonly reason: string; readonly at: string },
): Promise<void> {
  const { id, content } = row
  await sql`
    update mission set mission_kind = ${content.missionKind}, planned_from = ${content.plannedFrom}, planned_to = ${content.plannedTo},
      content = ${JSON.stringify(content)}::jsonb where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  await sql`delete from mission_site where tenant_id = ${tenant} and mission_id = ${id}`.execute(tx)
  await sql`delete from mission_member where tenant_id = ${tenant} and mission_id = ${id}`.execute(tx)
  await insertParts(tx, tenant, { id, content })
  await sql`
    insert into mission_change (tenant_id, mission_id, event_version, reason, changed_at)
    values (${tenant}, ${id}, ${row.version}, ${row.reason}, ${row.at})`.execute(tx)
}
export async function listMissionChanges(
  tx: Tx,
  tenant: string,
  mission: string,
): Promise<readonly { readonly reason: string; readonly changed_at: string }[]> {
  const found = await sql<{ reason: string; changed_at: string }>`
    select reason, changed_at from mission_change where tenant_id = ${tenant} and mission_id = ${mission} order by event_version`.execute(
    tx,
  )
  return found.rows
}

async function insertMember(
  tx: Tx,
  tenant: string,
  { id, ordinal, member }: { readonly id: string; readonly ordinal: number; readonly member: Member },
): Promise<void> {
  await sql`
    insert into mission_member (tenant_id, mission_id, ordinal, body, attendance, head, organisation_id, account_id)
    values (${tenant}, ${id}, ${ordinal}, ${member.body}, ${member.attendance}, ${member.head}, ${member.organisation ?? null}, ${member.account ?? null})`.execute(
    tx,
  )
}

export async function moveMission(
  tx: Tx,
  tenant: string,
  change: {
    readonly id: string
    readonly phase: string
    readonly startedOn?: string
    readonly closedOn?: string
    readonly note?: string | undefined
  },
): Promise<void> {
  await sql`
    update mission set phase = ${change.phase}, started_on = coalesce(${change.startedOn ?? null}::date, started_on),
      closed_on = coalesce(${change.closedOn ?? null}::date, closed_on), note = coalesce(${change.note ?? null}, note)
    where tenant_id = ${tenant} and id = ${change.id}`.execute(tx)
}

const columns = sql`id, mission_kind, phase, planned_from, planned_to, started_on, closed_on, content, note`
export async function listMissionRows(tx: Tx, tenant: string, phase: string | null): Promise<readonly MissionRow[]> {
  const found = await sql<MissionRow>`
    select ${columns} from mission where tenant_id = ${tenant} and (${phase}::text is null or phase = ${phase}) order by planned_from desc, id limit 1000`.execute(
    tx,
  )
  return found.rows
}
/** `7/2026`: the seventh mission planned that year (UTC), in the order in which we learned of them; it never changes. */
export async function missionReference(tx: Tx, tenant: string, id: string): Promise<string | null> {
  const found = await sql<{ reference: string }>`
    select count(*) || '/' || extract(year from own.planned_at at time zone 'UTC') as reference from mission own
    join mission other on other.tenant_id = own.tenant_id and (other.planned_at, other.id) <= (own.planned_at, own.id)
      and date_trunc('year', other.planned_at at time zone 'UTC') = date_trunc('year', own.planned_at at time zone 'UTC')
    where own.tenant_id = ${tenant} and own.id = ${id} group by own.planned_at`.execute(tx)
  return found.rows[0]?.reference ?? null
}
export async function findMissionRow(tx: Tx, tenant: string, id: string): Promise<MissionRow | null> {
  const found = await sql<MissionRow>`select ${columns} from mission where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}
