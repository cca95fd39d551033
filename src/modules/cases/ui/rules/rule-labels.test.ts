import { expect, test } from 'vitest'
import { ruleLists, ruleNumbers } from '../../domain/rules/rule-catalogue.ts'
import { isNamed, itemText, sourceText } from './rule-labels.ts'

test('every rule that may be settled, its choices and its source are said in both languages', () => {
  expect([...ruleNumbers, ...ruleLists].filter(({ key }) => !isNamed(key)).map(({ key }) => key)).toEqual([])
  const chosen = ruleLists.filter(({ key }) => key !== 'zone').flatMap(({ options }) => options ?? [])
  expect(chosen.filter((one) => itemText(one, 'fr') === one && one !== 'Police')).toEqual([])
  const sources = [...ruleNumbers, ...ruleLists].map(({ source }) => source)
  expect(sources.filter((one) => sourceText(one, 'fr') === one)).toEqual([])
})
