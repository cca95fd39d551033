/* Answers of forms in SQL: one row per sending, whole, and the visit that it makes of the site. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { survivorIn } from '../register/store-merges.ts'
import type { AnswerMark, AnswersRecorded } from '../../domain/missions/inspection-words.ts'
import type { MemberBody } from '../../domain/missions/mission.ts'
import type { SaidOfSite } from '../../domain/missions/said-of-site.ts'

export interface AnswersRow {
  readonly inspection_id: string
  readonly event_version: number
  readonly event_id: string
  readonly event_kind: string
  readonly event_position: number
  readonly by_body: MemberBody
  readonly form: AnswersRecorded['form']
  readonly instance: string
  readonly content: Pick<AnswersRecorded, 'xml' | 'values' | 'files' | 'unread' | 'signals' | 'amends'>
  readonly said: SaidOfSite
  readonly marks: readonly AnswerMark[]
  readonly happened_at: string
  readonly recorded_at: string
}

export async function insertAnswers(tx: Tx, tenant: string, row: AnswersRow): Promise<void> {
  await sql`
    insert into inspection_answers (tenant_id, inspection_id, event_version, event_id, event_kind, event_position, by_body, form, instance, content,
      said, marks, happened_at, recorded_at)
    values (${tenant}, ${row.inspection_id}, ${row.event_version}, ${row.event_id}, ${row.event_kind}, ${row.event_position}, ${row.by_body},
      ${JSON.stringify(row.form)}::jsonb, ${row.instance}, ${JSON.stringify(row.content)}::jsonb, ${JSON.stringify(row.said)}::jsonb,
      ${JSON.stringify(row.marks)}::jsonb, ${row.happened_at}, ${row.recorded_at})`.execute(tx)
}

const columns = sql`inspection_id, event_version, event_id, event_kind, event_position, by_body, form, instance, content, said, marks, happened_at, recorded_at`
/** In the order in which they came. */
export async function listAnswerRows(tx: Tx, tenant: string, inspection: string): Promise<readonly AnswersRow[]> {
  const found = await sql<AnswersRow>`
    select ${columns} from inspection_answers where tenant_id = ${tenant} and inspection_id = ${inspection} order by event_version`.execute(
    tx,
  )
  return found.rows
}

/** The visit that the same body's earlier answers made: the later ones stand in its place, and both stay readable. */
export async function replaceEarlierVisits(
  tx: Tx,
  tenant: string,
  row: Pick<AnswersRow, 'inspection_id' | 'event_version' | 'by_body' | 'recorded_at'> & { readonly site: string; readonly reason: string },
): Promise<void> {
  await sql`
    update site_visit set voided_at = ${row.recorded_at}, void_reason = ${row.reason}
    where tenant_id = ${tenant} and site_id = ${row.site} and voided_at is null and id in (
      select event_id from inspection_answers where tenant_id = ${tenant} and inspection_id = ${row.inspection_id}
        and by_body = ${row.by_body} and event_version < ${row.event_version})`.execute(tx)
}

export interface SaidRow {
  readonly site_id: string
  readonly inspected_on: string
  readonly said: SaidOfSite
}
/** What answers said about sites up to a day, newest last: what production and hours on foot are read from. */
export async function listSaid(
  tx: Tx,
  tenant: string,
  { from, to, knownAt }: { readonly from: string; readonly to: string; readonly knownAt: string },
): Promise<readonly SaidRow[]> {
  const found = await sql<SaidRow>`
    select ${survivorIn(tenant, sql`one.site_id`)} as site_id, one.inspected_on, answers.said from inspection_answers answers
    join inspection one on one.tenant_id = answers.tenant_id and one.id = answers.inspection_id
    where answers.tenant_id = ${tenant} and one.on_site and one.inspected_on between ${from} and ${to} and answers.recorded_at <= ${knownAt}
    order by one.inspected_on, answers.recorded_at, answers.event_version`.execute(tx)
  return found.rows
}
