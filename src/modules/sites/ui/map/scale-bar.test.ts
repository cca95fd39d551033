import { expect, test } from 'vitest'
import { scaleBarOf } from './scale-bar.ts'

test.each([
  [1000, { kilometres: 200, pixels: 200 }],
  [300, { kilometres: 50, pixels: 167 }],
  [3, { kilometres: 0.5, pixels: 167 }],
])('%d metres a pixel: %o', (metresPerPixel, bar) => {
  expect(scaleBarOf(metresPerPixel, 240)).toEqual(bar)
})
