/* How a sheet that waits on a telephone is called on its shelves, in Mongolian: a proposal that no native reader has seen yet. */
import type { keptSheetFr } from './kept-sheet-fr.ts'

export const keptSheetMn: { readonly [Key in keyof typeof keptSheetFr]: string } = {
  'sheet-kept.title': '{badge} дугаарын хуудас',
  'sheet-kept.refused': 'Энд болон серверт хадгалагдсан хэвээр. Тооцох бол сургалтын хуудсанд гараар оруулна уу.',
}
