/* What happens to books and sheets, for good. A posted line says which bag it is; who typed is an account's id, never a name. */
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, grams, listOf, maybe, oneOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { DocumentRef } from '../../../documents/contract.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { Mineral, SiteId } from '../../../sites/contract.ts'
import { Finding, LotId, TagNumber } from '../../contract.ts'
import { MOST_LINES, type PrintBook, SheetBookId, SheetKind } from '../../contract-sheets.ts'

/** One print of more is a slip of the finger. */
export const MOST_SHEETS_IN_BOOK = 500

export const BookPrinted = record({
  kind: SheetKind,
  prefix: text(12),
  from: count(),
  to: count(),
  rowsPerSheet: count(),
  site: orNull(SiteId),
  holder: orNull(OrganisationId),
  printedOn: calendarDate(),
})
export const SheetPosted = record({
  book: SheetBookId,
  number: count(),
  kind: SheetKind,
  site: orNull(SiteId),
  holder: orNull(OrganisationId),
  mineral: Mineral,
  day: calendarDate(),
  postedOn: calendarDate(),
  carriedGrams: grams(),
  totalGrams: grams(),
  outTag: maybe(TagNumber),
  outGrams: maybe(grams()),
  lines: listOf(
    record({
      line: count(),
      tag: orNull(text(40)),
      massGrams: grams(),
      lot: orNull(LotId),
      how: oneOf('registered', 'matched', 'not-found'),
    }),
    MOST_LINES,
  ),
  formed: orNull(LotId),
  findings: listOf(Finding),
  enteredBy: listOf(text(60), 2),
  photo: orNull(DocumentRef),
})
export type PostedSheet = Infer<typeof SheetPosted>

export const bookKinds = { 'sheet-book.printed.v1': BookPrinted } as const
export type BookEvent = DomainEvent<'sheet-book.printed.v1', Infer<typeof BookPrinted>>
export type BookCommand = { readonly type: 'print-book' } & Infer<typeof PrintBook>
export interface BookContext {
  readonly happenedOn: string
  /** Label of a sheet of another book with the same prefix and number. */
  readonly overlap: string | null
  readonly knownSite: boolean
  readonly insideTerritory: boolean
}
type BookState = Infer<typeof BookPrinted> | null

/** Refusals: `sheet-book-already-printed`, `sheet-range-not-valid`, `sheet-book-whose`, `unknown-site`, `outside-your-territory`, `sheet-numbers-taken`. */
function decideBook(state: BookState, command: BookCommand, context: BookContext): Outcome<readonly BookEvent[]> {
  if (state) return refused('sheet-book-already-printed')
  const { type: _, printedOn = context.happenedOn, ...book } = command
  const { from, to, kind, site, holder, prefix } = book
  if (to < from || to - from + 1 > MOST_SHEETS_IN_BOOK) return refused('sheet-range-not-valid', { from, to, most: MOST_SHEETS_IN_BOOK })
  if (kind === 'mine' ? site === null : holder === null) return refused('sheet-book-whose', { kind })
  if (!context.knownSite) return refused('unknown-site', { site })
  if (!context.insideTerritory) return refused('outside-your-territory', { site, place: prefix })
  if (context.overlap !== null) return refused('sheet-numbers-taken', { label: context.overlap })
  return accepted([{ kind: 'sheet-book.printed.v1', payload: { ...book, prefix: prefix.trim().toUpperCase(), printedOn } }])
}
export const bookDecider: Decider<BookState, BookCommand, BookEvent, BookContext> = {
  initial: null,
  decide: decideBook,
  evolve: (_state, event) => event.payload,
}

export const sheetKinds = { 'sheet.posted.v1': SheetPosted } as const
export type SheetEvent = DomainEvent<'sheet.posted.v1', PostedSheet>
/** The draft as two persons agreed on it, with what became of its lines. */
export type SheetCommand = { readonly type: 'post-sheet'; readonly sheet: PostedSheet }

/** Refusals: `sheet-already-posted`. Everything else about a sheet is an observation. */
export const sheetDecider: Decider<{ readonly number: number } | null, SheetCommand, SheetEvent, null> = {
  initial: null,
  decide: (state, { sheet }) =>
    state ? refused('sheet-already-posted', { number: sheet.number }) : accepted([{ kind: 'sheet.posted.v1', payload: sheet }]),
  evolve: (_state, { payload }) => ({ number: payload.number }),
}
