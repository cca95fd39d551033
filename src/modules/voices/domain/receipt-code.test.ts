import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeFrom, codeIn, looksLikeCode, readCode, spaced } from './receipt-code.ts'

const codes = fc
  .uint8Array({ minLength: 64, maxLength: 64 })
  .map(codeFrom)
  .filter((code) => code !== null)

test('a code is twenty digits in five groups and is read back however it is written', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^\d{20}$/)
      expect(spaced(code)).toMatch(/^\d{4}( \d{4}){4}$/)
      for (const written of [code, spaced(code), spaced(code).replaceAll(' ', '-'), ` ${spaced(code)}. `])
        expect(readCode(written)).toBe(code)
    }),
  )
})

test('one wrong digit and two neighbours that changed places are always found', () => {
  fc.assert(
    fc.property(codes, fc.nat(19), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
      const digit = String((Number(code[at]) + by) % 10)
      expect(readCode(code.slice(0, at) + digit + code.slice(at + 1))).toBeNull()
      const next = code[at + 1]
      if (next !== undefined && next !== code[at])
        expect(readCode(code.slice(0, at) + next + (code[at] ?? '') + code.slice(at + 2))).toBeNull()
    }),
  )
})

test('bytes that would make one digit likelier are passed over, and too few give no code', () => {
  expect(codeFrom(new Uint8Array(64).fill(255))).toBeNull()
  expect(codeFrom(new Uint8Array(19).fill(7))).toMatch(/^7{19}\d$/)
})

test('a code is found after words too, so that it never stands in a report; what only announces it is no fact', () => {
  const code = codeFrom(new Uint8Array(19).fill(31)) ?? ''
  expect(codeIn(`Code ${spaced(code)} wamerudi tena`)).toEqual({ code, rest: 'wamerudi tena' })
  expect(codeIn(`Code: ${spaced(code)}`)).toEqual({ code, rest: '' })
  expect(codeIn(`Wamerudi tena, ${code}.`)).toEqual({ code, rest: 'Wamerudi tena,' })
  expect(codeIn(`Le 12, 0990000004 ${code}`)).toEqual({ code, rest: 'Le 12, 0990000004' })
})

test('a message that begins with a code asks or adds; a report with a telephone number in it is a report', () => {
  const code = codeFrom(new Uint8Array(19).fill(31)) ?? ''
  expect(codeIn(spaced(code))).toEqual({ code, rest: '' })
  expect(codeIn(`${spaced(code)} Ils sont revenus hier.`)).toEqual({ code, rest: 'Ils sont revenus hier.' })
  expect(codeIn('Le 12 ils ont pris 5000 FC')).toBeNull()
  expect(looksLikeCode('1234 5678 9012 3456 7890')).toBe(true)
  expect(looksLikeCode('0810000417 ils ont pris')).toBe(false)
})
