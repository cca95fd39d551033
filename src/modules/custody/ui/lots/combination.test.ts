import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { LotSummary } from '../../contract.ts'
import { balanceFinding, sumDraws } from './combination.ts'

const lot = (n: number, mineral: 'Sn' | 'Ta', remainingGrams: number): LotSummary => ({
  id: asId('lot', `0193a000-0000-7000-8000-00000000000${n}`),
  number: `N${n}`,
  kind: 'bag',
  state: 'held',
  mineral,
  massGrams: remainingGrams,
  massMilligrams: null,
  remainingGrams,
  remainingMilligrams: null,
  holder: asId('organisation', '0193a000-0000-7000-8000-0000000000ff'),
  holderName: null,
  owner: null,
  ownerName: null,
  recipient: null,
  recipientName: null,
  site: null,
  siteName: null,
  tag: null,
  producedOn: null,
  formedOn: '2026-11-21',
  learnedAt: '2026-11-21T00:00:00.000Z',
  worstFinding: null,
})

test('the running sum counts whole grams and names what cannot be drawn', () => {
  const summed = sumDraws([
    { lot: lot(1, 'Sn', 42_500), typed: '42,5' },
    { lot: lot(2, 'Sn', 30_000), typed: '30,001' },
    { lot: lot(3, 'Ta', 30_000), typed: '1' },
    { lot: lot(4, 'Sn', 30_000), typed: '' },
    { lot: lot(5, 'Sn', 30_000), typed: '0.1' },
  ])
  expect(summed.inputGrams).toBe(42_600)
  expect([...summed.faults.values()]).toEqual(['more-than-left', 'other-mineral', 'not-a-mass'])
  expect(summed.inputs.length).toBe(2)
})

test('nothing chosen sums to nothing', () => expect(sumDraws([])).toMatchObject({ inputGrams: 0, inputs: [] }))

test.each([
  ['heavier than one percent above the inputs', 100_000, 101_001, 'F23'],
  ['at the edge', 100_000, 101_000, undefined],
  ['a loss beyond six percent', 100_000, 93_000, 'F09'],
  ['a usual loss', 100_000, 99_000, undefined],
])('the balance of a lot %s', (_, inputs, mass, rule) => expect(balanceFinding('trader-lot', inputs, mass)?.rule).toBe(rule))
