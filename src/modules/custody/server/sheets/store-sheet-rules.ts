/* What the rules about paper ask of sheets: numbers that are missing below the highest of their book (F20), and how late each came (F41). */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface SheetGap {
  readonly book: string
  readonly prefix: string
  readonly kind: string
  readonly site: string | null
  readonly holder: string | null
  /** Missing numbers `from`…`to`. */
  readonly from: number
  readonly to: number
}
/** F20: runs of numbers that nobody handed in, below the highest that somebody did. */
export async function listSheetGaps(tx: Tx, tenant: string): Promise<readonly SheetGap[]> {
  const found = await sql<SheetGap>`
    select book.id as book, prefix, kind, site_id as site, holder_id as holder, before + 1 as "from", number - 1 as "to" from (
      select book_id, number, lag(number) over (partition by book_id order by number) as seen from sheet where tenant_id = ${tenant}
    ) as posted
    join sheet_book book on book.tenant_id = ${tenant} and book.id = posted.book_id
    cross join lateral (select coalesce(seen, from_number - 1) as before) as earlier
    where number > before + 1 order by book.id, number`.execute(tx)
  return found.rows
}

export interface SheetLateness {
  readonly sheet: string
  readonly book: string
  readonly label: string
  readonly site: string | null
  readonly holder: string | null
  readonly day: string
  readonly postedOn: string
  readonly days: number
}
/** F41: sheets that were posted more than so many days after the day that stands on them. */
export async function listLateSheets(tx: Tx, tenant: string, moreThanDays: number): Promise<readonly SheetLateness[]> {
  const found = await sql<SheetLateness>`
    select sheet.id as sheet, book_id as book, prefix || lpad(number::text, 5, '0') as label, sheet.site_id as site, sheet.holder_id as holder, day,
      posted_on as "postedOn", posted_on - day as days
    from sheet join sheet_book book on book.tenant_id = sheet.tenant_id and book.id = sheet.book_id
    where sheet.tenant_id = ${tenant} and posted_on - day > ${moreThanDays}::int order by days desc, sheet.id`.execute(tx)
  return found.rows
}
