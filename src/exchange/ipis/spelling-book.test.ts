import { expect, test } from 'vitest'
import { openSpellingBook } from './spelling-book.ts'
import { closedMeanings, spellingKinds } from './spelling-kinds.ts'
import { shippedSpellings } from './spellings.ts'

test('case, blanks and the kind of apostrophe do not count, accents do', () => {
  const book = openSpellingBook()
  expect(book.meaningOf('armed-class', 'fardc - pas d’ingérence  constatée')).toBe('army')
  expect(book.meaningOf('mineral', 'Cassiterite')).toBeNull()
})

test('an unknown spelling is noted once with how often it was met', () => {
  const book = openSpellingBook()
  for (const written of ['Les Inconnus', 'les inconnus', 'Autre']) book.meaningOf('armed-group', written)
  expect(book.unknown()).toEqual([
    { kind: 'armed-group', asWritten: 'Les Inconnus', times: 2 },
    { kind: 'armed-group', asWritten: 'Autre', times: 1 },
  ])
})

test('a correction wins over the delivered table, for whole words and for beginnings', () => {
  const book = openSpellingBook([
    { kind: 'mineral', asWritten: 'niobium', isBeginning: false, meaning: 'other' },
    { kind: 'location-origin', asWritten: 'GPS (village ', isBeginning: true, meaning: 'approximation' },
  ])
  expect(book.meaningOf('mineral', 'Niobium')).toBe('other')
  expect(book.meaningOf('location-origin', 'GPS (village Kiloza)')).toBe('approximation')
})

test('no spelling of one kind stands twice in the delivered table with two meanings', () => {
  for (const kind of spellingKinds) {
    const entries = shippedSpellings.filter((one) => one.kind === kind)
    const folded = entries.map((one) => one.asWritten.toLowerCase())
    expect(folded.filter((text, index) => folded.indexOf(text) !== index)).toEqual([])
  }
})

test('every delivered meaning of a closed kind is one that may be chosen', () => {
  const strange = shippedSpellings.filter((one) => closedMeanings[one.kind]?.includes(one.meaning) === false)
  expect(strange).toEqual([])
})
