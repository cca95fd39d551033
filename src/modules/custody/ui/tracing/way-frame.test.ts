import { expect, test } from 'vitest'
import { frameOf, pathOf, placeOn } from './way-frame.ts'

const size = { width: 400, height: 240 }

test('two places fall inside the window, the northern one above, the eastern one to the right', () => {
  const frame = frameOf(
    [
      { latitude: -1.5, longitude: 28.8 },
      { latitude: -2.5, longitude: 29.3 },
    ],
    size,
  )
  const [x1, y1] = placeOn(frame, [28.8, -1.5])
  const [x2, y2] = placeOn(frame, [29.3, -2.5])
  expect([x1 > 0, x2 < 400, y1 > 0, y2 < 240]).toEqual([true, true, true, true])
  expect([x1 < x2, y1 < y2]).toEqual([true, true])
})

test('one place stands in the middle of a window that is not closer than forty kilometres', () => {
  const frame = frameOf([{ latitude: -1.5, longitude: 28.8 }], size)
  expect(placeOn(frame, [28.8, -1.5])).toEqual([200, 120])
  expect(size.height / frame.perLatitude).toBeGreaterThanOrEqual(0.39)
})

test('outlines outside the window are not drawn', () => {
  const frame = frameOf([{ latitude: -1.5, longitude: 28.8 }], size)
  const around = [
    [20, -10],
    [40, -10],
    [40, 10],
    [20, 10],
  ]
  const elsewhere = [
    [100, 50],
    [110, 50],
    [110, 60],
  ]
  expect(pathOf([around, elsewhere], frame).match(/M/g)).toHaveLength(1)
})
