import { expect, test } from 'vitest'
import { fillPhrase } from '../../kernel/phrase.ts'
import { dictionaryFr, type WordKey } from '../words-fr.ts'
import { ageText, clockText, inkOf } from './clock.ts'
import { isBreakdown } from './states.tsx'

const isKey = (key: string): key is WordKey => key in dictionaryFr
const t = (key: string, facts?: object): string => (isKey(key) ? fillPhrase('fr', dictionaryFr[key], { ...facts }) : key)

test.each([
  [9, false, '9 j'],
  [0, false, 'dernier jour'],
  [100, false, '3 m'],
  [730, false, '1 a 11 m'],
  [850, false, '2 a 3 m'],
  [41, true, 'échu 41 j'],
  [-41, true, 'échu 41 j'],
  [null, true, 'échu'],
  [null, false, null],
])('%s days left, lapsed %s, reads %s', (daysLeft, lapsed, expected) => {
  expect(clockText(t, daysLeft, lapsed)).toBe(expected)
})

test.each([
  [null, 'jamais', 3],
  ['2026-11-21', 'aujourd’hui', 1],
  ['2026-11-20', 'il y a 1 jour', 1],
  ['2026-03-12', 'il y a 8 mois', 1],
  ['2025-01-12', 'il y a 22 mois', 2],
  ['2019-03-01', 'il y a 7 ans', 3],
])('a visit of %s is %s and drawn in ink %s', (date, words, ink) => {
  expect(ageText(t, date, '2026-11-21')).toBe(words)
  expect(inkOf(date, '2026-11-21')).toBe(ink)
})

test.each([
  ['refused', false],
  ['not-allowed', false],
  ['invalid', false],
  ['too-many', false],
  ['missing', true],
  ['offline', true],
  ['signed-out', true],
  ['fault', true],
] as const)('what is %s is headed as a breakdown: %s', (kind, breakdown) => expect(isBreakdown({ kind })).toBe(breakdown))
