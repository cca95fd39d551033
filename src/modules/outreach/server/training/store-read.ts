/* What screens, papers and measures read of trainings. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { issuedOn } from './store-sessions.ts'

export interface KeptSession {
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
  readonly participants: number
  readonly trained: number
}
const sessionColumns = sql`s.id, s.number, s.curriculum_id as curriculum, s.province, s.territoire, s.first_day as "firstDay", s.last_day as "lastDay",
  s.half_days as "halfDays", s.state, s.content, coalesce(p.participants, 0)::int as participants, coalesce(p.trained, 0)::int as trained`
const counted = sql`left join lateral (
  select count(*) as participants, count(*) filter (where is_trained) as trained from training_participation p
  where p.tenant_id = s.tenant_id and p.session_id = s.id) p on true`

export interface SessionsAsked {
  readonly province: string | null
  readonly from: string | null
  readonly until: string | null
  readonly most: number
}
export async function listSessions(
  tx: Tx,
  tenant: string,
  { province, from, until, most }: SessionsAsked,
): Promise<readonly KeptSession[]> {
  const found = await sql<KeptSession>`
    select ${sessionColumns} from training_session s ${counted}
    where s.tenant_id = ${tenant} and (${province}::text is null or s.province = ${province})
      and (${from}::date is null or s.last_day >= ${from}::date) and (${until}::date is null or s.last_day <= ${until}::date)
    order by s.last_day desc, s.id limit ${most}`.execute(tx)
  return found.rows
}
export async function countSessions(tx: Tx, tenant: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from training_session where tenant_id = ${tenant}`.execute(tx)
  return found.rows[0]?.n ?? 0
}
export async function findSession(tx: Tx, tenant: string, id: string): Promise<KeptSession | null> {
  const found = await sql<KeptSession>`
    select ${sessionColumns} from training_session s ${counted} where s.tenant_id = ${tenant} and s.id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}
export async function listNumbers(tx: Tx, tenant: string, year: string): Promise<readonly string[]> {
  const found = await sql<{ number: string }>`
    select number from training_session where tenant_id = ${tenant} and number like ${`F-${year}-%`}`.execute(tx)
  return found.rows.map(({ number }) => number.slice(`F-${year}-`.length))
}

export interface KeptParticipation {
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
  readonly halfDays: number
  readonly present: number
  readonly isTrained: boolean
  readonly preTenths: number | null
  readonly postTenths: number | null
  readonly practice: string | null
  readonly certificateNumber: string | null
  readonly certificateCode: string | null
  readonly certifiedOn: string | null
  readonly revokedOn: string | null
  readonly isErased: boolean
  readonly sessions: number
}
export async function listParticipations(tx: Tx, tenant: string, session: string): Promise<readonly KeptParticipation[]> {
  const found = await sql<KeptParticipation>`
    select badge, person_id as person, category, sex, age, institution, p.province, disability, first_time as "firstTime", attendance,
      p.half_days as "halfDays", present, is_trained as "isTrained", pre_tenths as "preTenths", post_tenths as "postTenths", practice,
      certificate_number as "certificateNumber", certificate_code as "certificateCode", ${issuedOn} as "certifiedOn",
      revoked_on as "revokedOn", erased_at is not null as "isErased",
      (select count(*)::int from training_participation o where o.tenant_id = p.tenant_id and o.person_id = p.person_id) as sessions
    from training_participation p join training_session s on s.tenant_id = p.tenant_id and s.id = p.session_id
    where p.tenant_id = ${tenant} and p.session_id = ${session} order by badge limit 1000`.execute(tx)
  return found.rows
}

export interface KeptCurriculum {
  readonly id: string
  readonly version: number
  readonly content: unknown
  readonly sessions: number
}
export async function listCurricula(tx: Tx, tenant: string, id: string | null = null): Promise<readonly KeptCurriculum[]> {
  const found = await sql<KeptCurriculum>`
    select c.id, c.version, c.content,
      (select count(*)::int from training_session s where s.tenant_id = c.tenant_id and s.curriculum_id = c.id and s.state <> 'cancelled') as sessions
    from training_curriculum c where c.tenant_id = ${tenant} and (${id}::uuid is null or c.id = ${id}::uuid) order by c.id limit 500`.execute(
    tx,
  )
  return found.rows
}
export async function listItems(
  tx: Tx,
  tenant: string,
): Promise<readonly { readonly id: string; readonly content: unknown; readonly isRetired: boolean }[]> {
  const found = await sql<{ id: string; content: unknown; isRetired: boolean }>`
    select id, content, is_retired as "isRetired" from training_item where tenant_id = ${tenant} order by id limit 2000`.execute(tx)
  return found.rows
}

export interface DueRow {
  readonly session: string
  readonly number: string
  readonly province: string
  readonly lastDay: string
  readonly content: unknown
  readonly badges: readonly number[]
}
/** Trained, not asked yet about practice, the last day after one day and up to another; `areas`: those of the reader, `null` for all, so that no other place fills the list. */
export async function listDue(
  tx: Tx,
  tenant: string,
  { after, until, areas }: { readonly after: string; readonly until: string; readonly areas: readonly string[] | null },
): Promise<readonly DueRow[]> {
  const own = areas === null ? sql`true` : sql`(s.province = any(${[...areas]}::text[]) or s.territoire = any(${[...areas]}::text[]))`
  const found = await sql<DueRow>`
    select s.id as session, s.number, s.province, s.last_day as "lastDay", s.content, array_agg(p.badge order by p.badge) as badges
    from training_participation p join training_session s on s.tenant_id = p.tenant_id and s.id = p.session_id
    where p.tenant_id = ${tenant} and p.is_trained and p.practice is null and p.last_day > ${after}::date and p.last_day <= ${until}::date and ${own}
    group by s.id, s.number, s.province, s.last_day, s.content order by s.last_day, s.id limit 200`.execute(tx)
  return found.rows
}

