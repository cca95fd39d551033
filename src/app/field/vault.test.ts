import { ed25519 } from '@noble/curves/ed25519.js'
import { describe, expect, test } from 'vitest'
import { PIN, code, enrolled, policy, value } from '../../../test/enrolled-phone.ts'
import { openAsServer } from '../../../test/open-as-server.ts'
import { dumpOf } from '../../../test/phone-dump.ts'
import { type TestPhone, testPhone, testRescueKey } from '../../../test/phone-parts.ts'
import { chance } from './keys.ts'
import { vaultsOn } from './vault-doors.ts'

const DAY = 86_400_000

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
})

test('nothing that was kept, nor who keeps it, can be read on the flash', async () => {
  const phone = testPhone()
  const { vaults, seat, holder } = await enrolled(phone)
  const vault = value(await vaults.unlock(seat, PIN))
  const canary = 'CANARI-Mwamba-7731'
  vault.keep.setItem(`chanzo.form.${canary}`, canary)
  await vault.settled()
  for (const box of ['answer', 'outbox', 'photo', 'draft', 'sent', 'setting', 'file'] as const) {
    await vault.store.write([
      { box, key: `${canary}/json`, put: { [canary]: canary } },
      { box, key: `${canary}/bytes`, putBytes: new TextEncoder().encode(canary) },
    ])
  }
  const lain = await dumpOf(phone.factory)
  expect(lain.values).toBeGreaterThan(30)
  expect(lain.text).toContain('inspector')
  for (const secret of [canary, holder.account, holder.server, PIN, 'chanzo.form', 'key true']) expect(lain.text).not.toContain(secret)
  expect(lain.text).toContain('key false')
  expect(await vault.store.read('answer', `${canary}/json`)).toEqual({ [canary]: canary })
})

test('two people on one telephone read nothing of each other, also when they use the same PIN', async () => {
  const phone = testPhone()
  const one = await enrolled(phone)
  const two = await enrolled(phone)
  expect([one.seat, two.seat]).toEqual([1, 2])
  const first = value(await one.vaults.unlock(1, PIN))
  await first.store.write([{ box: 'outbox', key: 'p', put: 'mine' }])
  const second = value(await two.vaults.unlock(2, PIN))
  expect(second.holder.account).toBe(two.holder.account)
  expect(await second.store.read('outbox', 'p')).toBeUndefined()
  expect(await second.store.list('outbox')).toEqual([])
  expect(await second.store.size()).toEqual({ rows: 0, bytes: 0 })

  const { database } = phone.parts()
  const [firstSeat, secondSeat] = await database.seats.toArray()
  const row = await database.rows.where({ holder: firstSeat?.tag }).first()
  await database.rows.put({ ...row!, holder: secondSeat!.tag })
  expect(await second.store.list('outbox')).toEqual([{ key: expect.stringContaining('damaged'), value: undefined }])
  expect(await second.store.keys('outbox')).toEqual([])
})

describe('a wrong PIN', () => {
  test('is counted, asks for the network after three, and destroys the keys after ten', async () => {
    const phone = testPhone()
    const { vaults, seat } = await enrolled(phone)
    expect(await vaults.unlock(seat, '900001')).toEqual({ ok: false, refusal: { code: 'wrong-pin', facts: { left: 2 } } })
    expect(await vaults.unlock(seat, '900002')).toMatchObject({ refusal: { code: 'wrong-pin', facts: { left: 1 } } })
    expect((await vaults.unlock(seat, PIN)).ok).toBe(true)
    for (const wrong of ['900001', '900002']) expect(code(await vaults.unlock(seat, wrong))).toBe('wrong-pin')
    expect(code(await vaults.unlock(seat, '900003'))).toBe('needs-network')
    expect(code(await vaults.unlock(seat, PIN))).toBe('needs-network')
    expect(await vaults.listSeats()).toEqual([{ seat, role: 'inspector', wrongPins: 4, needs: 'network', isRevoked: false }])
    for (let tries = 5; tries < 10; tries++) expect(code(await vaults.unlock(seat, PIN))).toBe('needs-network')
    expect(code(await vaults.unlock(seat, PIN))).toBe('key-destroyed')
    expect(code(await vaults.unlock(seat, PIN))).toBe('key-destroyed')
    expect((await vaults.listSeats())[0]?.needs).toBe('rescue')
  })

  test('counts also when the app is ended before it was tried', async () => {
    const phone = testPhone()
    const { seat } = await enrolled(phone)
    for (let tries = 0; tries < 3; tries++) {
      const parts = phone.parts()
      // The page dies where the PIN would be tried.
      const dying = { ...parts, database: parts.database, now: parts.now }
      const { changeSeat } = await import('./vault-seats.ts')
      await changeSeat(dying, seat, (row) => ({ ...row, cost: { ...row.cost, lanes: 0 } }))
      await expect(vaultsOn(dying).unlock(seat, '900001')).rejects.toThrow(/parallelism|Parallelism/)
    }
    expect(await vaultsOn(phone.parts()).listSeats()).toMatchObject([{ wrongPins: 3, needs: 'network' }])
  })
})

