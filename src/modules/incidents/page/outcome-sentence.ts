/* The sentence of a published outcome, made of what is known and of nothing else: month, area, category, what was decided. */
import { type Language, fillPhrase } from '../../../kernel/phrase.ts'
import type { IncidentCategory } from '../contract.ts'
import type { Decided, PublishedOutcome } from '../contract-report.ts'
import { type OutcomeLanguage, monthText, outcomeWords } from './outcome-words.ts'

export interface Told {
  readonly month: string
  /** Name of the territoire, or of the province where that would name a site; `null`: somewhere in the country. */
  readonly area: { readonly name: string; readonly kind: 'territoire' | 'province' } | null
  readonly category: IncidentCategory
  readonly decided: Decided
}
/** Separators of numbers: who writes Swahili or Lingala here reads French figures. */
export const figures = (language: OutcomeLanguage): Language => (language === 'en' ? 'en' : 'fr')

export function outcomeSentence(language: OutcomeLanguage, { month, area, category, decided }: Told): string {
  const say = outcomeWords(language)
  const fill = (words: string, facts: object): string => fillPhrase(figures(language), words, { ...facts })
  const where = area === null ? say['outcome.where.country'] : fill(say[`outcome.where.${area.kind}`], { name: area.name })
  return fill(say['outcome.sentence'], {
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
/** In the languages of the grievance desk; from what is published alone. */
export function everySentence({ month, areaName, territoireCode, category, decided }: PublishedOutcome): {
  readonly [One in OutcomeLanguage]: string
} {
  const kind = territoireCode === null ? ('province' as const) : ('territoire' as const)
  const told: Told = { month, area: areaName === null ? null : { name: areaName, kind }, category, decided }
  return { ...bothSentences(told), sw: outcomeSentence('sw', told), ln: outcomeSentence('ln', told) }
}
