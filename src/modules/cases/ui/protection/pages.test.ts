import { expect, test } from 'vitest'
import { hasNext, pageOf } from './pages.tsx'

test('a list goes on to its last line and no further', () => {
  const lines = Array.from({ length: 51 }, (_, at) => at)
  const on = (page: number) => ({ page, size: 25, of: lines.length })
  expect([0, 1, 2].map((page) => pageOf(lines, on(page)).length)).toEqual([25, 25, 1])
  expect([0, 1, 2].map((page) => hasNext(on(page)))).toEqual([true, true, false])
})
