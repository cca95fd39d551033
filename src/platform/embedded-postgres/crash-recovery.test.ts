import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import {
  ask,
  forgetDatabaseFolder,
  killServer,
  newDatabaseFolder,
  newFolder,
  serverPid,
  startWitness,
  tidyUp,
  until,
} from './launcher-test-bed.ts'
import { processState, processesNaming } from './process-identity.ts'
import { startEmbeddedPostgres } from './start-embedded-postgres.ts'

afterEach(tidyUp)
afterAll(forgetDatabaseFolder)

const deaths = {
  Node: { rounds: 4, killNode: true, killServer: false },
  PostgreSQL: { rounds: 4, killNode: false, killServer: true },
  both: { rounds: 4, killNode: true, killServer: true },
}

for (const [who, death] of Object.entries(deaths)) {
  test(`kill -9 of ${who} in the middle of work, ${death.rounds} times over, loses no acknowledged row`, async () => {
    const dataDir = await newDatabaseFolder()
    const acknowledged: number[] = []
    for (let round = 0; round < death.rounds; round += 1) {
      const witness = startWitness(dataDir, { task: 'rows' })
      await until(() => witness.acknowledged().length >= 40 + round * 17)
      if (death.killServer) killServer(dataDir)
      if (death.killNode) witness.process.kill('SIGKILL')
      else witness.process.stdin.end()
      await witness.ended
      acknowledged.push(...witness.acknowledged())
    }
    const database = await startEmbeddedPostgres({ dataDir })
    expect(database.adopted).toBe(!death.killServer)
    const list = `(values ${acknowledged.map((number) => `(${number})`).join(',')})`
    expect(
      await ask(
        database.connectionString,
        `select count(*)::integer from ${list} as told(number) where number not in (select number from witness)`,
      ),
    ).toBe(0)
    expect(await ask(database.connectionString, 'select max(number) >= 0 from witness')).toBe(true)
    await database.stop()
    expect(serverPid(dataDir)).toBeUndefined()
    expect(await readControlState(dataDir)).toBe('in order')
  })
}

test('a server that a killed Node left behind is adopted and then stopped by the one who adopted it', async () => {
  const dataDir = await newDatabaseFolder()
  const starter = startWitness(dataDir)
  await starter.report()
  starter.process.kill('SIGKILL')
  await starter.ended
  const database = await startEmbeddedPostgres({ dataDir })
  expect(database.adopted).toBe(true)
  await database.stop()
  expect(serverPid(dataDir)).toBeUndefined()
  expect(readdirSync(join(dataDir, 'users'))).toEqual([])
})

test('kill -9 during a first start leaves nothing that the next start would stumble over', async () => {
  const dataDir = newFolder()
  for (const moment of ['cluster', 'PG_VERSION', 'global/pg_control']) {
    const witness = startWitness(dataDir)
    await until(() =>
      readdirSync(dataDir).some(
        (name) => name.startsWith('making-') && existsSync(join(dataDir, name, 'cluster', moment === 'cluster' ? '' : moment)),
      ),
    )
    witness.process.kill('SIGKILL')
    await witness.ended
    expect(existsSync(join(dataDir, 'cluster'))).toBe(false)
  }
  const database = await startEmbeddedPostgres({ dataDir })
  expect(await ask(database.connectionString, 'select 1')).toBe(1)
  expect(readdirSync(dataDir).filter((name) => name.startsWith('making-'))).toEqual([])
  await database.stop()
})

test('the number of a dead server that now belongs to a stranger of the same user does not stop a start', async () => {
  const dataDir = await newDatabaseFolder()
  const stale = await leaveStalePidFile(dataDir)
  const stranger = spawn('sleep', ['60'], { ...ownerOf(dataDir), stdio: 'ignore' })
  writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), stale.replace(/^\d+/, String(stranger.pid)))
  const database = await startEmbeddedPostgres({ dataDir })
  expect(database.adopted).toBe(false)
  expect(await ask(database.connectionString, 'select 1')).toBe(1)
  expect(processState(stranger.pid ?? 0)).toBe('alive')
  await database.stop()
  stranger.kill('SIGKILL')
})

