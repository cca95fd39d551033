import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeBytes, codeText } from './rescue-code.ts'

test('a code is read as it was shown, however it was written down', () =>
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
      const code = codeText(bytes)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
      for (const written of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('1', 'l').replaceAll('0', 'O')])
        expect(codeBytes(written)).toEqual(Uint8Array.from(bytes))
    }),
  ))

test.each(['', 'AAAA-AAAA-AAAA-AAA', 'AAAA-AAAA-AAAA-AAAAA', 'AAAA-AAAA-AAAA-AAAU', 'ÀAAA-AAAA-AAAA-AAAA'])('“%s” is no code', (typed) =>
  expect(codeBytes(typed)).toBeNull(),
)
