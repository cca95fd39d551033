import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mustParse } from '../../kernel/schema.ts'
import { SealedText, type VaultKey } from '../../modules/cases/contract-vault.ts'
import { type Pair, newPair } from './age.ts'
import { PADDED_SIZES, openText, sealText } from './sealed-text.ts'

const caseId = '01970000-0000-7000-8000-00000000000a'
const place = { caseId, slot: 'story', id: '01a00000-0000-7000-8000-0000000000b1' } as const
const keyOf = ({ publicKey }: Pair): VaultKey => ({ vault: 'narrative', generation: 1, publicKey })
async function sealedOf(pair: Pair, text: string): Promise<SealedText> {
  const sealed = await sealText(keyOf(pair), place, text)
  if (!sealed.ok) throw new Error(sealed.refusal.code)
  return sealed.value
}

test('every text opens to itself, and its box has one of five sizes', async () => {
  const pair = await newPair()
  const sizes = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 3000 }), async (text) => {
      const whole = text.toWellFormed()
      const sealed = await sealedOf(pair, whole)
      sizes.add(sealed.box.length)
      expect(await openText(sealed, { caseId, privateHalf: pair.privateHalf })).toEqual({ ok: true, value: whole })
    }),
    { numRuns: 60 },
  )
  expect(sizes.size).toBeLessThanOrEqual(PADDED_SIZES.length)
})

test('a first name and three lines look alike', async () => {
  const pair = await newPair()
  const lengths = await Promise.all(['F', 'Furaha Mwamba', 'x'.repeat(300)].map(async (text) => (await sealedOf(pair, text)).box.length))
  expect(new Set(lengths).size).toBe(1)
})

test('the largest that is taken fits the wire; one byte more is refused and says the limit', async () => {
  const pair = await newPair()
  const label = `chanzo-sealed-text-v1 ${caseId} narrative story ${place.id}\n`.length + 4
  const most = 65_000 - label
  expect(mustParse(SealedText, await sealedOf(pair, 'x'.repeat(most))).slot).toBe('story')
  expect(await sealText(keyOf(pair), place, 'x'.repeat(most + 1))).toMatchObject({
    refusal: { code: 'text-too-long', facts: { most: 65_000 } },
  })
})

test('tampered with, moved, or with another key, it does not open', async () => {
  const [pair, other] = await Promise.all([newPair(), newPair()])
  const sealed = await sealedOf(pair, 'Furaha')
  const by = { caseId, privateHalf: pair.privateHalf }
  const refusedOf = async (changed: Partial<SealedText>, as: typeof by = by) => {
    const opened = await openText({ ...sealed, ...changed }, as)
    return opened.ok ? 'opened' : opened.refusal.code
  }
  expect(await refusedOf({})).toBe('opened')
  expect(await refusedOf({ slot: 'note' })).toBe('cannot-open')
  expect(await refusedOf({ id: 's2' })).toBe('cannot-open')
  expect(await refusedOf({ vault: 'identity' })).toBe('cannot-open')
  expect(await refusedOf({}, { ...by, caseId: '01970000-0000-7000-8000-00000000000b' })).toBe('cannot-open')
  expect(await refusedOf({}, { ...by, privateHalf: other.privateHalf })).toBe('cannot-open')
  expect(await refusedOf({ box: 'not base64 !' })).toBe('cannot-open')
  const bytes = Buffer.from(sealed.box, 'base64')
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ change
      expect(await refusedOf({ box: changed.toString('base64') })).toBe('cannot-open')
    }),
    { numRuns: 40 },
  )
})
