/*
Servers for the tests in a browser: the built app and the demonstration on a free port of the loopback. It is the same program that `npm start` runs. The
province is played once, into a folder that nobody serves from; every file of tests serves a copy (own-server.ts), so that none meets what another did.
*/
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { buildMissingApp } from '../../tools/build-app.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of the demonstration as it was played, its server stopped. */
    played: string
  }
}
const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const failed = await buildMissingApp(ROOT, process.execPath)
  if (failed !== undefined) throw new Error(`the app could not be built: ${failed}`)
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-browser-'))
  const played = join(folder, 'data')
  await (await startDemonstration(played)).stop()
  project.provide('played', played)
  return async () => rmSync(folder, { recursive: true, force: true })
}

export interface DemonstrationServer {
  readonly address: string
  readonly stop: () => Promise<void>
}

/** The demonstration of a data folder, as it stands now or some days ahead; a second start on the same folder goes on where the first stopped.
 * `baseUrl`: under which people reach it, when something stands before it. `hallPort`: it is the server of a hall too, there. */
export async function startDemonstration(
  dataDir: string,
  daysAhead = 0,
  { baseUrl, hallPort }: { readonly baseUrl?: string; readonly hallPort?: number } = {},
): Promise<DemonstrationServer> {
  const port = await freePort()
  const { DATABASE_URL: _, ...own } = process.env
  const env = { ...own, CHANZO_HALL_HOST: '127.0.0.1', ...(baseUrl === undefined ? {} : { CHANZO_URL: baseUrl }) }
  const hall = hallPort === undefined ? [] : ['--hall', '--hall-port', String(hallPort)]
  const ahead = daysAhead > 0 ? ['--days-ahead', String(daysAhead)] : []
  const words = ['serve', '--data', dataDir, '--port', String(port), ...ahead, ...hall]
  const child = spawn(process.execPath, [join(ROOT, 'src/bin/cli.ts'), ...words], { stdio: ['ignore', 'ignore', 'inherit'], env })
  const address = `http://127.0.0.1:${port}`
  await untilReady(address, () => child.exitCode !== null)
  return {
    address,
    stop: () =>
      new Promise<void>((done) => {
        child.once('exit', () => done())
        child.kill('SIGTERM')
      }),
  }
}

async function untilReady(address: string, ended: () => boolean): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (ended()) throw new Error('the server ended before it was ready')
    const answer = await fetch(`${address}/api/about`).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the server was not ready after five minutes')
}

export function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((done, fail) => {
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))))
    })
  })
}
