/* An amount as people write it: kilograms of tin, grams of gold to the milligram. */
import { massText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { type Language, numberText } from '../../../../kernel/phrase.ts'
import type { Amount } from '../../contract-tracing.ts'

export const amountText = (language: Language, { grams, milligrams }: Amount): string =>
  milligrams === null ? massText(language, grams) : `${numberText(language, milligrams / 1000, milligrams % 1000 === 0 ? 0 : 3)}\u00a0g`

export function AmountText({ amount }: { readonly amount: Amount }) {
  const { language } = useWords()
  return <span>{amountText(language, amount)}</span>
}

/** In the unit in which it is exact; for lengths of bars and widths of rivers. */
export const unitsOf = ({ grams, milligrams }: Amount): number => milligrams ?? grams

export const percentText = (language: Language, hundredths: number): string => `${numberText(language, hundredths / 100, 1)}\u00a0%`
