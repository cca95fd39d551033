/* Rows of imports: the file in pieces, its rows as read, what each became, and sums over them. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { RowRead } from '../read-row.ts'

export interface ImportRow {
  readonly id: string
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly kind: string
  readonly state: string
  readonly settings: unknown
  readonly found: unknown
  readonly account: string
  readonly organisation: string | null
  readonly territory: unknown
  readonly createdAt: string
  readonly triedAt: string | null
  readonly finishedAt: string | null
  readonly rowsRead: number
  readonly doneLine: number
  readonly stopAsked: boolean
  readonly reason: string | null
  readonly fault: unknown
}
const columns = sql`id, file_name as "fileName", sha256, bytes, kind, state, settings, found, account, organisation_id as organisation, territory,
  created_at as "createdAt", tried_at as "triedAt", finished_at as "finishedAt", rows_read as "rowsRead", done_line as "doneLine",
  stop_asked as "stopAsked", reason, fault`

export async function insertImport(
  tx: Tx,
  tenant: string,
  row: Pick<ImportRow, 'id' | 'fileName' | 'sha256' | 'bytes' | 'kind' | 'account' | 'organisation' | 'createdAt'> & {
    readonly found: object
    readonly territory: unknown
  },
): Promise<void> {
  await sql`
    insert into chain_import (tenant_id, id, file_name, sha256, bytes, kind, state, found, account, organisation_id, territory, created_at)
    values (${tenant}, ${row.id}, ${row.fileName}, ${row.sha256}, ${row.bytes}, ${row.kind}, 'sent', ${JSON.stringify(row.found)}::jsonb, ${row.account},
      ${row.organisation}, ${JSON.stringify(row.territory)}::jsonb, ${row.createdAt})`.execute(tx)
}
export async function insertPiece(
  tx: Tx,
  tenant: string,
  piece: { readonly id: string; readonly ordinal: number; readonly content: Uint8Array },
): Promise<void> {
  await sql`insert into chain_import_piece (tenant_id, import_id, ordinal, content)
    values (${tenant}, ${piece.id}, ${piece.ordinal}, ${Buffer.from(piece.content)})`.execute(tx)
}
export async function findPiece(tx: Tx, tenant: string, id: string, ordinal: number): Promise<Buffer | null> {
  const found = await sql<{ content: Buffer }>`
    select content from chain_import_piece where tenant_id = ${tenant} and import_id = ${id} and ordinal = ${ordinal}`.execute(tx)
  return found.rows[0]?.content ?? null
}
export async function dropPieces(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`delete from chain_import_piece where tenant_id = ${tenant} and import_id = ${id}`.execute(tx)
}
export async function findImport(tx: Tx, tenant: string, id: string): Promise<ImportRow | null> {
  const found = await sql<ImportRow>`select ${columns} from chain_import where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}
export async function listImports(tx: Tx, tenant: string): Promise<readonly ImportRow[]> {
  const found =
    await sql<ImportRow>`select ${columns} from chain_import where tenant_id = ${tenant} order by created_at desc limit 50`.execute(tx)
  return found.rows
}
/** Newest import of the same bytes read in the same way that is not undone: a command that is given again goes on with it. */
export async function findSameImport(
  tx: Tx,
  tenant: string,
  of: { readonly sha256: string; readonly settings: string },
): Promise<ImportRow | null> {
  const found = await sql<ImportRow>`
    select ${columns} from chain_import where tenant_id = ${tenant} and sha256 = ${of.sha256} and settings = ${of.settings}::jsonb
      and state in ('tried', 'running', 'done') order by created_at desc limit 1`.execute(tx)
  return found.rows[0] ?? null
}
export async function listWorking(tx: Tx, tenant: string): Promise<readonly ImportRow[]> {
  const found = await sql<ImportRow>`
    select ${columns} from chain_import where tenant_id = ${tenant} and state in ('trying', 'running', 'undoing') order by created_at`.execute(
    tx,
  )
  return found.rows
}

export interface NewState {
  readonly state: string
  readonly settings?: object
  readonly rowsRead?: number
  readonly doneLine?: number
  readonly stopAsked?: boolean
  readonly reason?: string
  readonly fault?: object | null
  readonly triedAt?: string
  readonly finishedAt?: string
}
export async function setState(tx: Tx, tenant: string, id: string, next: NewState): Promise<void> {
  await sql`
    update chain_import set state = ${next.state},
      settings = coalesce(${next.settings === undefined ? null : JSON.stringify(next.settings)}::jsonb, settings),
      kind = coalesce(${next.settings === undefined ? null : JSON.stringify(next.settings)}::jsonb ->> 'kind', kind),
      rows_read = coalesce(${next.rowsRead ?? null}::bigint, rows_read), done_line = coalesce(${next.doneLine ?? null}::bigint, done_line),
      stop_asked = coalesce(${next.stopAsked ?? null}::boolean, stop_asked), reason = coalesce(${next.reason ?? null}, reason),
      fault = ${next.fault === undefined || next.fault === null ? null : JSON.stringify(next.fault)}::jsonb,
      tried_at = coalesce(${next.triedAt ?? null}::timestamptz, tried_at), finished_at = coalesce(${next.finishedAt ?? null}::timestamptz, finished_at)
    where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
/** How far the work is; answers whether somebody asked to stop. */
export async function advance(
  tx: Tx,
  tenant: string,
  id: string,
  to: { readonly rowsRead?: number; readonly doneLine?: number },
): Promise<boolean> {
  const found = await sql<{ stop: boolean }>`
    update chain_import set rows_read = coalesce(${to.rowsRead ?? null}::bigint, rows_read), done_line = coalesce(${to.doneLine ?? null}::bigint, done_line)
    where tenant_id = ${tenant} and id = ${id} returning stop_asked as stop`.execute(tx)
  return found.rows[0]?.stop ?? true
}
export async function askToStop(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`update chain_import set stop_asked = true where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}

