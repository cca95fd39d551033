import { expect, test } from 'vitest'
import { isGs1Path } from './gs1-path.ts'

test.each([
  [['01', '09520123456788'], true],
  [['01', '09520123456788', '10', 'ABC'], true],
  [['01', '09520123456789'], false],
  [['01', '9520123456788'], false],
  [['01', '09520123456788', '254', '1'], false],
  [['01', '09520123456788', '10'], false],
  [['414', '9520123456788'], true],
  [['loc', '1'], false],
  [['01', '09520123456788', '10', 'a b'], false],
])('%j', (segments, wanted) => expect(isGs1Path(segments)).toBe(wanted))
