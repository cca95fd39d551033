/* §11 test 12: what lies on a device that is found, after it locked, and after it was wiped. */
import { expect, test } from 'vitest'
import { PIN, enrolled, value } from '../../../test/enrolled-phone.ts'
import { dumpOf } from '../../../test/phone-dump.ts'
import { testPhone } from '../../../test/phone-parts.ts'
import { vaultsOn } from '../field/vault-doors.ts'
import { asId } from '../../kernel/schema.ts'
import { colleaguesOf } from './colleagues.ts'
import { makePersonalKey, openPersonalKey } from './personal-key.ts'
import { sealText } from './sealed-text.ts'
import { holdUnlocked } from './unlocked.ts'
import { makeVaultKeys } from './vault-keys.ts'

const CANARY = 'Canari-Furaha-7731'
const PASSPHRASE = { kind: 'passphrase', passphrase: 'ma tante vend du poisson' } as const
const caseId = '01970000-0000-7000-8000-00000000000a'

/** A telephone that keeps a case for the field: sealed key, sealed vault keys, one sealed text that was also read. */
async function readOnPhone() {
  const phone = testPhone()
  const { vaults, seat, holder } = await enrolled(phone)
  const open = value(await vaults.unlock(seat, PIN))
  const made = value(await makePersonalKey(PASSPHRASE, { memoryKibibytes: 8192, passes: 1, lanes: 1 }))
  const reader = {
    account: asId('account', holder.account),
    key: asId('personal-key', crypto.randomUUID()),
    publicKey: made.pair.publicKey,
  }
  const keys = value(await makeVaultKeys({ caseId, vaults: ['identity'], readers: [reader], custodians: [] }))
  const sealed = value(await sealText(keys.keys[0]!, { caseId, slot: 'identity', id: 'name' }, CANARY))
  await open.store.write([
    { box: 'answer', key: '/api/keys/mine', put: made.sealed },
    { box: 'answer', key: `/api/cases/${caseId}`, put: { keys, sealed } },
  ])
  value(await colleaguesOf(holder.account, open.keep).admit([reader]))
  const unlocked = holdUnlocked({ holder: reader, pair: made.pair, idleMinutes: 3 })
  await unlocked.openVaults(caseId, keys)
  expect(await unlocked.openText(caseId, sealed)).toEqual({ ok: true, value: CANARY })
  await open.settled()
  return { phone, vaults, seat, open, made, keys, sealed, unlocked }
}

test('§11 test 12: the local store holds no clear word of a person, neither open nor locked', async () => {
  const { phone, open, made, unlocked } = await readOnPhone()
  const secrets = [CANARY, made.pair.privateHalf, made.pair.publicKey, PASSPHRASE.passphrase, caseId]
  const whileOpen = await dumpOf(phone.factory)
  expect(whileOpen.values).toBeGreaterThan(3)
  for (const secret of secrets) expect(whileOpen.text).not.toContain(secret)
  unlocked.lock()
  await open.close()
  const locked = await dumpOf(phone.factory)
  for (const secret of secrets) expect(locked.text).not.toContain(secret)
})

test('§11 test 12: after the lock the key is absent: what was open opens nothing more', async () => {
  const { unlocked, keys, sealed } = await readOnPhone()
  unlocked.lock()
  const closed = { ok: false, refusal: { code: 'locked' } }
  expect(await unlocked.openText(caseId, sealed)).toMatchObject(closed)
  expect(await unlocked.openVaults(caseId, keys)).toMatchObject(closed)
  expect(await unlocked.wrapFor(caseId, ['identity'], unlocked.holder)).toMatchObject(closed)
  expect(unlocked.search('canari')).toMatchObject(closed)
  expect(JSON.stringify(unlocked)).not.toContain('AGE-SECRET')
})

test('§11 test 12: after a wipe nothing can be decrypted, also by who knows PIN and passphrase', async () => {
  const { phone, seat, open, unlocked } = await readOnPhone()
  unlocked.lock()
  await open.close()
  const vaults = vaultsOn(phone.parts())
  await vaults.destroySeat(seat, { everything: false })
  expect(await vaults.listSeats()).toEqual([])
  expect((await vaultsOn(phone.parts()).unlock(seat, PIN)).ok).toBe(false)
  const left = await dumpOf(phone.factory)
  expect(left.values).toBe(0)
  expect(left.text).not.toContain(CANARY)
})

test('the sealed key alone, without its passphrase, opens nothing', async () => {
  const { made } = await readOnPhone()
  expect((await openPersonalKey(made.sealed, { kind: 'passphrase', passphrase: 'ma tante vend du pain' })).ok).toBe(false)
})
