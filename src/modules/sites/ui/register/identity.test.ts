import { expect, test } from 'vitest'
import { changedIn, identityOf } from './identity.ts'

const before = identityOf({
  name: 'Mto',
  aliases: [],
  minerals: ['Sn'],
  position: { at: { latitude: -2.5, longitude: 21.4 }, origin: 'gps' },
  stated: {},
})

test('a corrected position is not sent before somebody said how it was found', () => {
  expect(changedIn(before, { ...before, latitude: '-2,6' })).toBeNull()
  expect(changedIn(before, { ...before, latitude: '-2,6', origin: 'map' })).toEqual({
    position: { at: { latitude: -2.6, longitude: 21.4 }, origin: 'map' },
  })
})
test('a position that was not touched is not sent', () =>
  expect(changedIn(before, { ...before, name: 'Mto 2' })).toEqual({ name: 'Mto 2' }))
