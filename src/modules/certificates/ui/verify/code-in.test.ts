import { expect, test } from 'vitest'
import { codeIn, numberInLink } from './code-in.ts'

test.each([
  ['the bare text', 'ASM1:6BF 0+$', 'ASM1:6BF 0+$'],
  ['line breaks of a mail', '  ASM1:6BF\r\n 0+$ \n', 'ASM1:6BF 0+$'],
  ['a byte order mark', '\uFEFFASM1:6BF', 'ASM1:6BF'],
  ['JSON that holds it', '{"certificate":{"number":"CD-2026-000001"},"code":"ASM1:6BF 0+$"}', 'ASM1:6BF 0+$'],
  ['JSON that is only the text', '"ASM1:6BF"', 'ASM1:6BF'],
  ['words around it', 'voici le code ASM1:6BF0+$', 'ASM1:6BF0+$'],
  ['another version, so that the verifier can say so', 'ASM2:6BF', 'ASM2:6BF'],
])('finds the code in %s', (_, text, code) => expect(codeIn(text)).toBe(code))

test.each(['', 'hello', '{"broken', '[]', '{"code":5}'])('hands on what holds no code: %s', (text) => expect(codeIn(text)).toBe(text))

test('letters that were changed by hand stay changed', () => expect(codeIn('ASM1:6bf')).toBe('ASM1:6bf'))

test('the small code of a sheet is known as the address of a public page', () => {
  expect(numberInLink(' http://127.0.0.1:4870/certificate/CD-2026-000001\n')).toBe('CD-2026-000001')
  expect(numberInLink('https://mines.example/certificate/CD-2026-000001?language=en')).toBe('CD-2026-000001')
  for (const text of ['ASM1:6BF', 'https://mines.example/site/XL-0001', 'javascript:/certificate/CD-2026-000001', ''])
    expect(numberInLink(text)).toBeNull()
})
