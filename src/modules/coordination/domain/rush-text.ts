/* What an item says of a rush, on the screen as on paper: the means that are compared, how many counted days each rests on, and until when. */
import { type Language, type PhraseFacts, numberText } from '../../../kernel/phrase.ts'
import type { AgendaItem } from '../contract-meetings.ts'

/** Empty for every other item, and for a rush of an agenda older than its figures. */
export function rushText(
  say: (key: 'rush.figures', facts?: PhraseFacts) => string,
  language: Language,
  { rush }: Pick<AgendaItem, 'rush'>,
): string {
  if (rush === undefined) return ''
  return say('rush.figures', { ...rush, recent: numberText(language, rush.recent, 1), earlier: numberText(language, rush.earlier, 1) })
}
