import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import {
  ask,
  forgetDatabaseFolder,
  isRoot,
  killServer,
  newDatabaseFolder,
  newFolder,
  serverPid,
  startWitness,
  tidyUp,
  until,
} from './launcher-test-bed.ts'
import { findRunning, startEmbeddedPostgres } from './start-embedded-postgres.ts'

afterEach(tidyUp)
afterAll(forgetDatabaseFolder)

test('a first start makes a database, a next start finds it again on the same port, quickly', async () => {
  const dataDir = join(newFolder(), 'data')
  const said: string[] = []
  const first = await startEmbeddedPostgres({ dataDir, log: (sentence) => said.push(sentence) })
  await ask(first.connectionString, 'create table kept as select 7 as number')
  await first.stop()
  expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(false)
  expect(said).toEqual(['Starting the database.', `Made a new database in ${dataDir}.`])

  const began = performance.now()
  const next = await startEmbeddedPostgres({ dataDir })
  const tookMs = performance.now() - began
  expect(await ask(next.connectionString, 'select number from kept')).toBe(7)
  expect(next.port).toBe(first.port)
  expect(next.adopted).toBe(false)
  expect(tookMs).toBeLessThan(3_000)
  await next.stop()
})

test('the database is durable, checked, UTF-8, and reached by loopback and password only', async () => {
  const dataDir = await newDatabaseFolder()
  const database = await startEmbeddedPostgres({ dataDir })
  const setting = (name: string): Promise<unknown> => ask(database.connectionString, `show ${name}`)
  for (const [name, value] of [
    ['fsync', 'on'],
    ['full_page_writes', 'on'],
    ['synchronous_commit', 'on'],
    ['data_checksums', 'on'],
    ['server_encoding', 'UTF8'],
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['password_encryption', 'scram-sha-256'],
    ['timezone', 'UTC'],
    ['max_connections', '60'],
  ] as const) {
    expect(`${name} ${String(await setting(name))}`).toBe(`${name} ${value}`)
  }
  const wrong = database.connectionString.replace(/:[^:@]+@/, ':wrong@')
  await expect(ask(wrong, 'select 1')).rejects.toThrow(/password authentication failed/)
  const password = statSync(join(dataDir, 'superuser-password'))
  expect(password.mode & 0o777).toBe(0o600)
  expect(password.uid).toBe(process.getuid?.())
  expect(statSync(join(dataDir, 'cluster')).uid === 0).toBe(false)
  await database.stop()
})

test('the sorting and the letters of many languages come from PostgreSQL itself, not from the machine', async () => {
  const database = await startEmbeddedPostgres({ dataDir: await newDatabaseFolder() })
  expect(
    await ask(database.connectionString, `select upper('négociant ŋ') || datlocprovider::text from pg_database where datname = 'postgres'`),
  ).toBe('NÉGOCIANT Ŋb')
  await database.stop()
})

test('a second process adopts the running database, and leaving it does not stop it', async () => {
  const dataDir = await newDatabaseFolder()
  const first = await startEmbeddedPostgres({ dataDir })
  const second = startWitness(dataDir)
  expect(await second.report()).toBe(JSON.stringify({ adopted: true, port: first.port }))
  second.process.stdin.end()
  await second.ended
  expect(await ask(first.connectionString, 'select 1')).toBe(1)
  await first.stop()
  expect(serverPid(dataDir)).toBeUndefined()
})

test('when the one who started it leaves first, the last one to leave stops it', async () => {
  const dataDir = await newDatabaseFolder()
  const starter = startWitness(dataDir)
  expect(await starter.report()).toContain('"adopted":false')
  const other = await startEmbeddedPostgres({ dataDir })
  starter.process.stdin.end()
  await starter.ended
  expect(await ask(other.connectionString, 'select 1')).toBe(1)
  await other.stop()
  expect(serverPid(dataDir)).toBeUndefined()
})

test('many starts at once on an empty folder make one database and one server', async () => {
  const dataDir = join(newFolder(), 'data')
  const others = [startWitness(dataDir), startWitness(dataDir), startWitness(dataDir)]
  const own = await Promise.all([startEmbeddedPostgres({ dataDir }), startEmbeddedPostgres({ dataDir })])
  const reports = await Promise.all(others.map((other) => other.report()))
  const adopted = [...reports.map((report) => report.includes('"adopted":true')), ...own.map((one) => one.adopted)]
  expect(adopted.filter((one) => !one)).toHaveLength(1)
  expect(new Set([...reports.map((report) => /"port":(\d+)/.exec(report)?.[1]), ...own.map((one) => String(one.port))]).size).toBe(1)
  for (const other of others) other.process.stdin.end()
  await Promise.all([...others.map((other) => other.ended), ...own.map((one) => one.stop())])
  expect(serverPid(dataDir)).toBeUndefined()
  expect(readdirSync(dataDir).filter((name) => name.startsWith('making-') || name.startsWith('launch.lock'))).toEqual([])
})

