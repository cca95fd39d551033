import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/database.ts'
import { backup, restore } from './backup.ts'
import { connect } from './connect.ts'

const world = await freshDatabase()
const other = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'chanzo-backup-'))
const owners = [world, other].map(({ connectionString }) => connect({ connectionString, role: 'owner', max: 1 }))
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  for (const owner of owners) await owner.close()
})

test('photographs and papers are in a backup and come back byte for byte, the largest that are taken included', async () => {
  const [from, to] = owners
  if (!from || !to) throw new Error('no database')
  const files = [10_000_000, 9_999_999, 1, 3_000_000].map((bytes, index) => ({
    sha256: `${index}`.repeat(64),
    content: randomBytes(bytes),
  }))
  await from.transaction(async (tx) => {
    for (const { sha256, content } of files)
      await sql`insert into document values ('cd', ${sha256}, 'application/pdf', ${content.length}, ${content}, 'x', now(), now())`.execute(
        tx,
      )
  })
  const file = join(folder, 'all.backup')
  expect((await backup(from, file, { leaveOut: [], report: () => undefined })).rows).toBeGreaterThanOrEqual(files.length)
  await restore(to, file, () => undefined)
  const found = await to.read((tx) => sql<{ content: Buffer }>`select content from document order by sha256`.execute(tx))
  expect(found.rows.map((row, index) => row.content.equals(files[index]?.content ?? Buffer.alloc(0)))).toEqual([true, true, true, true])
})
