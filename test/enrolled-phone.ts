/* Somebody enrolled on a telephone of a test. */
import type { Outcome } from '../src/kernel/outcome.ts'
import { chance } from '../src/app/field/keys.ts'
import { vaultsOn } from '../src/app/field/vault-doors.ts'
import { type TestPhone, testRescueKey } from './phone-parts.ts'

export const policy = { idleMinutes: 3, pinTries: 3, wipeTries: 10, leaseDays: 14 }
export const PIN = '481735'

export function value<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}
export const code = (outcome: Outcome<unknown>) => (outcome.ok ? 'accepted' : outcome.refusal.code)

export async function enrolled(phone: TestPhone, { pin = PIN, account = crypto.randomUUID() } = {}) {
  const devicePrivateKey = chance(32)
  const { key, privateKey } = await testRescueKey()
  const vaults = vaultsOn(phone.parts())
  const holder = { device: crypto.randomUUID(), account, role: 'inspector', server: 'https://chanzo.example', language: 'fr' } as const
  const seat = value(await vaults.enrolHolder({ pin, holder, devicePrivateKey, rescueKey: key, policy }))
  return { vaults, seat: seat.seat, holder, devicePrivateKey, privateKey }
}
