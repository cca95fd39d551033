import { expect, test } from 'vitest'
import { foldedSpelling, isNear, matchSpelling } from './spelling.ts'

test('accents, case, signs and what a list leaves out make no other group', () => {
  for (const [a, b] of [
    ['Raïa Mutomboki', 'RAIA MUTOMBOKI'],
    ['Maï-Maï FPP/AP', 'mai mai fpp ap'],
    ['Police Nationale Congolaise (sauf PMH)', 'Police nationale congolaise'],
    ['NDC–Rénové', 'NDC-Renove'],
  ] as const) {
    expect(foldedSpelling(a), a).toBe(foldedSpelling(b))
    expect(isNear(a, b)).toBe(false)
  }
  // What stands in brackets otherwise is part of the name.
  expect(foldedSpelling('Maï-Maï Simba (Morgan)')).not.toBe(foldedSpelling('Maï-Maï Simba'))
})

test.each([
  ['FDLR-FOCA', 'FDLR'],
  ['Mayi Mayi Kifuafua', 'Maï-Maï Kifuafua'],
  ['Nyatura', 'Maï-Maï Nyatura'],
  ['Maï-Maï Simba (ex-Morgan - Manu)', 'Maï-Maï Simba'],
  ['Mayi Mayi', 'Maï-Maï'],
  ['Bishambuke', 'Maï-Maï Bishambuki'],
  ['NDC-R', 'NDC-Rénové'],
])('%s and %s are near, and nothing more', (a, b) => {
  expect(isNear(a, b)).toBe(true)
  expect(isNear(b, a)).toBe(true)
  expect(matchSpelling([a], [{ actor: '1', written: b }])).toEqual({ kind: 'near', actors: ['1'] })
})

test.each([
  ['Maï-Maï Malaika', 'Maï-Maï Yakutumba'],
  ['FDLR', 'FRF'],
  ['M23', 'M24'],
  ['Mayi Mayi', 'Maï-Maï Luc'],
  ['Groupe armé non identifié', 'Groupe de bandits armés'],
])('%s and %s are strangers', (a, b) => expect(isNear(a, b)).toBe(false))

test('one exact spelling decides, however many are near; without one nothing is decided', () => {
  const known = [
    { actor: 'a', written: 'Nyatura' },
    { actor: 'b', written: 'Maï-Maï Nyatura' },
  ]
  expect(matchSpelling(['Nyatura Love', 'NYATURA'], known)).toEqual({ kind: 'exact', actor: 'a' })
  expect(matchSpelling(['Nyatura Love'], known)).toEqual({ kind: 'near', actors: ['a', 'b'] })
  expect(matchSpelling(['', 'Twiganeho'], known)).toEqual({ kind: 'none' })
})
