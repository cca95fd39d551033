/*
The importer on a real database with the whole program: twice, killed in the middle, and with people's corrections, which amend. What the
read tables of sites say of the visits is tested there; here they must only be what a rebuild makes of the log.
*/
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../test/database.ts'
import { sharedFile } from '../../../../test/shared-data.ts'
import { startOf } from '../../../kernel/calendar.ts'
import { uuidV7 } from '../../../kernel/ids.ts'
import { asId } from '../../../kernel/schema.ts'
import { typedFile, typedRow } from '../typed-file.ts'
import type { CorrectSpelling } from '../spelling-correction.ts'
import { spellingAggregate } from './aggregate.ts'
import { type HouseForImport, importIpisFile } from './import-into-log.ts'
import { listSpellings, readSpellingTable } from './spelling-table.ts'

const actor = { account: '019aa0c2-1111-7000-8000-000000000001', organisation: null, role: null }
const path = sharedFile('data/ipis/cod_mines_curated_all_opendata_p_ipis.csv')
// Two imports and more: on a machine that does other work beside, this takes a while.
const PATIENT = { timeout: 300_000 }
const folder = mkdtempSync(join(tmpdir(), 'chanzo-ipis-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const typed = await freshDatabase()
const real = await freshDatabase()
const killed = await freshDatabase()
const houseOf = ({ program }: typeof typed): HouseForImport => ({
  database: program.database,
  log: program.log,
  tenant: program.tenant,
  clock: program.clock,
  actor,
})
/** Events by kind, and the ids of all. */
async function contentOf({ program }: typeof typed) {
  const counted = await program.database.read((tx) =>
    sql<{
      kind: string
      times: number
    }>`select kind, count(*)::integer as times from log_event where kind like 'site.%' group by kind order by kind`.execute(tx),
  )
  const ids = await program.database.read((tx) =>
    sql<{
      all: string
    }>`select md5(string_agg(id::text || payload::text, ',' order by id)) as all from log_event where kind like 'site.%'`.execute(tx),
  )
  return { kinds: Object.fromEntries(counted.rows.map((row) => [row.kind, row.times])), fingerprint: ids.rows[0]?.all }
}

test('a spelling that an import notices waits in the table, and a correction counts for the next import', async () => {
  const house = houseOf(typed)
  const file = join(folder, 'typed.csv')
  writeFileSync(file, typedFile([typedRow({ vid: '1', mineral1: 'Kimberlite' })]))
  expect(await importIpisFile(house, { file, dryRun: true })).toMatchObject({ ok: true, value: { visits: 1, observationsAdded: 0 } })
  expect(await importIpisFile(house, { file, dryRun: false })).toMatchObject({
    ok: true,
    value: { visits: 1, unknownSpellings: [{ asWritten: 'Kimberlite' }] },
  })
  const find = async () =>
    (await house.database.read((tx) => listSpellings(tx, house.tenant))).find((one) => one.asWritten === 'Kimberlite')
  const noticed = await find()
  expect(noticed).toMatchObject({ kind: 'mineral', origin: 'noticed', meaning: null })

  await correct(typed, 'Kimberlite', { meaning: 'Ta', reason: 'faute de frappe' })
  expect(await find()).toMatchObject({ origin: 'corrected', meaning: 'Ta', reason: 'faute de frappe', correctedBy: actor.account })

  expect((await house.database.read((tx) => readSpellingTable(tx, house.tenant))).spellings.filter((one) => one.waiting)).toMatchObject([
    { asWritten: 'Kimberlite', visits: 1, waiting: 1 },
  ])
  expect(await importIpisFile(house, { file, dryRun: false })).toMatchObject({
    ok: true,
    value: { visits: 1, alreadyKnown: 1, amended: 1, observationsAdded: 3 },
  })
  const { rows: visits } = await house.database.read((tx) =>
    sql<{ mineral: string; why: string | null }>`select content #>> '{observed,minerals,0,mineral}' as mineral, void_reason as why
      from site_visit order by void_reason nulls last`.execute(tx),
  )
  expect(visits).toEqual([
    { mineral: 'other', why: 'Graphie corrigée / spelling corrected: « Kimberlite » = Ta (other)' },
    { mineral: 'Ta', why: null },
  ])
  expect((await house.database.read((tx) => sql`select minerals from site`.execute(tx))).rows).toEqual([{ minerals: ['Ta'] }])
  expect(await importIpisFile(house, { file, dryRun: false })).toMatchObject({ ok: true, value: { amended: 0, observationsAdded: 0 } })
  expect(await house.database.read((tx) => readSpellingTable(tx, house.tenant))).toMatchObject({
    spellings: expect.arrayContaining([expect.objectContaining({ asWritten: 'Kimberlite', visits: 1, waiting: 0 })]),
  })
  expect(await house.log.checkRebuild()).toMatchObject({ differences: 0 })

  writeFileSync(file, typedFile([typedRow({ vid: '2', mineral1: 'kimberlite' })]))
  expect(await importIpisFile(house, { file, dryRun: false })).toMatchObject({ ok: true, value: { visits: 1, unknownSpellings: [] } })
})

test.skipIf(path === null)(
  'the whole real file goes in, well under a minute, a second import changes nothing, and the log verifies',
  PATIENT,
  async () => {
    const house = houseOf(real)
    const file = path ?? ''
    const first = await importIpisFile(house, { file, dryRun: false })
    expect(first).toMatchObject({ ok: true, value: { visits: 6955, sites: 3409, rowsRejected: 0, alreadyKnown: 0 } })
    expect(first.ok && first.value.seconds).toBeLessThan(60)
    const content = await contentOf(real)
    expect(content.kinds).toEqual({
      'site.registered': 3409,
      'site.visited': 5593,
      'site.qualification-reported': 934,
      'site.traceability-reported': 1203,
    })
    expect(await importIpisFile(house, { file, dryRun: false })).toMatchObject({
      ok: true,
      value: { visits: 6955, alreadyKnown: 6955, observationsAdded: 0 },
    })
    expect(await contentOf(real)).toEqual(content)
    expect(await house.log.verify(house.tenant)).toMatchObject({ ok: true })
  },
)

test.skipIf(path === null)('kill -9 in the middle of an import and an import again give what one import gives', PATIENT, async () => {
  const file = path ?? ''
  for (const rows of [1000, 3500]) await importUntilKilled(killed.connectionString, file, rows)
  const half = await contentOf(killed)
  expect(half.kinds['site.visited']).toBeGreaterThan(1000)
  expect(half.kinds['site.visited']).toBeLessThan(5593)
  expect(await importIpisFile(houseOf(killed), { file, dryRun: false })).toMatchObject({
    ok: true,
    value: { visits: 6955, sites: 3409, rowsRejected: 0 },
  })
  expect(await contentOf(killed)).toEqual(await contentOf(real))
  expect(await killed.program.log.verify(killed.program.tenant)).toMatchObject({ ok: true })
  expect(await killed.program.log.checkRebuild()).toMatchObject({ differences: 0 })
})

test.skipIf(path === null)(
  'a correction amends the real file, also through kill -9, and the same import again changes nothing',
  PATIENT,
  async () => {
    const file = path ?? ''
    for (const house of [real, killed]) await correct(house, 'Cassitérite', { meaning: 'Sn+Ta', reason: 'essai' })
    const once = await importIpisFile(houseOf(real), { file, dryRun: false })
    expect(once).toMatchObject({ ok: true, value: { visits: 6955, alreadyKnown: 6955, rowsRejected: 0 } })
    const written = await real.program.database.read((tx) =>
      sql<{ times: number }>`select count(distinct payload #>> '{source,reference}')::integer as times from log_event
      where payload #> '{observed,minerals}' @> '[{"asWritten": "Cassitérite"}]'`.execute(tx),
    )
    expect(once.ok && once.value.amended).toBe(written.rows[0]?.times)
    expect(once.ok && once.value.amended).toBeGreaterThan(500)
    for (const rows of [1000, 4000]) await importUntilKilled(killed.connectionString, file, rows)
    expect((await contentOf(killed)).kinds['site.fact-voided']).toBeLessThan((await contentOf(real)).kinds['site.fact-voided'] ?? 0)
    expect(await importIpisFile(houseOf(killed), { file, dryRun: false })).toMatchObject({ ok: true, value: { visits: 6955 } })
    expect(await contentOf(killed)).toEqual(await contentOf(real))
    expect(await importIpisFile(houseOf(killed), { file, dryRun: false })).toMatchObject({
      ok: true,
      value: { amended: 0, observationsAdded: 0 },
    })
    expect(await killed.program.log.checkRebuild()).toMatchObject({ differences: 0 })
  },
)

/** Somebody says what a written word means; throws when the table does not take it. */
async function correct({ program: { log, database, tenant } }: typeof typed, asWritten: string, command: CorrectSpelling): Promise<void> {
  const row = (await database.read((tx) => listSpellings(tx, tenant))).find((one) => one.asWritten === asWritten)
  const corrected = await log.execute({
    tenant,
    aggregate: spellingAggregate,
    subject: row?.id ?? '',
    command,
    context: async () => ({ row: row ?? null }),
    envelope: { id: asId('command', uuidV7(Date.parse(startOf('2026-11-21')), new Uint8Array(10))) },
    actor,
  })
  if (!corrected.ok) throw new Error(corrected.refusal.code)
}

/** Starts a child that imports, and kills it with SIGKILL once it has recorded `rows` rows. */
function importUntilKilled(connectionString: string, file: string, rows: number): Promise<void> {
  const script = fileURLToPath(new URL('../../../../test/import-ipis-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script, connectionString, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      if (
        text
          .toString()
          .split('\n')
          .some((line) => Number(line) >= rows)
      )
        child.kill('SIGKILL')
    })
    child.on('exit', (code, signal) => (signal === 'SIGKILL' ? resolve() : reject(new Error(`the child ended by itself with ${code}`))))
  })
}
