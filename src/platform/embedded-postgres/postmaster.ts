// The running server of one cluster, seen from outside: is there one, is it really this folder's, and how is it
// asked to end. The witness is PostgreSQL's own postmaster.pid, which outlives its writer: after a crash its number
// may belong to nobody, to a zombie, or to a stranger, and PostgreSQL itself then refuses to start. So a number
// counts only if that process was started with our cluster's name, and a server only if it sees a file that we
// put into the folder (a copied folder brings its pid file along).
import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { readPassword, type DataFolder } from './data-folder.ts'
import { LaunchFault, systemCode } from './launch-fault.ts'
import { superuser } from './make-cluster.ts'
import { commandLine, parentOf, processState, processesNaming } from './process-identity.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
}

interface PidFile extends Postmaster {
  readonly status: string
}

/** Fast shutdown, then immediate, then none at all; each is given its share of the caller's patience. On Windows the first already ends the process. */
const stopSteps: readonly { name: NodeJS.Signals; share: number }[] = [
  { name: 'SIGINT', share: 1 },
  { name: 'SIGQUIT', share: 0.2 },
  { name: 'SIGKILL', share: 0.2 },
]

type Sight = 'ours' | 'another-folder' | 'wrong-password' | 'silent'

export function connectionString(folder: DataFolder, port: number): string {
  return `postgresql://${superuser}:${readPassword(folder)}@127.0.0.1:${port}/postgres`
}

/** The folder's own server once it accepts connections, or undefined when none is running. Waits while one is starting or stopping. */
export async function awaitRunning(folder: DataFolder, patienceMs: number): Promise<Postmaster | undefined> {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    const file = readPidFile(folder)
    if (file === undefined || !isAlive(folder, file.pid)) return undefined
    const sight = file.status === 'ready' ? await look(folder, file.port) : 'silent'
    if (sight === 'ours') return { pid: file.pid, port: file.port }
    if (sight === 'another-folder') return undefined
    if (sight === 'wrong-password') throw new LaunchFault('password-missing', { folder: folder.path, detail: 'the server refused it' })
    if (performance.now() > giveUpAt)
      throw new LaunchFault('server-unresponsive', { folder: folder.path, detail: `process ${file.pid}, ${file.status}` })
    await wait(20)
  }
}

/** True when the recorded number belongs to a living server of this cluster, as far as the system tells. */
export function isAlive(folder: DataFolder, pid: number): boolean {
  if (processState(pid) !== 'alive') return false
  const words = commandLine(pid)
  return words === undefined || words.includes(serverMark(folder))
}

/** What a server of this cluster has in its command line. */
function serverMark(folder: DataFolder): string {
  return `-c cluster_name=${folder.clusterName}`
}

export function readPidFile(folder: DataFolder): PidFile | undefined {
  try {
    const lines = readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    // The first line is negative for a server in single-user mode, which nobody can connect to.
    if (!Number.isInteger(pid) || pid <= 0) return undefined
    return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() }
  } catch {
    return undefined
  }
}

/**
 * Removes a pid file whose server is known to be gone. PostgreSQL would see to a dead number itself, but gives up
 * on a zombie or a stranger of the same user. Server processes that outlived their postmaster are still kept from
 * harm by its shared-memory check, which does not need this file.
 */
export function clearStalePidFile(folder: DataFolder): void {
  rmSync(join(folder.cluster, 'postmaster.pid'), { force: true })
}

/** The port of the last run, so that a restarted server is found where it was. */
export function lastPort(folder: DataFolder): number | undefined {
  try {
    const port = /"port=(\d+)"/.exec(readFileSync(join(folder.cluster, 'postmaster.opts'), 'utf8'))?.[1]
    return port === undefined ? undefined : Number(port)
  } catch {
    return undefined
  }
}

/**
 * Ends processes of this cluster whose postmaster is gone and that a long computation keeps from noticing. A copy of the
 * folder has the same name, so a process whose postmaster lives is not ours to end.
 */
export function endLeftovers(folder: DataFolder): void {
  for (const pid of processesNaming(`postgres: ${folder.clusterName}:`)) {
    const parent = parentOf(pid) ?? 0
    if (commandLine(parent)?.includes(serverMark(folder)) !== true) signal(pid, 'SIGQUIT')
  }
}

/** Asks the server to end, then insists. Whatever way it ends, no acknowledged row is lost. */
export async function stopPostmaster(folder: DataFolder, pid: number, patienceMs: number): Promise<void> {
  for (const { name, share } of stopSteps) {
    if (!isAlive(folder, pid)) return
    signal(pid, name)
    const until = performance.now() + patienceMs * share
    while (isAlive(folder, pid) && performance.now() < until) await wait(5)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (thrown) {
    if (systemCode(thrown) !== 'ESRCH') throw thrown
  }
}

async function look(folder: DataFolder, port: number): Promise<Sight> {
  const proof = `chanzo-proof-${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: connectionString(folder, port), connectionTimeoutMillis: 3_000, query_timeout: 3_000 })
  client.on('error', () => undefined)
  try {
    writeFileSync(join(folder.cluster, proof), '', { mode: 0o644 })
    await client.connect()
    const { rows } = await client.query<{ seen: boolean }>('select (pg_stat_file($1, true)).size is not null as seen', [proof])
    return rows[0]?.seen === true ? 'ours' : 'another-folder'
  } catch (thrown) {
    const code = systemCode(thrown)
    // Somebody else's server on that port knows nothing of our password; ours does, unless it was changed.
    if (code === '28P01') return 'wrong-password'
    return code === '53300' ? 'ours' : 'silent'
  } finally {
    rmSync(join(folder.cluster, proof), { force: true })
    await client.end().catch(() => undefined)
  }
}
