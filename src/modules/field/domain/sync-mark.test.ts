import { expect, test } from 'vitest'
import { clockFault, markOf, shelfOf } from './sync-mark.ts'

const calm = { isRunning: false, unsent: 0, trouble: null, states: [] }

test('nothing unsent bears no mark, whatever was sent before', () =>
  expect(markOf({ ...calm, states: ['taken', 'taken'] })).toEqual({ kind: 'safe', n: 0 }))
test('being without network is waiting, not an error', () =>
  expect(markOf({ ...calm, unsent: 3, trouble: 'offline' })).toEqual({ kind: 'waiting', n: 3 }))
test.each(['device-removed', 'account-closed', 'device-full', 'fault'])('%s is an error, also with nothing unsent', (trouble) =>
  expect(markOf({ ...calm, trouble }).kind).toBe('error'),
)
test('what was refused needs a person, before and after the rest is sent', () => {
  expect(markOf({ ...calm, unsent: 2, states: ['ready', 'refused'] })).toEqual({ kind: 'needs-you', n: 1 })
  expect(markOf({ ...calm, states: ['not-valid', 'refused', 'taken'] })).toEqual({ kind: 'needs-you', n: 2 })
})
test('drafts that parted need a person although everything finished is sent', () => {
  expect(markOf({ ...calm, parted: 2 })).toEqual({ kind: 'needs-you', n: 2 })
  expect(markOf({ ...calm, states: ['refused'], parted: 1 })).toEqual({ kind: 'needs-you', n: 2 })
})
test('while it runs it says so', () => expect(markOf({ ...calm, isRunning: true, unsent: 1 }).kind).toBe('sending'))

test('five minutes off is right, a second more is not, and the direction is told', () => {
  expect(clockFault(null)).toBeNull()
  expect(clockFault(300)).toBeNull()
  expect(clockFault(-300)).toBeNull()
  expect(clockFault(301)).toEqual({ minutes: 5, isFast: true })
  expect(clockFault(-7200)).toEqual({ minutes: 120, isFast: false })
})

test('only what the server took, or what somebody has put away, lies on the shelf of the sent', () => {
  expect(shelfOf({ state: 'taken', isDismissed: false })).toBe('sent')
  for (const state of ['ready', 'sending', 'kept', 'refused', 'not-valid']) expect(shelfOf({ state, isDismissed: false })).toBe('ready')
  expect(shelfOf({ state: 'refused', isDismissed: true })).toBe('sent')
})
