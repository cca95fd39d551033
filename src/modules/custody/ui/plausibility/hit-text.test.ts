import { expect, test } from 'vitest'
import { hitKeys, shownFacts } from './hit-text.ts'
import { kalimbiMonths } from '../../domain/plausibility/worked-example.ts'
import { f07 } from '../../domain/plausibility/rules/f07-purchases-above-production.ts'
import { register } from '../../domain/plausibility/rules/register.ts'
import { explanations } from '../../domain/plausibility/rules/explanations.ts'
import { explanationsEn } from '../../words/explanations-en.ts'
import { explanationsFr } from '../../words/explanations-fr.ts'
import { rulesEn } from '../../words/rules-en.ts'
import { rulesFr } from '../../words/rules-fr.ts'
import { fillPhrase } from '../../../../kernel/phrase.ts'

test('the figures of a sentence are in the units that people read', () => {
  const facts = shownFacts('F07', f07.evaluate(kalimbiMonths[0] ?? { group: '', month: '', boughtGrams: 0, producedGrams: 0 })?.facts ?? {})
  expect(fillPhrase('fr', rulesFr['rule.F07.hit'], facts)).toBe(
    'Kalimbi, 2017-08 : 22\u00a0307 kg achetés pour 19\u00a0946 kg produits. Écart 2\u00a0361 kg, soit 10,58 % des achats.',
  )
})

test('every rule has title, question and sentence, every explanation and threshold its words, in both languages', () => {
  const places = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort()
  const [french, english] = [new Map(Object.entries(rulesFr)), new Map(Object.entries(rulesEn))]
  for (const { id } of register) {
    for (const end of ['title', 'says']) expect(french.has(`rule.${id}.${end}`), `${id} ${end}`).toBe(true)
    expect(
      [...french.keys()].some((key) => key.startsWith(`rule.${id}.hit`)),
      id,
    ).toBe(true)
  }
  for (const [key, sentence] of french) expect(places(english.get(key) ?? ''), key).toEqual(places(sentence))
  const more = new Set(Object.keys(explanationsFr))
  expect(Object.keys(explanationsEn)).toEqual([...more])
  for (const one of explanations) expect(more.has(`rule.explain.${one}`), one).toBe(true)
  for (const rule of register)
    for (const name of Object.keys(rule.thresholds)) expect(hasThreshold(more, name), `${rule.id} ${name}`).toBe(true)
})
const hasThreshold = (words: ReadonlySet<string>, name: string): boolean => words.has(`rule.threshold.${name}`)

test('a rule that speaks in several ways looks for its own sentence first', () => {
  expect(hitKeys('F29', { why: 'expired' })).toEqual(['rule.F29.hit.expired', 'rule.F29.hit'])
  expect(hitKeys('F05', {})).toEqual(['rule.F05.hit'])
})
