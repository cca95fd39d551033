/* The ledger on the real database: what joins it, what a stranger can check of it, and when nothing is signed any more. */
import { randomBytes } from 'node:crypto'
import { RFC9162 } from '@transmute/rfc9162'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { app, newId, program, world } from '../../../../test/sites-bed.ts'
import { connect } from '../../../platform/database/connect.ts'
import { passingKeyRing, verifySignature } from '../../../platform/keys/signer.ts'
import { checkRebuild, rebuild } from '../../../platform/log/rebuild.ts'
import { orderActText, orderPublisher } from '../../sites/ledger-publisher.ts'
import { type LedgerEntry, entryText } from '../contract.ts'
import { sameBytes, toBase64, toHex, utf8 } from '../domain/bytes.ts'
import { readBundle } from '../domain/bundle.ts'
import { holdsConsistency } from '../domain/check-proof.ts'
import { readCheckpoint } from '../domain/checkpoint.ts'
import { readKey, signersOf } from '../domain/note.ts'
import { checkOfflineProof, readOfflineProof } from '../domain/offline-proof.ts'
import { leafHash, rootOf } from '../domain/tree.ts'
import { createLedgerModule } from '../module.ts'
import { leafOf, nodeSha256, tilesIn } from './grow.ts'
import { consistencyPath } from './read.ts'
import { entriesBetween } from './store.ts'

const crypto = { sha256: nodeSha256, verify: verifySignature }
const actor = { account: newId(), organisation: null, role: null }
const order = (number: string) => ({
  ...{ orderKind: 'red_listing', number, signatoryRole: 'MINISTER', signedOn: '2026-11-02', effectiveFrom: '2026-11-02' },
  ...{ legalBasis: ['Arrêté 0057'], annex: [], rulebook: { id: 'drc-2012', hash: 'ab'.repeat(32) } },
})
const draft = (kind: string, id: string, payload: object) => ({
  ...{ id: newId(), kind, subject: `order:${id}`, happenedAt: '2026-11-02T08:00:00.000Z', actor, payload },
})
const sign = (numbers: readonly string[]) =>
  program.log.record(
    'cd',
    numbers.map((number) => draft('order.signed.v1', newId(), order(number))),
    100,
  )
const named = (prefix: string, n: number): readonly string[] => Array.from({ length: n }, (_, at) => `${prefix} ${at}`)
const get = async (path: string) => {
  const answer = await app.inject({ method: 'GET', url: path })
  return { status: answer.statusCode, text: answer.body, bytes: new Uint8Array(answer.rawPayload), headers: answer.headers }
}
const { ledger } = program.modules
const allEntries = () => program.database.read((tx) => entriesBetween(tx, 'cd', { from: 0, to: 1e9 }))
const annulled = newId()

beforeAll(async () => {
  await sign(['0001/early'])
  await program.log.record('cd', [draft('order.signed.v1', annulled, order('0002/early'))])
  await program.log.record('cd', [draft('order.published.v1', annulled, { on: '2026-11-04', reference: 'JO no 12' })])
  expect(await allEntries()).toEqual([])
  expect(await ledger.signer.sign()).toEqual({ ok: true, size: 3 })
  await program.log.record('cd', [draft('order.annulled.v1', annulled, { on: '2026-11-05', reason: 'said in private' })])
  await sign(named('0100', 700))
})

test('what was signed before the ledger was there joins it in its order; later acts join as they happen', async () => {
  const entries = await allEntries()
  expect(entries.slice(0, 5).map(({ index, kind, number }) => [index, kind, number])).toEqual([
    [0, 'order-signed', '0001/early'],
    [1, 'order-signed', '0002/early'],
    [2, 'order-published', '0002/early'],
    [3, 'order-annulled', '0002/early'],
    [4, 'order-signed', '0100 0'],
  ])
  expect(entries).toHaveLength(704)
})

