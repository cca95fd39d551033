/*
Fills a sentence with facts: `{name}` is replaced, `{name|one|many}` chooses by number (French counts 0 and 1 as one).
Numbers take the local separators, calendar dates become day-month-year. Pure: screens, public pages and the server's own sentences share it.
*/
export type Language = 'fr' | 'en'
export type PhraseFacts = { readonly [name: string]: unknown }

const slot = /\{([\w-]+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g

/** A fact that is absent stays visible as its name, so that a mistake is seen and nothing is invented. */
export function fillPhrase(language: Language, sentence: string, facts: PhraseFacts = {}): string {
  return sentence.replaceAll(slot, (...found: readonly string[]) => {
    const [whole = '', name = '', one, many] = found
    const fact = facts[name]
    if (one !== undefined && many !== undefined) return isOne(language, Number(fact)) ? one : many
    return fact === undefined ? whole : factText(language, fact)
  })
}

/** A whole or decimal number with the language's separators. */
export const numberText = (language: Language, value: number, digits = 0): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, 3),
  })
    .format(value)
    .replaceAll('\u202f', '\u00a0')

/** `2026-11-21` as people write it: `21-11-2026`. */
export const dateText = (date: string): string => `${date.slice(8, 10)}-${date.slice(5, 7)}-${date.slice(0, 4)}`

function factText(language: Language, fact: unknown): string {
  if (typeof fact === 'number') return numberText(language, fact)
  if (typeof fact === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(fact) ? dateText(fact) : fact
  if (Array.isArray(fact)) return fact.map((item) => factText(language, item)).join(', ')
  return fact === null ? '–' : String(fact)
}
const isOne = (language: Language, n: number): boolean => (language === 'fr' ? Math.abs(n) < 2 : Math.abs(n) === 1)
