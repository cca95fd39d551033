import { describe, expect, test } from 'vitest'
import { PIN, code, enrolled, value } from '../../../test/enrolled-phone.ts'
import { openAsServer } from '../../../test/open-as-server.ts'
import { testPhone } from '../../../test/phone-parts.ts'
import { vaultsOn } from './vault-doors.ts'

describe('a PIN given under duress', () => {
  test('opens an empty workspace that keeps nothing, and the own PIN still opens the own', async () => {
    const phone = testPhone()
    const { vaults, seat, holder } = await enrolled(phone)
    const vault = value(await vaults.unlock(seat, PIN))
    await vault.store.write([{ box: 'outbox', key: 'p', put: 'work' }])
    expect(code(await vault.setDuressPin('900001', '830274'))).toBe('wrong-pin')
    expect(code(await vault.setDuressPin(PIN, PIN))).toBe('duress-pin-same')
    const before = await phone.parts().database.seats.get(seat)
    value(await vault.setDuressPin(PIN, '830274'))
    await vault.close()
    const after = await phone.parts().database.seats.get(seat)
    for (const at of [0, 1] as const) {
      expect(after?.slots[at]).toHaveLength(before!.slots[at].length)
      expect(after?.profiles[at]).toHaveLength(before!.profiles[at].length)
    }

    const decoy = value(await vaults.unlock(seat, '830274'))
    expect(decoy.isDecoy).toBe(true)
    expect(decoy.holder).toMatchObject({ seat, role: 'inspector' })
    expect([decoy.holder.account, decoy.holder.device]).not.toContain(holder.account)
    expect(await decoy.store.list('outbox')).toEqual([])
    await decoy.store.write([{ box: 'outbox', key: 'q', put: 'nothing' }])
    decoy.keep.setItem('a', 'b')
    expect(await decoy.store.read('outbox', 'q')).toBe('nothing')
    expect(code(await decoy.changePin('830274', PIN))).toBe('pin-too-easy')
    expect(code(await decoy.rescueFile({ pin: PIN }))).toBe('wrong-pin')
    await decoy.close()
    expect(await phone.parts().database.rows.count()).toBe(1)

    const own = value(await vaults.unlock(seat, PIN))
    expect(await own.store.read('outbox', 'p')).toBe('work')
    value(await own.setDuressPin(PIN, null))
    expect(code(await vaults.unlock(seat, '830274'))).toBe('wrong-pin')
  })
})

test('a PIN given under duress gives no new tries at the own one, and takes nothing of the own work away', async () => {
  const phone = testPhone()
  const { vaults, seat } = await enrolled(phone)
  const vault = value(await vaults.unlock(seat, PIN))
  await vault.store.write([{ box: 'outbox', key: 'p', put: 'work' }])
  value(await vault.setDuressPin(PIN, '830274'))
  await vault.close()
  for (let turn = 0; turn < 4; turn++) {
    for (const wrong of ['900001', '900002']) expect(code(await vaults.unlock(seat, wrong))).toBe('wrong-pin')
    const decoy = value(await vaults.unlock(seat, '830274'))
    expect((await vaults.listSeats())[0]?.wrongPins).toBe(0)
    const file = value(await decoy.rescueFile({ pin: '830274' }))
    expect(file.file.size).toBeLessThan(2500)
    await decoy.close()
  }
  expect(code(await vaults.unlock(seat, '900003'))).toBe('needs-network')
  expect(code(await vaults.unlock(seat, PIN))).toBe('key-destroyed')

  const other = testPhone()
  const again = await enrolled(other)
  const own = value(await again.vaults.unlock(again.seat, PIN))
  await own.store.write([{ box: 'outbox', key: 'p', put: 'work' }])
  value(await own.setDuressPin(PIN, '830274'))
  await own.close()
  value(await again.vaults.unlock(again.seat, '830274'))
  expect((await again.vaults.removeHolder(again.seat)).ok).toBe(true)
  expect(code(await again.vaults.unlock(again.seat, '830274'))).toBe('key-destroyed')
  const { forServer } = (await again.vaults.sealedForServer(again.seat))!
  const dataKey = (await openAsServer(forServer, again.holder.device, again.privateKey))!
  expect(await value(await again.vaults.openAfterNetwork(again.seat, dataKey, '730274')).store.read('outbox', 'p')).toBe('work')
})

