import { describe, expect, test } from 'vitest'
import type { ThreeValued } from './dimension.ts'
import { type Signs, adultRow, adultRows, childMatch, childRows, findingTable, meansBy } from './findings.ts'
import { dimensions } from './indicator-codes.ts'

const values: readonly ThreeValued[] = ['POSITIVE', 'NEGATIVE', 'UNDETERMINED']
const allSigns: readonly Signs[] = Array.from({ length: 3 ** 6 }, (_, n) => {
  const value = (at: number): ThreeValued => values[Math.floor(n / 3 ** at) % 3] ?? 'NEGATIVE'
  return { D1: value(0), D2: value(1), D3: value(2), D4: value(3), D5: value(4), D6: value(5) }
})

describe('The adult table, every combination of signs, with and without an act', () => {
  test('the first row of the text that matches; where none does, a reading that is named', () => {
    for (const signs of allSigns)
      for (const act of [true, false]) {
        const plus = (name: keyof Signs) => signs[name] === 'POSITIVE'
        const means = plus('D1') || plus('D2') || plus('D3') || plus('D5') || plus('D6')
        const anyPlus = means || plus('D4')
        const text: readonly (readonly [string, boolean])[] = [
          ['A0', signs.D4 === 'UNDETERMINED' && !anyPlus],
          ['A1', plus('D4') && means && act && (plus('D1') || plus('D2')) && plus('D5')],
          ['A2', plus('D4') && act && means],
          ['A3', plus('D4') && plus('D5')],
          ['A4', plus('D4') && plus('D1')],
          ['A5', plus('D4') && !means],
          ['A6', (plus('D2') || plus('D5')) && signs.D4 === 'NEGATIVE'],
        ]
        const found = adultRow({ signs, act })
        const expected = text.find(([, matches]) => matches)?.[0]
        if (expected) expect([found.row, found.readings]).toEqual([expected, []])
        else if (found.row === 'A7') expect(signs.D4).toBe('NEGATIVE')
        else expect(found.readings).toHaveLength(1)
        expect(meansBy(signs).length > 0).toBe(means)
      }
  })
  test('trafficking is never said without an act', () => {
    for (const signs of allSigns) expect(['A1', 'A2']).not.toContain(adultRow({ signs, act: false }).row)
  })
})

describe('The children’s table', () => {
  const none = { act: false, purpose: false, armed: false, c182: false, hazardous: false, light: false }
  test('an act with exploitation, or with its purpose, whatever the means', () => {
    for (const signs of allSigns) {
      const has = (more: Partial<typeof none>) => childMatch({ ...none, ...more, signs }).rows.includes('C1')
      expect(has({ act: true })).toBe(signs.D4 === 'POSITIVE')
      expect(has({ act: true, purpose: true })).toBe(true)
      expect(has({ purpose: true })).toBe(false)
    }
  })
  test('nobody leaves with nothing', () => {
    for (const signs of allSigns) expect(childMatch({ ...none, signs }).rows).toHaveLength(1)
  })
})

test('every row has a name and something to do; three of the children’s open a case and look at their best interests', () => {
  for (const row of [...adultRows, ...childRows]) expect(findingTable[row].actions.length).toBeGreaterThan(0)
  for (const row of ['C1', 'C2', 'C3'] as const) expect(findingTable[row].actions).toEqual(['open-child-case', 'best-interests-assessment'])
  expect(dimensions).toHaveLength(6)
})
