import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, statfsSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, test, type TestContext } from 'vitest'
import { binariesOf, provideBinaries } from './binaries.ts'
import {
  ask,
  forgetDatabaseFolder,
  giveTo,
  isRoot,
  newDatabaseFolder,
  newFolder,
  serverPid,
  serverUser,
  startWitness,
  tidyUp,
} from './launcher-test-bed.ts'
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'

afterEach(tidyUp)
afterAll(forgetDatabaseFolder)

const nobody = { uid: 65534, gid: 65534 }

test('libraries whose links npm did not make, because install scripts are off, are linked in place', async () => {
  const native = copyOfBinaries(newFolder())
  chmodSync(dirname(dirname(native)), 0o755)
  removeLinks(native)
  const programs = provideBinaries(native, serverUser(), [])
  expect(programs.postgres).toBe(join(native, 'bin', 'postgres'))
  const database = await startEmbeddedPostgres({ dataDir: await newDatabaseFolder(), native })
  expect(await ask(database.connectionString, 'select 1')).toBe(1)
  await database.stop()
})

test('programs that the server’s user cannot reach are copied once to a place he can, and a damaged copy is made again', () => {
  const closed = newFolder()
  const native = copyOfBinaries(closed)
  const cache = join(newFolder(), 'cache')
  chmodSync(dirname(cache), 0o755)
  // Root is stopped by nothing, so for root the other user is kept out; an ordinary user is kept from mending the links.
  if (!isRoot) {
    removeLinks(native)
    chmodSync(join(native, 'lib'), 0o555)
  }
  const before = process.umask(0o077)
  try {
    const first = provideBinaries(native, serverUser(), [cache])
    expect(first.postgres.startsWith(cache)).toBe(true)
    const madeAt = statSync(first.postgres).mtimeMs
    expect(provideBinaries(native, serverUser(), [cache])).toEqual(first)
    expect(statSync(first.postgres).mtimeMs).toBe(madeAt)
    writeFileSync(first.postgres, 'half a file')
    expect(provideBinaries(native, serverUser(), [cache])).toEqual(first)
    expect(statSync(first.postgres).size).toBe(statSync(join(native, 'bin', 'postgres')).size)
  } finally {
    process.umask(before)
    chmodSync(join(native, 'lib'), 0o755)
  }
})

test('a cache that others may write to is not used', () => {
  const native = copyOfBinaries(newFolder())
  removeLinks(native)
  rmSync(join(native, 'pg-symlinks.json'))
  const cache = newFolder()
  chmodSync(cache, 0o777)
  expect(() => provideBinaries(native, serverUser(), [cache])).toThrow(expect.objectContaining({ code: 'binaries-missing' }))
})

test('a folder that this user may not enter is said so in one sentence', async (context) => {
  const dataDir = join(newFolder(), 'data')
  mkdirSync(dataDir, { mode: 0o000 })
  if (isRoot) chmodSync(dirname(dataDir), 0o755)
  const report = JSON.parse(await asOrdinaryUser(context, dataDir))
  expect(report).toMatchObject({ code: 'data-folder-unreadable' })
  expect(report.message).not.toContain('\n')
  chmodSync(dataDir, 0o700)
})

test('an ordinary user, even one without a usable home, starts a database in a folder of his', async (context) => {
  const folder = newFolder()
  const dataDir = join(folder, 'data')
  if (isRoot) giveTo(folder, nobody)
  const report = JSON.parse(await asOrdinaryUser(context, dataDir))
  expect(report).toMatchObject({ adopted: false })
  if (isRoot) expect(statSync(join(dataDir, 'cluster')).uid).toBe(nobody.uid)
})

test.runIf(isRoot)('root uses an ordinary user’s data as that user, and leaves nothing behind that he could not use', async (context) => {
  const folder = newFolder()
  const dataDir = join(folder, 'data')
  giveTo(folder, nobody)
  JSON.parse(await asOrdinaryUser(context, dataDir))
  const database = await startEmbeddedPostgres({ dataDir })
  expect(statSync(join(dataDir, 'cluster', 'postmaster.pid')).uid).toBe(nobody.uid)
  await database.stop()
  expect(JSON.parse(await asOrdinaryUser(context, dataDir))).toMatchObject({ adopted: false })
})

test.runIf(isRoot)('as root, data under a folder closed to everybody else is served from where it lies', async () => {
  const closed = mkdtempSync(join(homedir(), '.chanzo-launcher-'))
  chmodSync(closed, 0o700)
  try {
    const dataDir = join(closed, 'a path that is long '.repeat(6), 'data')
    const database = await startEmbeddedPostgres({ dataDir })
    await ask(database.connectionString, 'create table kept as select 1')
    expect(statSync(join(dataDir, 'cluster', 'postmaster.pid')).uid).not.toBe(0)
    await database.stop()
    expect(serverPid(dataDir)).toBeUndefined()
  } finally {
    rmSync(closed, { recursive: true, force: true })
  }
})

test.runIf(isRoot)('a full disk is said so and damages nothing', async (context) => {
  const small = mountSmallDisk(context, '40m')
  await expect(startEmbeddedPostgres({ dataDir: join(small, 'data') })).rejects.toMatchObject({ code: 'disk-full' })
  unmount(small)

  const disk = mountSmallDisk(context, '200m')
  const dataDir = join(disk, 'data')
  const filler = join(disk, 'filler')
  const first = await startEmbeddedPostgres({ dataDir })
  await ask(first.connectionString, 'create table kept as select generate_series(1, 1000) as number')
  await first.stop()
  fill(disk, filler)
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'disk-full' })
  rmSync(filler)
  const again = await startEmbeddedPostgres({ dataDir })
  expect(await ask(again.connectionString, 'select count(*)::integer from kept')).toBe(1000)
  await again.stop()
  unmount(disk)
})

/** What the witness says when it is run by an ordinary user: ourselves, or nobody when we are root. */
async function asOrdinaryUser(context: TestContext, dataDir: string): Promise<string> {
  if (isRoot && !canRead(nobody)) context.skip('the sources or this Node cannot be read by an ordinary user here')
  const env = { HOME: '/nonexistent', XDG_CACHE_HOME: '/nonexistent' }
  const witness = startWitness(dataDir, isRoot ? { user: nobody, env } : { env })
  const report = await witness.report()
  witness.process.stdin.end()
  await witness.ended
  return report
}

function canRead(user: { uid: number; gid: number }): boolean {
  const program = `process.exit(require('node:fs').existsSync(${JSON.stringify(fileURLToPath(import.meta.url))}) ? 0 : 1)`
  return spawnSync(process.execPath, ['-e', program], { ...user, cwd: '/' }).status === 0
}

/** A copy of the installed package; answers its folder `native`. */
function copyOfBinaries(folder: string): string {
  cpSync(join(binariesOf(undefined), '..'), join(folder, 'package'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'package', 'native')
}

function removeLinks(native: string): void {
  const links: { target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { target } of links) rmSync(join(native, '..', target), { force: true })
}

function mountSmallDisk(context: TestContext, size: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-disk-'))
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { encoding: 'utf8' })
  if (status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    context.skip(`no disk can be mounted here: ${stderr.trim()}`)
  }
  return folder
}

function unmount(folder: string): void {
  spawnSync('umount', [folder])
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true })
}

function fill(disk: string, filler: string): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(filler, Buffer.alloc(bavail * bsize))
}
