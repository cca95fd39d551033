/* A personal key behind a passkey, with an authenticator of the test: what the browser would do is WebAuthn PRF, an HMAC under a secret that stays in the device. */
import { createHmac, randomBytes } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { mustParse } from '../../kernel/schema.ts'
import { SealedPersonalKey } from '../../modules/cases/contract-keys.ts'
import { isPasskeyOffered } from './passkey.ts'
import { changeOpener, makePersonalKey, openPersonalKey } from './personal-key.ts'

const by = { kind: 'passkey' } as const
const cost = { memoryKibibytes: 8192, passes: 1, lanes: 1 }

interface Asked {
  readonly publicKey: {
    readonly extensions: { readonly prf: { readonly eval?: { readonly first: ArrayBuffer; readonly second: ArrayBuffer } } }
  }
}
function authenticator({ hasPrf = true } = {}) {
  const secret = randomBytes(32)
  const rawId = new Uint8Array(randomBytes(16)).buffer
  const prf = (input: ArrayBuffer): ArrayBuffer =>
    new Uint8Array(createHmac('sha256', secret).update(new Uint8Array(input)).digest()).buffer
  return {
    create: async () => ({
      rawId,
      response: { getTransports: () => ['internal'] },
      getClientExtensionResults: () => ({ prf: { enabled: hasPrf } }),
    }),
    get: async ({ publicKey }: Asked) => {
      const salts = publicKey.extensions.prf.eval
      const results = salts === undefined ? {} : { first: prf(salts.first), second: prf(salts.second) }
      return { getClientExtensionResults: () => ({ prf: { results } }) }
    },
  }
}
function plugIn(credentials: ReturnType<typeof authenticator>): void {
  vi.stubGlobal('navigator', { credentials })
  vi.stubGlobal('window', { origin: 'https://chanzo.example' })
}
afterEach(() => vi.unstubAllGlobals())

test('a key opens with the passkey under which it was made, and with no other', async () => {
  const own = authenticator()
  plugIn(own)
  const made = await makePersonalKey(by)
  if (!made.ok) throw new Error(made.refusal.code)
  expect(mustParse(SealedPersonalKey, made.value.sealed).lock.kind).toBe('passkey')
  expect(await openPersonalKey(made.value.sealed, by)).toEqual({ ok: true, value: made.value.pair })
  plugIn(authenticator())
  expect(await openPersonalKey(made.value.sealed, by)).toMatchObject({ refusal: { code: 'passkey-unavailable' } })
})

test('a person goes from a passkey to a passphrase and keeps the key', async () => {
  plugIn(authenticator())
  const made = await makePersonalKey(by)
  if (!made.ok) throw new Error(made.refusal.code)
  const to = { kind: 'passphrase', passphrase: 'le hibou dort sous le pont' } as const
  const changed = await changeOpener(made.value.sealed, { from: by, to, cost })
  if (!changed.ok) throw new Error(changed.refusal.code)
  expect(await openPersonalKey(changed.value.sealed, to)).toEqual({ ok: true, value: made.value.pair })
})

test('where an authenticator has no secret of its own, none is made and a passphrase is asked for', async () => {
  plugIn(authenticator({ hasPrf: false }))
  expect(await makePersonalKey(by)).toMatchObject({ refusal: { code: 'passkey-unavailable' } })
  expect(await isPasskeyOffered()).toBe(false)
  const knows = (capabilities: object) => vi.stubGlobal('PublicKeyCredential', { getClientCapabilities: async () => capabilities })
  knows({ 'extension:prf': true, userVerifyingPlatformAuthenticator: true })
  expect(await isPasskeyOffered()).toBe(true)
  knows({ 'extension:prf': false, userVerifyingPlatformAuthenticator: true })
  expect(await isPasskeyOffered()).toBe(false)
})
