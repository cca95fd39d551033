import { expect, test } from 'vitest'
import { bundleMessage } from './bundle.ts'

test('what is signed names the device and every text, in their order', () => {
  expect(bundleMessage('d', ['a', 'b'])).toBe('chanzo-bundle-v1\nd\na\nb')
  expect(bundleMessage('d', ['b', 'a'])).not.toBe(bundleMessage('d', ['a', 'b']))
})
