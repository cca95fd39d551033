import { expect, test } from 'vitest'
import { casesScreens } from '../modules/cases/screens.ts'
import { mayOpen } from './who.ts'

const me = (...capabilities: string[]) => ({ capabilities })

test('a screen opens for one need, for one of several, for whoever signed in, for anyone', () => {
  expect(mayOpen('a', me('a'))).toBe(true)
  expect(mayOpen('a', me('b'))).toBe(false)
  expect(mayOpen(['a', 'b'], me('b'))).toBe(true)
  expect(mayOpen(['a', 'b'], me('c'))).toBe(false)
  expect(mayOpen(['a', 'b'], undefined)).toBe(false)
  expect(mayOpen('signed-in', me())).toBe(true)
  expect(mayOpen('signed-in', undefined)).toBe(false)
  expect(mayOpen('anyone', undefined)).toBe(true)
})

test('one’s own key is made by who keeps files and by who reads names of the conflict map, and by nobody else', () => {
  const keys = casesScreens.find(({ path }) => path === '/keys')?.capability ?? ''
  for (const one of ['cases.hold-key', 'conflict.named']) expect(mayOpen(keys, me(one)), one).toBe(true)
  expect(mayOpen(keys, me('conflict.map', 'signed-in'))).toBe(false)
})
