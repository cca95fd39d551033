/* One sentence about figures, from the words of its rule. */
import { wordOr } from '../../../../app/words.ts'
import type { Finding } from '../../contract.ts'
import { hitKeys, shownFacts } from './hit-text.ts'

export function hitSentence(rule: string, facts: Finding['facts']): string {
  const shown = shownFacts(rule, facts)
  for (const key of hitKeys(rule, facts)) {
    const sentence = wordOr(key, '', shown)
    if (sentence !== '') return sentence
  }
  return rule
}
export const ruleTitle = (rule: string): string => wordOr(`rule.${rule}.title`, rule)

/** A threshold in the unit in which it is read. */
export function thresholdText(value: number, unit: string, number: (value: number) => string): string {
  if (unit === 'hundredths-of-percent') return `${number(value / 100)} %`
  if (unit === 'thousandths') return number(value / 1_000)
  if (unit === 'cents-per-kilogram') return `${number(value / 100)} USD/kg`
  if (unit === 'metres-per-hour') return `${number(value / 1_000)} km/h`
  if (unit === 'milligrams-per-day') return value >= 1_000 ? `${number(value / 1_000)} g` : `${number(value)} mg`
  if (unit === 'metres') return `${number(value)} m`
  if (unit === 'minutes' && value <= 1_440)
    return `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`
  return number(value)
}
