/* What was acknowledged is there after any kill, and the next start is clean: Node alone, PostgreSQL alone, both at once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/bin/opening.ts'
import { openTerminal } from '../../src/bin/terminal.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { passingKeyRing } from '../../src/platform/keys/signer.ts'
import { openLog } from '../../src/platform/log/log.ts'
import { knownEventIds } from '../../src/platform/log/store.ts'

const CHILD = fileURLToPath(new URL('append-until-killed.ts', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'chanzo-killed-'))
const acknowledged: string[] = []
afterAll(() => rmSync(data, { recursive: true, force: true }))

/** Runs the child until it has told `wanted` more events, then `kill`s. */
async function appendThenKill(wanted: number, kill: (child: ChildProcess) => void): Promise<void> {
  const { DATABASE_URL: _, ...environment } = process.env
  const child = spawn(process.execPath, [CHILD, data], { stdio: ['ignore', 'pipe', 'pipe'], env: environment })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  let told = 0
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') continue
    acknowledged.push(line)
    told += 1
    if (told === wanted) kill(child)
  }
  await gone
}

const postmaster = (): number => Number(readFileSync(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

test.each([
  ['the program', (child: ChildProcess) => void child.kill('SIGKILL')],
  [
    'the database',
    (child: ChildProcess) => {
      process.kill(postmaster(), 'SIGKILL')
      setTimeout(() => child.kill('SIGKILL'), 1500)
    },
  ],
  [
    'both',
    (child: ChildProcess) => {
      process.kill(postmaster(), 'SIGKILL')
      child.kill('SIGKILL')
    },
  ],
  ['the program again', (child: ChildProcess) => void child.kill('SIGKILL')],
])('kill -9 of %s loses no acknowledged event', async (_what, kill) => {
  await appendThenKill(40, kill)
  const opened = await openDatabase({ data }, openTerminal(true), true)
  const database = connect({ connectionString: opened.connectionString })
  try {
    const log = await openLog({
      database,
      signer: passingKeyRing().signer('log'),
      projections: [],
      clock: () => new Date().toISOString(),
      deviceKey: async () => null,
    })
    const kept = await database.read((tx) => knownEventIds(tx, 'cd', acknowledged))
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    expect(await log.verify('cd')).toMatchObject({ ok: true })
  } finally {
    await database.close()
    await opened.close()
  }
})
