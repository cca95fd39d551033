import { expect, test } from 'vitest'
import { cellText, monthText } from './tallies-panel.tsx'

test('a number of interviews is a floor, a mark, or dots where it protects another', () => {
  expect(cellText({ shown: 20, withheld: null })).toBe('≥ 20')
  expect(cellText({ shown: null, withheld: 'below-minimum' })).toBe('< 10')
  expect(cellText({ shown: null, withheld: 'complement' })).toBe('…')
  expect(monthText('2026-10')).toBe('10-2026')
})
