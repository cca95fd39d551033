/*
Opens what every command needs: the database (DATABASE_URL, or the embedded PostgreSQL of the data folder), migrated, and the
program on it. It turns what can be wrong around us into one sentence each. Several commands may work while the server runs.
*/
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { connect } from '../platform/database/connect.ts'
import { MigrationFault, migrate, readMigrations } from '../platform/database/migrate.ts'
import { LaunchFault } from '../platform/embedded-postgres/launch-fault.ts'
import { startEmbeddedPostgres } from '../platform/embedded-postgres/start-embedded-postgres.ts'
import { openKeyRing, writeOnce } from '../platform/keys/signer.ts'
import { ClockFault } from '../platform/log/clock-guard.ts'
import { EXIT, type OptionValues, SurroundingsFault } from './command.ts'
import { type Program, type ProgramOptions, openProgram } from './program.ts'
import type { Terminal } from './terminal.ts'
import { version } from './version.ts'

const DAY = 86_400_000

export interface Opened {
  readonly program: Program
  readonly options: Omit<ProgramOptions, 'clock' | 'demo'>
  readonly connectionString: string
  readonly dataDir: string
  readonly close: () => Promise<void>
}

export const MIGRATIONS = new URL('../../migrations/', import.meta.url)
/** Names what this program makes of the log: a release, or a migration on the way to one, may keep more of an event. */
export const READ_TABLES = `${version}/${readMigrations(MIGRATIONS).at(-1)?.name ?? ''}`
export const TENANT = process.env['CHANZO_TENANT'] ?? 'cd'

/** Opens the database only, for backup and restore; `connectionString` is the owner's. */
export async function openDatabase(
  options: OptionValues,
  terminal: Terminal,
  mayBeNew = false,
): Promise<{ connectionString: string; dataDir: string; close: () => Promise<void> }> {
  const dataDir = dataDirOf(options, mayBeNew || process.env['DATABASE_URL'] !== undefined)
  const given = process.env['DATABASE_URL']
  try {
    const embedded = given
      ? null
      : await startEmbeddedPostgres({
          dataDir: join(dataDir, 'postgres'),
          log: (line) => terminal.say(line),
          onLost: (fault) => endWithout(fault, terminal),
        })
    const connectionString = given ?? embedded?.connectionString ?? ''
    await migrateAll(connectionString, terminal)
    return { connectionString, dataDir, close: async () => embedded?.stop() }
  } catch (error) {
    throw surroundingsOf(error, dataDir)
  }
}

export async function open(
  options: OptionValues,
  terminal: Terminal,
  more: { readonly baseUrl?: string; readonly demo?: boolean; readonly mayBeNew?: boolean; readonly daysAhead?: number } = {},
): Promise<Opened> {
  const opened = await openDatabase(options, terminal, more.mayBeNew ?? false)
  const { connectionString, dataDir } = opened
  const parts = {
    connectionString,
    keys: openKeyRing(join(dataDir, 'keys')),
    tenant: TENANT,
    baseUrl: more.baseUrl ?? process.env['CHANZO_URL'] ?? 'http://127.0.0.1:4870',
    secret: secretIn(dataDir),
  }
  const daysAhead = more.daysAhead ?? 0
  const clock = (): string => new Date(Date.now() + daysAhead * DAY).toISOString()
  const program = await openProgram({ ...parts, clock, demo: more.demo ?? false, daysAhead, simulatedClock: daysAhead > 0 })
  const replayed = await program.log.bringReadTablesUpToDate(READ_TABLES, (done, total) => terminal.progress('Replaying', done, total))
  if (replayed !== null && replayed > 0) terminal.say(`The read tables were made again for this version, from ${replayed} events.`)
  const close = async (): Promise<void> => {
    await program.close()
    await opened.close()
  }
  return { program, options: parts, connectionString, dataDir, close }
}

/** The database ended under us: what was acknowledged is in it, so the clean thing is to say so and stop; the next start recovers. */
function endWithout(fault: LaunchFault, terminal: Terminal): void {
  terminal.say(fault.message)
  process.exit(EXIT.surroundings)
}

async function migrateAll(connectionString: string, terminal: Terminal): Promise<void> {
  const owner = connect({ connectionString, role: 'owner', max: 1 })
  try {
    const all = readMigrations(MIGRATIONS)
    const placeOf = (name: string): number => all.findIndex((one) => one.name === name) + 1
    await migrate(owner, all, (name) => terminal.progress('Preparing the database', placeOf(name), all.length))
  } finally {
    await owner.close()
  }
}

function dataDirOf(options: OptionValues, mayBeNew: boolean): string {
  const dataDir = resolve(typeof options['data'] === 'string' ? options['data'] : '.data')
  if (!mayBeNew && !existsSync(dataDir))
    throw new SurroundingsFault(`There is no data folder ${dataDir}. Check --data DIR; npm start or chanzo serve makes a new one.`)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o755 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new SurroundingsFault(
      `The data folder ${dataDir} cannot be read or written by this user; choose another with --data DIR or change its owner.`,
    )
  }
  return dataDir
}

/** The secret that signs session cookies; made once, kept beside the keys. */
function secretIn(dataDir: string): string {
  const file = join(dataDir, 'keys', 'session.secret')
  if (!existsSync(file)) writeOnce(file, `${randomBytes(32).toString('base64url')}\n`)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32)
    throw new SurroundingsFault(
      `${file} is too short to be a secret; put it back from your copy of the keys, or remove it and everybody signs in again.`,
    )
  return secret
}

function surroundingsOf(error: unknown, dataDir: string): unknown {
  if (error instanceof LaunchFault) return new SurroundingsFault(error.message)
  if (error instanceof ClockFault)
    return new SurroundingsFault(`The clock of this machine is not right: ${error.message}. Set it and start again; nothing was written.`)
  if (error instanceof MigrationFault) return new SurroundingsFault(migrationSentence(error))
  if (error instanceof pg.DatabaseError && error.code === '53100')
    return new SurroundingsFault(`The disk that holds ${dataDir} is full; free some space and start again. Nothing was damaged.`)
  if (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ECONNREFUSED' || error.code === 'ENOTFOUND' || error.code === '28P01' || error.code === '3D000')
  ) {
    return new SurroundingsFault(
      `The database named by DATABASE_URL does not answer (${String(error.code)}); check its address, its password and that it runs.`,
    )
  }
  return error
}

function migrationSentence(fault: MigrationFault): string {
  if (fault.code === 'newer-database')
    return `This database was written by a newer Chanzo (version ${fault.facts['database']}, this program knows ${fault.facts['program']}); update the program. Nothing was changed.`
  if (fault.code === 'server-too-old')
    return `Chanzo needs PostgreSQL 15 or newer; this server is ${fault.facts['found']}. Nothing was changed.`
  return `The migration ${fault.facts['name']} was changed after it was applied to this database; restore the released file. Nothing was changed.`
}
