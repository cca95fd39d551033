import { expect, test } from 'vitest'
import { printedSite, shortIdentifier } from './short-identifier.ts'

test.each([
  ['CD--1.9641+28.1234-00012', 'CD-…-00012'],
  ['CD--2.5123+21.4411-00001', 'CD-…-00001'],
  ['UG-+0.2001+30.4500-00017', 'UG-…-00017'],
  ['UG-0.2001+30.4500-00017', 'UG-…-00017'],
  ['XL-0001', 'XL-0001'],
])('%s is shown as %s', (identifier, shown) => expect(shortIdentifier(identifier)).toBe(shown))

test('a sheet names the site and tells no position', () => {
  expect(printedSite({ name: 'Kasika', nationalId: 'XL-0001', icglrId: 'CD--1.9641+28.1234-00012' })).toBe('Kasika (XL-0001 · CD-…-00012)')
  expect(printedSite({ name: 'Kasika', nationalId: 'XL-0001', icglrId: null })).toBe('Kasika (XL-0001)')
})
