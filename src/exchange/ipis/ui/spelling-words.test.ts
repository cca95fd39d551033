import { expect, test } from 'vitest'
import type { SpellingRow } from '../spelling-correction.ts'
import { arrange, choicesOf, isWaiting } from './spelling-words.ts'

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
  row({ asWritten: 'Or', times: 4 }),
  row({ asWritten: 'Coltan', times: 9, origin: 'corrected', correctedAt: '2026-11-21T10:00:00.000Z' }),
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

test.each([
  [null, true],
  ['2026-11-21T09:00:00.000Z', true],
  ['2026-11-21T11:00:00.000Z', false],
])('after an import at %s the correction waits: %s', (importedAt, waits) => {
  expect(rows.map((one) => isWaiting(one, importedAt))).toEqual([false, waits, false, false, false])
})
