import { expect, test } from 'vitest'
import type { PlaceSignal } from '../contract.ts'
import { safeSignals, signalsToldFrom } from './safe-signals.ts'

const signal = (site: string, persons: number, more: Partial<PlaceSignal> = {}): PlaceSignal => ({
  ...{ site, persons, admin1: 'XL1', admin2: 'XL101', type: 'child-labour-observed', recordedOn: '2026-05-20' },
  ...more,
})
const TODAY = '2026-11-21'
const told = (signals: readonly PlaceSignal[], area = 'XL1', today = TODAY) =>
  safeSignals(signals, { area, today }).map(({ level, code, persons }) => [level, code, persons])

test('a quarter is told ninety days after its end and not a day before', () => {
  expect(signalsToldFrom('2026-Q2')).toBe('2026-09-29')
  expect(told([signal('s1', 12)], 'XL1', '2026-09-28')).toEqual([])
  expect(told([signal('s1', 12)], 'XL1', '2026-09-29')).toEqual([['site', 's1', 10]])
})

test('a site stands alone from ten persons on; fewer are merged into the territoire, and never told below ten', () => {
  expect(told([signal('s1', 12), signal('s2', 6), signal('s3', 5)])).toEqual([
    ['site', 's1', 10],
    ['territoire', 'XL101', 10],
  ])
  expect(told([signal('s1', 12), signal('s2', 6)])).toEqual([
    ['site', 's1', 10],
    ['territoire', 'XL101', null],
  ])
  expect(told([signal('s1', 6), signal('s1', 5)])).toEqual([['site', 's1', 10]])
})

test('an area tells its own places, the same numbers whoever asks; types and quarters stand apart', () => {
  const all = [signal('s1', 12), signal('s9', 30, { admin2: 'XL102' }), signal('s1', 11, { type: 'illegal-taxation' })]
  expect(told(all, 'XL102')).toEqual([['site', 's9', 30]])
  expect(told(all, 'XL1')).toHaveLength(3)
  expect(told(all, 'XL9')).toEqual([])
})
