/* Rows of printed books and of posted sheets, written from the log. */
import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transaction.ts'

export interface BookRow {
  readonly id: string
  readonly kind: string
  readonly prefix: string
  readonly from: number
  readonly to: number
  readonly rowsPerSheet: number
  readonly site: string | null
  readonly holder: string | null
  readonly printedOn: string
}
const columns = sql`id, kind, prefix, from_number as "from", to_number as "to", rows_per_sheet as "rowsPerSheet", site_id as site, holder_id as holder, printed_on as "printedOn"`

export async function insertBook(tx: Tx, tenant: string, book: BookRow & { readonly learnedAt: string }): Promise<void> {
  const { id, kind, prefix, from, to, rowsPerSheet, site, holder, printedOn, learnedAt } = book
  await sql`
    insert into sheet_book (tenant_id, id, kind, prefix, from_number, to_number, rows_per_sheet, site_id, holder_id, printed_on, learned_at)
    values (${tenant}, ${id}, ${kind}, ${prefix}, ${from}, ${to}, ${rowsPerSheet}, ${site}, ${holder}, ${printedOn}, ${learnedAt})`.execute(
    tx,
  )
}

/** The lowest number of another book with this prefix that the range meets. */
export async function findBookOverlap(
  tx: Tx,
  tenant: string,
  range: { readonly prefix: string; readonly from: number; readonly to: number },
): Promise<number | null> {
  const found = await sql<{ number: number }>`
    select greatest(from_number, ${range.from}::int) as number from sheet_book
    where tenant_id = ${tenant} and prefix = ${range.prefix} and from_number <= ${range.to} and to_number >= ${range.from}
    order by from_number limit 1`.execute(tx)
  return found.rows[0]?.number ?? null
}

export async function findBook(tx: Tx, tenant: string, id: string): Promise<BookRow | null> {
  const found = await sql<BookRow>`select ${columns} from sheet_book where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}
/** Newest first, at most 500. */
export async function listBooks(tx: Tx, tenant: string): Promise<readonly BookRow[]> {
  const found =
    await sql<BookRow>`select ${columns} from sheet_book where tenant_id = ${tenant} order by printed_on desc, id desc limit 500`.execute(
      tx,
    )
  return found.rows
}

export interface SheetRow {
  readonly id: string
  readonly book: string
  readonly number: number
  readonly kind: string
  readonly site: string | null
  readonly holder: string | null
  readonly mineral: string
  readonly day: string
  readonly postedOn: string
  readonly carriedGrams: number
  readonly totalGrams: number
  readonly formed: string | null
  readonly findings: unknown
  readonly photo: unknown
  readonly learnedAt: string
}
export interface SheetLineRow {
  readonly line: number
  readonly tag: string | null
  readonly massGrams: number
  readonly lot: string | null
  readonly how: string
}
const sheetColumns = sql`
  id, book_id as book, number, kind, site_id as site, holder_id as holder, mineral, day, posted_on as "postedOn", carried_grams as "carriedGrams",
  total_grams as "totalGrams", formed_lot_id as formed, findings, photo, learned_at as "learnedAt"`

export async function insertSheet(tx: Tx, tenant: string, sheet: SheetRow, lines: readonly SheetLineRow[]): Promise<void> {
  await sql`
    insert into sheet (tenant_id, id, book_id, number, kind, site_id, holder_id, mineral, day, posted_on, carried_grams, total_grams, formed_lot_id,
      findings, photo, learned_at)
    values (${tenant}, ${sheet.id}, ${sheet.book}, ${sheet.number}, ${sheet.kind}, ${sheet.site}, ${sheet.holder}, ${sheet.mineral}, ${sheet.day},
      ${sheet.postedOn}, ${sheet.carriedGrams}, ${sheet.totalGrams}, ${sheet.formed}, ${JSON.stringify(sheet.findings)}::jsonb,
      ${sheet.photo === null ? null : JSON.stringify(sheet.photo)}::jsonb, ${sheet.learnedAt})`.execute(tx)
  for (const { line, tag, massGrams, lot, how } of lines)
    await sql`
      insert into sheet_line (tenant_id, sheet_id, line, tag, mass_grams, lot_id, how)
      values (${tenant}, ${sheet.id}, ${line}, ${tag}, ${massGrams}, ${lot}, ${how})`.execute(tx)
}

export async function findSheet(tx: Tx, tenant: string, id: string): Promise<SheetRow | null> {
  const found = await sql<SheetRow>`select ${sheetColumns} from sheet where tenant_id = ${tenant} and id = ${id}`.execute(tx)
  return found.rows[0] ?? null
}
export async function listSheetLines(tx: Tx, tenant: string, sheet: string): Promise<readonly SheetLineRow[]> {
  const found = await sql<SheetLineRow>`
    select line, tag, mass_grams as "massGrams", lot_id as lot, how from sheet_line
    where tenant_id = ${tenant} and sheet_id = ${sheet} order by line`.execute(tx)
  return found.rows
}
/** Of the tags, as normalised, those that stand on a posted sheet of a mine other than this one, each with one of these sheets. */
export async function listTagsOnSheets(
  tx: Tx,
  tenant: string,
  asked: { readonly tags: readonly string[]; readonly not: string },
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ tag: string; label: string }>`
    select distinct on (l.tag) l.tag, b.prefix || lpad(s.number::text, 5, '0') as label
    from sheet_line l join sheet s on s.tenant_id = l.tenant_id and s.id = l.sheet_id
    join sheet_book b on b.tenant_id = s.tenant_id and b.id = s.book_id
    where l.tenant_id = ${tenant} and l.tag = any(${[...asked.tags]}::text[]) and l.sheet_id <> ${asked.not} and b.kind = 'mine'
    order by l.tag, s.id`.execute(tx)
  return new Map(found.rows.map((row) => [row.tag, row.label]))
}
/** By book the numbers that were posted, lowest first. */
export async function listPostedNumbers(tx: Tx, tenant: string, books: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = await sql<{ book: string; number: number }>`
    select book_id as book, number from sheet where tenant_id = ${tenant} and book_id = any(${[...books]}::uuid[]) order by number`.execute(
    tx,
  )
  const numbers = new Map<string, number[]>()
  for (const { book, number } of found.rows) numbers.set(book, [...(numbers.get(book) ?? []), number])
  return numbers
}
/** What the sheet with this number was carried to; null where it is not posted. */
export async function carriedTo(
  tx: Tx,
  tenant: string,
  { book, number }: { readonly book: string; readonly number: number },
): Promise<number | null> {
  const found = await sql<{ total: number }>`
    select total_grams as total from sheet where tenant_id = ${tenant} and book_id = ${book} and number = ${number}`.execute(tx)
  return found.rows[0]?.total ?? null
}
