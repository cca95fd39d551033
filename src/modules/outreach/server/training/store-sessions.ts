/* Rows of curricula, items, sessions and participations, as the projection writes them. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export async function putCurriculum(
  tx: Tx,
  tenant: string,
  { id, content }: { readonly id: string; readonly content: unknown },
): Promise<void> {
  await sql`
    insert into training_curriculum (tenant_id, id, version, content) values (${tenant}, ${id}, 1, ${JSON.stringify(content)}::jsonb)
    on conflict (tenant_id, id) do update set version = training_curriculum.version + 1, content = excluded.content`.execute(tx)
}
export async function putItem(tx: Tx, tenant: string, { id, content }: { readonly id: string; readonly content: unknown }): Promise<void> {
  await sql`
    insert into training_item (tenant_id, id, content, is_retired) values (${tenant}, ${id}, ${JSON.stringify(content)}::jsonb, false)`.execute(
    tx,
  )
}
export async function retireItem(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`
    insert into training_item (tenant_id, id, content, is_retired) values (${tenant}, ${id}, null, true)
    on conflict (tenant_id, id) do update set is_retired = true`.execute(tx)
}

export interface SessionRow {
  readonly id: string
  readonly number: string
  readonly curriculum: string | null
  readonly province: string
  readonly territoire: string | null
  readonly firstDay: string
  readonly lastDay: string
  readonly halfDays: number
  readonly state: string
  readonly content: unknown
}
/** A further file of an imported session says the same of it. */
export async function putSession(tx: Tx, tenant: string, row: SessionRow): Promise<void> {
  await sql`
    insert into training_session (tenant_id, id, number, curriculum_id, province, territoire, first_day, last_day, half_days, state, content)
    values (${tenant}, ${row.id}, ${row.number}, ${row.curriculum}, ${row.province}, ${row.territoire}, ${row.firstDay}, ${row.lastDay},
      ${row.halfDays}, ${row.state}, ${JSON.stringify(row.content)}::jsonb)
    on conflict (tenant_id, id) do nothing`.execute(tx)
}
export async function setState(tx: Tx, tenant: string, { id, state }: { readonly id: string; readonly state: string }): Promise<void> {
  await sql`update training_session set state = ${state} where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
/** Under `waiting` of what is said of a session, in the order in which they came. */
export async function addWaitingSheet(
  tx: Tx,
  tenant: string,
  { session, waiting }: { readonly session: string; readonly waiting: object },
): Promise<void> {
  await sql`
    update training_session set content = content || jsonb_build_object('waiting',
      coalesce(content->'waiting', '[]'::jsonb) || jsonb_build_array(${JSON.stringify(waiting)}::jsonb))
    where tenant_id = ${tenant} and id = ${session}`.execute(tx)
}
export async function dropWaitingSheet(
  tx: Tx,
  tenant: string,
  { session, sheet }: { readonly session: string; readonly sheet: string },
): Promise<void> {
  await sql`
    update training_session set content = content || jsonb_build_object('waiting', coalesce(
      (select jsonb_agg(one order by place) from jsonb_array_elements(content->'waiting') with ordinality as w (one, place)
       where one->>'sheet' <> ${sheet}), '[]'::jsonb))
    where tenant_id = ${tenant} and id = ${session}`.execute(tx)
}
export async function mergeContent(
  tx: Tx,
  tenant: string,
  { session, part }: { readonly session: string; readonly part: object },
): Promise<void> {
  await sql`
    update training_session set content = content || ${JSON.stringify(part)}::jsonb
    where tenant_id = ${tenant} and id = ${session}`.execute(tx)
}
export async function deleteParticipations(
  tx: Tx,
  tenant: string,
  { id, badge }: { readonly id: string; readonly badge: number | null },
): Promise<void> {
  await sql`
    delete from training_participation
    where tenant_id = ${tenant} and session_id = ${id} and (${badge}::int is null or badge = ${badge}::int)`.execute(tx)
}

export interface NewParticipation {
  readonly badge: number
  readonly person: string | null
  readonly category: string
  readonly sex: string
  readonly age: string
  readonly institution: string
  readonly province: string
  readonly disability: string
  readonly firstTime: string
  readonly attendance: string
  readonly present: number
  readonly isTrained: boolean
  readonly preTenths: number | null
  readonly postTenths: number | null
  readonly practice: string | null
  readonly followedOn: string | null
}
/** Several hundred in one statement; curriculum and days are those of the session. A badge that stands stays as it is. */
export async function insertParticipations(
  tx: Tx,
  tenant: string,
  { session, rows, learnedAt }: { readonly session: string; readonly rows: readonly NewParticipation[]; readonly learnedAt: string },
): Promise<void> {
  await sql`
    insert into training_participation (tenant_id, session_id, badge, person_id, category, sex, age, institution, province, disability, first_time,
      curriculum_id, last_day, half_days, attendance, present, is_trained, pre_tenths, post_tenths, practice, followed_on,
      attended_learned_at, trained_learned_at, gain_learned_at, followed_learned_at)
    select ${tenant}, s.id, g.badge, g.person, g.category, g.sex, g.age, g.institution, g.province, g.disability, g."firstTime",
      s.curriculum_id, s.last_day, s.half_days, g.attendance, g.present, g."isTrained", g."preTenths", g."postTenths", g.practice, g."followedOn",
      case when g.present > 0 then ${learnedAt}::timestamptz end, case when g."isTrained" then ${learnedAt}::timestamptz end,
      case when g."preTenths" is not null and g."postTenths" is not null then ${learnedAt}::timestamptz end,
      case when g.practice is not null then ${learnedAt}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (badge integer, person uuid, category text, sex text, age text, institution text,
      province text, disability text, "firstTime" text, attendance text, present integer, "isTrained" boolean, "preTenths" integer,
      "postTenths" integer, practice text, "followedOn" date)
    join training_session s on s.tenant_id = ${tenant} and s.id = ${session}::uuid
    on conflict do nothing`.execute(tx)
}

export interface AttendanceRow {
  readonly badge: number
  readonly attendance: string
  readonly halfDays: number
}
export async function listAttendance(tx: Tx, tenant: string, session: string): Promise<readonly AttendanceRow[]> {
  const found = await sql<AttendanceRow>`
    select badge, attendance, half_days as "halfDays" from training_participation
    where tenant_id = ${tenant} and session_id = ${session} order by badge`.execute(tx)
  return found.rows
}
/** Unmarked and marked again, a badge keeps the moment when it was first known to have been there, and to be trained: else it would be counted late a second time. */
export async function setAttendance(
  tx: Tx,
  tenant: string,
  asked: {
    readonly session: string
    readonly learnedAt: string
    readonly rows: readonly { readonly badge: number; readonly attendance: string; readonly present: number; readonly isTrained: boolean }[]
  },
): Promise<void> {
  const at = sql`${asked.learnedAt}::timestamptz`
  await sql`
    update training_participation p set attendance = g.attendance, present = g.present, is_trained = g."isTrained",
      attended_learned_at = coalesce(p.attended_learned_at, case when g.present > 0 then ${at} end),
      trained_learned_at = coalesce(p.trained_learned_at, case when g."isTrained" then ${at} end)
    from jsonb_to_recordset(${JSON.stringify(asked.rows)}::jsonb) as g (badge integer, attendance text, present integer, "isTrained" boolean)
    where p.tenant_id = ${tenant} and p.session_id = ${asked.session} and p.badge = g.badge`.execute(tx)
}

export async function setScores(
  tx: Tx,
  tenant: string,
  asked: {
    readonly session: string
    readonly when: 'pre' | 'post'
    readonly learnedAt: string
    readonly rows: readonly { readonly badge: number; readonly scoreTenths: number }[]
  },
): Promise<void> {
  const isPre = asked.when === 'pre'
  await sql`
    update training_participation p set pre_tenths = case when ${isPre} then g."scoreTenths" else p.pre_tenths end,
      post_tenths = case when ${isPre} then p.post_tenths else g."scoreTenths" end,
      gain_learned_at = coalesce(p.gain_learned_at,
        case when ${isPre} and p.post_tenths is not null or not ${isPre} and p.pre_tenths is not null then ${asked.learnedAt}::timestamptz end)
    from jsonb_to_recordset(${JSON.stringify(asked.rows)}::jsonb) as g (badge integer, "scoreTenths" integer)
    where p.tenant_id = ${tenant} and p.session_id = ${asked.session} and p.badge = g.badge`.execute(tx)
}
/**
 * A certificate issued again is a second paper of the same person: the one before keeps its code, its day and why it was revoked under `formerCertificates` of the session, so that its
 * code still answers. What counts stays the day and the moment of the first.
 */
export async function setCertificates(
  tx: Tx,
  tenant: string,
  asked: {
    readonly session: string
    readonly on: string
    readonly learnedAt: string
    readonly rows: readonly { readonly badge: number; readonly number: string; readonly code: string }[]
  },
): Promise<void> {
  await keepFormer(tx, tenant, { session: asked.session, on: asked.on, badges: asked.rows.map(({ badge }) => badge) })
  await sql`
    update training_participation p set certificate_number = g.number, certificate_code = g.code,
      certified_on = coalesce(p.certified_on, ${asked.on}::date),
      certified_learned_at = coalesce(p.certified_learned_at, ${asked.learnedAt}::timestamptz), revoked_on = null, revoked_reason = null
    from jsonb_to_recordset(${JSON.stringify(asked.rows)}::jsonb) as g (badge integer, number text, code text)
    where p.tenant_id = ${tenant} and p.session_id = ${asked.session} and p.badge = g.badge`.execute(tx)
}
/** The day on which the certificate in hand was issued: of one issued again the day of the last time. `p` is the participation, `s` its session. */
export const issuedOn = sql`coalesce(
  (select max(f->>'next') from jsonb_array_elements(coalesce(s.content->'formerCertificates', '[]'::jsonb)) f where (f->>'badge')::int = p.badge)::date,
  p.certified_on)`
async function keepFormer(
  tx: Tx,
  tenant: string,
  { session, on, badges }: { readonly session: string; readonly on: string; readonly badges: readonly number[] },
): Promise<void> {
  await sql`
    update training_session t set content = t.content || jsonb_build_object('formerCertificates',
      coalesce(t.content->'formerCertificates', '[]'::jsonb) || former.list)
    from (
      select jsonb_agg(jsonb_build_object('badge', p.badge, 'number', p.certificate_number, 'code', p.certificate_code, 'on', ${issuedOn},
        'revokedOn', p.revoked_on, 'reason', p.revoked_reason, 'next', ${on}::date) order by p.badge) as list
      from training_participation p join training_session s on s.tenant_id = p.tenant_id and s.id = p.session_id
      where p.tenant_id = ${tenant} and p.session_id = ${session} and p.badge = any(${[...badges]}::int[]) and p.certificate_code is not null
    ) former
    where t.tenant_id = ${tenant} and t.id = ${session} and former.list is not null`.execute(tx)
}
interface OfBadge {
  readonly session: string
  readonly badge: number
}
export async function revokeCertificate(
  tx: Tx,
  tenant: string,
  asked: OfBadge & { readonly on: string; readonly reason: string },
): Promise<void> {
  await sql`
    update training_participation set revoked_on = ${asked.on}::date, revoked_reason = ${asked.reason}
    where tenant_id = ${tenant} and session_id = ${asked.session} and badge = ${asked.badge}`.execute(tx)
}
export async function setPractice(
  tx: Tx,
  tenant: string,
  asked: OfBadge & { readonly practice: string; readonly on: string; readonly learnedAt: string },
): Promise<void> {
  await sql`
    update training_participation set practice = ${asked.practice}, followed_on = ${asked.on}::date, followed_learned_at = ${asked.learnedAt}::timestamptz
    where tenant_id = ${tenant} and session_id = ${asked.session} and badge = ${asked.badge}`.execute(tx)
}
export async function setPerson(tx: Tx, tenant: string, asked: OfBadge & { readonly person: string }): Promise<void> {
  await sql`
    update training_participation set person_id = ${asked.person}::uuid
    where tenant_id = ${tenant} and session_id = ${asked.session} and badge = ${asked.badge}`.execute(tx)
}
export async function setErased(tx: Tx, tenant: string, asked: OfBadge & { readonly at: string }): Promise<void> {
  await sql`
    update training_participation set erased_at = ${asked.at}::timestamptz
    where tenant_id = ${tenant} and session_id = ${asked.session} and badge = ${asked.badge}`.execute(tx)
}