test('the hash of an order is its printed fingerprint, and its end can be made again from paper and public page', async () => {
  const [, second, published, ended] = await allEntries()
  const page = await get(`/register/orders/${annulled}`)
  expect(page.text).toContain(`v2:${second?.sha256}`)
  const fingerprint = second?.sha256 ?? ''
  const remade = (text: string): string => toHex(nodeSha256(utf8(text)))
  expect(published?.sha256).toBe(remade(orderActText({ act: 'published', fingerprint, on: '2026-11-04', reference: 'JO no 12' })))
  expect(ended?.sha256).toBe(remade(`chanzo-order/1\nannulled\n${fingerprint}\n2026-11-05\n\n`))
})

describe('a stranger', () => {
  test('finds from the page of the ledger the way to report something, and what became of reports', async () => {
    for (const language of ['fr', 'en'])
      for (const way of [`/report?l=${language}`, `/outcomes?language=${language}`])
        expect((await get(`/ledger?language=${language}`)).text).toContain(`href="${way}"`)
  })
  test('makes the tree again from the files, with two implementations, under a signature that holds', async () => {
    await ledger.signer.sign()
    const [checkpoint, key] = [await get('/ledger/checkpoint'), readKey(nodeSha256, (await get('/ledger/key')).text)]
    expect(checkpoint).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=10' },
    })
    expect(signersOf(checkpoint.text, key ? [key] : [], crypto)).toHaveLength(1)
    const head = readCheckpoint(checkpoint.text)
    expect(head).toMatchObject({ origin: '127.0.0.1:4870/ledger', size: 704 })
    const bundles = await Promise.all(['000', '001', '002.p/192'].map((name) => get(`/ledger/tile/entries/${name}`)))
    expect(bundles.map((one) => [one.status, one.headers['cache-control']])).toEqual(
      Array.from({ length: 3 }, () => [200, 'public, max-age=31536000, immutable']),
    )
    const entries = bundles.flatMap((one) => readBundle(one.bytes) ?? [])
    expect(
      toBase64(
        rootOf(
          nodeSha256,
          entries.map((entry) => leafHash(nodeSha256, entry)),
        ),
      ),
    ).toBe(toBase64(head?.root ?? new Uint8Array(0)))
    expect(toBase64(new Uint8Array(await RFC9162.treeHead(entries)))).toBe(toBase64(head?.root ?? new Uint8Array(0)))
    const tile = await get('/ledger/tile/0/001')
    expect(sameBytes(tile.bytes.slice(0, 32), leafHash(nodeSha256, entries[256] ?? new Uint8Array(0)))).toBe(true)
    expect((await get('/ledger/tile/1/000.p/2')).bytes).toHaveLength(64)
    expect((await get('/ledger/tile/0/002.p/100')).bytes).toEqual((await get('/ledger/tile/0/002.p/192')).bytes.slice(0, 3200))
  })
  test.each(['0/002', '0/002.p/193', '1/000', '1/000.p/3', '2/000.p/1', '0/x000/001', '0/3', 'entries/003.p/1', 'x/000'])(
    'is told that there is no tile %s',
    async (name) => expect((await get(`/ledger/tile/${name}`)).status).toBe(404),
  )
  test('checks a proof without network, also with a second implementation; a proof of another entry is refused', async () => {
    const entries = await allEntries()
    const key = readKey(nodeSha256, (await get('/ledger/key')).text)
    if (!key) throw new Error('no key')
    for (const at of [0, 255, 256, 511, 512, 703]) {
      const entry = entries[at]
      if (!entry) throw new Error('no entry')
      const proof = (await program.database.read((tx) => ledger.door.proofOf(tx, 'cd', entry))) ?? ''
      expect(checkOfflineProof(proof, { entry: entryText(entry), key }, crypto)).toMatchObject({ ok: true, index: at })
      const read = readOfflineProof(proof)
      const root = readCheckpoint(read?.checkpoint ?? '')?.root ?? new Uint8Array(0)
      const claim = { log_id: '', tree_size: 704, leaf_index: at, inclusion_path: [...(read?.path ?? [])] }
      expect(await RFC9162.verifyInclusionProof(root, leafOf(entry), claim)).toBe(true)
      const other: LedgerEntry = { ...entry, sha256: 'cd'.repeat(32) }
      expect(checkOfflineProof(proof, { entry: entryText(other), key }, crypto)).toEqual({ ok: false, fault: 'not-in-the-tree' })
      const later = proof.replace('\n704\n', '\n705\n')
      expect(checkOfflineProof(later, { entry: entryText(entry), key }, crypto)).toEqual({ ok: false, fault: 'signature-does-not-hold' })
    }
    const never: LedgerEntry = { kind: 'order-signed', number: '0001/early', sha256: toHex(randomBytes(32)) }
    expect(await program.database.read((tx) => ledger.door.proofOf(tx, 'cd', never))).toBeNull()
  })
})

