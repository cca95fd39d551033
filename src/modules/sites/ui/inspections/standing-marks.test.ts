import { expect, test } from 'vitest'
import { standingMarks } from './standing-marks.ts'

test('"before its photographs" is said while one is on its way, and no longer', () => {
  expect(standingMarks({ marks: ['files-follow', 'late'], files: [] }, 1)).toEqual(['files-follow', 'late'])
  expect(standingMarks({ marks: ['files-follow', 'late'], files: [] }, 0)).toEqual(['late'])
  expect(standingMarks({ marks: ['files-follow'], files: null }, 0), 'who is not told which are awaited').toEqual(['files-follow'])
})
