import { expect, test } from 'vitest'
import { keptIn } from './kept-form.ts'

const start = { name: '', sites: ['a'], note: { by: '' } }

test('what was kept comes back, and a part that the form has since gained comes from the form', () => {
  expect(keptIn('{"name":"Mto","note":{"by":"police"}}', start)).toEqual({ name: 'Mto', sites: ['a'], note: { by: 'police' } })
})
test.each([null, '', '{', '[]', 'null', '"x"', '{"other":1}', '{"name":3,"sites":{}}'])('%s is no form', (text) =>
  expect(keptIn(text, start)).toBeNull(),
)
test('a part of another kind is not taken, and a part that the form does not know neither', () => {
  expect(keptIn('{"name":"Mto","sites":"b","more":1}', start)).toEqual({ ...start, name: 'Mto' })
})
