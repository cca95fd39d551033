/* What stands on a sheet of a test on a telephone, in Mongolian: a proposal that no native reader has seen yet. */
import type { SheetWords } from './sheet-fr.ts'

export const sheetMn: SheetWords = {
  name: 'Монгол',
  badge: 'Энгэрийн дугаар {badge}',
  pre: 'сургалтын өмнө',
  post: 'сургалтын дараа',
  question: 'Асуулт {at} / {of}',
  open: 'Хариулахгүй үлдээх',
  next: 'Дараагийнх',
  back: 'Өмнөх',
  end: 'Таны хуудас',
  all: 'Та бүх асуултад хариуллаа.',
  left: 'Хариулаагүй: {questions}. Буцаж болно, эсвэл ингээд өгч болно.',
  look: 'Асуултуудыг дахин харах',
  give: 'Хуудсаа өгөх',
  given: '{badge} дугаар: хуудас хүлээн авлаа. Баярлалаа. Утсаа дараагийн хүнд өгнө үү.',
}
