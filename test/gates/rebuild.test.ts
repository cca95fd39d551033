import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { tablesOf } from '../../src/platform/log/rebuild.ts'
import { connect } from '../../src/platform/database/connect.ts'
import type { Tx } from '../../src/platform/database/transaction.ts'
import { freshProvince } from '../played-province.ts'

const world = await freshProvince()
/** Tables that the small world has no use for yet. */
const EMPTY_IN_THE_WORLD: readonly string[] = [
  'account_rest',
  'adopted_rulebook',
  'case_file_release',
  'case_handover',
  'case_stay',
  'certificate_use',
  'icglr_certificate',
  'icglr_inspection',
  'icglr_lot',
  'icglr_status',
  'ipis_spelling',
  'issuer_key',
  'ledger_tile',
  'number_block',
  'provisional_certificate',
  'second_factor_reset',
  // Nobody opened the name that is sealed there, changed its readers or asked for it.
  'secret_name_grant',
  'secret_name_look',
  'secret_name_notice',
  'secret_name_request',
  'site_traceability',
  'stock_derogation',
  'vault_recovery',
  'vault_recovery_gift',
  'vault_reopening',
]
const projections = world.program.modules.all.flatMap((one) => one.projections)

/** Tables about persons show the program nothing that it did not ask for as somebody. */
async function asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const owner = connect({ connectionString: world.connectionString, role: 'owner', max: 1 })
  try {
    return await owner.transaction(work)
  } finally {
    await owner.close()
  }
}

/** Every read table as text, rows in canonical order. */
async function snapshot(): Promise<string> {
  return asOwner(async (tx) => {
    const parts: string[] = []
    for (const table of tablesOf(projections)) {
      const rows = await sql<{ line: string }>`select one::text as line from ${sql.table(table)} as one order by 1`.execute(tx)
      parts.push(`${table}\n${rows.rows.map((row) => row.line).join('\n')}`)
    }
    return parts.join('\n\n')
  })
}

test('dropping the read tables and rebuilding gives the same tables, byte for byte', async () => {
  const before = await snapshot()
  expect(before.length).toBeGreaterThan(5000)
  await asOwner(async (tx) => {
    for (const table of tablesOf(projections)) await sql`delete from ${sql.table(table)}`.execute(tx)
  })
  expect(await snapshot()).not.toBe(before)
  await world.program.log.rebuild()
  expect(await snapshot()).toBe(before)
})

test('the check beside the live tables finds no difference, and the chain holds', async () => {
  expect(await world.program.log.checkRebuild()).toMatchObject({ differences: 0 })
  expect(await world.program.log.verify('cd')).toMatchObject({ ok: true })
})

test('every read table that a projection names is refilled by it: none stays empty in the world without being listed', async () => {
  const sizes = await asOwner(async (tx) => {
    const found: string[] = []
    for (const table of tablesOf(projections)) {
      const rows = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx)
      if (rows.rows[0]?.n === 0) found.push(table)
    }
    return found
  })
  expect(sizes.sort()).toEqual(EMPTY_IN_THE_WORLD)
})