export interface VerifiedRow {
  readonly number: string
  readonly on: string
  readonly revokedOn: string | null
  readonly revokedReason: string | null
  readonly content: unknown
  readonly firstDay: string
  readonly lastDay: string
  readonly province: string
}
/** Also a code that was revoked and followed by another. */
export async function findByCode(tx: Tx, tenant: string, code: string): Promise<VerifiedRow | null> {
  const found = await sql<VerifiedRow>`
    select p.certificate_number as number, ${issuedOn} as on, p.revoked_on as "revokedOn", p.revoked_reason as "revokedReason", s.content,
      s.first_day as "firstDay", s.last_day as "lastDay", s.province
    from training_participation p join training_session s on s.tenant_id = p.tenant_id and s.id = p.session_id
    where p.tenant_id = ${tenant} and p.certificate_code = ${code}
    union all
    select f->>'number', (f->>'on')::date, (f->>'revokedOn')::date, f->>'reason', s.content, s.first_day, s.last_day, s.province
    from training_session s, jsonb_array_elements(s.content->'formerCertificates') f
    where s.tenant_id = ${tenant} and f->>'code' = ${code}
      and s.content @> jsonb_build_object('formerCertificates', jsonb_build_array(jsonb_build_object('code', ${code}::text)))
    limit 1`.execute(tx)
  return found.rows[0] ?? null
}

/* ---- numbers ---- */

