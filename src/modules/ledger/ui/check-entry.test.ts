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
import { readTypedHead } from '../domain/checkpoint.ts'
import { type Fetch, type Kept, checkEntry, checkPaperHead } from './check-entry.ts'

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

test('size and root typed from paper are held against the signed ledger of now; a wrong letter and a rewritten ledger show', async () => {
  const device: Kept = { read: () => null, write: () => undefined }
  const serving =
    (numbers: readonly string[]): Fetch =>
    async (address) => {
      if (address === '/ledger/key') return utf8(keyText(key))
      return address === '/ledger/checkpoint' ? utf8(headOver(numbers)) : Buffer.concat(numbers.map(leafOf))
    }
  const printed = (numbers: readonly string[]) => {
    const [, size = '', root = ''] = headOver(numbers).split('\n')
    return { size, root }
  }
  const { size, root } = printed(['a'])
  const paper = readTypedHead(` ${size}  ${root.slice(0, 20)} ${root.slice(20)} `)
  if (paper === null) throw new Error('a printed head that cannot be read')
  expect(await checkPaperHead(paper, { fetched: serving(['a', 'b']), kept: device })).toEqual({ state: 'holds', size: 2 })
  expect(await checkPaperHead(paper, { fetched: serving(['x', 'b']), kept: device })).toEqual({ state: 'rewritten', size: 2 })
  const longer = readTypedHead(`${printed(['a', 'b']).size} ${printed(['a', 'b']).root}`)
  if (longer === null) throw new Error('a printed head that cannot be read')
  expect(await checkPaperHead(longer, { fetched: serving(['a']), kept: device })).toEqual({ state: 'smaller', size: 1 })
  const other: Kept = {
    read: () => keyText(noteKey(sha256, { name: key.name, type: 1, publicKey: new Uint8Array(32).fill(7) })),
    write: () => undefined,
  }
  expect(await checkPaperHead(paper, { fetched: serving(['a', 'b']), kept: other })).toMatchObject({ state: 'not-signed' })
  for (const text of ['', '1', `x ${root}`, `1 ${root.slice(1)}`, `0 ${root}`]) expect(readTypedHead(text)).toBeNull()
})
