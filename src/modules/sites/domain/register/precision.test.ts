import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COARSE_DEGREES, coarsePosition, precisionOf, shownIcglrId, shownPosition } from './precision.ts'

test.each([
  [-1.9641, 28.1234, -1.95, 28.1],
  [-5.5123, 28.4411, -5.5, 28.45],
  [0.02, -0.01, 0, 0],
])('%f, %f is shown coarsely as %f, %f', (latitude, longitude, coarseLatitude, coarseLongitude) => {
  expect(coarsePosition({ latitude, longitude })).toEqual({ latitude: coarseLatitude, longitude: coarseLongitude })
})

test('a coarse position lies at most half a step away, and all positions of a cell look the same', () => {
  const degrees = fc.double({ min: -80, max: 80, noNaN: true })
  fc.assert(
    fc.property(degrees, degrees, (latitude, longitude) => {
      const once = coarsePosition({ latitude, longitude })
      expect(Math.abs(once.latitude - latitude)).toBeLessThanOrEqual(COARSE_DEGREES / 2 + 1e-9)
      expect(coarsePosition(once)).toEqual(once)
      expect(String(once.longitude).length).toBeLessThanOrEqual(6)
    }),
  )
})

test('only those who hold the power see the position and the identifier that spells it out', () => {
  const located = { at: { latitude: -1.9641, longitude: 28.1234 }, origin: 'gps' } as const
  expect(precisionOf(new Set(['sites.read']))).toBe('coarse')
  expect(shownPosition(located, precisionOf(new Set(['sites.exact-position'])))).toEqual(located)
  expect(shownPosition(located, 'coarse')).toEqual({ at: { latitude: -1.95, longitude: 28.1 }, origin: 'gps' })
  expect(shownIcglrId('CD--1.9641+28.1234-00001', 'exact')).toBe('CD--1.9641+28.1234-00001')
  expect(shownIcglrId('CD--1.9641+28.1234-00001', 'coarse')).toBe('CD-…-00001')
  expect([shownPosition(null, 'coarse'), shownIcglrId(null, 'coarse')]).toEqual([null, null])
})