test('what was typed while the browser was a desk moves into the sealed store, and nothing of it stays behind', async () => {
  const texts = new Map([
    ['chanzo.form.a', '<xml/>'],
    ['chanzo.order-draft.b', '{}'],
    ['chanzo.theme', 'dark'],
    ['chanzo.field', 'yes'],
    ['other', 'x'],
  ])
  const photographs = new Map([['a/1.jpg', new Uint8Array([1, 2])]])
  let answers = 3
  const desk = {
    keep: {
      getItem: (key: string) => texts.get(key) ?? null,
      setItem: (key: string, text: string) => void texts.set(key, text),
      removeItem: (key: string) => void texts.delete(key),
      keys: () => [...texts.keys()],
    },
    files: {
      keep: () => Promise.resolve(),
      read: (key: string) => Promise.resolve(photographs.get(key) ?? null),
      drop: (key: string) => Promise.resolve(void photographs.delete(key)),
      keys: () => Promise.resolve([...photographs.keys()]),
    },
    forgetAnswers: () => Promise.resolve(void (answers = 0)),
  }
  const phone = testPhone()
  const { seat } = await enrolled(phone)
  const vault = value(await vaultsOn({ ...phone.parts(), desk: () => desk }).unlock(seat, PIN))
  expect(vault.keep.getItem('chanzo.form.a')).toBe('<xml/>')
  expect([...vault.keep.keys()].sort()).toEqual(['chanzo.form.a', 'chanzo.order-draft.b'])
  expect(await vault.files.read('a/1.jpg')).toEqual(new Uint8Array([1, 2]))
  expect([...texts.keys()]).toEqual(['chanzo.theme', 'chanzo.field', 'other'])
  expect([photographs.size, answers]).toEqual([0, 0])

  // The telephone died between keeping and taking away; another window that was still a desk wrote on.
  texts.set('chanzo.order-draft.b', '{}')
  texts.set('chanzo.form.a', '<xml>later</xml>')
  photographs.set('a/1.jpg', new Uint8Array([1, 2]))
  await vault.close()
  const again = value(await vaultsOn({ ...phone.parts(), desk: () => desk }).unlock(seat, PIN))
  expect([...texts.keys()]).toEqual(['chanzo.theme', 'chanzo.field', 'other'])
  expect(photographs.size).toBe(0)
  expect([...again.keep.keys()].sort()).toEqual(['chanzo.form.a', 'chanzo.form.a~2', 'chanzo.order-draft.b'])
  expect([again.keep.getItem('chanzo.form.a'), again.keep.getItem('chanzo.form.a~2')]).toEqual(['<xml/>', '<xml>later</xml>'])
})

test('a device that was removed opens by no PIN, and its work goes to the server alone', async () => {
  const phone = testPhone()
  const { vaults, seat, holder, privateKey } = await enrolled(phone)
  const vault = value(await vaults.unlock(seat, PIN))
  await vault.store.write([{ box: 'outbox', key: 'p', put: 'work' }])
  await vault.revoke()
  expect(await vault.store.read('outbox', 'p')).toBe('work')
  const made = value(await vault.rescueFile({ pin: PIN }))
  expect(made.code).toBeNull()
  await vault.close()
  expect(code(await vaults.unlock(seat, PIN))).toBe('device-removed')
  expect(await vaults.listSeats()).toMatchObject([{ needs: 'rescue', isRevoked: true }])
  const { forServer } = (await vaults.sealedForServer(seat))!
  expect(await openAsServer(forServer, holder.device, privateKey)).toHaveLength(32)
})

