import { describe, expect, test } from 'vitest'
import { type TestPhone, testPhone, testRescueKey } from '../../../test/phone-parts.ts'
import type { OpenVault } from './open-vault.ts'
import type { PhoneDatabase } from './sealed-dexie.ts'
import { DeviceFull } from './sealed-store.ts'
import type { PhoneParts } from './vault-seats.ts'
import { vaultsOn } from './vault-doors.ts'
import { chance } from './keys.ts'

const PIN = '481735'
const policy = { idleMinutes: 3, pinTries: 3, wipeTries: 10, leaseDays: 14 }

async function opened(
  phone: TestPhone = testPhone(),
): Promise<{ readonly parts: PhoneParts; readonly vault: OpenVault; readonly seat: number }> {
  const parts = phone.parts()
  const vaults = vaultsOn(parts)
  const holder = { device: 'd', account: 'a', role: 'inspector', server: 'https://chanzo.example', language: 'fr' } as const
  const { key: rescueKey } = await testRescueKey()
  const seat = await vaults.enrolHolder({ pin: PIN, holder, devicePrivateKey: chance(32), rescueKey, policy })
  if (!seat.ok) throw new Error(seat.refusal.code)
  const vault = await vaults.unlock(seat.value.seat, PIN)
  if (!vault.ok) throw new Error(vault.refusal.code)
  return { parts, vault: vault.value, seat: seat.value.seat }
}

/** The flash has room for so many more rows. */
function fullAfter(database: PhoneDatabase, rows: number): () => void {
  let left = rows
  const full = () => {
    if (left-- <= 0) throw new DOMException('no room', 'QuotaExceededError')
  }
  database.bodies.hook('creating', full)
  return () => database.bodies.hook('creating').unsubscribe(full)
}

describe('the sealed store', () => {
  test('keeps texts, records and bytes, in the order in which their keys came', async () => {
    const { store } = (await opened()).vault
    await store.write([
      { box: 'draft', key: 'b', put: { list: [1, null, 'é'] } },
      { box: 'draft', key: 'a', put: 'text' },
      { box: 'photo', key: 'a', putBytes: new Uint8Array([0, 255, 1]) },
    ])
    await store.write([
      { box: 'draft', key: 'b', put: 'anew' },
      { box: 'draft', key: 'c', put: null },
      { box: 'draft', key: 'nothing', drop: true },
    ])
    expect(await store.list('draft')).toEqual([
      { key: 'b', value: 'anew' },
      { key: 'a', value: 'text' },
      { key: 'c', value: null },
    ])
    expect(await store.keys('draft')).toEqual(['b', 'a', 'c'])
    expect(await store.readBytes('photo', 'a')).toEqual(new Uint8Array([0, 255, 1]))
    expect(await store.read('photo', 'b')).toBeUndefined()
    expect(await store.readBytes('draft', 'a')).toBeUndefined()
    await store.write([{ box: 'draft', key: 'a', drop: true }])
    expect(await store.keys('draft')).toEqual(['b', 'c'])
    expect((await store.size()).rows).toBe(3)
  })

  test('writes that were asked for together land in their order', async () => {
    const { store } = (await opened()).vault
    const large = new Uint8Array(200_000)
    await Promise.all([
      store.write([{ box: 'photo', key: 'k', putBytes: large }]),
      store.write([{ box: 'photo', key: 'k', putBytes: new Uint8Array([2]) }]),
      store.write([{ box: 'photo', key: 'k', putBytes: new Uint8Array([3]) }]),
    ])
    expect(await store.readBytes('photo', 'k')).toEqual(new Uint8Array([3]))
  })

  test('without room nothing of a write is there, and the next one is not harmed', async () => {
    const { parts, vault } = await opened()
    await vault.store.write([{ box: 'kept', key: 'form', put: 'draft' }])
    const room = fullAfter(parts.database, 1)
    const finish = [
      { box: 'outbox', key: 'p', put: 'parcel' },
      { box: 'photo', key: 'f', putBytes: new Uint8Array(3) },
      { box: 'kept', key: 'form', drop: true },
    ] as const
    await expect(vault.store.write(finish)).rejects.toBeInstanceOf(DeviceFull)
    expect(await vault.store.keys('outbox')).toEqual([])
    expect(await vault.store.keys('photo')).toEqual([])
    expect(await vault.store.read('kept', 'form')).toBe('draft')
    expect(vault.keep.getItem('form')).toBe('draft')
    room()
    await vault.store.write(finish)
    expect(await vault.store.keys('outbox')).toEqual(['p'])
    expect(vault.keep.getItem('form')).toBeNull()
  })

  test('a changed row is refused, and so is one that was put in another place', async () => {
    const { parts, vault } = await opened()
    const { database } = parts
    await vault.store.write([
      { box: 'draft', key: 'a', put: 'one' },
      { box: 'draft', key: 'b', put: 'two' },
      { box: 'setting', key: 'c', put: 'three' },
    ])
    const [a, b, c] = await database.rows.toArray()
    const [bodyA, bodyB] = await database.bodies.toArray()
    await database.bodies.bulkPut([
      { seq: bodyA!.seq, body: bodyB!.body },
      { seq: bodyB!.seq, body: bodyA!.body },
    ])
    await expect(vault.store.read('draft', 'a')).rejects.toThrow('changed')
    await database.bodies.put(bodyA!)
    expect(await vault.store.read('draft', 'a')).toBe('one')
    const flipped = Uint8Array.from(bodyB!.body)
    flipped[20] = (flipped[20] ?? 0) ^ 1
    await database.bodies.put({ seq: bodyB!.seq, body: flipped })
    await expect(vault.store.read('draft', 'b')).rejects.toThrow('changed')
    await database.rows.put({ ...c!, box: 'answer' })
    await expect(vault.store.read('answer', 'c')).resolves.toBeUndefined()
    expect((await vault.store.list('answer')).map(({ value }) => value)).toEqual([undefined])
    expect((await vault.store.list('draft')).map(({ value }) => value)).toEqual(['one', undefined])
    expect([a?.box, b?.box]).toEqual(['draft', 'draft'])
  })
})

