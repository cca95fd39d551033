import { expect, test } from 'vitest'
import type { SpellingRow } from '../spelling-correction.ts'
import { arrange, choicesOf } from './spelling-words.ts'

const row = (part: Partial<SpellingRow>): SpellingRow => ({
  id: part.asWritten ?? '',
  kind: 'mineral',
  asWritten: '',
  isBeginning: false,
  meaning: 'Au',
  origin: 'delivered',
  ...part,
})
const rows = [
  row({ asWritten: 'Or', visits: 4 }),
  row({ asWritten: 'Coltan', visits: 9, origin: 'corrected' }),
  row({ asWritten: 'La DGI', kind: 'service', meaning: 'DGI' }),
  row({ asWritten: 'DGI', kind: 'service', meaning: 'DGI' }),
  row({ asWritten: 'Sorcier', kind: 'service', meaning: null, origin: 'noticed' }),
]

test('unknown spellings stand first, then kinds, the most used first', () => {
  const order = arrange(rows, { kind: '', origin: '' }).map((one) => one.asWritten)
  expect(order).toEqual(['Sorcier', 'Coltan', 'Or', 'DGI', 'La DGI'])
})

test('the filters take a kind and an origin', () => {
  expect(arrange(rows, { kind: 'service', origin: 'noticed' }).map((one) => one.asWritten)).toEqual(['Sorcier'])
  expect(arrange(rows, { kind: 'mineral', origin: 'noticed' })).toEqual([])
})

test('a closed kind offers its meanings, an open one the names that are in use', () => {
  expect(choicesOf('mineral', rows)).toContain('Sn+Ta')
  expect(choicesOf('service', rows)).toEqual(['DGI'])
})
