/*
The administrator of the database, with every right there is, against the cases in it: to read who somebody is, to join a case unseen, to take away a
look, to slip a key of his own under a colleague's name. Each either cannot be done or is named afterwards by the checks that anybody may run.
*/
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import type { Tx } from '../../src/platform/database/transaction.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { freshProvince } from '../played-province.ts'
import { DEMO_PASSWORD } from '../world/accounts.ts'
import { signIn } from '../world/client.ts'

const world = await freshProvince()
const { log, tenant } = world.program
const owner = connect({ connectionString: world.connectionString, role: 'owner', max: 2 })
afterAll(() => owner.close())
const asOwner = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => owner.transaction(work)
/** What was done is undone, so that each attack meets the same world. */
class Undone extends Error {}

const NAMES = ['Personne inventée', 'Enfant inventé', 'Récit confié', 'Note confiée']

test('no table, column or blob holds a name or a story, in clear, in base64 or in hexadecimal', async () => {
  const texts = await asOwner(async (tx) => {
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(tx)
    const found: string[] = []
    for (const { name } of tables.rows) {
      const rows = await sql<{ line: string }>`select one::text as line from ${sql.table(name)} as one`.execute(tx)
      found.push(...rows.rows.map((row) => row.line))
    }
    return found
  })
  expect(texts.length).toBeGreaterThan(1000)
  const all = texts.join('\n')
  for (const name of NAMES) {
    const bytes = Buffer.from(name, 'utf8')
    for (const spelled of [name, JSON.stringify(name).slice(1, -1), bytes.toString('hex')]) expect(all).not.toContain(spelled)
    // In base64 a text may begin at three places of a group.
    for (const before of ['', 'x', 'xx']) {
      const inner = Buffer.from(`${before}${name}`, 'utf8').toString('base64').slice(4, -6)
      expect(all).not.toContain(inner)
    }
  }
})

describe('who writes into the tables past the program', () => {
  test('adds himself to a case: the check of the read tables names the table', async () => {
    await asOwner((tx) =>
      sql`
        insert into case_member (tenant_id, case_id, account_id, organisation_id, member_as, vaults, joined_at)
        select tenant_id, case_id, ${randomUUID()}, organisation_id, 'worker', array['identity'], now() from case_row limit 1`.execute(tx),
    )
    const { differing } = await log.checkRebuild()
    expect(differing).toEqual([{ table: 'case_member', onlyLive: 1, onlyRebuilt: 0 }])
    await asOwner((tx) => sql`delete from case_member where joined_at > now() - interval '1 hour'`.execute(tx))
  })

  test('takes a look out of the record: the check names it, because the log has it', async () => {
    const before = await asOwner(async (tx) => (await sql<{ n: number }>`select count(*) as n from case_view`.execute(tx)).rows[0]?.n ?? 0)
    expect(before).toBeGreaterThan(0)
    await asOwner((tx) => sql`delete from case_view where view_id = (select view_id from case_view limit 1)`.execute(tx))
    const { differing } = await log.checkRebuild()
    expect(differing.map((one) => one.table)).toEqual(['case_view'])
    await log.rebuild()
    expect(await log.checkRebuild()).toMatchObject({ differences: 0 })
  })

  test('takes the look out of the log itself, triggers off: the chain is broken at that place', async () => {
    const outcome = asOwner(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`delete from log_event where position = (select min(position) from log_event where kind = 'case.viewed')`.execute(tx)
      throw new Undone()
    })
    await expect(outcome).rejects.toBeInstanceOf(Undone)
    const at = await asOwner(
      async (tx) =>
        (await sql<{ position: number }>`select min(position) as position from log_event where kind = 'case.viewed'`.execute(tx)).rows[0]
          ?.position ?? 0,
    )
    await asOwner(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`update log_event set payload = jsonb_set(payload, '{what}', '"printed"') where position = ${at}`.execute(tx)
    })
    expect(await log.verify(tenant)).toMatchObject({ ok: false })
    await log.rebuild()
  })

  test('opens no box with the key of a record: it lies sealed under a secret that is not in the database', async () => {
    const keys = await asOwner(async (tx) => (await sql<{ wrapped: Uint8Array }>`select wrapped from case_record_key`.execute(tx)).rows)
    // Nonce, sealed key and tag: nothing of it is a key.
    for (const { wrapped } of keys) expect(wrapped.length).toBe(12 + 32 + 16)
  })

  test('puts a key of his own under a colleague: the check names the table', async () => {
    await asOwner((tx) =>
      sql`update personal_key set public_key = 'age1' || repeat('q', 58) where account_id = (select min(account_id) from personal_key)`.execute(
        tx,
      ),
    )
    const { differing } = await log.checkRebuild()
    expect(differing.map((one) => one.table)).toEqual(['personal_key'])
    await log.rebuild()
  })
})

describe('who puts a public key of his own under a vault', () => {
  test('has nothing of it served to anybody who reads the case, and the check names each case', async () => {
    const mine = `age1${'q'.repeat(58)}`
    const check = () => world.program.modules.cases.check()
    const swapped = await asOwner(async (tx) => {
      await sql`create table kept_halves as select * from case_vault_key`.execute(tx)
      return (
        await sql<{ of: string }>`update case_vault_key set public_key = ${mine} where vault = 'identity' returning case_id as of`.execute(
          tx,
        )
      ).rows
    })
    expect(swapped.length).toBeGreaterThan(0)
    const http = await world.program.createHttp(({ error }) => {
      throw error
    })
    try {
      const worker = await signIn(http, 'caseworker@demo.chanzo.example', DEMO_PASSWORD)
      const served: unknown[] = []
      for (const { of } of swapped)
        for (const path of [`/api/cases/${of}`, `/api/cases/${of}/texts/identity`]) {
          const answer = await worker.get(path)
          if (answer.status === 200) served.push(answer.body)
        }
      expect(served.length).toBeGreaterThan(0)
      expect(JSON.stringify(served)).toContain('age1')
      expect(JSON.stringify(served)).not.toContain(mine)
    } finally {
      await http.close()
    }
    const named = (await check()).filter((one) => one.fault === 'public-key-not-from-record').map((one) => one.where)
    expect(named.toSorted()).toEqual([...new Set(swapped.map((one) => one.of))].toSorted())
    await asOwner(async (tx) => {
      await sql`update case_vault_key k set public_key = o.public_key from kept_halves o
        where o.tenant_id = k.tenant_id and o.case_id = k.case_id and o.vault = k.vault and o.generation = k.generation`.execute(tx)
      await sql`drop table kept_halves`.execute(tx)
    })
    expect((await check()).filter((one) => one.fault === 'public-key-not-from-record')).toEqual([])
  })
})

describe('a connection of the program that did not enter as anybody', () => {
  const PROTECTED = [
    ...[
      'case_record_key',
      'case_member',
      'case_row',
      'case_text',
      'case_referral',
      'case_view',
      'case_package',
      'case_released',
      'case_tally',
      'case_kept_key',
    ],
    ...['case_vault_wrap', 'case_vault_share', 'case_handover', 'case_handover_wrap'],
  ]
  test.each(PROTECTED)('sees no row of %s', async (table) => {
    const rows = await world.program.database.read(async (tx) => (await sql`select * from ${sql.table(table)}`.execute(tx)).rows)
    expect(rows).toEqual([])
    const policies = await asOwner(
      async (tx) =>
        (await sql<{ forced: boolean }>`select relforcerowsecurity as forced from pg_class where oid = ${table}::regclass`.execute(tx))
          .rows,
    )
    expect(policies).toEqual([{ forced: true }])
  })
})
