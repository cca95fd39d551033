/* A server that rewrote its ledger and answers each question from the tree that fits it. */
import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { type LedgerEntry, entryText } from '../contract.ts'
import { utf8 } from '../domain/bytes.ts'
import { checkpointText } from '../domain/checkpoint.ts'
import { keyText, noteKey, noteOf, signatureLine } from '../domain/note.ts'
import { offlineProofText } from '../domain/offline-proof.ts'
import { sha256 } from '../domain/sha256.ts'
import { leafHash, nodeHash } from '../domain/tree.ts'
import { type Fetch, type Kept, checkEntry } from './check-entry.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const raw = new Uint8Array(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'))
const key = noteKey(sha256, { name: 'mines.example/ledger', type: 1, publicKey: raw })
const entryOf = (number: string): LedgerEntry => ({ kind: 'order-signed', number, sha256: 'ab'.repeat(32) })
const leafOf = (number: string): Uint8Array => leafHash(sha256, utf8(entryText(entryOf(number))))
const headOver = (numbers: readonly string[]): string => {
  const [first = '', second] = numbers
  const root = second === undefined ? leafOf(first) : nodeHash(sha256, leafOf(first), leafOf(second))
  const text = checkpointText({ origin: key.name, size: numbers.length, root })
  return noteOf(text, [signatureLine(key, new Uint8Array(sign(null, utf8(text), privateKey)))])
}
/** The device kept the head over `a`; the server now has `numbers` and answers tiles one after the other from `answered`. */
async function growthFor(numbers: readonly [string, string], answered: readonly (readonly string[])[]): Promise<string> {
  const kept = new Map([
    ['key', keyText(key)],
    ['head', headOver(['a'])],
  ])
  const device: Kept = { read: (name) => kept.get(name) ?? null, write: (name, text) => void kept.set(name, text) }
  let asked = 0
  const fetched: Fetch = async (address) => {
    if (address === '/ledger/key') return utf8(keyText(key))
    if (address.startsWith('/ledger/proof'))
      return utf8(offlineProofText({ index: 1, path: [leafOf(numbers[0])], checkpoint: headOver(numbers), extra: null }))
    return Buffer.concat((answered[Math.min(asked++, answered.length - 1)] ?? []).map(leafOf))
  }
  return (await checkEntry(entryOf(numbers[1]), { fetched, kept: device })).growth
}

test('a ledger that grew holds; a rewritten one does not, whichever tiles the server hands out', async () => {
  expect(await growthFor(['a', 'b'], [['a', 'b']])).toBe('holds')
  expect(await growthFor(['x', 'b'], [['x', 'b']])).toBe('rewritten')
  expect(
    await growthFor(
      ['x', 'b'],
      [
        ['a', 'b'],
        ['x', 'b'],
      ],
    ),
  ).toBe('rewritten')
})
