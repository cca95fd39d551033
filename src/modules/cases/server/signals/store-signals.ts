/* Rows of signals as the projection writes them and as they are read. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { SignalRecorded } from '../../domain/signals/signal-words.ts'

export async function insertSignal(
  tx: Tx,
  tenant: string,
  row: { readonly id: string; readonly at: string; readonly by: string; readonly body: string | null; readonly said: SignalRecorded },
): Promise<void> {
  const { id, at, by, body, said } = row
  await sql`
    insert into protection_signal (tenant_id, id, types, channel, source, observed_on, site_id, province_code, territoire_code, shown_from, sent_by,
      sent_for, recorded_at)
    values (${tenant}, ${id}, ${[...said.types]}::text[], ${said.channel}, ${said.source}, ${said.observedOn}::date, ${said.site}::uuid,
      ${said.provinceCode}, ${said.territoireCode}, ${said.shownFrom}::date, ${by}, ${body}, ${at}::timestamptz)`.execute(tx)
}
export async function withdrawSignal(tx: Tx, tenant: string, row: { readonly id: string; readonly because: string }): Promise<void> {
  await sql`
    update protection_signal set withdrawn_because = ${row.because} where tenant_id = ${tenant} and id = ${row.id}::uuid`.execute(tx)
}

export interface SignalRow {
  readonly id: string
  readonly types: readonly string[]
  readonly channel: string
  readonly source: string
  readonly observedOn: string
  readonly site: string | null
  readonly provinceCode: string | null
  readonly territoireCode: string | null
  readonly shownFrom: string
  readonly sentBy: string
  readonly withdrawnBecause: string | null
}
export interface SignalFilter {
  /** Only what this account sent. */
  readonly sentBy: string | null
}
export async function listSignals(tx: Tx, tenant: string, { sentBy }: SignalFilter, most: number): Promise<readonly SignalRow[]> {
  const found = await sql<SignalRow>`
    select id, types, channel, source, observed_on as "observedOn", site_id as site, province_code as "provinceCode",
      territoire_code as "territoireCode", shown_from as "shownFrom", sent_by as "sentBy", withdrawn_because as "withdrawnBecause"
    from protection_signal
    where tenant_id = ${tenant} and (${sentBy}::text is null or sent_by = ${sentBy})
    order by observed_on desc, id desc limit ${most}`.execute(tx)
  return found.rows
}
export async function senderOf(tx: Tx, tenant: string, id: string): Promise<string | null> {
  const found = await sql<{ readonly by: string }>`
    select sent_by as by from protection_signal where tenant_id = ${tenant} and id = ${id}::uuid`.execute(tx)
  return found.rows[0]?.by ?? null
}

export async function countInterview(
  tx: Tx,
  tenant: string,
  { month, outcome }: { readonly month: string; readonly outcome: string },
): Promise<void> {
  await sql`
    insert into interview_tally as kept (tenant_id, month, outcome, held) values (${tenant}, ${month}, ${outcome}, 1)
    on conflict (tenant_id, month, outcome) do update set held = kept.held + 1`.execute(tx)
}
export interface TallyRow {
  readonly month: string
  readonly outcome: string
  readonly held: number
}
export async function listTallies(tx: Tx, tenant: string): Promise<readonly TallyRow[]> {
  const found = await sql<TallyRow>`
    select month, outcome, held from interview_tally where tenant_id = ${tenant} order by month desc limit 700`.execute(tx)
  return found.rows
}

/** One report of one type; `sender` is the body, else the account of who belongs to none. */
export interface ReportedType {
  readonly type: string
  readonly sender: string
  readonly site: string | null
  readonly provinceCode: string | null
  readonly territoireCode: string | null
}
/** What was recorded in a stretch of days and still stands, the same of the same sender once. */
export async function listReported(
  tx: Tx,
  tenant: string,
  { from, before }: { readonly from: string; readonly before: string },
): Promise<readonly ReportedType[]> {
  const found = await sql<ReportedType>`
    select distinct type, coalesce(sent_for, sent_by) as sender, site_id as site, province_code as "provinceCode", territoire_code as "territoireCode"
    from protection_signal, unnest(types) as type
    where tenant_id = ${tenant} and recorded_at >= ${from}::date and recorded_at < ${before}::date and withdrawn_because is null
    order by type, sender, site_id, territoire_code, province_code`.execute(tx)
  return found.rows
}
