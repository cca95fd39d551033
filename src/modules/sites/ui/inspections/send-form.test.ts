import { expect, test } from 'vitest'
import { asNewRecord, draftKeyOf } from './send-form.ts'

test('a correction is a new record with the same answers', () =>
  expect(asNewRecord('<data><R1>met</R1><orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta></data>')).toBe(
    '<data><R1>met</R1><orx:meta><orx:instanceID></orx:instanceID></orx:meta></data>',
  ))
test('a draft belongs to a visit, a member and a version', () => {
  const form = { form: 'inspection_cd', version: '3', sha256: 'a' }
  const keys = [draftKeyOf('i', 'saemape', form), draftKeyOf('i', 'ceec', form), draftKeyOf('i', 'ceec', { ...form, version: '4' })]
  expect(new Set(keys).size).toBe(3)
})
