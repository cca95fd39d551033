import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boxAround, distanceKilometres } from './near.ts'

test.each([
  [{ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 0 }, 0],
  [{ latitude: -1, longitude: 28 }, { latitude: -2, longitude: 28 }, 111.2],
  // Goma to Bukavu, by the great circle.
  [{ latitude: -1.6585, longitude: 29.2203 }, { latitude: -2.5123, longitude: 28.848 }, 103.6],
])('from %o to %o it is %s km', (one, other, kilometres) => {
  expect(distanceKilometres(one, other)).toBeCloseTo(kilometres, 0)
})

test('no point within the distance lies outside the box', () => {
  const degrees = fc.record({
    latitude: fc.double({ min: -14, max: 14, noNaN: true }),
    longitude: fc.double({ min: 10, max: 40, noNaN: true }),
  })
  const step = fc.double({ min: -0.3, max: 0.3, noNaN: true })
  fc.assert(
    fc.property(degrees, step, step, (centre, north, east) => {
      const other = { latitude: centre.latitude + north, longitude: centre.longitude + east }
      const box = boxAround(centre, 25, 0)
      const inside =
        other.latitude >= box.south && other.latitude <= box.north && other.longitude >= box.west && other.longitude <= box.east
      return inside || distanceKilometres(centre, other) > 25
    }),
  )
})
