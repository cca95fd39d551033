import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { PIN, code, policy, value } from '../../../test/enrolled-phone.ts'
import { type TestPhone, testPhone, testRescueKey } from '../../../test/phone-parts.ts'
import { parse } from '../../kernel/schema.ts'
import { RescueHeader } from '../../modules/field/contract.ts'
import { openRows, readLayout } from '../../modules/field/domain/rescue-file.ts'
import { type Bytes, chance, rescueCrypto } from './keys.ts'
import { interviewKey } from './person-drafts.ts'
import { readRescueFile } from './rescue-file-read.ts'
import { vaultsOn } from './vault-doors.ts'
import { openAsServer } from '../../../test/open-as-server.ts'

const CANARY = 'CANARI-Mwamba-7731'
const bytesOf = async (file: Blob): Promise<Bytes> => new Uint8Array(await file.arrayBuffer())

/** A phone after a day's work. */
async function worked(phone: TestPhone = testPhone()) {
  const { key, privateKey } = await testRescueKey()
  const vaults = vaultsOn(phone.parts())
  const device = '0194d3c0-0000-7000-8000-000000000001'
  const holder = { device, account: 'acc', role: 'inspector', server: 'https://chanzo.example', language: 'fr' } as const
  const { seat } = value(await vaults.enrolHolder({ pin: PIN, holder, devicePrivateKey: chance(32), rescueKey: key, policy }))
  const vault = value(await vaults.unlock(seat, PIN))
  vault.keep.setItem('chanzo.form.a', `<xml>${CANARY}</xml>`)
  // What a person said is in no file that the server could open.
  vault.keep.setItem(interviewKey('acc', ''), `{"names":"${CANARY}"}`)
  await vault.store.write([
    { box: 'answer', key: '/api/sites', put: [CANARY] },
    { box: 'outbox', key: 'p1', put: { parcel: CANARY } },
    { box: 'outbox', key: 'p2', put: { parcel: 'é' } },
    { box: 'photo', key: 'sha', putBytes: new Uint8Array(5000).fill(7) },
  ])
  return { phone, vaults, vault, seat, holder, privateKey, key }
}

test('an interview that was begun is there again when the telephone is opened', async () => {
  const { vaults, vault, seat } = await worked()
  await vault.close()
  expect(value(await vaults.unlock(seat, PIN)).keep.getItem(interviewKey('acc', ''))).toContain(CANARY)
})

describe('a rescue file from a locked phone', () => {
  test('is opened by the server alone, and holds nothing readable', async () => {
    const { phone, vaults, vault, seat, holder, privateKey } = await worked()
    await vault.close()
    for (let tries = 0; tries < 10; tries++) await vaults.unlock(seat, '900001')
    const made = value(await vaultsOn(phone.parts()).rescueFileOf(seat))
    expect(made.code).toBeNull()
    expect(made.name).toBe('chanzo-1-2026-11-22.chanzo')
    const bytes = await bytesOf(made.file)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/CANARI|chanzo\.form|api\/sites|"acc"/)
    expect(code(await readRescueFile(made.file, 'AAAA-AAAA-AAAA-AAAA'))).toBe('rescue-file-without-code')

    const layout = readLayout(bytes)!
    const header = parse(RescueHeader, layout.header)
    expect(header).toMatchObject({ ok: true, value: { device: holder.device, rows: 4 } })
    expect(layout.isCut).toBe(false)
    if (!header.ok) return
    const dataKey = (await openAsServer(header.value.forServer, holder.device, privateKey))!
    const { rows, unreadable } = await openRows(layout.rows, dataKey, rescueCrypto)
    expect(unreadable).toBe(0)
    expect(rows).toEqual([
      { box: 'outbox', key: 'p1', value: { parcel: CANARY } },
      { box: 'outbox', key: 'p2', value: { parcel: 'é' } },
      { box: 'photo', key: 'sha', bytes: new Uint8Array(5000).fill(7) },
      { box: 'kept', key: 'chanzo.form.a', value: `<xml>${CANARY}</xml>` },
    ])
    expect(await openAsServer(header.value.forServer, holder.device, (await testRescueKey()).privateKey)).toBeNull()
    expect(await openAsServer(header.value.forServer, 'another', privateKey)).toBeNull()
  })

  test('says which rows were changed or swapped, and where it was cut, and reads the rest', async () => {
    const { vaults, seat, holder, privateKey } = await worked()
    const bytes = await bytesOf(value(await vaults.rescueFileOf(seat)).file)
    const whole = readLayout(bytes)!
    const header = parse(RescueHeader, whole.header)
    const dataKey = header.ok ? (await openAsServer(header.value.forServer, holder.device, privateKey))! : chance(32)
    const [one, two, photo, kept] = whole.rows
    const bent = Uint8Array.from(photo!.body)
    bent[30] = (bent[30] ?? 0) ^ 1
    for (const rows of [
      [{ ...one!, body: two!.body }],
      [{ ...one!, id: two!.id }],
      [{ ...one!, box: 'kept' }],
      [{ ...kept!, holder: '00' }],
      [{ ...photo!, body: bent }],
    ])
      expect(await openRows([...rows, two!], dataKey, rescueCrypto)).toMatchObject({ unreadable: 1, rows: [{ key: 'p2' }] })
    for (const cut of [bytes.length - 1, bytes.length - 300, bytes.length - 5200]) {
      const layout = readLayout(bytes.slice(0, cut))
      expect(layout?.isCut).toBe(true)
      expect(layout?.rows.length).toBeGreaterThanOrEqual(2)
    }
    expect(readLayout(bytes.slice(0, 100))).toBeNull()
    expect(readLayout(new TextEncoder().encode('{"format":"other"}\n'))).toBeNull()
    expect(readLayout(chance(3000))).toBeNull()
  })
})

