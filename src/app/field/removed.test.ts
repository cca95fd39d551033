import { expect, test } from 'vitest'
import { PIN, enrolled, value } from '../../../test/enrolled-phone.ts'
import { testPhone } from '../../../test/phone-parts.ts'
import { ApiTrouble } from '../api.ts'
import { startPhone } from './open-phone.ts'

const refusal = { code: 'device-removed', facts: {} }
async function open(said = refusal) {
  const { vaults, seat } = await enrolled(testPhone())
  const vault = value(await vaults.unlock(seat, PIN))
  const removed: string[] = []
  const phone = await startPhone({
    vault,
    rounds: {},
    wire: () => Promise.resolve({ status: 403, body: { refusal: said } }),
    goesBySelf: false,
    removed: () => void removed.push('removed'),
  })
  return { phone, removed, vaults, seat, vault }
}

test('a telephone that is open learns from a round that it was removed, once', async () => {
  const { phone, removed } = await open()
  expect((await phone.sync.run()).trouble).toBe('device-removed')
  await phone.sync.run()
  expect(removed).toEqual(['removed'])
})

test('it learns so from any question of a screen, and revoking then leaves no PIN that opens it', async () => {
  const { phone, removed, vaults, seat, vault } = await open()
  const said = new ApiTrouble({ kind: 'refused', refusal, faults: [], faultId: null })
  await phone.hand.answer('/api/sites', () => Promise.reject(said)).catch(() => undefined)
  expect(removed).toEqual(['removed'])
  await vault.revoke()
  await vault.close()
  expect((await vaults.unlock(seat, PIN)).ok).toBe(false)
  expect((await vaults.listSeats())[0]?.isRevoked).toBe(true)
})

test('a telephone of an office that was shut in danger learns so and is emptied the same way', async () => {
  const { phone, removed } = await open({ code: 'office-locked-down', facts: {} })
  expect((await phone.sync.run()).trouble).toBe('office-locked-down')
  expect(removed).toEqual(['removed'])
})
