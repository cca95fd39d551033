/* What is typed in from a sheet of paper before it is posted: two entries, who made them, the photograph of the page. Plain rows, changed in place. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface DraftRow {
  readonly id: string
  readonly book: string
  readonly number: number
  readonly first: unknown
  readonly firstBy: string | null
  readonly second: unknown
  readonly secondBy: string | null
  readonly photo: unknown
  readonly openedAt: string
}
const columns = sql`
  draft.id, draft.book_id as book, draft.number, first_entry as first, first_by as "firstBy", second_entry as second, second_by as "secondBy",
  draft.photo, opened_at as "openedAt"`

/** The id of the draft of this number: a sheet is opened once, by whoever comes first. */
export async function openDraft(
  tx: Tx,
  tenant: string,
  draft: { readonly id: string; readonly book: string; readonly number: number; readonly now: string },
): Promise<string> {
  await sql`
    insert into sheet_draft (tenant_id, id, book_id, number, opened_at) values (${tenant}, ${draft.id}, ${draft.book}, ${draft.number}, ${draft.now})
    on conflict (tenant_id, book_id, number) do nothing`.execute(tx)
  const found = await sql<{ id: string }>`
    select id from sheet_draft where tenant_id = ${tenant} and book_id = ${draft.book} and number = ${draft.number}`.execute(tx)
  return found.rows[0]?.id ?? draft.id
}
export async function findDraft(tx: Tx, tenant: string, id: string): Promise<DraftRow | null> {
  const found = await sql<DraftRow>`select ${columns} from sheet_draft draft where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}
/** Newest first, at most 300, of these books. */
export async function listDrafts(tx: Tx, tenant: string, books: readonly string[]): Promise<readonly DraftRow[]> {
  const found = await sql<DraftRow>`
    select ${columns} from sheet_draft draft where tenant_id = ${tenant} and book_id = any(${[...books]}::uuid[])
    order by opened_at desc, id desc limit 300`.execute(tx)
  return found.rows
}

export interface Entry {
  readonly pass: 'first' | 'second'
  readonly content: unknown
  readonly by: string
  readonly now: string
}
export async function saveEntry(tx: Tx, tenant: string, id: string, { pass, content, by, now }: Entry): Promise<void> {
  const text = JSON.stringify(content)
  if (pass === 'first')
    await sql`update sheet_draft set first_entry = ${text}::jsonb, first_by = ${by}, first_at = ${now} where tenant_id = ${tenant} and id = ${id}`.execute(
      tx,
    )
  else
    await sql`update sheet_draft set second_entry = ${text}::jsonb, second_by = ${by}, second_at = ${now} where tenant_id = ${tenant} and id = ${id}`.execute(
      tx,
    )
}
export async function savePhoto(tx: Tx, tenant: string, id: string, photo: unknown): Promise<void> {
  await sql`update sheet_draft set photo = ${JSON.stringify(photo)}::jsonb where tenant_id = ${tenant} and id = ${id}`.execute(tx)
}
