import { expect, test } from 'vitest'
import { startOf } from './new-start.ts'

const lots = [{ id: 'free' }]
test.each([
  [{}, { lot: '', replaces: '', notFree: null }],
  [
    { lot: 'free', replaces: 'CD-2026-000002' },
    { lot: 'free', replaces: 'CD-2026-000002', notFree: null },
  ],
  [
    { lot: 'held', replaces: 'CD-2026-000002' },
    { lot: '', replaces: 'CD-2026-000002', notFree: 'held' },
  ],
])('the form opens with what its address asks for, and names a lot that is not free: %j', (url, start) =>
  expect(startOf(url, lots)).toEqual(start),
)
