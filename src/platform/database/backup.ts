/*
One file with everything in the database: gzipped lines of JSON, a header, then each table in the order of its foreign keys.
Plain on purpose: it can be read in thirty years without this program, and restored into any PostgreSQL that has the same
migrations. Private keys are not in it; they stay in the data folder and are copied by hand (docs/guide/operator.md).
*/
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { StringDecoder } from 'node:string_decoder'
import { createGunzip, createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { type Infer, count, exactly, keyed, listOf, mustParse, parse, record, text } from '../../kernel/schema.ts'
import type { Database } from './connect.ts'
import type { Tx } from './transaction.ts'

const Header = record({ format: exactly('chanzo-backup-v1'), version: count(), tables: listOf(text()), rows: keyed(count()) })
type Header = Infer<typeof Header>
export class BackupFault extends Error {
  readonly code: 'not-a-backup' | 'other-version' | 'not-empty' | 'cut-short'
  constructor(code: BackupFault['code'], detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.code = code
  }
}
type Report = (done: number, total: number) => void
const PAGE = 500
/** Rows with files in them are many megabytes each: they go one by one, and are restored before more of them gather. */
const MOST_GATHERED = 8_000_000

/** Tables whose rows stay behind: whoever finds the file must not be signed in by it. */
export interface BackupOptions {
  readonly leaveOut: readonly string[]
  readonly report: Report
}

/** Writes to a temporary name and renames at the end: a crash leaves no file that looks whole. One consistent moment. */
export async function backup(
  owner: Database,
  file: string,
  { leaveOut, report }: BackupOptions,
): Promise<{ tables: number; rows: number }> {
  const waiting = `${file}.part`
  try {
    const done = await owner.read(async (tx) => {
      const header = await readHeader(tx, leaveOut)
      const total = Object.values(header.rows).reduce((sum, one) => sum + one, 0)
      await pipeline(
        Readable.from(lines(tx, header, (at) => report(at, total))),
        createGzip(),
        createWriteStream(waiting, { mode: 0o600, flush: true }),
      )
      return { tables: header.tables.length, rows: total }
    })
    await rename(waiting, file)
    return done
  } finally {
    await rm(waiting, { force: true })
  }
}

/** Fills an empty, migrated database in one transaction; refuses one that already holds events. */
export async function restore(owner: Database, file: string, report: Report): Promise<{ tables: number; rows: number }> {
  let done = { tables: 0, rows: 0 }
  try {
    await owner.transaction((tx) =>
      pipeline(createReadStream(file), createGunzip(), async (source) => {
        done = await fill(tx, linesOf(source), report)
      }),
    )
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_'))
      throw new BackupFault(error.code === 'Z_BUF_ERROR' ? 'cut-short' : 'not-a-backup')
    throw error
  }
  return done
}

/** Lines of a stream of bytes; ours alone to read, so a refusal half-way ends it without a word from the stream. */
async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  // Joined only where a line ends: the line of a file is many thousand chunks long.
  let begun: string[] = []
  for await (const chunk of source) {
    const [first = '', ...others] = decoder.write(chunk).split('\n')
    begun.push(first)
    for (const next of others) {
      yield begun.join('')
      begun = [next]
    }
  }
  const rest = begun.join('')
  if (rest !== '') yield rest
}

async function fill(tx: Tx, input: AsyncIterable<string>, report: Report): Promise<{ tables: number; rows: number }> {
  let header: Header | null = null
  let total = 0
  let done = 0
  let table = ''
  let rows: string[] = []
  let gathered = 0
  const flush = async (): Promise<void> => {
    await insertRows(tx, table, rows)
    done += rows.length
    report(done, total)
    rows = []
    gathered = 0
  }
  for await (const line of input) {
    if (!header) {
      const first = parse(Header, parseLine(line))
      if (!first.ok) throw new BackupFault('not-a-backup')
      header = first.value
      total = Object.values(header.rows).reduce((sum, one) => sum + one, 0)
      await refuseUnlessFit(tx, header)
      continue
    }
    const at = line.indexOf('\t')
    if (line.slice(0, at) !== table || rows.length >= PAGE || gathered >= MOST_GATHERED) {
      await flush()
      table = line.slice(0, at)
    }
    if (!header.tables.includes(table)) throw new BackupFault('not-a-backup')
    rows.push(line.slice(at + 1))
    gathered += line.length
  }
  await flush()
  if (!header || done !== total) throw new BackupFault('cut-short', `${done} of ${total} rows`)
  return { tables: header.tables.length, rows: done }
}

