/* Whose hour in a team is over sees no file of the case in the database either, whatever a route would ask. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from '../../../../../test/database.ts'
import { newId } from '../../../../../test/world/client.ts'
import { enterCases } from '../record/store-scope.ts'

const { program } = await freshDatabase()
const { database, tenant } = program

test('a file and its pieces are there until the hour and not after it', async () => {
  const [guest, file] = [newId(), newId()]
  await database.transaction(async (tx) => {
    await enterCases(tx, { account: 'test', organisation: null, scope: 'record' })
    await sql`
      insert into case_row (tenant_id, case_id, organisation_id, case_type, state, opened_at, changed_at, version)
      values (${tenant}, 'lent', ${newId()}, 'forced-labour', 'draft', '2026-11-01T10:00:00Z', '2026-11-01T10:00:00Z', 1)`.execute(tx)
    await sql`
      insert into case_member (tenant_id, case_id, account_id, member_as, vaults, joined_at, until_at)
      values (${tenant}, 'lent', ${guest}, 'break-glass', '{identity}', '2026-11-21T08:00:00Z', '2026-11-21T10:00:00Z')`.execute(tx)
    await sql`
      insert into case_file (tenant_id, case_id, attachment_id, vault, sha256, bytes, by_account, at)
      values (${tenant}, 'lent', ${file}, 'identity', 'x', 3, ${newId()}, '2026-11-01T10:00:00Z')`.execute(tx)
    await sql`insert into case_file_part (tenant_id, case_id, attachment_id, at_byte, content) values (${tenant}, 'lent', ${file}, 0, 'abc')`.execute(
      tx,
    )
  })
  const seenAt = (now: string) =>
    database.read(async (tx) => {
      await enterCases(tx, { account: guest, organisation: null, scope: 'reader', now })
      const files = await sql`select 1 from case_file where attachment_id = ${file}`.execute(tx)
      const parts = await sql`select 1 from case_file_part where attachment_id = ${file}`.execute(tx)
      return [files.rows.length, parts.rows.length]
    })
  expect(await seenAt('2026-11-21T09:59:00.000Z')).toEqual([1, 1])
  expect(await seenAt('2026-11-21T10:01:00.000Z')).toEqual([0, 0])
})