export const dividable = { category: 'category', sex: 'sex', age: 'age', province: 'province', disability: 'disability' } as const
export type Dividable = keyof typeof dividable
export const isDividable = (name: string): name is Dividable => Object.hasOwn(dividable, name)
export type Counted = 'participations' | 'trained-unique' | 'gain' | 'certificates' | 'follow-up'
export interface CountAsked {
  readonly counted: Counted
  readonly occurred: { readonly from: string; readonly to: string }
  readonly learned: { readonly after: string | null; readonly until: string | null }
  readonly by: readonly Dividable[]
}
export interface CountRow {
  readonly parts: readonly string[]
  readonly n: number
  readonly of: number
}
/** What is counted, over which column it was learned and on which day it happened. Names of columns are ours, never what somebody typed. */
const questions: {
  readonly [Key in Counted]: {
    readonly n: RawBuilder<unknown>
    readonly of: RawBuilder<unknown>
    readonly where: RawBuilder<unknown>
    readonly day: string
    readonly learned: string
  }
} = {
  participations: {
    n: sql`count(*)::int`,
    of: sql`count(*)::int`,
    where: sql`present > 0`,
    day: 'last_day',
    learned: 'attended_learned_at',
  },
  'trained-unique': {
    n: sql`count(distinct person_id)::int`,
    of: sql`count(distinct person_id)::int`,
    ...{ where: sql`is_trained and person_id is not null`, day: 'last_day', learned: 'trained_learned_at' },
  },
  gain: {
    n: sql`sum(post_tenths - pre_tenths)::int`,
    of: sql`count(*)::int`,
    ...{ where: sql`pre_tenths is not null and post_tenths is not null`, day: 'last_day', learned: 'gain_learned_at' },
  },
  certificates: {
    n: sql`count(*)::int`,
    of: sql`count(*)::int`,
    ...{ where: sql`certificate_code is not null and revoked_on is null`, day: 'certified_on', learned: 'certified_learned_at' },
  },
  'follow-up': {
    n: sql`(count(*) filter (where practice = 'yes'))::int`,
    of: sql`count(*)::int`,
    ...{ where: sql`practice in ('yes', 'partly', 'no')`, day: 'followed_on', learned: 'followed_learned_at' },
  },
}
/** One pass over the days asked for. A person of two parts is one in each. */
export async function countTrainings(
  tx: Tx,
  tenant: string,
  { counted: what, occurred, learned, by }: CountAsked,
): Promise<readonly CountRow[]> {
  const question = questions[what]
  const columns = by.map((name) => sql.ref(dividable[name]))
  const grouped = columns.length === 0 ? sql`` : sql`group by ${sql.join(columns)} order by ${sql.join(columns)}`
  const found = await sql<CountRow>`
    select ${columns.length === 0 ? sql`array[]::text[]` : sql`array[${sql.join(columns)}]`} as parts, coalesce(${question.n}, 0) as n, ${question.of} as of
    from training_participation
    where tenant_id = ${tenant} and ${question.where}
      and ${sql.ref(question.day)} >= ${occurred.from}::date and ${sql.ref(question.day)} <= ${occurred.to}::date
      and (${learned.after}::timestamptz is null or ${sql.ref(question.learned)} > ${learned.after}::timestamptz)
      and (${learned.until}::timestamptz is null or ${sql.ref(question.learned)} <= ${learned.until}::timestamptz)
    ${grouped}`.execute(tx)
  return found.rows
}
/** The same persons by session: each is told on the list of sessions. */
export async function countBySession(
  tx: Tx,
  tenant: string,
  { counted: what, from, to }: { readonly counted: 'participations' | 'trained-unique'; readonly from: string; readonly to: string },
): Promise<readonly { readonly n: number }[]> {
  const question = questions[what]
  const found = await sql<{ n: number }>`
    select ${question.n} as n from training_participation
    where tenant_id = ${tenant} and ${question.where} and last_day >= ${from}::date and last_day <= ${to}::date
    group by session_id order by session_id`.execute(tx)
  return found.rows
}
/** Trained, and nobody could say whether they came before. */
export async function countNotLinked(
  tx: Tx,
  tenant: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from training_participation
    where tenant_id = ${tenant} and is_trained and person_id is null and last_day >= ${from}::date and last_day <= ${to}::date`.execute(tx)
  return found.rows[0]?.n ?? 0
}
export async function listScores(
  tx: Tx,
  tenant: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly { readonly preTenths: number; readonly postTenths: number; readonly n: number }[]> {
  const found = await sql<{ preTenths: number; postTenths: number; n: number }>`
    select pre_tenths as "preTenths", post_tenths as "postTenths", count(*)::int as n from training_participation
    where tenant_id = ${tenant} and pre_tenths is not null and post_tenths is not null and last_day >= ${from}::date and last_day <= ${to}::date
    group by 1, 2`.execute(tx)
  return found.rows
}

export async function knownBadges(
  tx: Tx,
  tenant: string,
  sessions: readonly string[],
): Promise<readonly { readonly session: string; readonly badges: readonly number[] }[]> {
  const found = await sql<{ session: string; badges: readonly number[] }>`
    select session_id as session, array_agg(badge) as badges from training_participation
    where tenant_id = ${tenant} and session_id = any(${[...sessions]}::uuid[]) group by session_id`.execute(tx)
  return found.rows
}
