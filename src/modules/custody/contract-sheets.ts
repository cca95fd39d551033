/*
Log sheets (the paper twins of weighing, of a trader's emptied bags, of the entries of a processor): books of numbered sheets, what is typed in from
them twice, and what is posted. A sheet is an observation: what stands on the paper is kept, what does not add up is a finding.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  grams,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { DocumentRef } from '../documents/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { Mineral, SiteId } from '../sites/contract.ts'
import { Finding, LotId, TagNumber } from './contract.ts'

export const SheetBookId = id('sheet-book')
export type SheetBookId = Id<'sheet-book'>
export const SheetId = id('sheet')
export type SheetId = Id<'sheet'>

/** The three books of the field (V): mine, trader, comptoir. */
export const SheetKind = oneOf('mine', 'trader', 'export')
export type SheetKind = Infer<typeof SheetKind>
/** Rows of one page (D). */
export const MOST_LINES = 30

export const PrintBook = record({
  kind: SheetKind,
  /** In front of every number, e.g. `MW-`. */
  prefix: text(12),
  from: count().min(1),
  to: count().max(999_999),
  rowsPerSheet: count().min(20).max(MOST_LINES),
  /** Of a mine book. */
  site: orNull(SiteId),
  /** Whose book it is, for a trader's or a processor's. */
  holder: orNull(OrganisationId),
  printedOn: maybe(calendarDate()),
})
export const SheetLine = record({
  line: count().min(1).max(MOST_LINES),
  /** Tag number; in an entry log the number of the lot or receipt. */
  tag: orNull(TagNumber),
  massGrams: grams(),
  pit: maybe(text(40)),
  team: maybe(text(40)),
  grossGrams: maybe(grams()),
  remark: maybe(text(120)),
})
export type SheetLine = Infer<typeof SheetLine>
export const SheetContent = record({
  day: calendarDate(),
  mineral: Mineral,
  /** Whose bags they are. */
  holder: orNull(OrganisationId),
  /** As written at the top of the page: what the pages before came to. */
  carriedGrams: grams(),
  /** As written at its foot: to be carried to the next. */
  totalGrams: grams(),
  /** A trader's sheet: the new tag that closes the emptied bags, and what it weighs. */
  outTag: maybe(TagNumber),
  outGrams: maybe(grams()),
  lines: listOf(SheetLine, MOST_LINES),
})
export type SheetContent = Infer<typeof SheetContent>

export const OpenSheet = record({ book: SheetBookId, number: count().min(1) })
export const EnterSheet = record({ pass: oneOf('first', 'second'), content: SheetContent })
export const AttachPage = record({ file: DocumentRef })
export const PostSheet = record({})

export const SheetState = oneOf('draft', 'entered-once', 'entered-twice', 'agreed', 'posted')
export type SheetState = Infer<typeof SheetState>
/** A cell in which two entries differ; `line` null in the head and foot. */
export const CellDifference = record({ line: orNull(count()), field: text(20), first: orNull(text()), second: orNull(text()) })
export type CellDifference = Readonly<Infer<typeof CellDifference>>

export const BookSummary = record({
  id: SheetBookId,
  kind: SheetKind,
  prefix: text(),
  from: count(),
  to: count(),
  rowsPerSheet: count(),
  site: orNull(SiteId),
  siteName: orNull(text()),
  holder: orNull(OrganisationId),
  holderName: orNull(text()),
  printedOn: calendarDate(),
  posted: count(),
  /** Highest number posted; null before the first. */
  lastPosted: orNull(count()),
  /** Numbers below it that are missing. */
  missing: listOf(count()),
})
export type BookSummary = Infer<typeof BookSummary>
export const SheetSummary = record({
  id: SheetId,
  book: SheetBookId,
  kind: SheetKind,
  label: text(),
  number: count(),
  state: SheetState,
  siteName: orNull(text()),
  holderName: orNull(text()),
  day: orNull(calendarDate()),
  lines: count(),
  findings: count(),
  daysLate: orNull(whole()),
})
export type SheetSummary = Infer<typeof SheetSummary>
export const SheetPage = record({
  sheet: SheetSummary,
  rowsPerSheet: count(),
  site: orNull(SiteId),
  bookHolder: orNull(OrganisationId),
  /** What the page before was carried to; null where it is not posted. */
  carriedBefore: orNull(grams()),
  /** Of an entry that the reader may see: one's own, and both once both are there. */
  first: orNull(SheetContent),
  second: orNull(SheetContent),
  firstIsMine: yesOrNo(),
  differences: listOf(CellDifference),
  findings: listOf(Finding),
  photo: orNull(DocumentRef),
  posted: listOf(record({ line: count(), tag: orNull(text()), massGrams: grams(), lot: orNull(LotId), how: text() })),
  formed: orNull(LotId),
  learnedAt: orNull(instant()),
})
export type SheetPage = Infer<typeof SheetPage>