test('a running database is found without starting one', async () => {
  const dataDir = newFolder()
  expect(await findRunning(join(dataDir, 'nowhere'))).toBeUndefined()
  const database = await startEmbeddedPostgres({ dataDir })
  expect(await findRunning(dataDir)).toEqual({ connectionString: database.connectionString, port: database.port })
  await database.stop()
  expect(await findRunning(dataDir)).toBeUndefined()
})

test('a fixed port that is taken is said so; the usual port is left when somebody else has it', async () => {
  const dataDir = await newDatabaseFolder()
  const first = await startEmbeddedPostgres({ dataDir })
  await first.stop()
  const stranger = createServer()
  await new Promise<void>((settle) => stranger.listen(first.port, '127.0.0.1', settle))
  await expect(startEmbeddedPostgres({ dataDir, port: first.port })).rejects.toMatchObject({ code: 'busy-port' })
  const next = await startEmbeddedPostgres({ dataDir })
  expect(next.port).not.toBe(first.port)
  await next.stop()
  stranger.close()
})

test('a database that ends by itself is reported once, also to those who adopted it', async () => {
  const dataDir = await newDatabaseFolder()
  const lost: string[] = []
  const first = await startEmbeddedPostgres({ dataDir, onLost: (fault) => lost.push(`first ${fault.code}`) })
  const second = await startEmbeddedPostgres({ dataDir, onLost: (fault) => lost.push(`second ${fault.code}`) })
  killServer(dataDir)
  await until(() => lost.length === 2, 5_000)
  expect(lost.toSorted()).toEqual(['first server-died', 'second server-died'])
  await Promise.all([first.stop(), second.stop()])
})

test('a folder with somebody else’s files is refused and left as it was', async () => {
  const dataDir = newFolder()
  writeFileSync(join(dataDir, 'thesis.odt'), 'years of work')
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'data-folder-not-ours', facts: { found: 'thesis.odt' } })
  expect(readdirSync(dataDir)).toEqual(['thesis.odt'])
})

test('a fresh disk with nothing but lost+found is taken', async () => {
  const dataDir = newFolder()
  mkdirSync(join(dataDir, 'lost+found'))
  const database = await startEmbeddedPostgres({ dataDir })
  await database.stop()
})

test('data written by another PostgreSQL is refused and left as it was', async () => {
  const dataDir = await newDatabaseFolder()
  const version = join(dataDir, 'cluster', 'PG_VERSION')
  for (const [found, code] of [
    ['19', 'newer-cluster'],
    ['17', 'older-cluster'],
  ] as const) {
    writeFileSync(version, `${found}\n`)
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code, facts: { found, wanted: '18' } })
  }
})

test('a lost password file is said so, before anything is started', async () => {
  const dataDir = await newDatabaseFolder()
  writeFileSync(join(dataDir, 'superuser-password'), '')
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'password-missing' })
  expect(serverPid(dataDir)).toBeUndefined()
})

test('a setting that the server does not understand ends the start with the server’s own words', async () => {
  const dataDir = await newDatabaseFolder()
  appendFileSync(join(dataDir, 'cluster', 'postgresql.conf'), 'shared_buffers = plenty\n')
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/shared_buffers/)
})

test('the server’s log is kept within bounds', async () => {
  const dataDir = await newDatabaseFolder()
  appendFileSync(join(dataDir, 'postgresql.log'), 'x'.repeat(17 * 1024 * 1024))
  await (await startEmbeddedPostgres({ dataDir })).stop()
  expect(statSync(join(dataDir, 'postgresql.log')).size).toBeLessThan(100_000)
  expect(statSync(join(dataDir, 'postgresql.log.1')).size).toBeGreaterThan(17_000_000)
  expect(readFileSync(join(dataDir, 'postgresql.log'), 'utf8')).toContain('ready to accept connections')
})

test.runIf(isRoot)('data that root copied belongs to the server’s user again after the next start', async () => {
  const dataDir = await newDatabaseFolder()
  const { cpSync } = await import('node:fs')
  const copy = join(newFolder(), 'data')
  cpSync(dataDir, copy, { recursive: true })
  expect(statSync(join(copy, 'cluster')).uid).toBe(0)
  const database = await startEmbeddedPostgres({ dataDir: copy })
  expect(await ask(database.connectionString, 'select 1')).toBe(1)
  await database.stop()
})