describe('signing out', () => {
  test('is refused while anything is unsent, and takes everything with it when nothing is', async () => {
    const phone = testPhone()
    const { vaults, seat } = await enrolled(phone)
    expect(code(await vaults.removeHolder(seat))).toBe('seat-locked')
    const vault = value(await vaults.unlock(seat, PIN))
    await vault.store.write([
      { box: 'outbox', key: 'p', put: 'work' },
      { box: 'photo', key: 'f', putBytes: new Uint8Array(3) },
      { box: 'outbox', key: 'q', put: { state: 'refused' } },
      { box: 'outbox', key: 'r', put: { state: 'kept' } },
      { box: 'sent', key: 's', put: 'sent' },
      { box: 'setting', key: 'rescue-file:f', put: 'a file of a later version' },
    ])
    vault.keep.setItem('chanzo.form.a', '<xml/>')
    vault.keep.setItem('chanzo.other', 'x')
    expect(await vaults.removeHolder(seat)).toEqual({
      ok: false,
      refusal: { code: 'unsent-work', facts: { ready: 1, photos: 1, drafts: 1, files: 1 } },
    })
    await vault.store.write([
      { box: 'outbox', key: 'p', drop: true },
      { box: 'photo', key: 'f', drop: true },
      { box: 'setting', key: 'rescue-file:f', drop: true },
      { box: 'kept', key: 'chanzo.form.a', drop: true },
    ])
    expect(vault.keep.getItem('chanzo.form.a')).toBeNull()
    for (const typed of [
      { answers: { c1: {} }, dissents: [] },
      { answers: {}, dissents: [{}] },
    ]) {
      vault.keep.setItem('chanzo.inspection.1', JSON.stringify({ by: 'saemape', ...typed }))
      expect(await vaults.removeHolder(seat)).toMatchObject({ refusal: { facts: { ready: 0, photos: 0, drafts: 1 } } })
    }
    vault.keep.setItem('chanzo.inspection.1', JSON.stringify({ by: 'saemape', answers: {}, dissents: [] }))
    for (const key of ['chanzo.kept.account.new-site', 'chanzo.order-draft:1']) {
      vault.keep.setItem(key, '{}')
      expect(await vaults.removeHolder(seat), key).toMatchObject({ refusal: { facts: { drafts: 1 } } })
      vault.keep.removeItem(key)
    }
    const made = { revision: 'r', parents: [], sent: false, state: 'open' }
    await vault.store.write([{ box: 'draft', key: 'a', put: { revisions: [made], here: 'r', heads: [] } }])
    expect(await vaults.removeHolder(seat)).toMatchObject({ refusal: { facts: { ready: 0, photos: 0, drafts: 1 } } })
    await vault.store.write([{ box: 'draft', key: 'a', put: { revisions: [{ ...made, sent: true }], here: 'r', heads: ['r'] } }])
    expect((await vaults.removeHolder(seat)).ok).toBe(true)
    expect(await vaults.listSeats()).toEqual([])
    expect(phone.marked.is).toBe(false)
    const { database } = phone.parts()
    expect([await database.rows.count(), await database.bodies.count()]).toEqual([0, 0])
  })

  test('quick delete asks nothing, and leaves the others alone unless told', async () => {
    const phone = testPhone()
    const one = await enrolled(phone)
    const two = await enrolled(phone)
    const vault = value(await one.vaults.unlock(one.seat, PIN))
    await vault.store.write([{ box: 'outbox', key: 'p', put: 'work' }])
    const other = value(await two.vaults.unlock(two.seat, PIN))
    await other.store.write([{ box: 'outbox', key: 'p', put: 'other' }])
    await one.vaults.destroySeat(one.seat, { everything: false })
    await expect(vault.store.write([{ box: 'outbox', key: 'late', put: 1 }])).rejects.toThrow('no longer')
    expect(await one.vaults.listSeats()).toMatchObject([{ seat: two.seat }])
    expect(await other.store.read('outbox', 'p')).toBe('other')
    expect(phone.marked.is).toBe(true)
    await two.vaults.destroySeat(two.seat, { everything: true })
    expect(phone.marked.is).toBe(false)
    expect(await vaultsOn(phone.parts()).listSeats()).toEqual([])
  })
})

test('a seat opens in one window at a time', async () => {
  const held = new Set<string>()
  const alone = (name: string) => {
    if (held.has(name)) return Promise.resolve(null)
    held.add(name)
    return Promise.resolve(() => void held.delete(name))
  }
  const phone = testPhone()
  const { seat } = await enrolled(phone)
  const windows = [vaultsOn({ ...phone.parts(), alone }), vaultsOn({ ...phone.parts(), alone })] as const
  expect(code(await windows[0].unlock(seat, '900001'))).toBe('wrong-pin')
  const vault = value(await windows[0].unlock(seat, PIN))
  expect(code(await windows[1].unlock(seat, PIN))).toBe('open-elsewhere')
  await vault.close()
  expect((await windows[1].unlock(seat, PIN)).ok).toBe(true)
})
