/*
What the launcher's tests share: folders that go away afterwards together with whatever still runs in them, the crash witness as
a child process, and questions about processes. Only tests import it.
*/
import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { commandLine } from './process-identity.ts'
import { chooseServerUser, type ServerUser } from './server-user.ts'
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'

export const isRoot = process.getuid?.() === 0
const witnessProgram = fileURLToPath(new URL('crash-witness.ts', import.meta.url))
const folders: string[] = []
const witnesses: Witness[] = []

export interface Witness {
  readonly process: ChildProcessByStdio<Writable, Readable, null>
  readonly ended: Promise<void>
  /** What the database acknowledged to it. */
  acknowledged(): number[]
  /** The first thing it says: how it came to the database, or why not. */
  report(): Promise<string>
}

/** A new empty folder, closed to everybody else; as root it belongs to root, like a folder that `npm start` makes. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-launcher-'))
  folders.push(folder)
  return folder
}

let made: string | undefined

/** A folder with a database in it, copied from one that is made once: making one takes longer than most of what is tested here. */
export async function newDatabaseFolder(): Promise<string> {
  if (made === undefined) {
    made = join(mkdtempSync(join(tmpdir(), 'chanzo-launcher-')), 'data')
    await (await startEmbeddedPostgres({ dataDir: made })).stop()
  }
  const copy = join(newFolder(), 'data')
  spawnSync('cp', ['-a', made, copy])
  return copy
}

/** Call after all tests of a file. */
export function forgetDatabaseFolder(): void {
  if (made !== undefined) rmSync(dirname(made), { recursive: true, force: true })
}

/** Ends every witness and every server left in a folder of ours, and removes the folders. */
export async function tidyUp(): Promise<void> {
  for (const witness of witnesses.splice(0)) witness.process.kill('SIGKILL')
  for (const folder of folders.splice(0)) {
    for (const candidate of [folder, join(folder, 'data')]) killServer(candidate)
    await wait(50)
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

export function serverPid(dataDir: string): number | undefined {
  const path = join(dataDir, 'cluster', 'postmaster.pid')
  return existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : undefined
}

export function killServer(dataDir: string): void {
  const pid = serverPid(dataDir)
  if (pid !== undefined && commandLine(pid)?.includes('-c cluster_name=chanzo-') === true) process.kill(pid, 'SIGKILL')
}

/** Starts the witness, as another user if asked, and collects what it says. */
export function startWitness(
  dataDir: string,
  options: { task?: 'rows' | 'hold'; user?: ServerUser; env?: Record<string, string> } = {},
): Witness {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [witnessProgram, dataDir, options.task ?? 'hold'], {
    ...options.user,
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<void>((settle) => child.once('close', () => settle()))
  const lines = (): string[] => said.split('\n').slice(0, -1)
  const witness = {
    process: child,
    ended,
    acknowledged: (): number[] => lines().slice(1).map(Number),
    report: async (): Promise<string> => {
      await until(() => lines().length > 0 || child.exitCode !== null)
      return lines()[0] ?? 'nothing'
    },
  }
  witnesses.push(witness)
  return witness
}

export async function until(isSo: () => boolean, patienceMs = 30_000): Promise<void> {
  const giveUpAt = performance.now() + patienceMs
  while (!isSo()) {
    if (performance.now() > giveUpAt) throw new Error(`waited in vain for ${isSo.toString()}`)
    await wait(5)
  }
}

/** Runs one query and answers its only value. */
export async function ask(connectionString: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** The user that servers of new folders run as: ourselves, or a system user when we are root. */
export function serverUser(): ServerUser | undefined {
  return chooseServerUser([])
}

export function giveTo(path: string, user: ServerUser | undefined): void {
  if (user !== undefined) chownSync(path, user.uid, user.gid)
}
