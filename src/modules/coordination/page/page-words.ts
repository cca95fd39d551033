/* Words of the papers of committees, and what an item of an agenda is called. */
import { type Language, type PhraseFacts, fillPhrase, numberText } from '../../../kernel/phrase.ts'
import type { AgendaItem } from '../contract-meetings.ts'
import { itemKey } from '../domain/item-key.ts'
import { codesEn } from '../words/codes-en.ts'
import { codesFr } from '../words/codes-fr.ts'
import { pageEn } from '../words/page-en.ts'
import { pageFr } from '../words/page-fr.ts'

const WORDS = { fr: { ...codesFr, ...pageFr }, en: { ...codesEn, ...pageEn } } as const
export type PageKey = keyof (typeof WORDS)['fr']
export type Say = (key: PageKey, facts?: PhraseFacts) => string
export const sayIn =
  (language: Language): Say =>
  (key, facts = {}) =>
    fillPhrase(language, WORDS[language][key], facts)
export const itemTitle = (say: Say, item: Pick<AgendaItem, 'source' | 'label' | 'day' | 'n'>): string =>
  say(itemKey(item), { label: item.label ?? '–', day: item.day ?? '–', n: item.n ?? 0 })
/** Hundredths of a currency as people write them. */
export const moneyText = (language: Language, amount: number): string => numberText(language, amount / 100, 2)