function parseLine(line: unknown): unknown {
  if (typeof line !== 'string') return null
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

async function readHeader(tx: Tx, leaveOut: readonly string[]): Promise<Header> {
  const tables = (await tablesInOrder(tx)).filter((table) => !leaveOut.includes(table))
  const rows: Record<string, number> = {}
  for (const table of tables) {
    const found = await sql<{ n: number }>`select count(*) as n from ${sql.id('public', table)}`.execute(tx)
    rows[table] = found.rows[0]?.n ?? 0
  }
  return mustParse(Header, { format: 'chanzo-backup-v1', version: await databaseVersion(tx), tables, rows })
}

async function* lines(tx: Tx, header: Header, report: (done: number) => void): AsyncGenerator<string> {
  yield `${JSON.stringify(header)}\n`
  let done = 0
  const large = await tablesWithFiles(tx)
  for (const table of header.tables) {
    const most = large.has(table) ? 1 : PAGE
    await sql`declare backup_rows no scroll cursor for select to_jsonb(one)::text as line from ${sql.id('public', table)} as one`.execute(
      tx,
    )
    for (;;) {
      const page = await sql<{ line: string }>`fetch ${sql.raw(String(most))} from backup_rows`.execute(tx)
      for (const row of page.rows) yield `${table}\t${row.line}\n`
      done += page.rows.length
      report(done)
      if (page.rows.length < most) break
    }
    await sql`close backup_rows`.execute(tx)
  }
}

/** Tables with a column that the migrations keep apart and uncompressed, which is where files are. */
async function tablesWithFiles(tx: Tx): Promise<ReadonlySet<string>> {
  const found = await sql<{
    name: string
  }>`select distinct c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relkind = 'r' and a.attnum > 0 and a.attstorage = 'e' and c.relnamespace = 'public'::regnamespace`.execute(
    tx,
  )
  return new Set(found.rows.map((one) => one.name))
}

/** Every table of the program but the list of migrations, those that others refer to first. */
async function tablesInOrder(tx: Tx): Promise<readonly string[]> {
  const names = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration' order by tablename`.execute(tx)
  const links = await sql<{
    child: string
    parent: string
  }>`select c.relname as child, p.relname as parent from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid where k.contype = 'f' and c.relname <> p.relname`.execute(
    tx,
  )
  const ordered: string[] = []
  const visit = (name: string): void => {
    if (ordered.includes(name)) return
    for (const link of links.rows) if (link.child === name) visit(link.parent)
    if (!ordered.includes(name)) ordered.push(name)
  }
  for (const { name } of names.rows) visit(name)
  return ordered
}

async function refuseUnlessFit(tx: Tx, header: Header): Promise<void> {
  const version = await databaseVersion(tx)
  if (version !== header.version)
    throw new BackupFault('other-version', `the file is of version ${header.version}, the database of ${version}`)
  const events = await sql<{ n: number }>`select count(*) as n from log_event`.execute(tx)
  if ((events.rows[0]?.n ?? 0) > 0) throw new BackupFault('not-empty')
  for (const table of [...header.tables].reverse()) if (table !== 'log_event') await sql`delete from ${sql.id('public', table)}`.execute(tx)
}

async function insertRows(tx: Tx, table: string, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into ${sql.id('public', table)} select * from jsonb_populate_recordset(null::${sql.id('public', table)}, ${`[${rows.join(',')}]`}::jsonb)`.execute(
    tx,
  )
}

async function databaseVersion(tx: Tx): Promise<number> {
  const found = await sql<{ newest: number }>`select coalesce(max(version), 0) as newest from schema_migration`.execute(tx)
  return found.rows[0]?.newest ?? 0
}
