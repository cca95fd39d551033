/* How a sheet that waits on a telephone is called on its shelves. */
import type { keptSheetFr } from './kept-sheet-fr.ts'

export const keptSheetEn: { readonly [Key in keyof typeof keptSheetFr]: string } = {
  'sheet-kept.title': 'Sheet of badge {badge}',
  'sheet-kept.refused': 'It stays kept here and on the server. Type it in on the page of the session if it is to count.',
}
