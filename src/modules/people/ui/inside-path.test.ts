import { expect, test } from 'vitest'
import { insidePath } from './inside-path.ts'

test.each([
  [undefined, '/'],
  ['/sites/1?asOf=2024-02-29', '/sites/1?asOf=2024-02-29'],
  ['https://elsewhere.example', '/'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/api/auth/sign-out', '/'],
  ['/sign-in?to=/x', '/'],
])('after signing in, %s leads to %s', (wanted, path) => {
  expect(insidePath(wanted)).toBe(path)
})
