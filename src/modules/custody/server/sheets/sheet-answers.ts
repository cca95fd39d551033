/* What a reader gets back about books and sheets: names beside identifiers, states from the two entries, findings once posted. */
import { daysBetween } from '../../../../kernel/calendar.ts'
import { listOf, mustParse, parse } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { Who } from '../../../../platform/http/who.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import { Finding } from '../../contract.ts'
import { BookSummary, SheetContent, SheetPage, SheetSummary } from '../../contract-sheets.ts'
import { compareEntries, finding, missingNumbers, sheetState, sheetSums } from '../../domain/sheets/double-entry.ts'
import { sheetLabel } from '../../domain/sheets/label.ts'
import { type OpenedSheet, type SheetHouse, booksFor } from './sheet-house.ts'
import { type BookRow, type SheetRow, carriedTo, findSheet, listBooks, listPostedNumbers, listSheetLines } from './store-books.ts'
import { type DraftRow, listDrafts } from './store-drafts.ts'
import { tagsElsewhere } from './tags-elsewhere.ts'

interface Reader {
  readonly house: SheetHouse
  readonly who: Who
}
async function namesOf(tx: Tx, { house, who }: Reader, books: readonly BookRow[]) {
  const unique = (all: readonly (string | null)[]): readonly string[] => [...new Set(all.filter((one) => one !== null))]
  const sites = unique(books.map((book) => book.site)).map((site) => mustParse(SiteId, site))
  const holders = unique(books.map((book) => book.holder)).map((holder) => mustParse(OrganisationId, holder))
  const siteNames = new Map<string, string>(
    (sites.length === 0 ? [] : await house.sites.briefs(tx, sites, who.tenant)).map((one) => [one.id, one.name]),
  )
  const named = holders.length === 0 ? [] : await house.people.organisations(tx, holders, who.tenant)
  const holderNames = new Map<string, string>(named.map((one) => [one.id, one.name]))
  return (book: BookRow) => ({
    siteName: book.site === null ? null : (siteNames.get(book.site) ?? null),
    holderName: book.holder === null ? null : (holderNames.get(book.holder) ?? null),
  })
}

export async function bookAnswers(tx: Tx, reader: Reader, all: readonly BookRow[]): Promise<BookSummary[]> {
  const books = await booksFor(tx, { doors: reader.house, who: reader.who }, all)
  const numbers = await listPostedNumbers(
    tx,
    reader.who.tenant,
    books.map((book) => book.id),
  )
  const names = await namesOf(tx, reader, books)
  return books.map((book) => {
    const posted = numbers.get(book.id) ?? []
    const shown = {
      ...book,
      ...names(book),
      posted: posted.length,
      lastPosted: posted.at(-1) ?? null,
      missing: missingNumbers(book, posted),
    }
    return mustParse(BookSummary, shown)
  })
}

const contentOf = (value: unknown): SheetContent | null => {
  const read = parse(SheetContent, value)
  return read.ok ? read.value : null
}
const findingsOf = (sheet: SheetRow | null): Finding[] => (sheet === null ? [] : mustParse(listOf(Finding), sheet.findings))

function summary(book: BookRow, draft: DraftRow, more: { readonly sheet: SheetRow | null; readonly names: object }): SheetSummary {
  const { sheet, names } = more
  const [first, second] = [contentOf(draft.first), contentOf(draft.second)]
  return mustParse(SheetSummary, {
    ...{ id: draft.id, book: book.id, kind: book.kind, label: sheetLabel(book.prefix, draft.number), number: draft.number, ...names },
    state: sheetState({ first, second, posted: sheet !== null }),
    day: sheet?.day ?? first?.day ?? null,
    lines: first?.lines.length ?? 0,
    findings: findingsOf(sheet).length,
    daysLate: sheet === null ? null : daysBetween(sheet.day, sheet.postedOn),
  })
}

export async function sheetAnswers(tx: Tx, reader: Reader): Promise<SheetSummary[]> {
  const { tenant } = reader.who
  const books = await booksFor(tx, { doors: reader.house, who: reader.who }, await listBooks(tx, tenant))
  const names = await namesOf(tx, reader, books)
  const drafts = await listDrafts(
    tx,
    tenant,
    books.map((book) => book.id),
  )
  const answers: SheetSummary[] = []
  for (const draft of drafts) {
    const book = books.find((one) => one.id === draft.book)
    if (book) answers.push(summary(book, draft, { sheet: await findSheet(tx, tenant, draft.id), names: names(book) }))
  }
  return answers
}

/** Another's entry is shown once one's own is there, and when both are. */
export async function pageAnswer(tx: Tx, reader: Reader, { draft, book }: OpenedSheet): Promise<SheetPage> {
  const { tenant, account } = reader.who
  const sheet = await findSheet(tx, tenant, draft.id)
  const names = await namesOf(tx, reader, [book])
  const [first, second] = [contentOf(draft.first), contentOf(draft.second)]
  const both = first !== null && second !== null
  const before = await carriedTo(tx, tenant, { book: book.id, number: draft.number - 1 })
  const elsewhere = both && sheet === null ? await tagsElsewhere(tx, tenant, { draft, kind: book.kind, content: first }) : []
  const lines = sheet === null ? [] : await listSheetLines(tx, tenant, draft.id)
  return mustParse(SheetPage, {
    sheet: summary(book, draft, { sheet, names: names(book) }),
    ...{ rowsPerSheet: book.rowsPerSheet, site: book.site, bookHolder: book.holder, carriedBefore: before },
    first: both || draft.firstBy === account ? first : null,
    second: both ? second : null,
    firstIsMine: draft.firstBy === account,
    differences: both ? compareEntries(first, second) : [],
    findings:
      sheet === null
        ? both
          ? [...sheetSums(first, before), ...elsewhere.map((one) => finding('S08', { ...one }, 'C'))]
          : []
        : findingsOf(sheet),
    ...{ photo: draft.photo, posted: lines, formed: sheet?.formed ?? null, learnedAt: sheet?.learnedAt ?? null },
  })
}