describe('a rescue file with a code', () => {
  test('goes on on another phone, once, and with the same device', async () => {
    const from = await worked()
    const made = value(await from.vault.rescueFile({ pin: PIN }))
    expect(made.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect(code(await from.vault.rescueFile({ pin: '900001' }))).toBe('wrong-pin')
    const phone = testPhone()
    const vaults = vaultsOn(phone.parts())
    const typed = ` ${made.code!.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `
    expect(code(await vaults.restoreFrom(made.file, 'AAAA-AAAA-AAAA', '830274'))).toBe('code-not-complete')
    expect(code(await vaults.restoreFrom(made.file, '0000-0000-0000-0000', '830274'))).toBe('wrong-code-of-file')
    expect(code(await vaults.restoreFrom(new Blob(['{}\n']), typed, '830274'))).toBe('not-a-rescue-file')
    expect(code(await vaults.restoreFrom(made.file, typed, '123456'))).toBe('pin-too-easy')
    expect(await vaults.listSeats()).toEqual([])

    const first = value(await vaults.restoreFrom(made.file, typed, '830274'))
    expect(first).toMatchObject({ seat: { seat: 1, role: 'inspector' }, added: 5, known: 0, unreadable: 0, isCut: false })
    expect(phone.marked.is).toBe(true)
    const vault = value(await vaults.unlock(1, '830274'))
    expect(vault.holder).toMatchObject(from.holder)
    expect(await vault.store.keys('outbox')).toEqual(['p1', 'p2'])
    expect(await vault.store.readBytes('photo', 'sha')).toHaveLength(5000)
    expect(vault.keep.getItem('chanzo.form.a')).toContain(CANARY)
    expect(vault.signer.sign('x')).toEqual(from.vault.signer.sign('x'))

    await vault.store.write([{ box: 'outbox', key: 'p1', put: 'went on' }])
    expect(value(await vaults.restoreFrom(made.file, typed, '830274'))).toMatchObject({ added: 0, known: 5 })
    expect(await vault.store.read('outbox', 'p1')).toBe('went on')
    expect(await vaults.listSeats()).toHaveLength(1)
    const again = value(await vaults.rescueFileOf(1))
    const header = parse(RescueHeader, readLayout(await bytesOf(again.file))?.header)
    expect(header.ok && (await openAsServer(header.value.forServer, from.holder.device, from.privateKey))).toHaveLength(32)
  })

  test('tells the other phone not to go on carrying where this one stood', async () => {
    const from = await worked()
    const [pull, carried] = [
      { cursor: 'c', choice: '', carriedAt: null },
      { missions: ['m'], areas: [] },
    ]
    await from.vault.store.write([
      { box: 'setting', key: 'pull', put: pull },
      { box: 'setting', key: 'carried', put: carried },
    ])
    const made = value(await from.vault.rescueFile({ pin: PIN }))
    const vaults = vaultsOn(testPhone().parts())
    value(await vaults.restoreFrom(made.file, made.code!, '830274'))
    const { store } = value(await vaults.unlock(1, '830274'))
    expect([await store.read('setting', 'pull'), await store.read('setting', 'carried')]).toEqual([undefined, carried])
  })

  test('is no way around the lease', async () => {
    const from = await worked()
    const made = value(await from.vault.rescueFile({ pin: PIN }))
    const phone = testPhone()
    phone.clock.now += 15 * 86_400_000
    const vaults = vaultsOn(phone.parts())
    value(await vaults.restoreFrom(made.file, made.code!, '830274'))
    expect(code(await vaults.unlock(1, '830274'))).toBe('lease-over')
  })

  test('reads what is left of a damaged file', async () => {
    const { vault } = await worked()
    const made = value(await vault.rescueFile({ pin: PIN }))
    const bytes = await bytesOf(made.file)
    bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 255
    expect(value(await readRescueFile(new Blob([bytes]), made.code!))).toMatchObject({ unreadable: 1, isCut: false })
    const short = value(await readRescueFile(new Blob([bytes.slice(0, -10)]), made.code!))
    expect(short.isCut).toBe(true)
    expect(short.rows.map(({ key }) => key)).toEqual(['p1', 'p2', 'sha', 'chanzo.form.a'])
  })
})

test('the published vector opens by the code and by the server’s key', async () => {
  const vector: {
    readonly code: string
    readonly file: string
    readonly rescuePrivateKey: JsonWebKey
    readonly dataKey: string
    readonly rows: readonly { readonly box: string; readonly key: string; readonly value?: unknown; readonly bytes?: string }[]
  } = JSON.parse(readFileSync(new URL('../../../docs/spec/rescue-file.vectors.json', import.meta.url), 'utf8'))
  const said = vector.rows.map(({ bytes, ...row }) =>
    bytes === undefined ? row : { ...row, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) },
  )
  const file = new Uint8Array(Buffer.from(vector.file, 'base64'))
  expect(value(await readRescueFile(new Blob([file]), vector.code)).rows).toEqual(said)
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const privateKey = await crypto.subtle.importKey('jwk', vector.rescuePrivateKey, curve, false, ['deriveBits'])
  const layout = readLayout(file)!
  const header = parse(RescueHeader, layout.header)
  if (!header.ok) throw new Error('the header of the vector is not by the contract')
  const dataKey = (await openAsServer(header.value.forServer, header.value.device, privateKey))!
  expect(Buffer.from(dataKey).toString('base64')).toBe(vector.dataKey)
  expect(await openRows(layout.rows, dataKey, rescueCrypto)).toEqual({ rows: said, unreadable: 0 })
})
