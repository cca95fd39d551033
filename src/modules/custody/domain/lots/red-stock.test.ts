import { expect, test } from 'vitest'
import { asId } from '../../../../kernel/schema.ts'
import type { LotNode } from '../tracing/tracing.ts'
import { type RedStock, bagsOnSite, leaveRedSites } from './red-stock.ts'

const numbered = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const site = asId('site', numbered(1))
const [one, two, mixed, export_] = [
  asId('lot', numbered(21)),
  asId('lot', numbered(22)),
  asId('lot', numbered(23)),
  asId('lot', numbered(24)),
]
const sending = { number: 'L-1', massGrams: 100, sentOn: '2026-09-10' }
const running = { order: numbered(31), site, number: '4/2026', quantityGrams: 150, movedGrams: 0, foundOn: '2026-09-01' }
const stock: RedStock = { site, siteName: 'Rubaya', drawnGrams: 100, producedOn: '2026-08-20', derogations: [running] }
const leave = (change: Partial<RedStock>, drawnGrams = 100) => leaveRedSites({ drawnGrams, red: [{ ...stock, ...change }] }, sending)
const grams = (answer: ReturnType<typeof leave>) =>
  answer.ok ? answer.findings.map((said) => [said.facts['orderNumber'], said.facts['grams'], said.facts['remainingGrams']]) : answer.refusal

test('a stock leaves under its derogation, to the gram, and the finding says what is left', () => {
  expect(grams(leave({}))).toEqual([['4/2026', 100, 50]])
  expect(grams(leave({ derogations: [{ ...running, movedGrams: 50 }] }))).toEqual([['4/2026', 100, 0]])
  expect(grams(leave({ derogations: [{ ...running, movedGrams: 51 }] }))).toMatchObject({
    code: 'derogation-used-up',
    facts: { order: '4/2026', grams: 100, remainingGrams: 99 },
  })
})

test('without a derogation, or with one for an older stock, nothing leaves', () => {
  for (const derogations of [[], [{ ...running, foundOn: '2026-08-19' }]])
    expect(grams(leave({ derogations }))).toEqual({
      code: 'site-is-red',
      facts: { number: 'L-1', site: 'Rubaya', grams: 100, sentOn: '2026-09-10', producedOn: '2026-08-20' },
    })
})

test('two derogations add up, the first is used first; bags of other sites do not count', () => {
  const second = { ...running, order: numbered(32), number: '5/2026' }
  expect(grams(leave({ derogations: [{ ...running, movedGrams: 90 }, second] }))).toEqual([
    ['4/2026', 60, 0],
    ['5/2026', 40, 110],
  ])
  expect(grams(leave({ drawnGrams: 30 }, 120))).toEqual([['4/2026', 25, 125]])
})

test('what changed hands once is no longer on the site', () => {
  const node = (lot: typeof one, massGrams: number, draws: LotNode['draws'] = []) => [lot, { lot, massGrams, draws }] as const
  const nodes = new Map([
    node(one, 40),
    node(two, 60),
    node(mixed, 70, [
      { from: one, drawnGrams: 40 },
      { from: two, drawnGrams: 30 },
    ]),
    node(export_, 100, [
      { from: mixed, drawnGrams: 70 },
      { from: two, drawnGrams: 30 },
    ]),
  ])
  const left = (...sent: readonly string[]) => bagsOnSite(nodes, export_, new Set(sent)).map((bag) => [bag.lot, bag.drawnGrams])
  expect(left()).toEqual([
    [one, 40],
    [two, 60],
  ])
  expect(left(mixed)).toEqual([[two, 30]])
  expect(left(two)).toEqual([[one, 40]])
  expect(left(export_)).toEqual([])
})
