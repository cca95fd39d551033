import { expect, test } from 'vitest'
import { screenRulesEn } from '../../words/screen-rules-en.ts'
import { screenRulesFr } from '../../words/screen-rules-fr.ts'
import { ruleLists, ruleNumbers } from '../../domain/rules/rule-catalogue.ts'
import { ApiTrouble } from '../../../../app/api.ts'
import { isNamed, itemText, ruleText, rulesAtOdds, saidOf, sourceText } from './rule-labels.ts'

test('every rule that may be settled, its choices and its source are said in both languages', () => {
  expect([...ruleNumbers, ...ruleLists].filter(({ key }) => !isNamed(key)).map(({ key }) => key)).toEqual([])
  const chosen = ruleLists.filter(({ key }) => key !== 'zone').flatMap(({ options }) => options ?? [])
  expect(chosen.filter((one) => itemText(one, 'fr') === one && one !== 'Police')).toEqual([])
  const sources = [...ruleNumbers, ...ruleLists].map(({ source }) => source)
  expect(sources.filter((one) => sourceText(one, 'fr') === one)).toEqual([])
})

test('a refusal names both rules as the screen does, and the colon is set as the language sets it', () => {
  const facts = { rule: 'plan-approved.high', longer: 'age-mature' }
  const error = new ApiTrouble({ kind: 'refused', refusal: { code: 'rules-out-of-order', facts }, faults: [], faultId: null })
  const odds = rulesAtOdds(error, 'en')
  expect(odds).toMatchObject({ rule: expect.stringContaining(' · high') })
  expect(odds?.longer).toBe(ruleText('age-mature', 'en'))
  expect(rulesAtOdds(null, 'en')).toBeNull()
  for (const sentence of [screenRulesFr, screenRulesEn].map((one) => one['case-rules.at-odds']))
    expect(sentence).toMatch(/\{rule\}.*\{longer\}/)
  expect([saidOf('V', 'read', 'en'), saidOf('V', 'lu', 'fr')]).toEqual(['V: read', 'V\u00a0: lu'])
})
