import { expect, test } from 'vitest'
import { decidingCriteria } from '../../domain/missions/criteria.ts'
import type { AnswerDraft } from './draft.ts'
import { previewOf, questionsOf, sectionsOf } from './questions.ts'

const answer = (word: AnswerDraft['answer']): AnswerDraft => ({ answer: word, narrative: '', evidence: [] })
const all = (word: AnswerDraft['answer']) => Object.fromEntries(decidingCriteria.map((one) => [one.id, answer(word)]))
const none = { previousYellow: [], dissents: [] }

test('the first edition asks for progress, the second does not, an unknown rulebook asks what decides a colour', () => {
  expect(sectionsOf(questionsOf('RCM1_2011')).map((one) => one.level)).toEqual(['R', 'Y', 'P'])
  expect(sectionsOf(questionsOf('CD_0677_2021')).map((one) => one.level)).toEqual(['R', 'Y'])
  expect(questionsOf('of next year').length).toBe(decidingCriteria.length)
})

test('an empty form proposes nothing', () =>
  expect(previewOf({}, none)).toMatchObject({ proposal: { result: 'incomplete' }, ifRestIsMet: 'green', open: 12 }))

test('one violation already shows where it leads', () => {
  expect(previewOf({ R1: answer('violated') }, none)).toMatchObject({ proposal: { result: 'incomplete' }, ifRestIsMet: 'red', open: 11 })
  expect(previewOf({ Y2: answer('violated') }, none).ifRestIsMet).toBe('yellow')
  expect(previewOf({ Y2: answer('violated') }, { ...none, previousYellow: ['Y2'] }).ifRestIsMet).toBe('red')
})

test('a complete form previews exactly what the team will sign', () => {
  expect(previewOf(all('met'), none)).toMatchObject({ proposal: { result: 'green' }, open: 0 })
  expect(previewOf({ ...all('met'), Y1: answer('violated') }, none)).toMatchObject({ proposal: { result: 'yellow', because: ['Y1'] } })
})
