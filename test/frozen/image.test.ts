/*
A database that a released version left behind, with data in it, is taken over: the old image is restored under the migrations of its time, then
brought to those of today, and its read tables are made again. Without that last step they would lack what later versions keep.
*/
import { existsSync, readdirSync } from 'node:fs'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { FROZEN, openRelease, releases } from './open-release.ts'

test('every release has its image', () => {
  const found = readdirSync(FROZEN, { withFileTypes: true }).filter((one) => one.isDirectory())
  expect(found.map((one) => one.name)).toEqual(releases.map(({ release }) => release))
  for (const { release } of releases) expect(existsSync(`${FROZEN}${release}/database.backup`)).toBe(true)
})

describe.each(releases)('a database of release $release', (release) => {
  test('is migrated with its data in it, and its read tables then follow from its log', async () => {
    const { program, rows, replayed } = await openRelease(release)
    expect(rows).toBeGreaterThan(500)
    expect(replayed).toBeGreaterThan(100)
    expect(await program.log.bringReadTablesUpToDate('today', () => undefined)).toBeNull()
    expect(await program.log.checkRebuild()).toMatchObject({ differences: 0 })
    expect(await program.log.verify('cd')).toMatchObject({ ok: true })
    const counted = await program.database.read((tx) =>
      sql<{
        sites: number
        lots: number
        certificates: number
      }>`select (select count(*)::int from site) as sites, (select count(*)::int from lot) as lots, (select count(*)::int from certificate) as certificates`.execute(
        tx,
      ),
    )
    expect(counted.rows[0]).toMatchObject({ sites: release.sites, lots: 15, certificates: 1 })
    await program.close()
  })
})