describe('small texts of screens', () => {
  test('are there at once, and again after the phone was opened anew', async () => {
    const phone = testPhone()
    const { vault, seat } = await opened(phone)
    for (let at = 0; at < 50; at++) vault.keep.setItem('form', `state ${at}`)
    vault.keep.setItem('gone', 'x')
    vault.keep.removeItem('gone')
    expect(vault.keep.getItem('form')).toBe('state 49')
    expect(vault.keep.keys()).toEqual(['form'])
    await vault.settled()
    const again = await vaultsOn(phone.parts()).unlock(seat, PIN)
    expect(again.ok && again.value.keep.keys()).toEqual(['form'])
    expect(again.ok && again.value.keep.getItem('form')).toBe('state 49')
  })

  test('tell when there is no room, and are written when there is again', async () => {
    const phone = testPhone()
    const { parts, vault, seat } = await opened(phone)
    const troubles: unknown[] = []
    vault.onTrouble((error) => troubles.push(error))
    const room = fullAfter(parts.database, 0)
    vault.keep.setItem('one', '1')
    await vault.settled()
    expect(troubles[0]).toBeInstanceOf(DeviceFull)
    expect(() => vault.keep.setItem('two', '2')).toThrow(DeviceFull)
    await vault.settled()
    room()
    expect(() => vault.keep.setItem('three', '3')).toThrow(DeviceFull)
    await vault.settled()
    vault.keep.setItem('four', '4')
    await vault.settled()
    const again = await vaultsOn(phone.parts()).unlock(seat, PIN)
    expect(again.ok && again.value.keep.keys()).toEqual(['one', 'two', 'three', 'four'])
  })

  test('open also where one of them is damaged, and the others are there', async () => {
    const phone = testPhone()
    const { parts, vault, seat } = await opened(phone)
    vault.keep.setItem('one', '1')
    vault.keep.setItem('two', '2')
    await vault.settled()
    const [first] = await parts.database.rows.toArray()
    await parts.database.bodies.delete(first?.seq ?? 0)
    const again = await vaultsOn(phone.parts()).unlock(seat, PIN)
    expect(again.ok && again.value.keep.keys()).toEqual(['two'])
  })

  test('tell also when the flash fails for another reason than room', async () => {
    const { parts, vault } = await opened()
    parts.database.bodies.hook('creating', () => {
      throw new DOMException('the flash is worn', 'UnknownError')
    })
    vault.keep.setItem('one', '1')
    await vault.settled()
    expect(() => vault.keep.setItem('one', '1, 2')).toThrow('worn')
  })
})
