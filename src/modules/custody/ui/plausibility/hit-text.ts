/*
The sentence of a hit with its figures as people read them: kilograms, percent, dollars. Pure, so that a test can hold every rule to a sentence
whose places its facts fill. What a sentence does not name is still in the list of figures on the page.
*/
import type { Finding } from '../../contract.ts'

type Facts = Finding['facts']
const decimals = (value: number): number => Math.round(value * 100) / 100

/** By the end of a fact's name: the name that the sentence uses, and the number that it shows. */
const units: readonly (readonly [end: RegExp, name: string, divide: number])[] = [
  [/Grams$/, 'Kg', 1_000],
  [/HundredthsOfPercent$/, 'Percent', 100],
  [/Milligrams$/, 'G', 1_000],
  [/Milligrams$/, 'Kg', 1_000_000],
  [/Thousandths$/, '', 1_000],
  [/Cents$/, 'Usd', 100],
]
export function shownFacts(rule: string, facts: Facts): Facts {
  const shown: { [name: string]: Facts[string] } = { ...facts }
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value !== 'number') continue
    for (const [end, as, divide] of units) if (end.test(name)) shown[name.replace(end, as)] = decimals(value / divide)
    if (name === 'metres') shown['km'] = decimals(value / 1_000)
    if (name === 'milligrams') shown['millig'] = decimals(value / 1_000)
    if (rule === 'F26' && ['grade', 'median', 'richest'].includes(name)) shown[`${name}Percent`] = decimals(value / 100)
  }
  return shown
}

/** The way in which the rule spoke comes first; a rule that speaks in one way has no such key. */
export const hitKeys = (rule: string, facts: Facts): readonly string[] =>
  typeof facts['why'] === 'string' ? [`rule.${rule}.hit.${facts['why']}`, `rule.${rule}.hit`] : [`rule.${rule}.hit`]
