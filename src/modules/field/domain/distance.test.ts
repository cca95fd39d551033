import { expect, test } from 'vitest'
import { distanceTo } from './distance.ts'

const from = { latitude: -2, longitude: 28.5, accuracy: 20 }
const exact = (latitude: number) => ({ positionPrecision: 'exact', position: { at: { latitude, longitude: 28.5 } } }) as const
const coarse = (latitude: number) => ({ ...exact(latitude), positionPrecision: 'coarse' }) as const

test('an exact position is said to the hundred metres when near, to the kilometre when far', () => {
  expect(distanceTo(exact(-2.01), from)).toEqual({ kilometres: 1.1, said: 'exact' })
  expect(distanceTo(exact(-2.3), from)).toEqual({ kilometres: 33, said: 'exact' })
})
test('a rounded position is never said nearer than its rounding, and far ones are "about"', () => {
  expect(distanceTo(coarse(-2), from)).toEqual({ kilometres: 8, said: 'within' })
  expect(distanceTo(coarse(-2.03), from)).toEqual({ kilometres: 8, said: 'within' })
  expect(distanceTo(coarse(-2.1), from)).toEqual({ kilometres: 11, said: 'about' })
})
test('a rough fix makes the distance rough', () => {
  expect(distanceTo(exact(-2.02), { ...from, accuracy: 3000 })).toEqual({ kilometres: 2, said: 'about' })
  expect(distanceTo(exact(-2.001), { ...from, accuracy: 3000 })).toEqual({ kilometres: 3, said: 'within' })
})
test('a site without position has none', () => expect(distanceTo({ positionPrecision: 'exact', position: null }, from)).toBeNull())
