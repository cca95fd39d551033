// The data folder and what lies in it:
//
//   chanzo-postgresql.json   says that the folder is ours, and the cluster's name
//   superuser-password       random, readable by the folder's owner only
//   cluster/                 PostgreSQL's own folder, belongs to the user the server runs as
//   users/  launch.lock      who uses it, who is starting it
//   postgresql.log (.1)      what the server said
//   making-*/                a cluster being made; left over only by a crash, removed by the next start
//
// A folder with anything else in it is refused: `--data ~/Documents` must never end badly.
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { LaunchFault, folderFault, systemCode } from './launch-fault.ts'
import { lockName } from './launch-lock.ts'
import { leaseFolderName } from './leases.ts'
import { chooseServerUser, type ServerUser } from './server-user.ts'

export interface DataFolder {
  readonly path: string
  readonly cluster: string
  readonly passwordFile: string
  readonly logFile: string
  /** The word by which this cluster's processes are told from all other processes of the machine. */
  readonly clusterName: string
  readonly serverUser: ServerUser | undefined
}

export const stagingPrefix = 'making-'
const markerName = 'chanzo-postgresql.json'
/** What a fresh disk or a checked-out folder may hold without being somebody's data. */
const harmless = new Set(['lost+found', '.gitkeep', '.gitignore', '.DS_Store'])

/** Creates the folder if need be and refuses it if it is not ours. Safe to call while others do the same; needs no lock. */
export function checkDataFolder(dataDir: string): string {
  const path = resolve(dataDir)
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (readMarker(path) !== undefined) return path
    const foreign = readdirSync(path).find((name) => !harmless.has(name) && !name.startsWith(lockName) && !name.startsWith(markerName))
    // Another start may have made the folder ours between our two looks.
    if (foreign !== undefined && readMarker(path) === undefined)
      throw new LaunchFault('data-folder-not-ours', { folder: path, found: foreign })
    return path
  } catch (thrown) {
    throw folderFault(thrown, path)
  }
}

/** Writes what a checked folder still lacks. Call it under the launch lock. */
export function openDataFolder(path: string): DataFolder {
  try {
    if (readMarker(path) === undefined) {
      const clusterName = `chanzo-${randomBytes(6).toString('hex')}`
      writeWhole(path, { name: markerName, content: `${JSON.stringify({ format: 1, clusterName })}\n`, mode: 0o644 })
    }
    const leases = join(path, leaseFolderName)
    if (mkdirSync(leases, { recursive: true, mode: 0o755 }) !== undefined) giveToFolderOwner(leases, path)
  } catch (thrown) {
    throw folderFault(thrown, path)
  }
  return describeDataFolder(path) ?? refuse(path)
}

/** The folder as it is, or undefined when it is not one of ours. Changes nothing. */
export function describeDataFolder(dataDir: string): DataFolder | undefined {
  const path = resolve(dataDir)
  const clusterName = readMarker(path)
  if (clusterName === undefined) return undefined
  const cluster = join(path, 'cluster')
  return {
    path,
    cluster,
    clusterName,
    passwordFile: join(path, 'superuser-password'),
    logFile: join(path, 'postgresql.log'),
    serverUser: chooseServerUser([cluster, path]),
  }
}

export function readPassword(folder: DataFolder): string {
  try {
    const password = readFileSync(folder.passwordFile, 'utf8').trim()
    if (password !== '') return password
  } catch (thrown) {
    if (systemCode(thrown) !== 'ENOENT') throw folderFault(thrown, folder.path)
  }
  throw new LaunchFault('password-missing', { folder: folder.path, detail: folder.passwordFile })
}

/** Writes a small file so that a crash leaves either the old one or the whole new one. */
export function writeWhole(folder: string, file: { name: string; content: string; mode: number }): void {
  const aside = join(folder, `${file.name}.${randomBytes(4).toString('hex')}`)
  try {
    writeFileSync(aside, file.content, { mode: file.mode, flush: true })
    giveToFolderOwner(aside, folder)
    renameSync(aside, join(folder, file.name))
    syncFolder(folder)
  } finally {
    rmSync(aside, { force: true })
  }
}

/** Makes renames in the folder survive a power cut. Windows cannot open a folder and needs no such step. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** When root works in an ordinary user's folder, what it makes there stays that user's. */
export function giveToFolderOwner(path: string, folder: string): void {
  const owner = statSync(folder)
  if (process.getuid?.() === 0 && owner.uid !== 0) chownSync(path, owner.uid, owner.gid)
}

function readMarker(path: string): string | undefined {
  let text = ''
  try {
    text = readFileSync(join(path, markerName), 'utf8')
  } catch (thrown) {
    if (systemCode(thrown) === 'ENOENT') return undefined
    throw folderFault(thrown, path)
  }
  const clusterName = /"clusterName":"(chanzo-[0-9a-f]{12})"/.exec(text)?.[1]
  return clusterName ?? refuse(path)
}

function refuse(folder: string): never {
  throw new LaunchFault('data-folder-not-ours', { folder, found: `a damaged ${markerName}` })
}
