/* Books and posted sheets as tables, from their events. */
import { subjectId } from '../../../../platform/log/event.ts'
import { type Projection, on } from '../../../../platform/log/projection.ts'
import { BookPrinted, SheetPosted } from '../../domain/sheets/sheet-events.ts'
import { insertBook, insertSheet } from './store-books.ts'

export const sheetProjection: Projection = {
  name: 'custody-sheets',
  tables: ['sheet_book', 'sheet', 'sheet_line'],
  apply: {
    'sheet-book.printed.v1': on(BookPrinted, (tx, event) =>
      insertBook(tx, event.tenant, { ...event.payload, id: subjectId(event.subject), learnedAt: event.learnedAt }),
    ),
    'sheet.posted.v1': on(SheetPosted, (tx, event) =>
      insertSheet(tx, event.tenant, { ...event.payload, id: subjectId(event.subject), learnedAt: event.learnedAt }, event.payload.lines),
    ),
  },
}
