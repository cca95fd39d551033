/* Letters on the real database and a real mail server: once a day, once only, in the reader's language, without a name or a place. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startMailServer } from '../../../../test/mail-server.ts'
import { freshDatabase } from '../../../../test/database.ts'
import { recipientsOf, siteNotices } from '../../../bin/notice-sources.ts'
import { createMailer } from '../../../platform/mail/mailer.ts'
import { addAccount } from '../../people/module.ts'
import type { Waiting } from '../contract.ts'
import { createNoticesModule } from '../module.ts'
import { runRound } from './letters.ts'
import { createAskSources } from './read-notices.ts'
import { en } from '../words/en.ts'
import { fr } from '../words/fr.ts'

const { program } = await freshDatabase()
const { database } = program
const accounts = new Map<string, string>()
let now = '2026-11-21T09:00:00.000Z'
let waiting: readonly Waiting[] = []
const refusals = new Map<string, { readonly code: number; readonly say: string }>()
const server = await startMailServer({ onRcpt: (address) => refusals.get(address) ?? null })
const mailer = createMailer({ url: server.url, from: 'chanzo@mines.example' })
const parts = (given: readonly Waiting[] | null = null) => ({
  database,
  tenant: 'cd',
  baseUrl: 'https://chanzo.mines.example',
  ask: createAskSources([
    { name: 'test', waiting: async (_tx, reader) => given ?? (reader.capabilities.has('sites.order') ? [] : waiting) },
  ]),
  recipients: recipientsOf,
  words: { fr, en },
})
const round = (by = mailer) => runRound(parts(), by, () => now)
const states = async (): Promise<readonly string[]> =>
  (await database.read((tx) => sql<{ state: string }>`select state from mail_outbox order by account_id, day`.execute(tx))).rows.map(
    (one) => one.state,
  )
const setPreference = (account: string, byMail: string, language = 'fr') =>
  database.transaction((tx) =>
    sql`insert into notice_preference values ('cd', ${account}, true, ${byMail}, ${language}, now()) on conflict (tenant_id, account_id) do update set by_mail = ${byMail}, language = ${language}`.execute(
      tx,
    ),
  )

beforeAll(async () => {
  const house = { ...program, places: program.modules.places.door }
  for (const [name, role, language] of [
    ['chef', 'MINES_NAT', 'fr'],
    ['reader', 'PARTNER_TEAM', 'en'],
    ['minister', 'MINISTER', 'fr'],
  ] as const) {
    const added = await addAccount(house, {
      email: `${name}@mines.example`,
      password: 'a long enough password',
      roles: [role],
      language,
      name: 'Jean Personne',
    })
    if (added.ok) accounts.set(name, added.value.account)
  }
})
beforeEach(async () => {
  await database.transaction(async (tx) => {
    for (const table of ['mail_outbox', 'notice_preference', 'job_lease']) await sql`delete from ${sql.table(table)}`.execute(tx)
  })
  server.arrived.length = 0
  refusals.clear()
  now = '2026-11-21T09:00:00.000Z'
  waiting = [
    { kind: 'lapsedGreens', count: 3, path: '/attention/lapsedGreens', keys: ['a', 'b', 'c'] },
    { kind: 'inspectionsToReview', count: 1, path: '/inspections?phase=submitted', keys: ['i'] },
  ]
})
afterAll(async () => {
  mailer.close()
  await server.stop()
})

const textOf = (raw: string): string => {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const joined = body.join('\r\n\r\n')
  return /base64/i.test(head)
    ? Buffer.from(joined, 'base64').toString('utf8')
    : Buffer.from(
        joined.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
}

test('one letter a day to everybody for whom something waits, in their language: kinds, numbers and addresses of this server', async () => {
  expect(await round()).toEqual({ written: 2, sent: 2, refused: 0, later: 0 })
  const texts = server.arrived
    .map(({ to, raw }) => ({ to: to[0], raw, text: textOf(raw) }))
    .sort((a, b) => (a.to ?? '').localeCompare(b.to ?? ''))
  expect(texts.map((one) => one.to)).toEqual(['chef@mines.example', 'reader@mines.example'])
  expect(texts[0]?.text).toContain('3 sites verts dont le délai est passé')
  expect(texts[0]?.text).toContain('1 fiche d’inspection à examiner')
  expect(texts[1]?.text).toContain('3 green sites whose time ran out')
  expect(texts[0]?.text).toContain('https://chanzo.mines.example/attention/lapsedGreens')
  expect(texts[0]?.raw).toContain('List-Unsubscribe: <https://chanzo.mines.example/notices/preferences>')
  for (const { raw, text } of texts) for (const secret of ['Jean', 'Personne']) expect(raw + text).not.toContain(secret)
  expect(await round()).toEqual({ written: 0, sent: 0, refused: 0, later: 0 })
  now = '2026-11-22T09:00:00.000Z'
  expect(await round()).toMatchObject({ written: 2, sent: 2 })
})

test('nothing before the first hour of the day, nothing when nothing waits, nothing to who does not want it', async () => {
  now = '2026-11-21T04:59:00.000Z'
  expect(await round()).toMatchObject({ written: 0 })
  now = '2026-11-21T05:00:00.000Z'
  await setPreference(accounts.get('reader') ?? '', 'none')
  expect(await round()).toMatchObject({ written: 1, sent: 1 })
  await database.transaction((tx) => sql`delete from mail_outbox`.execute(tx))
  waiting = []
  expect(await round()).toMatchObject({ written: 0, sent: 0 })
})

test('the language of the preferences counts before that of the account', async () => {
  await setPreference(accounts.get('chef') ?? '', 'daily', 'en')
  await round()
  expect(server.arrived.filter((one) => textOf(one.raw).includes('Good morning'))).toHaveLength(2)
})

describe('when the mail server does not take it', () => {
  test('an unknown address is not tried again', async () => {
    refusals.set('chef@mines.example', { code: 550, say: 'unknown' })
    expect(await round()).toEqual({ written: 2, sent: 1, refused: 1, later: 0 })
    now = '2026-11-21T20:00:00.000Z'
    expect(await round()).toEqual({ written: 0, sent: 0, refused: 0, later: 0 })
  })
  test('a server that is away: tried again later and later, sent when it is back, given up when the day is over', async () => {
    await server.stop()
    expect(await round()).toEqual({ written: 2, sent: 0, refused: 0, later: 2 })
    expect(await round()).toMatchObject({ later: 0 })
    now = '2026-11-21T09:04:00.000Z'
    expect(await round()).toMatchObject({ later: 0 })
    now = '2026-11-21T09:06:00.000Z'
    expect(await round()).toMatchObject({ later: 2 })
    now = '2026-11-21T09:12:00.000Z'
    expect(await round()).toMatchObject({ later: 0 })
    const back = await startMailServer({ port: server.port })
    now = '2026-11-21T09:30:00.000Z'
    expect(await round()).toMatchObject({ sent: 2 })
    expect(back.arrived).toHaveLength(2)
    await back.stop()
    now = '2026-11-22T06:00:00.000Z'
    expect(await round()).toMatchObject({ written: 2, later: 2 })
    now = '2026-11-23T06:00:00.000Z'
    await round()
    expect((await states()).filter((one) => one === 'given-up')).toHaveLength(2)
  })
})

describe('never twice', () => {
  const away = { send: () => new Promise<never>(() => undefined), close: () => undefined }
  test('a program that dies while it sends leaves the letter in doubt; the next one does not send it again', async () => {
    void round(away)
    await expect.poll(states).toContain('sending')
    expect(await round()).toBeNull()
    now = '2026-11-21T09:30:00.000Z'
    const other = await startMailServer()
    const later = createMailer({ url: other.url, from: 'chanzo@mines.example' })
    expect(await round(later)).toMatchObject({ written: 0, sent: 1 })
    expect((await states()).toSorted()).toEqual(['in-doubt', 'sent'])
    later.close()
    await other.stop()
  })
  test('two programs at once: one has the lease; without it, each letter is still claimed by one', async () => {
    const other = await startMailServer()
    const by = createMailer({ url: other.url, from: 'chanzo@mines.example' })
    const rounds = await Promise.all([round(by), round(by), round(by)])
    expect(rounds.filter((one) => one !== null).length).toBeGreaterThanOrEqual(1)
    expect(other.arrived).toHaveLength(2)
    expect(new Set(other.arrived.flatMap((one) => one.to)).size).toBe(2)
    by.close()
    await other.stop()
  })
  test('who closes the door between writing and sending gets nothing', async () => {
    await server.stop().catch(() => undefined)
    await round()
    await setPreference(accounts.get('chef') ?? '', 'none')
    now = '2026-11-21T09:06:00.000Z'
    await round()
    expect((await states()).toSorted()).toEqual(['waiting', 'withdrawn'])
  })
})

test('the queues of sites are told to whose business they are: an officer hears of lapsed greens, a minister of orders, a partner of neither', async () => {
  const module_ = createNoticesModule({
    database,
    tenant: 'cd',
    baseUrl: 'https://x.example',
    clock: () => now,
    sources: [siteNotices],
    recipients: recipientsOf,
  })
  expect(module_.routes.map((one) => one.path)).toEqual(['/api/notices', '/api/notices/seen', '/api/notices/preferences'])
  const actor = { account: 'operator', organisation: null, role: null }
  const site = '019aa5db-c580-7fff-bfff-000000000001'
  const source = { name: 'IPIS' }
  const base = { subject: `site:${site}`, actor, happenedAt: '2021-10-01T00:00:00.000Z' }
  await program.log.record('cd', [
    {
      ...base,
      id: '019aa5db-c580-7fff-bfff-000000000002',
      kind: 'site.registered.v1',
      payload: { nationalId: 'A1', name: 'Nyabibwe', country: 'CD', minerals: ['Sn'], source },
    },
    {
      ...base,
      id: '019aa5db-c580-7fff-bfff-000000000003',
      kind: 'site.qualification-reported.v1',
      payload: { date: '2021-10-01', source, reported: 'green' },
    },
  ])
  const later = '2026-12-01T09:00:00.000Z'
  const asked = async (name: string) => {
    const [one] = (await database.read((tx) => recipientsOf(tx, 'cd'))).filter((found) => found.account === accounts.get(name))
    if (!one) throw new Error(name)
    return (await database.read((tx) => siteNotices.waiting(tx, one, later))).filter((found) => found.count > 0)
  }
  expect(await asked('chef')).toContainEqual(expect.objectContaining({ kind: 'lapsedGreens', count: 1, path: '/attention/lapsedGreens' }))
  expect((await asked('reader')).map((one) => one.kind)).not.toContain('lapsedGreens')
})
