import { expect, test } from 'vitest'
import { shadeOf } from './area-shade.ts'

test.each([
  [0, false, 'not-covered'],
  [0, true, 'quiet'],
  [1, true, 'few'],
  [4, false, 'few'],
  [5, true, 'some'],
  [19, true, 'some'],
  [20, true, 'many'],
  [99, true, 'many'],
  [100, true, 'most'],
])('%d events, covered: %s, is %s', (events, isCovered, shade) => expect(shadeOf({ events, isCovered })).toBe(shade))
