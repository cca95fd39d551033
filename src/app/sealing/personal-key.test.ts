import { expect, test } from 'vitest'
import { mustParse } from '../../kernel/schema.ts'
import { SealedPersonalKey } from '../../modules/cases/contract-keys.ts'
import { chosenPassphrase } from '../../modules/cases/domain/keys/passphrase.ts'
import { fingerprint } from './fingerprint.ts'
import { type KeyCost, changePassphrase, drawPassphrase, makePersonalKey, openPersonalKey } from './personal-key.ts'
import { isPasskeyOffered } from './passkey.ts'

const quick: KeyCost = { memoryKibibytes: 8192, passes: 1, lanes: 1 }
const first = 'ma tante vend du poisson'
const by = (passphrase: string) => ({ kind: 'passphrase', passphrase }) as const
async function made(passphrase = first, cost = quick) {
  const key = await makePersonalKey(by(passphrase), cost)
  if (!key.ok) throw new Error(key.refusal.code)
  return key.value
}

test('a key opens with its passphrase and with no other; what is kept holds neither', async () => {
  const { pair, sealed } = await made()
  expect(mustParse(SealedPersonalKey, sealed)).toEqual(sealed)
  expect(JSON.stringify(sealed)).not.toContain('SECRET')
  expect(JSON.stringify(sealed)).not.toContain('poisson')
  expect(await openPersonalKey(sealed, by(` ${first}  `))).toEqual({ ok: true, value: pair })
  for (const wrong of ['', 'ma tante vend du poissons', first.toUpperCase()])
    expect(await openPersonalKey(sealed, by(wrong))).toMatchObject({ refusal: { code: 'wrong-passphrase' } })
})

test('a weak passphrase makes no key', async () => {
  expect(await makePersonalKey(by('court'), quick)).toMatchObject({ refusal: { code: 'passphrase-too-short' } })
  expect(await makePersonalKey(by('motdepasse1234'), quick)).toMatchObject({ refusal: { code: 'passphrase-too-easy' } })
})

test('a sealed key of which anything was changed does not open', async () => {
  const { sealed } = await made()
  const other = await made()
  const bytes = Buffer.from(sealed.box, 'base64')
  bytes[20] = bytes[20]! ^ 1
  if (sealed.lock.kind !== 'passphrase') throw new Error('of a passphrase')
  for (const changed of [
    { ...sealed, box: bytes.toString('base64') },
    { ...sealed, box: other.sealed.box },
    { ...sealed, publicKey: other.sealed.publicKey },
    { ...sealed, lock: { ...sealed.lock, passes: 2 } },
    { ...sealed, lock: { ...sealed.lock, salt: 'AAAAAAAAAAAAAAAAAAAAAA==' } },
  ])
    expect(await openPersonalKey(changed, by(first))).toMatchObject({ refusal: { code: 'wrong-passphrase' } })
})

test('a changed passphrase keeps the key; the parameters may grow with it', async () => {
  const { pair, sealed } = await made()
  const next = 'le hibou dort sous le pont'
  expect(await changePassphrase(sealed, { from: 'not this one at all', to: next, cost: quick })).toMatchObject({
    refusal: { code: 'wrong-passphrase' },
  })
  expect(await changePassphrase(sealed, { from: first, to: 'court', cost: quick })).toMatchObject({
    refusal: { code: 'passphrase-too-short' },
  })
  const changed = await changePassphrase(sealed, { from: first, to: next, cost: { ...quick, memoryKibibytes: 16_384 } })
  if (!changed.ok) throw new Error(changed.refusal.code)
  expect(changed.value.sealed.lock).toMatchObject({ memoryKibibytes: 16_384 })
  expect(await openPersonalKey(changed.value.sealed, by(next))).toEqual({ ok: true, value: pair })
  expect(await openPersonalKey(changed.value.sealed, by(first))).toMatchObject({ ok: false })
})

test('a passphrase that was drawn is taken, and no two are alike', () => {
  const drawn = Array.from({ length: 50 }, drawPassphrase)
  expect(new Set(drawn).size).toBe(50)
  for (const passphrase of drawn) expect(chosenPassphrase(passphrase).ok).toBe(true)
})

test('digits to read aloud are the same for the same key, and others for another', async () => {
  const [one, two] = await Promise.all([made(), made()])
  expect(await fingerprint(one.pair.publicKey)).toMatch(/^(\d{4} ){5}\d{4}$/)
  expect(await fingerprint(one.pair.publicKey)).toBe(await fingerprint(one.sealed.publicKey))
  expect(await fingerprint(one.pair.publicKey)).not.toBe(await fingerprint(two.pair.publicKey))
})

test('no passkey is offered where the browser has none', async () => {
  expect(await isPasskeyOffered()).toBe(false)
})
