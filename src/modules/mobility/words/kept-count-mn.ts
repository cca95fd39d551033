/* The same in Mongolian: a proposal that no native reader has seen yet. */
import type { keptCountFr } from './kept-count-fr.ts'

export const keptCountMn: { readonly [Key in keyof typeof keptCountFr]: string } = {
  'flow-kept.title': '{day}-ний тооллого',
  'flow-kept.refused': 'Өдөр ба цэгээ шалгаад дахин тэмдэглэнэ үү.',
}
