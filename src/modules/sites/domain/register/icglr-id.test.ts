import { expect, test } from 'vitest'
import { issueIcglrId, readIcglrId } from '../../contract-icglr-id.ts'

test.each([
  [-1.9641, 28.1234, 12, 'CD--1.9641+28.1234-00012'],
  [1.9641, 30.1234, 1, 'CD-+1.9641+30.1234-00001'],
  [-0.00001, 29, 7, 'CD-+0.0000+29.0000-00007'],
  [0, -0.5, 123456, 'CD-+0.0000-0.5000-123456'],
])('a site at %d, %d number %d is issued as %s', (latitude, longitude, serial, expected) => {
  expect(issueIcglrId('CD', { latitude, longitude }, serial)).toBe(expected)
})

test('an unsigned latitude takes its sign from the record', () => {
  const south = readIcglrId('CD-1.5000+29.0000-00007', { latitude: -1.5, longitude: 29 })
  expect(south).toMatchObject({ ok: true, value: { latitude: -1.5, canonical: 'CD--1.5000+29.0000-00007' } })
  const north = readIcglrId('RW-1.9641+30.0619-12345', { latitude: 1.9641, longitude: 30.0619 })
  expect(north).toMatchObject({ ok: true, value: { latitude: 1.9641, canonical: 'RW-+1.9641+30.0619-12345' } })
})

test('a written sign stays, whatever the record says later: the identifier does not move with the coordinates', () => {
  expect(readIcglrId('CD--1.5000+29.0000-00007', { latitude: 1.5, longitude: 29 })).toMatchObject({
    value: { canonical: 'CD--1.5000+29.0000-00007' },
  })
})

test.each([
  ['CD-1.5000+29.0000-00007', 'icglr-id-sign-unknown'],
  ['CD-1.5+29.0-7', 'icglr-id-malformed'],
  ['CD--95.0000+29.0000-00007', 'icglr-id-out-of-range'],
])('%s without a record is refused as %s', (text, code) => {
  expect(readIcglrId(text, null)).toMatchObject({ ok: false, refusal: { code } })
})
