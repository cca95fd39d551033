/* Where something of a person could have come to lie: every table, the program's own file of everything, what the server said, files beside it, letters. */
import { execFile } from 'node:child_process'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createGunzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/connect.ts'
import type { Tx } from '../../src/platform/database/transaction.ts'
import { type Place, fileAt } from './sealed-search.ts'

const CLI = fileURLToPath(new URL('../../src/bin/cli.ts', import.meta.url))

/** Every table as its owner reads it: one place each, so that a find names it. Bytes stand in hexadecimal, as PostgreSQL writes them. */
export async function tablesIn(tx: Tx): Promise<readonly Place[]> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(
    tx,
  )
  const places: Place[] = []
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ line: string }>`select one::text as line from ${sql.table(name)} as one`.execute(tx)
    const text = Buffer.from(rows.map((row) => row.line).join('\n'))
    places.push({ name: `table ${name}`, pieces: () => [text] })
  }
  return places
}
export const tables = (owner: Database): Promise<readonly Place[]> => owner.read(tablesIn)

/** As an administrator writes it, unpacked. */
export async function backupOf(
  connectionString: string,
  { dataDir, file }: { readonly dataDir: string; readonly file: string },
): Promise<Place> {
  const env = { ...process.env, DATABASE_URL: connectionString }
  await promisify(execFile)(process.execPath, [CLI, 'backup', file, '--data', dataDir], { env })
  return { name: 'the file of the backup', pieces: () => createReadStream(file).pipe(createGunzip()) }
}

/** Keys, secrets and whatever else the server laid into its folder. */
export const filesUnder = (folder: string): readonly Place[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => fileAt(`file ${name}`, join(folder, name)))
