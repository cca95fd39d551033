/* What a telephone keeps of a test: nothing by which an answer could be known to be right, and a sheet that begins empty for the next badge and survives closing. */
import { expect, test } from 'vitest'
import { mustParse } from '../../../../kernel/schema.ts'
import { KeptTest } from '../../contract-sheets.ts'
import { proposedItems } from '../../domain/training/proposed-items.ts'
import { answered, badgeIn, begin, handedIn, openQuestions } from './filling.ts'
import { addDone, begunSheet, doneSheets, dropTest, keepBegun, keepTest, keptTests } from './kept-tests.ts'

const memory = () => {
  const texts = new Map<string, string>()
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
    keys: () => [...texts.keys()],
  }
}
const said = {
  ...{ session: '00000000-0000-7000-8000-000000000001', number: 'F-2026-1', title: { fr: 'Signes' }, place: 'Salle' },
  ...{ firstDay: '2026-11-20', lastDay: '2026-11-21', badges: [1, 2], languages: ['fr', 'en'] },
  questions: proposedItems.slice(0, 2).map(({ id, question, options }) => ({ id, question, options })),
}
const exam = mustParse(KeptTest, said)

test('an answer that says which option is right is not kept, wherever it says it', () => {
  const keep = memory()
  expect(keepTest(keep, said)).toBe(true)
  const { correct } = proposedItems[0] ?? { correct: 0 }
  expect(keepTest(keep, { ...said, right: [1, 2] })).toBe(false)
  expect(keepTest(keep, { ...said, session: exam.session, questions: said.questions.map((one) => ({ ...one, correct })) })).toBe(false)
  const lies = keep
    .keys()
    .map((key) => keep.getItem(key))
    .join()
  expect(lies).toContain('F-2026-1')
  expect(lies).not.toMatch(/correct|right|score/)
  expect(keptTests(keep).map(({ number }) => number)).toEqual(['F-2026-1'])
})
test('the next badge begins empty; the same badge and moment goes on with what lies here', () => {
  const first = begin(exam, { badge: '1', when: 'pre', language: 'fr' }, null)
  if (first === null) throw new Error('no sheet')
  const begun = answered(first, 2)
  expect(openQuestions(begun)).toEqual([2])
  expect(begin(exam, { badge: '2', when: 'pre', language: 'fr' }, begun)?.answers).toEqual([null, null])
  expect(begin(exam, { badge: '1', when: 'post', language: 'fr' }, begun)?.answers).toEqual([null, null])
  expect(begin(exam, { badge: '1', when: 'pre', language: 'en' }, begun)).toMatchObject({ answers: [2, null], language: 'en' })
  expect(answered(begun, null).answers).toEqual([null, null])
  expect(['0', '1000', 'x', '', ' 7 ', '1.5'].map(badgeIn)).toEqual([null, null, null, null, 7, null])
  expect(begin(exam, { badge: '', when: 'pre', language: 'fr' }, begun)).toBeNull()
})
test('what is handed in says which questions it answers', () => {
  const sheet = begin(exam, { badge: '2', when: 'post', language: 'en' }, null)
  expect(sheet && handedIn(exam, sheet)).toEqual({
    ...{ badge: 2, when: 'post', language: 'en', answers: [null, null], items: exam.questions.map(({ id }) => id) },
  })
})
test('a sheet that is not handed in survives closing, a damaged one is as if it were not there, and taking the test off leaves nothing', () => {
  const keep = memory()
  keepTest(keep, said)
  const sheet = begin(exam, { badge: '2', when: 'post', language: 'en' }, null)
  if (sheet === null) throw new Error('no sheet')
  keepBegun(keep, exam.session, sheet)
  addDone(keep, exam.session, { badge: 1, when: 'pre' })
  expect(begunSheet(keep, exam)).toEqual(sheet)
  expect(doneSheets(keep, exam.session)).toEqual([{ badge: 1, when: 'pre' }])
  keepBegun(keep, exam.session, { ...sheet, answers: [0] })
  expect(begunSheet(keep, exam)).toBeNull()
  keep.setItem(`chanzo.test-room.${exam.session}.test`, '{"cut')
  expect(keptTests(keep)).toEqual([])
  dropTest(keep, exam.session)
  expect(keep.keys()).toEqual([])
})
