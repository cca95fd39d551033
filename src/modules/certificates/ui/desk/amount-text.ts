/* Numbers and days of the checks as a clerk reads them: kilograms of ore and grams of gold instead of the units in which they are kept. Pure. */
import { type Language, dateText, numberText } from '../../../../kernel/phrase.ts'

interface Amount {
  readonly code: string
  readonly name: string
  readonly fact: number
  readonly unit: unknown
}
/** `null`: a plain number. */
export function amountText(language: Language, { code, name, fact, unit }: Amount): string | null {
  // Kept in thousandths; people read a share in hundredths.
  if (code === 'mass-per-mille') return numberText(language, fact / 10)
  const kept = name.endsWith('Grams') ? 'grams' : name === 'amount' || name === 'of' ? unit : null
  if (kept === 'milligrams') return `${numberText(language, fact / 1000)}\u00a0g`
  if (kept !== 'grams') return null
  return Math.abs(fact) < 1000 ? `${numberText(language, fact)}\u00a0g` : `${numberText(language, fact / 1000)}\u00a0kg`
}
/** Days inside a text as people write them; what is part of a number of a paper stays as it is. */
export const withDays = (fact: string): string => fact.replaceAll(/(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w/-])/g, dateText)
