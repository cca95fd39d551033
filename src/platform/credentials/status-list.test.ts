/* Status lists as others may write them, the size of ours, and what a did:web may not be. */
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { passingKeyRing } from '../keys/signer.ts'
import { didOfServer, didWebToUrl } from './did-web.ts'
import { LIST_ENTRIES, bitstringStatus, decodeStatusList, encodeStatusList } from './status-list.ts'
import { signVcJwt } from './vc-jwt.ts'

const address = 'https://minerals.example/credentials/status/1'
const listOf = (encodedList: string, more: object = {}) => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: address,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: 'did:web:minerals.example',
  validFrom: '2026-11-22T00:00:00Z',
  credentialSubject: { id: `${address}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList, ...more },
})
const entry = (statusListIndex: unknown, more: object = {}) => ({
  ...{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex, statusListCredential: address, ...more },
})
const packed = (bytes: Uint8Array): string => `u${gzipSync(bytes).toString('base64url')}`

test('index 0 is the left-most bit, and every set index comes back', async () => {
  const set = [0, 1, 7, 8, 4095, LIST_ENTRIES - 1]
  const encoded = await encodeStatusList(set)
  expect((await decodeStatusList(encoded))[0]).toBe(0b1100_0001)
  for (const index of [...set, 2, 9, LIST_ENTRIES - 2])
    expect(await bitstringStatus(listOf(encoded), entry(String(index)))).toEqual({
      status: set.includes(index) ? 1 : 0,
      valid: !set.includes(index),
    })
  await expect(encodeStatusList([LIST_ENTRIES])).rejects.toThrow('outside')
})

test('a list of 100,000 certificates of which one in a hundred was revoked is a credential of at most 20 kB', async () => {
  let seed = 7
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
  const revoked = Array.from({ length: 100_000 }, (_, index) => index).filter(() => random() < 0.01)
  expect(revoked.length).toBeGreaterThan(900)
  const jwt = signVcJwt(listOf(await encodeStatusList(revoked)), {
    kid: 'did:web:minerals.example#k1',
    sign: passingKeyRing().signer('certificate').sign,
  })
  expect(jwt.length).toBeLessThanOrEqual(20_000)
})

test('several bits for one status, with the words for it', async () => {
  const bits = new Uint8Array(LIST_ENTRIES / 8)
  bits[0] = 0b0001_1011
  const messages = [{ status: '0x2', message: 'under review' }]
  for (const [index, status] of [0, 1, 2, 3].entries())
    expect(await bitstringStatus(listOf(packed(bits)), entry(index, { statusSize: 2, statusMessage: messages }))).toMatchObject({
      status,
      valid: status === 0,
      ...(status === 2 ? { message: 'under review' } : {}),
    })
  await expect(bitstringStatus(listOf(packed(bits)), entry(LIST_ENTRIES / 2, { statusSize: 2 }))).rejects.toThrow('outside')
})

const full = await encodeStatusList([])
test.each([
  ['another purpose', listOf(full), entry('1', { statusPurpose: 'suspension' })],
  ['an index past the end', listOf(full), entry(String(LIST_ENTRIES))],
  ['an index below zero', listOf(full), entry('-1')],
  ['an index that is no number', listOf(full), entry('1e2')],
  ['a fraction', listOf(full), entry(1.5)],
  ['a list that is too short', listOf(packed(new Uint8Array(LIST_ENTRIES / 8 - 1))), entry('1')],
  ['no prefix', listOf(full.slice(1)), entry('1')],
  ['another prefix', listOf(`z${full.slice(1)}`), entry('1')],
  ['no gzip', listOf(`u${Buffer.alloc(20_000).toString('base64url')}`), entry('1')],
  ['a bomb', listOf(packed(new Uint8Array(9 * 1024 * 1024))), entry('1')],
  ['a size of nothing', listOf(full), entry('1', { statusSize: 0 })],
  ['an entry of another list', listOf(full), entry('1', { statusListCredential: 'https://minerals.example/other' })],
  ['a credential that is no list', { ...listOf(full), type: ['VerifiableCredential'] }, entry('1')],
  ['an entry of another kind', listOf(full), entry('1', { type: 'StatusList2021Entry' })],
])('refused: %s', async (_name, list, asked) => {
  await expect(bitstringStatus(list, asked)).rejects.toThrow()
})

test('did:web: ports, paths, and what leads into somebody’s own house', () => {
  expect(didWebToUrl('did:web:example.com%3A3000')).toBe('https://example.com:3000/.well-known/did.json')
  expect(didWebToUrl('did:web:example.com%3a3000:user:alice')).toBe('https://example.com:3000/user/alice/did.json')
  for (const name of [
    '',
    '127.0.0.1',
    '192.168.1.10%3A8080',
    '2130706433',
    '0x7f.1',
    '10.0.0.0x1',
    '%5B%3A%3A1%5D',
    '[::1]',
    'a@b.example',
  ])
    expect(() => didWebToUrl(`did:web:${name}`)).toThrow()
  for (const name of [
    'example.com/x',
    'example.com?x',
    'example.com#x',
    'example.com:',
    'example.com::a',
    'example.com:..',
    'example.com:%2e%2e:a',
  ])
    expect(() => didWebToUrl(`did:web:${name}`)).toThrow()
  for (const name of ['example.com%3A', 'example.com%3A99999', 'exam ple.com', 'example..com', 'example.com:a%2Fb', '-a.example'])
    expect(() => didWebToUrl(`did:web:${name}`)).toThrow()
  expect(() => didWebToUrl('did:key:z6Mk')).toThrow()
  expect(didWebToUrl(didOfServer('https://chanzo.example:8443/x'))).toBe('https://chanzo.example:8443/.well-known/did.json')
})
