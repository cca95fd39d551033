// The door of the embedded database: one PostgreSQL per data folder, shared by every Chanzo process that uses
// that folder. Whoever comes first starts it, whoever comes later adopts it, whoever leaves last stops it; a
// server left behind by a killed process is adopted by the next one, which then answers for it. This file knows
// nothing of schemas, roles or migrations: it hands out a superuser's address and no more.
import { binariesOf, provideBinaries } from './binaries.ts'
import { checkDataFolder, describeDataFolder, openDataFolder, readPassword, type DataFolder } from './data-folder.ts'
import { LaunchFault } from './launch-fault.ts'
import { withLaunchLock } from './launch-lock.ts'
import { launchServer } from './launch-server.ts'
import { countLeases, giveBackLease, takeLease } from './leases.ts'
import { ensureCluster } from './make-cluster.ts'
import { awaitRunning, connectionString, isAlive, stopPostmaster, type Postmaster } from './postmaster.ts'
import { turnServerLog } from './server-log.ts'

export interface EmbeddedPostgresOptions {
  /** Belongs to the launcher alone; made when missing. */
  readonly dataDir: string
  /** Takes sentences for the person at the terminal. */
  readonly log?: (sentence: string) => void
  /** Fixed port; left out, a free one is taken, the last one if possible. */
  readonly port?: number
  /** How long a start or a stop may take. A crash recovery counts as starting. */
  readonly patienceMs?: number
  /** Called once if the server ends although nobody asked for it. Starting again repairs it. */
  readonly onLost?: (fault: LaunchFault) => void
  /** Folder `native/` with the PostgreSQL programs; left out, that of the installed npm package. */
  readonly native?: string
}

export interface EmbeddedPostgres {
  /** Superuser, database `postgres`, loopback only. */
  readonly connectionString: string
  readonly port: number
  /** True when the server was already running, started by another process or left behind by one. */
  readonly adopted: boolean
  /** Leaves; stops the server if no other Chanzo process uses it. Close your connections first. */
  stop(): Promise<void>
}

const defaultPatienceMs = 120_000

/** Starts or adopts the database of a folder. Throws a `LaunchFault` whose message is one sentence for the person. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const path = checkDataFolder(options.dataDir)
  return withLaunchLock(path, options.patienceMs ?? defaultPatienceMs, async () => {
    const folder = openDataFolder(path)
    const lease = takeLease(path)
    try {
      return await startOrAdopt(folder, options, lease)
    } catch (thrown) {
      giveBackLease(lease)
      throw thrown
    }
  })
}

/** The folder's running database, or undefined. Takes no lease: use it to look, not to work. */
export async function findRunning(dataDir: string): Promise<{ connectionString: string; port: number } | undefined> {
  const folder = describeDataFolder(dataDir)
  const running = folder === undefined ? undefined : await awaitRunning(folder, defaultPatienceMs)
  if (folder === undefined || running === undefined) return undefined
  return { connectionString: connectionString(folder, running.port), port: running.port }
}

async function startOrAdopt(folder: DataFolder, options: EmbeddedPostgresOptions, lease: string): Promise<EmbeddedPostgres> {
  const patienceMs = options.patienceMs ?? defaultPatienceMs
  const running = await awaitRunning(folder, patienceMs)
  if (running !== undefined) {
    const watch = watchAdopted(folder, running, options)
    return handOut({ folder, server: running, adopted: true, lease, patienceMs, endWatch: watch })
  }
  const binaries = provideBinaries(binariesOf(options.native), folder.serverUser)
  options.log?.('Starting the database.')
  if (await ensureCluster(folder, binaries)) options.log?.(`Made a new database in ${folder.path}.`)
  // Without its password nobody could use the server, nor stop it in order: better not to start it.
  readPassword(folder)
  const server = await launchServer(folder, { binaries, port: options.port, patienceMs })
  const onExit = (): void => options.onLost?.(lost(folder, server.pid))
  server.child.once('exit', onExit)
  const endTurns = turnLogHourly(folder)
  const endWatch = (): void => {
    endTurns()
    server.child.off('exit', onExit)
  }
  return handOut({ folder, server, adopted: false, lease, patienceMs, endWatch })
}

interface Holding {
  readonly folder: DataFolder
  readonly server: Postmaster
  readonly adopted: boolean
  readonly lease: string
  readonly patienceMs: number
  readonly endWatch: () => void
}

function handOut(holding: Holding): EmbeddedPostgres {
  const { folder, server, adopted } = holding
  let leaving: Promise<void> | undefined
  return {
    connectionString: connectionString(folder, server.port),
    port: server.port,
    adopted,
    stop: () => (leaving ??= leave(holding)),
  }
}

async function leave(holding: Holding): Promise<void> {
  const { folder, server, lease, patienceMs } = holding
  holding.endWatch()
  await withLaunchLock(folder.path, patienceMs, async () => {
    giveBackLease(lease)
    if (countLeases(folder.path) === 0) await stopPostmaster(folder, server.pid, Math.min(patienceMs, 30_000))
  })
}

/** An adopted server is not our child, so its end is noticed by looking once a second. */
function watchAdopted(folder: DataFolder, server: Postmaster, options: EmbeddedPostgresOptions): () => void {
  const endTurns = turnLogHourly(folder)
  const look = setInterval(() => {
    if (isAlive(folder, server.pid)) return
    clearInterval(look)
    options.onLost?.(lost(folder, server.pid))
  }, 1_000).unref()
  return () => {
    endTurns()
    clearInterval(look)
  }
}

function turnLogHourly(folder: DataFolder): () => void {
  const timer = setInterval(() => turnServerLog(folder.logFile), 3_600_000).unref()
  return () => clearInterval(timer)
}

function lost(folder: DataFolder, pid: number): LaunchFault {
  return new LaunchFault('server-died', { folder: folder.path, detail: `process ${pid} is gone` })
}
