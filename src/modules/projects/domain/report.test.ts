/* What a report asks for: a reason above 15 % exactly, and the quarters of its period that nobody locked. */
import { expect, test } from 'vitest'
import { asId } from '../../../kernel/schema.ts'
import type { PlanIndicator, ProjectPlan } from '../contract.ts'
import type { ToldNumber } from '../contract-values.ts'
import { fillReport, gapsOf } from './report.ts'
import type { PeriodValue } from './value.ts'
import { asksReason } from './variance.ts'

const id = (n: number): string => `0192f0c4-0000-7000-8000-${String(n).padStart(12, '0')}`
const told = (value: number): ToldNumber => ({ state: 'shown', value, numerator: value, denominator: null })

test.each([
  [115, 100, false],
  [85, 100, false],
  [0.85, 1, false],
  [115.04, 100, true],
  [84.96, 100, true],
  [5, 0, false],
])('%d where %d was expected asks for a reason: %s', (reached, expected, asks) => {
  expect(asksReason(told(reached), expected)).toBe(asks)
})

const indicator: PlanIndicator = {
  ...{ id: asId('indicator', id(1)), result: asId('result', id(2)), code: 'I', statement: { fr: 'I' }, unit: 'number', direction: 'up' },
  ...{ source: { kind: 'manual', touchesPersons: false, by: [] }, cumulates: 'sum', milestones: [], responsible: 'suivi' },
  ...{ baseline: { value: 0, on: '2026-01-01' }, target: { value: 100, on: '2027-12-31' } },
}
const plan: ProjectPlan = {
  results: [{ id: asId('result', id(2)), level: 'objective', parent: null, code: 'O', statement: { fr: 'O' } }],
  ...{ indicators: [indicator], activities: [], budget: [], due: [] },
}
const locked = (period: string): readonly [string, PeriodValue] => [
  period,
  {
    ...{ status: 'locked', project: asId('project', id(3)), sealed: null, writtenBy: 'a', verifiedBy: 'b', lockedAt: null, sha256: null },
    ...{ returned: null, proposal: null, restated: null, restatements: [] },
    content: {
      ...{ period, told: told(5), parts: [], late: [], cumulative: told(5), source: 'manual', measure: null, measureVersion: null },
      ...{ touchesPersons: false, asOf: '2026-07-01T08:00:00.000Z', evidence: null },
    },
  },
]
test('a quarter of the period that nobody locked is a gap, beside those that are', () => {
  const filled = (periods: readonly string[], startsOn = '2026-01-01') =>
    fillReport({
      project: {
        ...{ id: asId('project', id(3)), plan, version: 1 },
        opened: {
          ...{
            code: 'X',
            title: { fr: 'X' },
            donor: 'D',
            implementer: 'P',
            startsOn,
            endsOn: '2027-12-31',
            isProtection: false,
          },
        },
      },
      ...{ from: startsOn, until: '2026-06-30', today: '2026-07-10', texts: new Map(), spent: [] },
      values: new Map([[indicator.id, new Map(periods.map(locked))]]),
    })
  const gaps = (periods: readonly string[]) => gapsOf(filled(periods)).filter(({ what }) => what === 'value')
  expect(gaps([])).toEqual([{ what: 'value', of: 'I' }])
  expect(gaps(['2026-Q2'])).toEqual([{ what: 'value', of: 'I' }])
  expect(filled(['2026-Q2']).results[0]?.indicators[0]?.open).toBe(1)
  expect(gaps(['2026-Q1', '2026-Q2'])).toEqual([])
  // A report from the first day of the project on has its first quarter, though the project began within it.
  expect(filled(['2026-Q1', '2026-Q2'], '2026-02-14').results[0]?.indicators[0]?.quarters).toHaveLength(2)
})
