/* What is typed of a reading, and what is sent: nothing without a value, a day, and what shows it. */
import { expect, test } from 'vitest'
import { type ReadingForm, numberOf, readingOf } from './reading-form.ts'

const form: ReadingForm = {
  ...{ indicator: '1', value: '97,2', on: '2026-11-22', grade: 'reasonable', evidence: ' Registre des reçus ', file: null, note: '' },
}
const file = { sha256: 'a'.repeat(64), mediaType: 'image/png', bytes: 10 } as const
test('a value with a comma is sent with its evidence and grade', () =>
  expect(readingOf(form)).toEqual({ indicator: 1, value: 97.2, on: '2026-11-22', grade: 'reasonable', evidence: 'Registre des reçus' }))
test.each<[string, Partial<ReadingForm>]>([
  ['no value', { value: '' }],
  ['no number', { value: 'beaucoup' }],
  ['no day', { on: '' }],
  ['neither words nor file', { evidence: '  ' }],
])('%s: nothing is sent', (_name, change) => expect(readingOf({ ...form, ...change })).toBeNull())
test('a file shows it as well as words', () => expect(readingOf({ ...form, evidence: '', file })).toMatchObject({ file }))
test('a number is read as people write it', () => expect(['3', '0,5', '0.5', '', 'x'].map(numberOf)).toEqual([3, 0.5, 0.5, null, null]))
