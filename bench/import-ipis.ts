/*
The whole IPIS file into the log and all read tables, beside the least that anybody would write: read the same file with the same
library and insert every row as it is, in the same number of commits. Without the real file an invented one of the same length is read.
*/
import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { sql } from 'kysely'
import { MIGRATIONS } from '../src/bin/opening.ts'
import { openProgram } from '../src/bin/program.ts'
import { importIpisFile } from '../src/exchange/ipis/server/import-into-log.ts'
import { typedFile, typedRow } from '../src/exchange/ipis/typed-file.ts'
import { type Database, connect } from '../src/platform/database/connect.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { passingKeyRing } from '../src/platform/keys/signer.ts'
import { sharedFile } from '../test/shared-data.ts'
import { type Benchmark, timed } from './benchmark.ts'

const ROWS = 6955
const ROWS_PER_COMMIT = 500
const actor = { account: '019a0000-0000-7000-8000-000000000001', organisation: null, role: null }

async function measure(folder: string) {
  const file = sharedFile('data/ipis/cod_mines_curated_all_opendata_p_ipis.csv') ?? inventedFile(folder)
  const embedded = await startEmbeddedPostgres({ dataDir: join(folder, 'data') })
  const { connectionString } = embedded
  const owner = connect({ connectionString, role: 'owner', max: 1 })
  await migrate(owner, readMigrations(MIGRATIONS))
  const program = await openProgram({
    connectionString,
    keys: passingKeyRing(),
    clock: () => new Date().toISOString(),
    tenant: 'cd',
    baseUrl: 'http://127.0.0.1:4870',
    secret: randomUUID(),
    demo: false,
  })
  try {
    const peer = await timed(() => insertBare(owner, file))
    const ours = await timed(() => importIpisFile({ ...program, actor }, { file, dryRun: false }))
    return { ours: ours / 1000, peer: peer / 1000, peerName: 'csv-parse and bare INSERT of the same rows', unit: 's', runs: 1 }
  } finally {
    await program.close()
    await owner.close()
    await embedded.stop()
  }
}

async function insertBare(database: Database, file: string): Promise<void> {
  await database.transaction((tx) => sql`create table bare_visit (row jsonb)`.execute(tx))
  let rows: unknown[] = []
  const flush = (): Promise<unknown> =>
    database.transaction((tx) => sql`insert into bare_visit select * from jsonb_array_elements(${JSON.stringify(rows)}::jsonb)`.execute(tx))
  for await (const row of createReadStream(file).pipe(parse({ columns: true, bom: true }))) {
    rows.push(row)
    if (rows.length < ROWS_PER_COMMIT) continue
    await flush()
    rows = []
  }
  await flush()
}

function inventedFile(folder: string): string {
  const file = join(folder, 'invented.csv')
  const rows = Array.from({ length: ROWS }, (_, index) => typedRow({ vid: String(index + 1), pcode: `codmine${90_000 + (index % 3409)}` }))
  if (!existsSync(file)) writeFileSync(file, typedFile(rows))
  return file
}

export const importIpis: Benchmark = {
  name: 'import-ipis',
  about: 'the IPIS file of 6,955 visits into log and read tables',
  measure: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chanzo-bench-'))
    try {
      return await measure(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
