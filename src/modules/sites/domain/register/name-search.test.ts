import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Searched, searchSites } from './name-search.ts'

const site = (name: string, nationalId: string, more: Partial<Searched> = {}): Searched => ({
  name,
  nationalId,
  aliases: [],
  icglrId: null,
  province: null,
  territoire: null,
  ...more,
})
const area = (code: string, name: string) => ({ code, name })
const register = [
  site('Nyabibwe', 'codmine00001', { aliases: ['Kalimbi'] }),
  site('Kalimbi', 'codmine00002', { territoire: area('CD6203', 'Kalehe') }),
  site('Kalimbi', 'codmine00003', { territoire: area('CD6204', 'Mwenga') }),
  site('Rubaya D4 Gakombe', 'codmine00004', { icglrId: 'CD-…-00004' }),
  site('Mukungwe', 'codmine00005'),
  site('Loukanda Kabéré', 'codmine00006'),
  site('Lukunda', 'codmine00007'),
]
const found = (text: string): readonly string[] =>
  [...(searchSites(register, text) ?? [])].toSorted(([, one], [, other]) => one - other).map(([{ nationalId }]) => nationalId.slice(-1))

test.each([
  ['an accent left out', 'kabere', ['6']],
  ['an accent too many', 'Mùkungwé', ['5']],
  ['a beginning', 'nyab', ['1']],
  ['the middle of a name', 'kombe', ['4']],
  ['u for ou, before what only sounds near', 'lukanda', ['6']],
  ['a doubled letter', 'mukkungwe', ['5']],
  ['y for i', 'kalymbi', ['2', '3', '1']],
  ['a wrong letter, where nobody has the word as written', 'mukungwa', ['5']],
  ['letters swapped', 'mukugnwe', ['5']],
  ['two words for one', 'nya bibwe', ['1']],
  ['one word for two', 'rubayad4', ['4']],
  ['a hyphen for a space', 'rubaya-d4', ['4']],
  ['the name first, then who has it as an alias', 'Kalimbi', ['2', '3', '1']],
  ['a homonym by its territoire', 'kalimbi kalehe', ['2']],
  ['a homonym by its territoire, spelt wrongly', 'kalimbi kalehé mwengga', []],
  ['the national key', 'codmine00005', ['5']],
  ['a part of the key is never guessed', 'codmine00009', []],
  ['what is shown of an ICGLR identifier', 'CD-…-00004', ['4']],
  ['every word must be found', 'rubaya mukungwe', []],
  ['nothing like it', 'xyzzy', []],
])('%s: %s', (_what, text, keys) => {
  expect(found(text)).toEqual(keys)
})

test('nothing typed is no search', () => {
  expect(searchSites(register, '   ')).toBeNull()
})

test('whatever is typed, an answer comes; and each name finds its own site', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => void searchSites(register, text)))
  for (const one of register) expect(searchSites(register, one.name)?.has(one)).toBe(true)
})
