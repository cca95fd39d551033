import { describe, expect, test } from 'vitest'
import { type NumbersKnown, nextNumber, numbersLeft } from './next-number.ts'

const block = {
  ...{ prefix: 'CD-2026-', from: 101, to: 105, firstIndex: 40, closed: null, reservedOn: '2026-11-20', validUntil: '2027-02-01' },
  ...{ unused: [{ from: 101, to: 105 }], officeName: 'CEEC Bukavu' },
}
const nothing: NumbersKnown = { today: '2026-11-22', given: 0, sheets: [], restoredOn: null }
const said = (change: Partial<NumbersKnown>, of: Partial<Parameters<typeof nextNumber>[0]> = {}) => {
  const next = nextNumber({ ...block, ...of }, { ...nothing, ...change })
  return next.ok ? [next.value.number, next.value.listIndex] : next.refusal.code
}

describe('the next number of a block', () => {
  test('is the first, then goes on behind whatever is known to be used', () => {
    expect(said({})).toEqual(['CD-2026-000101', 40])
    expect(said({ given: 102 })).toEqual(['CD-2026-000103', 42])
    expect(said({ sheets: ['CD-2026-000101', 'CD-2026-000104', 'CD-2026-000900'] })).toEqual(['CD-2026-000105', 44])
    expect(
      said(
        {},
        {
          unused: [
            { from: 101, to: 102 },
            { from: 104, to: 105 },
          ],
        },
      ),
    ).toEqual(['CD-2026-000104', 43])
    expect(said({}, { unused: [{ from: 101, to: 104 }] })).toBe('block-used-up')
    expect(said({}, { unused: [] })).toBe('block-used-up')
    expect(said({ given: 105 })).toBe('block-used-up')
    expect(numbersLeft(block, { given: 103, sheets: ['CD-2026-000104'] })).toBe(1)
  })

  test('is not given from a block that is closed, over or not begun', () => {
    expect(said({}, { closed: { on: '2026-11-21', why: 'returned', reason: '' } })).toBe('block-closed')
    expect(said({ today: '2027-02-02' })).toBe('block-over')
    expect(said({ today: '2026-11-19' })).toBe('block-over')
  })

  test('is not given on a telephone that goes on from a rescue file, unless the block was reserved after that', () => {
    expect(said({ restoredOn: '2026-11-20' })).toBe('block-before-rescue')
    expect(said({ restoredOn: '2026-11-19' })).toEqual(['CD-2026-000101', 40])
  })
})
