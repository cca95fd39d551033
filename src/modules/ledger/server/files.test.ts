/* The ledger as files: written whole, then what grew; checked from a folder and from another server, honest and tampered with. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { refusalStatus } from '../../../bin/refusal-status.ts'
import { createHttpServer } from '../../../platform/http/http-server.ts'
import { passingKeyRing, verifySignature } from '../../../platform/keys/signer.ts'
import type { LedgerEntry } from '../contract.ts'
import { createLedgerModule } from '../module.ts'
import { checkLedger } from './check-ledger.ts'
import { exportLedger } from './export-ledger.ts'
import { appendEntries, nodeSha256 } from './grow.ts'
import { filesAt, filesIn } from './ledger-files.ts'

const { program } = await freshDatabase()
const keys = passingKeyRing()
const parts = { ...{ database: program.database, log: () => program.log, keys, clock: program.clock, tenant: 'cd' }, publishers: [] }
const ledger = createLedgerModule({ ...parts, baseUrl: 'https://mines.example' })
const folder = mkdtempSync(join(tmpdir(), 'chanzo-ledger-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const crypto = { sha256: nodeSha256, verify: verifySignature }
const entries = (from: number, n: number): readonly LedgerEntry[] =>
  Array.from({ length: n }, (_, at) => ({
    kind: 'order-signed',
    number: `N ${from + at}`,
    sha256: Buffer.from(nodeSha256(Buffer.from(`${from + at}`))).toString('hex'),
  }))
const grow = async (from: number, n: number): Promise<void> => {
  await program.database.transaction((tx) => appendEntries(tx, 'cd', entries(from, n)))
  expect(await ledger.signer.sign()).toEqual({ ok: true, size: from + n })
}
const write = (into = folder) => exportLedger({ ...parts, baseUrl: 'https://mines.example' }, into)
const check = (since: string | null = null, from = folder) => checkLedger({ files: filesIn(from), key: null, since, crypto })
const checkpoint = (): string => readFileSync(join(folder, 'checkpoint'), 'utf8')
let first = ''

beforeAll(async () => {
  expect(await write()).toEqual({ ok: false, code: 'ledger-is-empty' })
  expect(existsSync(join(folder, 'checkpoint'))).toBe(false)
  await grow(0, 66_000)
})

test('the whole is written, holds, and goes on from a kept head', async () => {
  expect(await write()).toMatchObject({ ok: true, size: 66_000, before: 0 })
  first = checkpoint()
  expect(await check()).toMatchObject({
    ok: true,
    origin: 'mines.example/ledger',
    size: 66_000,
    since: null,
    signers: ['mines.example/ledger'],
    // What `--keep` writes down is this very text, not what the place hands out afterwards.
    checkpoint: first,
  })
  const full = statSync(join(folder, 'tile/0/000')).mtimeMs
  await grow(66_000, 300)
  expect(await write()).toMatchObject({ ok: true, size: 66_300, before: 66_000, files: 7 })
  expect(statSync(join(folder, 'tile/0/000')).mtimeMs).toBe(full)
  expect(await check(first)).toMatchObject({ ok: true, size: 66_300, since: 66_000 })
  const [, size = '', root = ''] = first.split('\n')
  expect(await check(`${size} ${root}`), 'typed from paper').toMatchObject({ ok: true, size: 66_300, since: 66_000 })
  expect(await check(`65999 ${root}`)).toMatchObject({ ok: false, fault: 'different-from-kept-head' })
  expect(await write()).toMatchObject({ ok: true, files: 2 })
})

test.each(['tile/0/007', 'tile/entries/007', 'tile/1/000', 'tile/2/000.p/1'])('one changed byte in %s is found', async (name) => {
  const file = join(folder, name)
  const whole = readFileSync(file)
  writeFileSync(file, Buffer.from(whole.map((byte, at) => (at === 20 ? byte ^ 1 : byte))))
  const found = await check()
  expect(found.ok ? '' : found.fault).toMatch(/tile-differs|entries-missing/)
  writeFileSync(file, whole)
})

test('a head that was changed, taken from another key, or that the ledger does not continue, is refused', async () => {
  const now = checkpoint()
  writeFileSync(join(folder, 'checkpoint'), now.replace('66300', '66299'))
  expect(await check()).toMatchObject({ ok: false, fault: 'signature-does-not-hold' })
  writeFileSync(join(folder, 'checkpoint'), first)
  expect(await check(now)).toMatchObject({ ok: false })
  writeFileSync(join(folder, 'checkpoint'), now)
  const stranger = createLedgerModule({ ...parts, keys: passingKeyRing(), tenant: 'other', baseUrl: 'https://mines.example' })
  await program.database.transaction((tx) => appendEntries(tx, 'other', entries(7, 90)))
  await stranger.signer.sign()
  const head = await program.database.read((tx) => stranger.door.head(tx, 'other'))
  expect(await check(head?.checkpoint ?? '')).toMatchObject({ ok: false, fault: 'kept-head-not-signed' })
  const here = await exportLedger({ ...parts, tenant: 'other', baseUrl: 'https://mines.example' }, folder)
  expect(here).toEqual({ ok: false, code: 'folder-holds-another-ledger' })
})

test('another server is checked over the network in the same way', async () => {
  const { log, tenant, clock } = program
  const app = await createHttpServer({
    ...{ routes: ledger.routes, log, tenant, clock, refusalStatus },
    authenticate: () => Promise.resolve(null),
    reportFault: ({ error }) => {
      throw error
    },
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const checked = await checkLedger({ files: filesAt(`${address}/ledger`), key: null, since: null, crypto })
  expect(checked).toMatchObject({ ok: true, size: 66_300 })
  await app.close()
  await expect(checkLedger({ files: filesAt('http://127.0.0.1:9/ledger'), key: null, since: null, crypto })).rejects.toThrow()
}, 60_000)
