import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { PIN, enrolled } from '../../../test/enrolled-phone.ts'
import { testPhone } from '../../../test/phone-parts.ts'
import { PhoneDatabase } from './sealed-dexie.ts'
import { listSeats } from './vault.ts'
import { vaultsOn } from './vault-doors.ts'

test('the lock lists the seats without the store, and leaves no database behind where nobody is enrolled', async () => {
  expect(await listSeats()).toEqual([])
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('chanzo-field')
  const phone = testPhone()
  const here = { ...phone, parts: () => ({ ...phone.parts(), database: new PhoneDatabase({ name: 'chanzo-field' }) }) }
  await enrolled(here)
  const two = await enrolled(here)
  expect((await vaultsOn(here.parts()).unlock(2, '900001')).ok).toBe(false)
  expect(await listSeats()).toEqual(await two.vaults.listSeats())
  expect(await listSeats()).toMatchObject([
    { seat: 1, wrongPins: 0 },
    { seat: 2, wrongPins: 1, needs: 'pin' },
  ])
  expect((await two.vaults.unlock(2, PIN)).ok).toBe(true)
})
