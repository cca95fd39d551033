// Makes the database cluster of a data folder once, and on every later start checks that it is one we can
// open. initdb runs in a folder aside and the result appears by one rename, so `cluster/` exists only when it is
// complete: killed at any moment, this leaves rubbish aside and the next start begins again. Call under the launch lock.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  lchownSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { giveToFolderOwner, stagingPrefix, syncFolder, type DataFolder } from './data-folder.ts'
import { LaunchFault, folderFault } from './launch-fault.ts'
import { processesWorkingIn } from './process-identity.ts'
import type { ServerUser } from './server-user.ts'

export const ourMajorVersion = '18'
export const superuser = 'postgres'
/** A fresh cluster takes 40 MB; below this the start would end in the middle. */
const roomForNewClusterBytes = 64 * 1024 * 1024

/** What a new cluster's postgresql.conf says; the operator may change it there. What the launcher depends on is given at each start. */
const settings = {
  shared_buffers: '128MB',
  max_connections: '60',
  wal_compression: 'on',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
  timezone: 'UTC',
}

/** Leaves a complete cluster in the folder; true when it had to be made. */
export async function ensureCluster(folder: DataFolder, binaries: Binaries): Promise<boolean> {
  await removeRubbish(folder)
  const version = readVersion(folder)
  if (version === undefined) {
    await makeCluster(folder, binaries)
    return true
  }
  if (version !== ourMajorVersion) {
    const code = Number(version) > Number(ourMajorVersion) ? 'newer-cluster' : 'older-cluster'
    throw new LaunchFault(code, { folder: folder.path, found: version, wanted: ourMajorVersion })
  }
  setRightOwner(folder)
  return false
}

/** How the server and initdb name their folder: see `0002-embedded-postgresql-launcher.md`. */
export function folderAsSeenBy(user: ServerUser | undefined, path: string): string {
  return user !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : path
}

/** The server inherits none of our PG* variables or secrets; Windows programs need some of the system's. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  if (process.platform === 'win32') return process.env
  return { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] ?? '/usr/bin:/bin' }
}

async function makeCluster(folder: DataFolder, binaries: Binaries): Promise<void> {
  const staging = join(folder.path, `${stagingPrefix}${randomBytes(4).toString('hex')}`)
  const cluster = join(staging, 'cluster')
  const password = join(staging, 'password')
  try {
    refuseFullDisk(folder.path)
    mkdirSync(cluster, { recursive: true, mode: 0o700 })
    writeFileSync(password, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
    for (const path of [staging, cluster, password]) giveToServer(path, folder.serverUser)
    await runInitdb(folder, binaries, cluster)
    writeFileSync(join(cluster, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n', { flush: true })
    syncFolder(cluster)
    // The password goes first: a crash between the two renames leaves no cluster, and both are made anew.
    renameSync(password, folder.passwordFile)
    if (folder.serverUser !== undefined) chownSync(folder.passwordFile, 0, 0)
    giveToFolderOwner(folder.passwordFile, folder.path)
    renameSync(cluster, folder.cluster)
    syncFolder(folder.path)
  } catch (thrown) {
    throw folderFault(thrown, folder.path)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

async function runInitdb(folder: DataFolder, binaries: Binaries, cluster: string): Promise<void> {
  const user = folder.serverUser
  const child = spawn(binaries.initdb, initdbArguments(folderAsSeenBy(user, cluster)), {
    ...user,
    cwd: cluster,
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise<number | null>((settle, fail) => child.once('error', fail).once('close', settle)).catch(
    (thrown: unknown) => {
      throw spawnFault(thrown, folder.path)
    },
  )
  if (code === 0) return
  const detail = said.split('\n').find((line) => /FATAL|PANIC|error|could not/.test(line)) ?? said
  const full = /No space left on device|disk quota/i.test(said)
  throw new LaunchFault(full ? 'disk-full' : 'server-refused', { folder: folder.path, detail })
}

function initdbArguments(cluster: string): string[] {
  return [
    `--pgdata=${cluster}`,
    `--username=${superuser}`,
    '--pwfile=../password',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
    ...Object.entries(settings).map(([name, value]) => `--set=${name}=${value}`),
  ]
}

/** A refused change of user shows itself as EPERM or EINVAL of the spawn. */
export function spawnFault(thrown: unknown, folder: string): LaunchFault {
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return new LaunchFault(/EPERM|EINVAL/.test(detail) ? 'cannot-drop-root' : 'binaries-missing', { folder, detail })
}

function refuseFullDisk(path: string): void {
  const { bavail, bsize } = statfsSync(path)
  if (bavail * bsize < roomForNewClusterBytes) {
    throw new LaunchFault('disk-full', { folder: path, detail: `${Math.floor((bavail * bsize) / 1024 / 1024)} MB free, 64 MB needed` })
  }
}

function readVersion(folder: DataFolder): string | undefined {
  try {
    if (statSync(folder.cluster, { throwIfNoEntry: false }) === undefined) return undefined
    return readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8').trim()
  } catch (thrown) {
    throw folderFault(thrown, folder.path)
  }
}

/** Data copied or restored by root belongs to root and may be open to others; PostgreSQL accepts neither. */
function setRightOwner(folder: DataFolder): void {
  const { uid, mode } = statSync(folder.cluster)
  const wanted = folder.serverUser?.uid ?? process.getuid?.()
  if (wanted === undefined) return
  if (uid !== wanted) {
    if (folder.serverUser === undefined) {
      throw new LaunchFault('data-folder-unreadable', { folder: folder.path, detail: `its cluster belongs to user number ${uid}` })
    }
    giveTreeToServer(folder.cluster, folder.serverUser)
  }
  if ((mode & 0o077) !== 0) chmodSync(folder.cluster, 0o700)
}

function giveTreeToServer(path: string, user: ServerUser): void {
  lchownSync(path, user.uid, user.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) giveTreeToServer(join(path, entry.name), user)
    else lchownSync(join(path, entry.name), user.uid, user.gid)
  }
}

function giveToServer(path: string, user: ServerUser | undefined): void {
  if (user !== undefined) chownSync(path, user.uid, user.gid)
}

/**
 * Nobody else can be making a cluster while we hold the lock, so whatever is left over came from a crash; its initdb may still
 * be at work, and so may the server that initdb had started, which says nothing of us in its command line: both are known by the
 * folder they work in. What cannot be removed within the patience does no harm and is tried again by the next start.
 */
async function removeRubbish(folder: DataFolder): Promise<void> {
  for (let tries = 0; tries < rubbishTries; tries += 1) {
    const found = readdirSync(folder.path).filter((name) => name.startsWith(stagingPrefix))
    const left = found.map((name) => join(folder.path, name)).filter((staging) => !isRemoved(staging))
    if (left.length === 0) return
    await wait(rubbishPauseMs)
  }
}
const rubbishTries = 60
const rubbishPauseMs = 50

function killMakers(staging: string): void {
  // The system tells working folders by their real paths; ours may lead over a link.
  for (const pid of processesWorkingIn(realpathSync(staging))) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
}

function isRemoved(path: string): boolean {
  try {
    killMakers(path)
    rmSync(path, { recursive: true, force: true })
    return true
  } catch {
    return false
  }
}
