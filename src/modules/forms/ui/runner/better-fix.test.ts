import { expect, test } from 'vitest'
import { betterOf, givesWay, placeText } from './better-fix.ts'

const fix = (accuracy: number) => ({ latitude: -1.234_567_89, longitude: 28.5, altitude: null, accuracy })

test('the first fix is an answer at once, and each better one takes its place: going on in between loses none', () => {
  let value = ''
  for (const found of [fix(40), fix(60), fix(12), fix(20)]) if (givesWay(value, found)) value = placeText(found)
  expect(value).toBe('-1.2345679 28.5 0 12')
})
test('a later, rougher fix is not the best so far', () => {
  expect(betterOf(fix(12), fix(30)).accuracy).toBe(12)
  expect(betterOf(null, fix(30)).accuracy).toBe(30)
  expect(betterOf(fix(30), fix(12)).accuracy).toBe(12)
})
test('what was measured better or written by hand gives way only when somebody says so', () => {
  expect(givesWay('-1.2 28.5 0 6', fix(40))).toBe(false)
  expect(givesWay('-1.2 28.5 0 0', fix(4))).toBe(false)
  expect(givesWay('-1.2 x 0 0', fix(40)), 'half of a place is none').toBe(true)
})
