/* Values that contradict themselves: parts that are not the whole, shares beyond all, numbers below zero, sums that fall; of persons rounded parts are no contradiction. */
import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import type { ToldNumber, ToldPart } from '../contract-values.ts'
import { contradictionsOf } from './quality.ts'
import type { IndicatorValues, PeriodValue } from './value.ts'

const shown = (value: number): ToldNumber => ({ state: 'shown', value, numerator: value, denominator: null })
const part = (key: string, value: number): ToldPart => ({ by: 'province', key, ...shown(value) })
interface Given {
  readonly period: string
  readonly told: number
  readonly cumulative?: number
  readonly parts?: readonly ToldPart[]
  readonly touchesPersons?: boolean
}
const valueOf = ({ period, told, cumulative = told, parts = [], touchesPersons = false }: Given): PeriodValue => ({
  ...{ status: 'locked', project: asId('project', '019aa5db-c580-7fff-bfff-000000000001'), sealed: null, writtenBy: 'a', verifiedBy: 'b' },
  ...{ lockedAt: '2026-07-01T00:00:00.000Z', sha256: 'x', returned: null, proposal: null, restated: null, restatements: [] },
  content: {
    ...{
      period,
      told: shown(told),
      parts: [...parts],
      late: [],
      cumulative: shown(cumulative),
      source: 'manual',
      measure: null,
      measureVersion: null,
    },
    ...{ touchesPersons, asOf: '2026-07-01T00:00:00.000Z', evidence: null },
  },
})
const state = (...given: readonly Given[]): IndicatorValues => new Map(given.map((one) => [one.period, valueOf(one)]))
const NUMBER = { unit: 'number', cumulates: 'sum' } as const
const said = (...[indicator, values]: Parameters<typeof contradictionsOf>) =>
  contradictionsOf(indicator, values).map(({ period, what, number }) => [period, what, number])

test('parts that do not make the whole, by what they make', () => {
  const parts = [part('XL1', 3), part('XL2', 4)]
  expect(said(NUMBER, state({ period: '2026-Q1', told: 9, parts }))).toEqual([['2026-Q1', 'parts-do-not-add-up', 7]])
  expect(said(NUMBER, state({ period: '2026-Q1', told: 7, parts }))).toEqual([])
  expect(said(NUMBER, state({ period: '2026-Q1', told: 50, parts: [part('XL1', 20), part('XL2', 20)], touchesPersons: true }))).toEqual([])
})
test('a share beyond all or below none, a number below zero', () => {
  const share = { unit: 'percent', cumulates: 'latest' } as const
  expect(said(share, state({ period: '2026-Q1', told: 120 }, { period: '2026-Q2', told: -5 }, { period: '2026-Q3', told: 100 }))).toEqual([
    ['2026-Q1', 'share-beyond-all', 120],
    ['2026-Q2', 'share-beyond-all', -5],
  ])
  expect(said({ unit: 'number', cumulates: 'latest' }, state({ period: '2026-Q1', told: -1 }))).toEqual([['2026-Q1', 'below-zero', -1]])
})
test('a sum that falls since the period before; what stands by itself may fall', () => {
  const values = state({ period: '2026-Q1', told: 9 }, { period: '2026-Q2', told: 1, cumulative: 8 })
  expect(said(NUMBER, values)).toEqual([['2026-Q2', 'lower-than-before', 8]])
  expect(said({ unit: 'number', cumulates: 'latest' }, values)).toEqual([])
})