test('a rebuild gives the same tree, with entries and tiles; and each head that was signed is in the next', async () => {
  const before = await program.database.read((tx) => ledger.door.head(tx, 'cd'))
  await rebuild(program.database, ledger.projections)
  expect(await checkRebuild(program.database, ledger.projections)).toMatchObject({ differences: 0 })
  expect(await ledger.signer.sign()).toEqual({ ok: true, size: 704 })
  await sign(named('0200', 330))
  expect(await ledger.signer.sign()).toEqual({ ok: true, size: 1034 })
  const after = await program.database.read((tx) => ledger.door.head(tx, 'cd'))
  const [old, now] = [readCheckpoint(before?.checkpoint ?? ''), readCheckpoint(after?.checkpoint ?? '')]
  if (!old || !now) throw new Error('no heads')
  const path = await program.database.read((tx) => consistencyPath(tilesIn(tx, 'cd'), old.size, now.size))
  expect(holdsConsistency(nodeSha256, { old, size: now.size, root: now.root, path })).toBe(true)
  expect(await checkRebuild(program.database, ledger.projections)).toMatchObject({ differences: 0 })
})

describe('nothing is signed any more', () => {
  const keys = passingKeyRing()
  const parts = { ...{ database: program.database, log: () => program.log, keys, clock: program.clock }, tenant: 'cd' }
  const other = createLedgerModule({ ...parts, baseUrl: 'http://127.0.0.1:4870', publishers: [orderPublisher] })
  const asOwner = async (...statements: readonly ReturnType<typeof sql>[]): Promise<void> => {
    const owner = connect({ connectionString: world.connectionString, role: 'owner', max: 1 })
    await owner.transaction(async (tx) => {
      for (const statement of statements) await statement.execute(tx)
    })
    await owner.close()
  }
  test('by a database that was put back from an older copy: the note beside the keys knows a larger tree', async () => {
    await asOwner(sql`delete from ledger_head`)
    await sign(['0300 last'])
    expect(await other.signer.sign()).toEqual({ ok: true, size: 1035 })
    await asOwner(sql`delete from ledger_head`, sql`delete from ledger_entry where leaf_index >= 1034`)
    expect(await other.signer.sign()).toEqual({ ok: false, fault: 'smaller', size: 1034, signedSize: 1035 })
    await sign(['0300 another'])
    expect(await other.signer.sign()).toEqual({ ok: false, fault: 'different', size: 1035, signedSize: 1035 })
    expect(await program.database.read((tx) => other.door.head(tx, 'cd'))).toBeNull()
  })
  test('when an entry under a head was changed; with the entry put right it goes on', async () => {
    await asOwner(
      sql`update ledger_entry set number = '0300 last', sha256 = (select sha256 from ledger_entry where leaf_index = 1034) where leaf_index = 1034`,
    )
    await rebuild(program.database, ledger.projections)
    expect(await other.signer.sign()).toMatchObject({ ok: true, size: 1036 })
    await asOwner(sql`update ledger_entry set number = 'forged' where leaf_index = 1030`)
    expect(await other.signer.sign()).toMatchObject({ ok: false, fault: 'different' })
    await rebuild(program.database, ledger.projections)
    expect(await other.signer.sign()).toEqual({ ok: true, size: 1036 })
  })
  test('and heads are never changed or taken away by the program', async () => {
    for (const statement of [sql`delete from ledger_head`, sql`update ledger_head set size = size + 1`])
      await expect(program.database.transaction((tx) => statement.execute(tx))).rejects.toThrow('permission denied')
  })
})
