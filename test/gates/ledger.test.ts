/*
The public ledger of the played province, as a stranger's own device reads it: every signed order is in it, nothing but a kind, a public number and a
hash ever is, and a device that does the sums itself notices what a server would change.
*/
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { entryText } from '../../src/modules/ledger/contract.ts'
import { readBundle } from '../../src/modules/ledger/domain/bundle.ts'
import { readCheckpoint } from '../../src/modules/ledger/domain/checkpoint.ts'
import { type Fetch, type Kept, checkEntry, fitsPaper } from '../../src/modules/ledger/ui/check-entry.ts'
import { pageFr } from '../../src/modules/ledger/words/page-fr.ts'
import { freshProvince } from '../played-province.ts'
import { demoAccounts } from '../world/accounts.ts'

const world = await freshProvince()
const { program } = world
let app: Awaited<ReturnType<typeof program.createHttp>>
const asked: Fetch = async (address) => {
  const answer = await app.inject({ url: address })
  if (answer.statusCode !== 200) throw new Error(`${address} ${answer.statusCode}`)
  return new Uint8Array(answer.rawPayload)
}
const device = (): Kept => {
  const kept = new Map<string, string>()
  return { read: (name) => kept.get(name) ?? null, write: (name, text) => void kept.set(name, text) }
}
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
let texts: readonly string[] = []
const parsed = () =>
  texts.map((text) => {
    const [version = '', kind = '', number = '', sha256 = '', rest, ...more] = text.split('\n')
    return { version, kind, number, sha256, isFourLines: rest === '' && more.length === 0 }
  })

beforeAll(async () => {
  app = await program.createHttp()
  const size = readCheckpoint(textOf(await asked('/ledger/checkpoint')))?.size ?? 0
  expect(size).toBeGreaterThan(5)
  expect(size).toBeLessThan(256)
  texts = (readBundle(await asked(`/ledger/tile/entries/000.p/${size}`)) ?? []).map(textOf)
  expect(texts).toHaveLength(size)
}, 240_000)

test('an entry is four lines: version, kind, public number, hash; and a screen has a word for its kind', () => {
  for (const { version, kind, sha256, isFourLines } of parsed()) {
    expect([version, isFourLines, `ledger.kind.${kind}` in pageFr]).toEqual(['chanzo-ledger/1', true, true])
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  }
})

test('every number in it is one that is public anyway, and nothing in it is of a person or a place', async () => {
  const known = await program.database.read(async (tx) => {
    const found = await sql<{ number: string }>`select number from status_order union select number from certificate`.execute(tx)
    return new Set(found.rows.map((row) => row.number))
  })
  const all = texts.join('\n')
  for (const { kind, number } of parsed()) if (/^(order|certificate)-/.test(kind)) expect(known).toContain(number)
  for (const { email } of demoAccounts) expect(all).not.toContain(email)
  expect(all).not.toMatch(/@|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-|-?\d{1,2}\.\d{3,}/)
  const orders = parsed().filter((one) => one.kind === 'order-signed')
  const signed = await program.database.read(
    async (tx) => (await sql<{ number: string }>`select number from status_order`.execute(tx)).rows,
  )
  expect(orders.map((one) => one.number).sort()).toEqual(signed.map((row) => row.number).sort())
})

test('a device finds an order in it by its own sums, keeps the head, and finds it again when the ledger has grown', async () => {
  const entry = {
    kind: 'order-signed',
    number: '0260/2025',
    sha256: parsed().find((one) => one.number === '0260/2025')?.sha256 ?? '',
  } as const
  const kept = device()
  const first = await checkEntry(entry, { fetched: asked, kept })
  expect(first).toMatchObject({ verdict: { ok: true }, keyState: 'first', growth: 'first' })
  const actor = { account: crypto.randomUUID(), organisation: null, role: null }
  const payload = {
    orderKind: 'red_listing',
    number: 'later',
    signatoryRole: 'MINISTER',
    signedOn: '2026-11-02',
    effectiveFrom: '2026-11-02',
  }
  const more = { legalBasis: ['x'], annex: [], rulebook: { id: 'x', hash: 'x' } }
  const id = crypto.randomUUID()
  await program.log.record('cd', [
    {
      id,
      kind: 'order.signed.v1',
      subject: `order:${id}`,
      happenedAt: '2026-11-02T08:00:00.000Z',
      actor,
      payload: { ...payload, ...more },
    },
  ])
  await program.modules.ledger.signer.sign()
  expect(await checkEntry(entry, { fetched: asked, kept })).toMatchObject({ verdict: { ok: true }, keyState: 'known', growth: 'holds' })
  const page = textOf(await asked(`/api/ledger/head`))
  expect(page).toContain('"size":')

  const changed: Fetch = async (address) => {
    const bytes = await asked(address)
    return address.startsWith('/ledger/proof')
      ? Buffer.from(textOf(bytes).replace(/^index (\d+)$/m, (_, n) => `index ${Number(n) + 1}`))
      : bytes
  }
  expect(await checkEntry(entry, { fetched: changed, kept })).toMatchObject({ verdict: { ok: false, fault: 'not-in-the-tree' } })
  expect(entryText(entry)).toBe(`chanzo-ledger/1\norder-signed\n0260/2025\n${entry.sha256}\n`)
  const larger: Kept = {
    read: (name) => kept.read(name)?.replace(/\n(\d+)\n/, (_, n) => `\n${Number(n) + 5}\n`) ?? null,
    write: kept.write,
  }
  expect(
    await checkEntry(entry, {
      fetched: asked,
      kept: { ...larger, read: (name) => (name === 'key' ? kept.read('key') : larger.read(name)) },
    }),
  ).toMatchObject({
    growth: 'smaller',
  })
})

test('paper and entry belong together by the printed fingerprint or by the text', () => {
  const hash = parsed().find((one) => one.number === '0260/2025')?.sha256 ?? ''
  expect(fitsPaper(` v2:${hash.slice(0, 32)} ${hash.slice(32)}`, hash)).toBe(true)
  expect(fitsPaper(hash.replace(/^./, hash.startsWith('0') ? '1' : '0'), hash)).toBe(false)
  expect(fitsPaper('HC1:TEXT', '1e7c1a7d32f3b1a1a8b1c6b9f2a6b6d4e9c7a0d6f4e3b2c1d0e9f8a7b6c5d4e3')).toBe(false)
})

test('the page says what the ledger is, in both languages, with the head and the newest entries', async () => {
  const [fr, en] = [await app.inject({ url: '/ledger?language=fr' }), await app.inject({ url: '/ledger?language=en' })]
  expect(fr.body).toContain('Registre public')
  expect(en.body).toContain('Public ledger')
  for (const page of [fr.body, en.body]) {
    expect(page).toContain('0260/2025')
    expect(page).toContain('127.0.0.1:4870/ledger')
  }
  await app.close()
})
