import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnswerNode, compareDrafts, joinDrafts, writeAnswers } from './compare-drafts.ts'

const leaf = (name: string, text: string): AnswerNode => ({ name, attributes: {}, children: text === '' ? [] : [text] })
const group = (name: string, ...children: AnswerNode[]): AnswerNode => ({ name, attributes: {}, children })
const form = (a: string, b: string, c: string, ...more: AnswerNode[]): AnswerNode =>
  group('data', leaf('a', a), group('place', leaf('b', b), leaf('c', c)), ...more, group('meta', leaf('instanceID', `uuid:${a}${b}`)))
const verdicts = (left: AnswerNode, right: AnswerNode, base: AnswerNode | null) =>
  Object.fromEntries(compareDrafts({ left, right, base }).map((one) => [one.path, one.verdict]))

test('says for each question on which side it was changed', () =>
  expect(verdicts(form('1', '2', '3'), form('1', 'x', '9'), form('1', '2', '8'))).toEqual({
    '/data/a': 'same',
    '/data/place/b': 'right',
    '/data/place/c': 'both',
  }))
test('where nobody knows where they parted, every difference is for somebody to look at', () =>
  expect(verdicts(form('1', '2', '3'), form('1', 'x', '3'), null)).toEqual({
    '/data/a': 'same',
    '/data/place/b': 'both',
    '/data/place/c': 'same',
  }))
test('a repeated group is taken whole from one side', () => {
  const one = (age: string): AnswerNode => group('child', leaf('age', age))
  const [left, right] = [form('1', '', '', one('9'), one('10')), form('1', '', '', one('11'))]
  const row = compareDrafts({ left, right, base: null }).find((each) => each.path === '/data/child')
  expect(row).toMatchObject({ isRepeat: true, left: '9\n10', right: '11', verdict: 'both' })
  const taken = writeAnswers(joinDrafts({ left, right, base: null }, new Map([['/data/child', { take: 'right' }]])))
  expect(taken).toContain('<child><age>11</age></child>')
  expect(taken).not.toContain('<age>9</age>')
})
test('what is written instead stands, and is not markup', () => {
  const left = form('1', '2', '3')
  const joined = joinDrafts({ left, right: form('2', '2', '3'), base: null }, new Map([['/data/a', { write: '<4> & "5"' }]]))
  expect(writeAnswers(joined)).toContain('<a>&lt;4&gt; &amp; &quot;5&quot;</a>')
})

const words = fc.stringMatching(/^[a-z0-9]{0,4}$/)
const forms = fc.tuple(words, words, words).map(([a, b, c]) => form(a, b, c))
const valuesOf = (node: AnswerNode): readonly string[] => compareDrafts({ left: node, right: node, base: null }).map((one) => one.left)

test('joining a form with itself gives the form', () =>
  fc.assert(
    fc.property(forms, (one) => {
      expect(writeAnswers(joinDrafts({ left: one, right: one, base: null }, new Map()))).toBe(writeAnswers(one))
    }),
  ))
test('taking one side everywhere gives the answers of that side', () =>
  fc.assert(
    fc.property(forms, forms, (left, right) => {
      const rows = compareDrafts({ left, right, base: null })
      for (const take of ['left', 'right'] as const) {
        const joined = joinDrafts({ left, right, base: null }, new Map(rows.map((row) => [row.path, { take }])))
        expect(valuesOf(joined)).toEqual(valuesOf(take === 'left' ? left : right))
      }
    }),
  ))
test('what only one side changed is in the join without asking, and changes of both sides are both told', () =>
  fc.assert(
    fc.property(forms, forms, forms, (left, right, base) => {
      const rows = compareDrafts({ left, right, base })
      const joined = new Map(
        compareDrafts({ left: joinDrafts({ left, right, base }, new Map()), right: base, base }).map((row) => [row.path, row.left]),
      )
      for (const row of rows) {
        if (row.verdict === 'left') expect(joined.get(row.path)).toBe(row.left)
        if (row.verdict === 'right') expect(joined.get(row.path)).toBe(row.right)
        if (row.verdict === 'both') expect(row.left).not.toBe(row.right)
      }
    }),
  ))