test('the number of a dead server that is now a zombie does not stop a start', async () => {
  const dataDir = await newDatabaseFolder()
  const stale = await leaveStalePidFile(dataDir)
  // The shell becomes a sleep, which never asks after the child it inherits; only then may the child end, or the shell would have asked.
  const neglectful = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { ...ownerOf(dataDir), stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  neglectful.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await until(() => said.includes('\n') && readFileSync(`/proc/${neglectful.pid}/comm`, 'utf8') === 'sleep\n')
  process.kill(Number(said), 'SIGKILL')
  await until(() => processState(Number(said)) === 'zombie')
  writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), stale.replace(/^\d+/, said.trim()))
  const database = await startEmbeddedPostgres({ dataDir })
  expect(database.adopted).toBe(false)
  await database.stop()
  neglectful.kill('SIGKILL')
})

test('a damaged pid file does not stop a start', async () => {
  const dataDir = await newDatabaseFolder()
  await leaveStalePidFile(dataDir)
  writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), '')
  const database = await startEmbeddedPostgres({ dataDir })
  await database.stop()
})

test('a lock and a lease whose holder died are taken over, also when the number lives on in another process', async () => {
  const dataDir = await newDatabaseFolder()
  await (await startEmbeddedPostgres({ dataDir })).stop()
  const reused = JSON.stringify({ pid: process.pid, startedAt: 'another-boot:1' })
  writeFileSync(join(dataDir, 'launch.lock'), reused)
  writeFileSync(join(dataDir, 'users', 'old'), reused)
  const database = await startEmbeddedPostgres({ dataDir, patienceMs: 5_000 })
  await database.stop()
  expect(serverPid(dataDir)).toBeUndefined()
  expect(readdirSync(join(dataDir, 'users'))).toEqual([])
})

test('a copy of the folder made while the server ran gets a server of its own', async () => {
  const { cpSync } = await import('node:fs')
  const original = await newDatabaseFolder()
  const copy = join(newFolder(), 'data')
  const first = await startEmbeddedPostgres({ dataDir: original })
  cpSync(original, copy, { recursive: true })
  const second = await startEmbeddedPostgres({ dataDir: copy })
  expect(second.adopted).toBe(false)
  expect(second.port).not.toBe(first.port)
  await second.stop()
  expect(await ask(first.connectionString, 'select 1')).toBe(1)
  await first.stop()
})

test('a long computation that outlives its killed server does not hold up the next start', async () => {
  const dataDir = await newDatabaseFolder()
  const first = await startEmbeddedPostgres({ dataDir })
  const client = new pg.Client({ connectionString: first.connectionString })
  client.on('error', () => undefined)
  await client.connect()
  const computing = client
    .query('select count(*) from generate_series(1, 100000000000) where generate_series % 7 = 3')
    .catch(() => undefined)
  await wait(300)
  killServer(dataDir)
  await wait(300)
  const database = await startEmbeddedPostgres({ dataDir, patienceMs: 20_000 })
  expect(await ask(database.connectionString, 'select 1')).toBe(1)
  await computing
  await Promise.all([first.stop(), database.stop()])
  expect(processesNaming(/chanzo-[0-9a-f]{12}/.exec(readFileSync(join(dataDir, 'chanzo-postgresql.json'), 'utf8'))?.[0] ?? 'none')).toEqual(
    [],
  )
})

/** Ends a server outright, so that its pid file stays; answers what is in it. */
async function leaveStalePidFile(dataDir: string): Promise<string> {
  const witness = startWitness(dataDir)
  await witness.report()
  killServer(dataDir)
  witness.process.kill('SIGKILL')
  await witness.ended
  return readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')
}

function ownerOf(dataDir: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(join(dataDir, 'cluster'))
  return { uid, gid }
}

/** Byte 16 of pg_control is the state of the cluster; 1 means that it was shut down in order. */
async function readControlState(dataDir: string): Promise<string> {
  const state = readFileSync(join(dataDir, 'cluster', 'global', 'pg_control')).readUInt32LE(16)
  return state === 1 ? 'in order' : `state ${state}`
}