export async function clearRows(tx: Tx, tenant: string, id: string): Promise<void> {
  await sql`delete from chain_import_row where tenant_id = ${tenant} and import_id = ${id}`.execute(tx)
}
export type StagedRead = Omit<RowRead, 'verdict' | 'about'> & { readonly verdict: string; readonly about: object | null }
export async function insertRows(tx: Tx, tenant: string, id: string, rows: readonly StagedRead[]): Promise<void> {
  await sql`
    insert into chain_import_row (tenant_id, import_id, line, tag, verdict, problem, about, site_id, on_day, mass_grams, content)
    select ${tenant}, ${id}::uuid, one.line, one.tag, one.verdict, one.problem, one.about, one.site, one.day, one."massGrams", one.content
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (line bigint, tag text, verdict text, problem text, about jsonb, site uuid, day date,
      "massGrams" bigint, content jsonb)`.execute(tx)
}
/** A tag that stands on an earlier row of the same file: the first row keeps its word, the others become doubtful. */
export async function markRepeats(tx: Tx, tenant: string, id: string): Promise<void> {
  // In this shape it is one sort and one look-up a repeat, whatever the database knows of a table that was filled a moment ago.
  await sql`
    with repeated as materialized (
      select line, first from (
        select line, min(line) over (partition by tag) as first from chain_import_row
        where tenant_id = ${tenant} and import_id = ${id} and tag is not null and verdict <> 'unreadable') as each
      where line > first)
    update chain_import_row r set verdict = 'doubtful', problem = 'chain-row-tag-twice',
      about = jsonb_build_object('column', null, 'found', r.tag, 'line', repeated.first)
    from repeated where r.tenant_id = ${tenant} and r.import_id = ${id} and r.line = repeated.line and r.verdict = 'ok'`.execute(tx)
}

export interface StagedRow {
  readonly line: number
  readonly tag: string | null
  readonly verdict: string
  readonly problem: string | null
  readonly about: unknown
  readonly site: string | null
  readonly day: string | null
  readonly massGrams: number | null
  readonly content: unknown
  readonly outcome: string | null
  readonly made: string | null
  readonly told: unknown
}
const rowColumns = sql`line, tag, verdict, problem, about, site_id as site, on_day as day, mass_grams as "massGrams", content, outcome, made, told`
export async function listRows(
  tx: Tx,
  tenant: string,
  asked: {
    readonly id: string
    readonly after: number
    readonly limit: number
    readonly verdict?: string | undefined
    readonly outcome?: string | undefined
  },
): Promise<readonly StagedRow[]> {
  const { id, after, limit, verdict, outcome } = asked
  const found = await sql<StagedRow>`
    select ${rowColumns} from chain_import_row where tenant_id = ${tenant} and import_id = ${id} and line > ${after}
      and ${verdict === undefined ? sql`true` : sql`verdict = ${verdict}`} and ${outcome === undefined ? sql`true` : sql`outcome = ${outcome}`}
    order by line limit ${limit}`.execute(tx)
  return found.rows
}
export interface RowBecame {
  readonly line: number
  readonly outcome: string
  readonly made: string | null
  readonly told: object | null
}
export async function setOutcomes(tx: Tx, tenant: string, id: string, rows: readonly RowBecame[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update chain_import_row r set outcome = one.outcome, made = coalesce(one.made, r.made), told = one.told
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (line bigint, outcome text, made uuid, told jsonb)
    where r.tenant_id = ${tenant} and r.import_id = ${id} and r.line = one.line`.execute(tx)
}

export async function countBy(tx: Tx, tenant: string, id: string) {
  const found = await sql<{ verdict: string; problem: string | null; outcome: string | null; rows: number }>`
    select verdict, problem, outcome, count(*) as rows from chain_import_row where tenant_id = ${tenant} and import_id = ${id}
    group by verdict, problem, outcome order by count(*) desc`.execute(tx)
  return found.rows
}
export async function sumBySiteAndMonth(tx: Tx, tenant: string, id: string) {
  const found = await sql<{ site: string | null; month: string | null; rows: number; massGrams: number }>`
    select site_id as site, to_char(on_day, 'YYYY-MM') as month, count(*) as rows, coalesce(sum(mass_grams), 0)::bigint as "massGrams"
    from chain_import_row where tenant_id = ${tenant} and import_id = ${id} and verdict in ('ok', 'doubtful')
    group by 1, 2 order by 2, 1 limit 2000`.execute(tx)
  return found.rows
}