describe('the server opens again', () => {
  const fromServer = async (phone: TestPhone, made: Awaited<ReturnType<typeof enrolled>>) => {
    const sent = await vaultsOn(phone.parts()).sealedForServer(made.seat)
    expect(sent?.device).toBe(made.holder.device)
    return openAsServer(sent!.forServer, made.holder.device, made.privateKey)
  }

  test('a seat whose PIN is forgotten, with all its work and the same device', async () => {
    const phone = testPhone()
    const made = await enrolled(phone)
    const vault = value(await made.vaults.unlock(made.seat, PIN))
    await vault.store.write([{ box: 'outbox', key: 'p', put: 'work' }])
    await vault.close()
    for (const wrong of ['900001', '900002', '900003']) await made.vaults.unlock(made.seat, wrong)
    const dataKey = (await fromServer(phone, made))!
    expect(code(await made.vaults.openAfterNetwork(made.seat, chance(32), '830274'))).toBe('wrong-data-key')
    expect(code(await made.vaults.openAfterNetwork(made.seat, dataKey, '123456'))).toBe('pin-too-easy')
    const again = value(await made.vaults.openAfterNetwork(made.seat, dataKey, '830274'))
    expect(await again.store.read('outbox', 'p')).toBe('work')
    expect(again.signer.sign('x')).toEqual(ed25519.sign(new TextEncoder().encode('x'), made.devicePrivateKey))
    await again.close()
    expect(code(await made.vaults.unlock(made.seat, PIN))).toBe('wrong-pin')
    expect((await made.vaults.unlock(made.seat, '830274')).ok).toBe(true)
  })

  test('a seat whose keys were destroyed', async () => {
    const phone = testPhone()
    const made = await enrolled(phone)
    const vault = value(await made.vaults.unlock(made.seat, PIN))
    await vault.store.write([{ box: 'outbox', key: 'p', put: 'work' }])
    await vault.close()
    for (let tries = 0; tries < 10; tries++) await made.vaults.unlock(made.seat, '900001')
    expect(code(await made.vaults.unlock(made.seat, PIN))).toBe('key-destroyed')
    const again = value(await made.vaults.openAfterNetwork(made.seat, (await fromServer(phone, made))!, '830274'))
    expect(await again.store.read('outbox', 'p')).toBe('work')
  })

  test('a newer rescue key is used from the next opening on', async () => {
    const phone = testPhone()
    const made = await enrolled(phone)
    const newer = await testRescueKey('r2')
    const vault = value(await made.vaults.unlock(made.seat, PIN))
    await vault.noteContact('2026-11-22T06:00:00.000Z', policy, newer.key)
    await vault.close()
    value(await made.vaults.unlock(made.seat, PIN))
    const sent = await made.vaults.sealedForServer(made.seat)
    expect(sent?.forServer.key).toBe('r2')
    expect(await openAsServer(sent!.forServer, made.holder.device, newer.privateKey)).not.toBeNull()
  })
})

describe('the lease', () => {
  test('ends after so many days without contact, and begins anew with one', async () => {
    const phone = testPhone()
    const { vaults, seat } = await enrolled(phone)
    phone.clock.now += 14 * DAY
    const vault = value(await vaults.unlock(seat, PIN))
    phone.clock.now += 1
    expect(await vaults.unlock(seat, PIN)).toEqual({ ok: false, refusal: { code: 'lease-over', facts: { days: 14 } } })
    await vault.noteContact('2026-12-06T06:00:00.000Z', policy)
    expect((await vaults.unlock(seat, PIN)).ok).toBe(true)
  })

  test('is renewed at the door by a server that still knows the device, and not by one that does not', async () => {
    const phone = testPhone()
    const { vaults, seat, holder } = await enrolled(phone)
    phone.clock.now += 30 * DAY
    const gone = { ok: false, refusal: { code: 'device-removed', facts: {} } } as const
    const away = { ok: false, refusal: { code: 'offline', facts: {} } } as const
    expect(code(await vaults.unlock(seat, PIN, { renew: () => Promise.resolve(away) }))).toBe('lease-over')
    const contact = { serverTime: '2026-12-22T06:00:00.000Z', policy: { ...policy, pinTries: 5 } }
    const vault = value(
      await vaults.unlock(seat, PIN, {
        renew: (asked, signer) => {
          expect(asked.device).toBe(holder.device)
          expect(signer.sign('x')).toHaveLength(64)
          return Promise.resolve({ ok: true, value: contact })
        },
      }),
    )
    expect(vault.policy.pinTries).toBe(5)
    expect((await vaults.unlock(seat, PIN)).ok).toBe(true)
    phone.clock.now += 30 * DAY
    expect(code(await vaults.unlock(seat, PIN, { renew: () => Promise.resolve(gone) }))).toBe('device-removed')
    expect(code(await vaults.unlock(seat, PIN, { renew: () => Promise.resolve({ ok: true, value: contact }) }))).toBe('device-removed')
  })
})

describe('a PIN is changed', () => {
  test('with the old one only', async () => {
    const { vaults, seat } = await enrolled(testPhone())
    const vault = value(await vaults.unlock(seat, PIN))
    expect(code(await vault.changePin('900001', '830274'))).toBe('wrong-pin')
    expect(code(await vault.changePin(PIN, '111111'))).toBe('pin-too-easy')
    expect((await vault.changePin(PIN, 'le chemin de la mine')).ok).toBe(true)
    expect(code(await vaults.unlock(seat, PIN))).toBe('wrong-pin')
    expect((await vaults.unlock(seat, ' le chemin de la mine ')).ok).toBe(true)
  })
})
