import { expect, test } from 'vitest'
import { ed25519 } from '@noble/curves/ed25519.js'
import { type TestPhone, testPhone, testRescueKey } from '../../../test/phone-parts.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { chance } from './keys.ts'
import { vaultsOn } from './vault.ts'

const policy = { idleMinutes: 3, pinTries: 3, wipeTries: 10, leaseDays: 14 }
const PIN = '481735'

function value<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'accepted' : outcome.refusal.code)

async function enrolled(phone: TestPhone, { pin = PIN, account = crypto.randomUUID() } = {}) {
  const devicePrivateKey = chance(32)
  const { key, privateKey } = await testRescueKey()
  const vaults = vaultsOn(phone.parts())
  const holder = { device: crypto.randomUUID(), account, role: 'inspector', server: 'https://chanzo.example', language: 'fr' } as const
  const seat = value(await vaults.enrolHolder({ pin, holder, devicePrivateKey, rescueKey: key, policy }))
  return { vaults, seat: seat.seat, holder, devicePrivateKey, privateKey }
}

test('who was enrolled comes in with the PIN, and finds what was kept', async () => {
  const phone = testPhone()
  const { vaults, seat, holder, devicePrivateKey } = await enrolled(phone)
  expect(phone.marked.is).toBe(true)
  const vault = value(await vaults.unlock(seat, PIN))
  expect(vault.holder).toEqual({ ...holder, seat })
  vault.keep.setItem('chanzo.form.a', 'one')
  await vault.store.write([{ box: 'outbox', key: 'p1', put: { path: '/api' } }])
  await vault.files.keep('a/photo.jpg', new Uint8Array([1, 2, 3]))
  const text = 'chanzo-parcel-v1\n{}'
  expect(ed25519.verify(vault.signer.sign(text), new TextEncoder().encode(text), ed25519.getPublicKey(devicePrivateKey))).toBe(true)
  await vault.close()
  expect(() => vault.signer.sign(text)).toThrow('locked')

  const again = value(await vaultsOn(phone.parts()).unlock(seat, PIN))
  expect(again.keep.getItem('chanzo.form.a')).toBe('one')
  expect(await again.store.read('outbox', 'p1')).toEqual({ path: '/api' })
  expect(await again.files.read('a/photo.jpg')).toEqual(new Uint8Array([1, 2, 3]))
  expect(await again.files.keys('a/')).toEqual(['a/photo.jpg'])
  expect(code(await vaultsOn(phone.parts()).unlock(seat, '481736'))).toBe('wrong-pin')
})
