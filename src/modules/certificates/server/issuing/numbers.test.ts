/* A number has one spelling and one place in the list of revocations, whatever arrives under it and in whatever order. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDatabase } from '../../../../../test/empty-database.ts'
import { type Database, connect } from '../../../../platform/database/connect.ts'
import { indexIn } from '../../domain/verify-key.ts'
import { passingKeyRing } from '../../../../platform/keys/signer.ts'
import { provisionalPage } from '../../page/provisional-page.ts'
import { statusOfSheet } from './http-blocks.ts'
import { issueRegisterOf } from './issue-register.ts'
import { listCredentialRows } from '../credential/store-credentials.ts'
import { insertCertificate, setRevoked } from '../store.ts'
import { listWaitingSheets, listWithdrawnIndexes } from './store-issued.ts'
import {
  type NewSheet,
  insertBlock,
  insertSheet,
  setBlockClosed,
  setKeyRevoked,
  setSheetConfirmed,
  setSheetWithdrawn,
} from './store-issuing.ts'

let database: Database
beforeAll(async () => {
  database = connect({ connectionString: await emptyDatabase(), max: 2 })
})
afterAll(() => database.close())

const block = '0198f5a0-0000-7000-8000-00000000b10c'
const sheet = (sequence: number, ordinal: number, usedTwice: boolean): NewSheet => ({
  ...{ block, ordinal, number: `CD-2026-00010${sequence}`, listIndex: 100 + sequence, issuedOn: '2026-11-21', expiresOn: '2026-12-01' },
  ...{ exporterName: 'Comptoir', lotNumber: 'EX-P', mineral: 'Sn', massGrams: 75_000, terms: {}, code: `ASM1:${sequence}${ordinal}` },
  ...{ codeHash: `${sequence}${ordinal}`, usedTwice, arrivedAt: '2026-11-21T10:00:00.000Z' },
})

test('with another nought in front it is no number of the block', () => {
  const of = { prefix: 'CD-2026-', from: 100, to: 104, firstIndex: 40 }
  expect(['CD-2026-000101', 'CD-2026-0000101', 'CD-2026-000105', 'CD-2025-000101'].map((number) => indexIn(of, number))).toEqual([
    ...[41, null, null, null],
  ])
})

test('a second sheet under a number that was confirmed neither revokes the certificate nor keeps its lot waiting', async () => {
  const found = await database.transaction(async (tx) => {
    await insertSheet(tx, 'cd', sheet(1, 2, false))
    await setSheetConfirmed(tx, 'cd', { number: 'CD-2026-000101', on: '2026-11-22' })
    await insertSheet(tx, 'cd', sheet(1, 3, true))
    return { withdrawn: await listWithdrawnIndexes(tx, 'cd'), waiting: await listWaitingSheets(tx, 'cd', 'EX-P') }
  })
  expect(found).toEqual({ withdrawn: [], waiting: [] })
})

test('two sheets under a number that nobody confirmed, and one that was withdrawn, are in it once each', async () => {
  const found = await database.transaction(async (tx) => {
    await insertSheet(tx, 'cd', sheet(2, 4, false))
    await insertSheet(tx, 'cd', sheet(2, 5, true))
    await insertSheet(tx, 'cd', sheet(3, 6, false))
    await setSheetWithdrawn(tx, 'cd', { block, number: 'CD-2026-000103', on: '2026-11-23', reason: 'x' })
    return listWithdrawnIndexes(tx, 'cd')
  })
  expect(found.map(({ index, on }) => [index, on])).toEqual([
    [102, '2026-11-21'],
    [103, '2026-11-23'],
  ])
})

test('a lot that another spelling names has its sheet all the same', async () => {
  const found = await database.transaction(async (tx) => {
    await insertSheet(tx, 'cd', { ...sheet(4, 7, false), lotNumber: 'ex–7 b' })
    const lots = ['EX-7B', ' Ex 7-b', 'EX-7', 'EX-77B'].map((lot) => listWaitingSheets(tx, 'cd', lot))
    return Promise.all(lots)
  })
  expect(found.map((sheets) => sheets.length)).toEqual([1, 1, 0, 0])
})

test('the key of a lost telephone stays lost, also when the block in which it was reported is no longer listed', async () => {
  const ends = { reservedOn: '2026-01-05', validUntil: '2027-01-05', office: block, officeName: 'CEEC Bukavu', prefix: 'CD-2026-' }
  const numbers = (first: number) => ({ from: first, to: first + 9, firstIndex: first, device: block, publicKey: 'ab'.repeat(32) })
  const register = await database.transaction(async (tx) => {
    await insertBlock(tx, 'cd', { id: block, ...ends, ...numbers(200) })
    await insertBlock(tx, 'cd', { id: block.replace(/c$/, 'd'), ...ends, ...numbers(210) })
    await setBlockClosed(tx, 'cd', { id: block, on: '2026-03-01', why: 'lost', reason: 'x' })
    return issueRegisterOf(tx, { tenant: 'cd', now: '2026-11-22T10:00:00.000Z', keys: passingKeyRing() })
  })
  expect(register.offices.map(({ from, revokedAt }) => [from, revokedAt])).toEqual([[210, '2026-03-01']])
})

test('a list for programs that know no status holds none that was revoked, replaced or signed by a key that was stolen by its day', async () => {
  const [good, stolen] = ['aa'.repeat(32), 'bb'.repeat(32)]
  const issue = (listIndex: number, signedBy: string, replaces: string | null = null) => ({
    ...{ dossier: block, number: `CD-2027-00000${listIndex}`, listIndex, issuedOn: '2027-01-10', expiresOn: '2027-04-01', exporter: block },
    ...{ replaces, issued: { signedBy, mineral: 'Sn', lotNumber: 'EX' } },
  })
  const found = await database.transaction(async (tx) => {
    for (const row of [issue(1, good), issue(2, good), issue(3, stolen), issue(4, good, 'CD-2027-000001'), issue(5, good)])
      await insertCertificate(tx, 'zz', row)
    await setRevoked(tx, 'zz', { dossier: block, number: 'CD-2027-000002', on: '2027-01-11', reason: 'x' })
    await setKeyRevoked(tx, 'zz', { publicKey: stolen, since: '2027-01-10', on: '2027-01-12', reason: 'x' })
    const asked = { exporter: null, mineral: null, lotNumber: null, offset: 0, limit: 10 }
    return [
      await listCredentialRows(tx, 'zz', { ...asked, standing: true }),
      await listCredentialRows(tx, 'zz', { ...asked, standing: false }),
    ]
  })
  expect(found.map(({ total, rows }) => [total, rows.map(({ number }) => Number(number.slice(8))).join(' ')])).toEqual([
    [2, '5 4'],
    [5, '5 4 3 2 1'],
  ])
})

test('the page of a sheet that ran out does not say that it counts until a day', () => {
  const page = (status: 'expired' | 'provisional') =>
    provisionalPage(
      {
        ...{ number: 'CD-2026-000101', exporterName: 'Comptoir', lotNumber: 'EX-P', massGrams: 75_000, mineralCode: '2609.00.00', status },
        ...{ issuedOn: '2026-11-21', expiresOn: '2026-12-01', withdrawnOn: null, issuerName: 'CEEC', officeName: 'Bukavu' },
        codeHash: new Uint8Array(32),
      },
      { language: 'fr', today: '2026-12-02' },
    ).html
  expect(page('provisional')).toContain('Il vaut comme tel')
  expect(page('expired')).not.toContain('Il vaut comme tel')
  expect(page('expired')).toContain('il ne compte plus')
  for (const way of ['/report?l=fr', '/outcomes?language=fr']) expect(page('provisional')).toContain(`href="${way}"`)
})

test('the page says of a sheet that came after the loss what every verifier says: it does not count', () => {
  const came = (arrivedAt: string) => ({ withdrawnOn: null, usedTwice: false, arrivedAt, expiresOn: '2026-12-01' })
  const asked = { now: '2026-11-25T10:00:00.000Z', lostOn: '2026-11-23' }
  expect(statusOfSheet(came('2026-11-22T12:00:00.000Z'), asked)).toBe('provisional')
  // In the east of the country that is half past one of the next day, and nobody knows at what hour of it the telephone went.
  expect(statusOfSheet(came('2026-11-22T23:30:00.000Z'), asked)).toBe('withdrawn')
  expect(statusOfSheet(came('2026-11-24T09:00:00.000Z'), { ...asked, lostOn: null })).toBe('provisional')
})
