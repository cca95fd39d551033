import { ed25519 } from '@noble/curves/ed25519.js'
import { beforeAll, expect, test } from 'vitest'
import { PIN, enrolled, value } from '../../../../../test/enrolled-phone.ts'
import { type Disc, newDisc, openDisc } from '../../../../../test/memory-store.ts'
import { testPhone } from '../../../../../test/phone-parts.ts'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { openOutbox } from '../../../../app/field/outbox.ts'
import { openPhotoBox } from '../../../../app/field/photo-box.ts'
import { asId } from '../../../../kernel/schema.ts'
import type { BlockDetail } from '../../contract-issuing.ts'
import { toHex } from '../../domain/code/bytes.ts'
import { verifyCode } from '../../domain/verify.ts'
import { browserCrypto } from '../browser-crypto.ts'
import { provisionalOffline } from '../offline/part.ts'
import { type Office, issueSheet, nextOf } from './issue-sheet.ts'
import { blankSheet, sheetOf } from './sheet-form.ts'
import { sheetsOf } from './sheets.ts'

const NOW = '2026-11-22T08:00:00.000Z'
const id = '0198f5a0-0000-7000-8000-00000000b10c'
let vault: OpenVault
let publicKey = ''
beforeAll(async () => {
  const { vaults, seat, devicePrivateKey } = await enrolled(testPhone())
  vault = value(await vaults.unlock(seat, PIN))
  publicKey = toHex(ed25519.getPublicKey(devicePrivateKey))
})

const carried = (): BlockDetail => ({
  block: {
    ...{ id, office: asId('organisation', id), officeName: 'CEEC Bukavu', prefix: 'CD-2026-', from: 101, to: 103, firstIndex: 40 },
    ...{ device: id, publicKey, reservedOn: '2026-11-20', validUntil: '2027-01-01', closed: null, used: 0, mine: true },
    unused: [{ from: 101, to: 103 }],
  },
  ...{ provisional: [], issuer: 'CD-CEEC', listUrl: 'https://chanzo.example/api/revocation-list' },
})
/** The app as it opens on what lies on the disc. */
async function openOn(disc: Disc): Promise<Office> {
  const { store } = openDisc(disc)
  const photos = await openPhotoBox(store, () => undefined)
  const outbox = await openOutbox({
    ...{ store, photos, holder: { device: id, account: id }, signer: vault.signer, now: () => NOW, changed: () => undefined },
    subjectOf: provisionalOffline.subjectOf,
  })
  const state = {
    phase: 'idle',
    done: 0,
    of: 0,
    unsent: 0,
    awaited: 0,
    lastContactAt: null,
    trouble: null,
    clockOffsetSeconds: null,
  } as const
  const sync = { run: () => Promise.resolve(state), state: () => state, listen: () => () => undefined }
  return { vault, blocks: [carried()], phone: { store, outbox, sync, now: () => NOW } }
}
const sheet = (lot: string) => {
  const typed = { importer: 'Example Smelting NV', country: 'be', grade: '65,4 % WO3', value: '1845', shipment: '2026-11-29' }
  const goods = { lot, exporter: 'Comptoir Nyota', mineral: 'W', mass: '84,1', tags: '2', sites: 'CD-SK-1, CD-SK-2' }
  const made = sheetOf({ ...blankSheet, ...typed, ...goods }, '2026-11-22')
  if (made === null) throw new Error('an incomplete form')
  return made
}
const issued = async (office: Office, lot: string) => {
  const said = await issueSheet(office, sheet(lot))
  return said.ok ? said.value : said.refusal.code
}

test('two sheets asked at once get two numbers, and after the last there is none', async () => {
  const office = await openOn(newDisc())
  expect(await Promise.all(['A', 'B'].map((lot) => issued(office, lot)))).toEqual(['CD-2026-000101', 'CD-2026-000102'])
  expect(await issued(office, 'B')).toBe('lot-has-a-provisional')
  expect([await issued(office, 'C'), await issued(office, 'D')]).toEqual(['CD-2026-000103', 'block-used-up'])
})

test('a kill leaves the number with its sheet or neither, and no number is given twice', async () => {
  const disc = newDisc()
  disc.kill = 'before-commit'
  void issueSheet(await openOn(disc), sheet('A')).catch(() => undefined)
  await new Promise((done) => setTimeout(done, 50))
  expect(disc.rows.size).toBe(0)
})

test('after a kill behind the write, and after the outbox was cleared, it goes on behind the number', async () => {
  const disc = newDisc()
  disc.rows.set('setting\nnumbers-given', JSON.stringify({ [id]: 101 }))
  const office = await openOn(disc)
  expect(await issued(office, 'B')).toBe('CD-2026-000102')
  for (const key of [...disc.rows.keys()].filter((one) => one.startsWith('outbox'))) disc.rows.delete(key)
  const again = await openOn(disc)
  expect(await again.phone.outbox.items()).toEqual([])
  const next = await nextOf(again)
  expect(next.ok && next.value.number).toBe('CD-2026-000103')
})

test('number and sheet are one write', async () => {
  const disc = newDisc()
  const office = await openOn(disc)
  disc.writes = 0
  await issued(office, 'A')
  expect([disc.writes, [...disc.rows.keys()].map((key) => key.split('\n')[0]).toSorted()]).toEqual([1, ['outbox', 'setting']])
})

test('what stands on the sheet is provisional to a verifier who has the register', async () => {
  const office = await openOn(newDisc())
  await issued(office, 'A')
  const [one] = sheetsOf(await office.phone.outbox.items(), office.blocks)
  expect(one).toMatchObject({
    number: 'CD-2026-000101',
    state: 'ready',
    lotNumber: 'A',
    massGrams: 84_100,
    data: { terms: { grade: '65,4 % WO3' } },
  })
  const { block } = carried()
  const list = {
    kind: 'asm1-trust-list',
    issuer: 'CD-CEEC',
    issuerName: 'CEEC',
    asOf: '2026-11-22',
    rootKey: '',
    keys: [],
    signature: '',
  } as const
  const offices = [{ ...block, office: block.officeName, validFrom: block.reservedOn, revokedAt: null }]
  const register = {
    kind: 'asm1-issue-register',
    issuer: 'CD-CEEC',
    asOf: '2026-11-22',
    offices,
    standing: [],
    confirmed: [],
    signature: '',
  } as const
  const said = await verifyCode(one?.data?.code ?? '', {
    ...{ keys: [{ ...list, keys: [] }], revocations: [], registers: [{ ...register, offices, standing: [], confirmed: [] }] },
    ...{ today: '2026-11-22', crypto: browserCrypto },
  })
  expect([said.verdict, said.facts?.number]).toEqual(['provisional', 'CD-2026-000101'])
})
