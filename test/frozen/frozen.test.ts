/*
What released versions wrote is still read: their logs verify and give read tables, their certificates verify, their rulebooks are what
they were. The folders beside this file are written once by tools/freeze-release.ts and never edited.
*/
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { publishedRulebooks } from '../../src/bin/published-rulebooks.ts'
import { anything, keyed, looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { verifyFile } from '../../src/modules/certificates/server/verify-file.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { freshDatabase } from '../database.ts'
import { FROZEN, releases } from './open-release.ts'

const Certificate = looseRecord({
  number: text(),
  code: text(5000),
  day: text(),
  trustList: anything(),
  revocationList: anything(),
})

test('there is a release to keep faith with', () => expect(releases.length).toBeGreaterThan(0))

describe.each(releases)('release $release', async ({ release, sites }) => {
  const world = await freshDatabase()
  const file = (name: string): Buffer => readFileSync(`${FROZEN}${release}/${name}`)

  test('its log is taken as it was written, verifies, and gives the same read tables twice', async () => {
    const rows = (content: string): string => `[${content.trim().split('\n').join(',')}]`
    const events = rows(gunzipSync(file('log.ndjson.gz')).toString('utf8'))
    const owner = connect({ connectionString: world.connectionString, role: 'owner', max: 1 })
    await owner.transaction(async (tx) => {
      await sql`insert into log_event select * from jsonb_populate_recordset(null::log_event, ${events}::jsonb)`.execute(tx)
      await sql`insert into log_server_key select * from jsonb_populate_recordset(null::log_server_key, ${rows(file('log-keys.ndjson').toString('utf8'))}::jsonb) on conflict do nothing`.execute(
        tx,
      )
      await sql`insert into log_head select tenant_id, position, hash, learned_at from (select distinct on (tenant_id) * from log_event order by tenant_id, position desc) as newest`.execute(
        tx,
      )
    })
    await owner.close()
    expect(await world.program.log.verify('cd')).toMatchObject({ ok: true })
    await world.program.log.rebuild()
    expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
    const found = await world.program.database.read((tx) =>
      sql<{
        sites: number
        lots: number
        certificates: number
      }>`select (select count(*) from site) as sites, (select count(*) from lot) as lots, (select count(*) from certificate) as certificates`.execute(
        tx,
      ),
    )
    expect(found.rows[0]).toMatchObject({ sites, lots: 15, certificates: 1 })
  })

  test('its certificate is genuine on the day it was made, by the lists of that day', async () => {
    const { code, day, trustList, revocationList } = mustParse(Certificate, JSON.parse(file('certificate.json').toString('utf8')))
    const lists = {
      trust: [{ document: trustList, rootKey: mustParse(looseRecord({ rootKey: text() }), trustList).rootKey }],
      revocations: [revocationList],
    }
    expect(await verifyFile(code, lists, day)).toMatchObject({ verdict: 'genuine', asOf: day })
  })

  test('its rulebooks are frozen: none that it published has changed or gone', () => {
    const then = mustParse(keyed(text()), JSON.parse(file('rulebooks.json').toString('utf8')))
    expect(publishedRulebooks()).toMatchObject(then)
  })
})
