/* The sentence of a published outcome, made of what is known and of nothing else: month, area, category, what was decided. */
import { type Language, fillPhrase } from '../../../kernel/phrase.ts'
import type { IncidentCategory } from '../contract.ts'
import type { Decided } from '../contract-report.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'

export interface Told {
  readonly month: string
  /** Name of the territoire, or of the province where that would name a site; `null`: somewhere in the country. */
  readonly area: { readonly name: string; readonly kind: 'territoire' | 'province' } | null
  readonly category: IncidentCategory
  readonly decided: Decided
}
const months = {
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const
export const monthText = (language: Language, month: string): string =>
  `${months[language][Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`

export function outcomeSentence(language: Language, { month, area, category, decided }: Told): string {
  const say = language === 'fr' ? fr : en
  const where = area === null ? say['outcome.where.country'] : fillPhrase(language, say[`outcome.where.${area.kind}`], { name: area.name })
  return fillPhrase(language, say['outcome.sentence'], {
    month: monthText(language, month),
    where,
    category: say[`incident.category.${category}`],
    decided: say[`incident.decided.${decided}`],
  })
}
export const bothSentences = (told: Told): { readonly fr: string; readonly en: string } => ({
  fr: outcomeSentence('fr', told),
  en: outcomeSentence('en', told),
})
