/* A command that was acknowledged as kept is there after any kill, and is applied once: kill -9 of the program, and of program and database at once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../../src/bin/opening.ts'
import { openProgram } from '../../src/bin/program.ts'
import { openTerminal } from '../../src/bin/terminal.ts'
import { openKeyRing } from '../../src/platform/keys/signer.ts'

const CHILD = fileURLToPath(new URL('keep-until-killed.ts', import.meta.url))
const data = mkdtempSync(join(tmpdir(), 'chanzo-kept-'))
const acknowledged: string[] = []
afterAll(() => rmSync(data, { recursive: true, force: true }))

async function keepThenKill(wanted: number, kill: (child: ChildProcess) => void): Promise<void> {
  const { DATABASE_URL: _, ...environment } = process.env
  const child = spawn(process.execPath, [CHILD, data], { stdio: ['ignore', 'pipe', 'inherit'], env: environment })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  let told = 0
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'ready') continue
    acknowledged.push(line)
    told += 1
    if (told === wanted) kill(child)
  }
  await gone
  expect(told).toBeGreaterThanOrEqual(wanted)
}
const postmaster = (): number => Number(readFileSync(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])

test.each([
  ['the program', (child: ChildProcess) => void child.kill('SIGKILL')],
  [
    'program and database',
    (child: ChildProcess) => {
      process.kill(postmaster(), 'SIGKILL')
      child.kill('SIGKILL')
    },
  ],
])(
  'kill -9 of %s loses no kept command and doubles none',
  async (_what, kill) => {
    await keepThenKill(150, kill)
    const opened = await openDatabase({ data }, openTerminal(true), true)
    const program = await openProgram({
      ...{ connectionString: opened.connectionString, keys: openKeyRing(join(data, 'keys')), clock: () => new Date().toISOString() },
      ...{ tenant: 'cd', baseUrl: 'http://127.0.0.1:4870', secret: 'a secret of this test alone', demo: false },
    })
    try {
      const number = async (text: string): Promise<number> =>
        (await program.database.pool.query<{ n: number }>(text, [acknowledged])).rows[0]?.n ?? -1
      expect(await number('select count(*) as n from parcel where id = any($1::uuid[])')).toBe(acknowledged.length)
      // What the killed server had claimed it lets go by the database's clock: as if a minute had gone by.
      await program.database.pool.query('update parcel set claimed_until = null')
      await expect
        .poll(
          async () => {
            await program.modules.field.desk.sweep()
            return number("select count(*) as n from parcel where id = any($1::uuid[]) and state = 'taken'")
          },
          { timeout: 100_000, interval: 1_000 },
        )
        .toBe(acknowledged.length)
      const once = "select count(*) as n from log_event where id = any($1::uuid[]) and kind = 'site.visited'"
      expect(await number(once)).toBe(acknowledged.length)
      expect(await program.log.verify('cd')).toMatchObject({ ok: true })
    } finally {
      await program.close()
      await opened.close()
    }
  },
  180_000,
)
