/* The same in English; the type makes a missing one an error. */
import type { keptCountFr } from './kept-count-fr.ts'

export const keptCountEn: { readonly [Key in keyof typeof keptCountFr]: string } = {
  'flow-kept.title': 'Count of {day}',
  'flow-kept.refused': 'Check the day and the point, then note it again.',
}
