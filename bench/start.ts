/*
From the command to a server that answers: the first time (a new database, the demonstration) and the next. The peer is
PostgreSQL alone from the same binaries: initdb and start, or start, until it answers `select 1`.
*/
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/start-embedded-postgres.ts'
import { type Benchmark, median, timed } from './benchmark.ts'

// As a user starts it: the same small launcher finds Node and keeps compiled sources.
const CLI = fileURLToPath(new URL('../bin/chanzo', import.meta.url))
const RUNS = 5
const PORT = 4899

async function serveUntilReady(data: string): Promise<{ milliseconds: number; stop: () => Promise<void> }> {
  const began = performance.now()
  const child = spawn(process.execPath, [CLI, 'serve', '--data', data, '--port', String(PORT)], { stdio: ['ignore', 'pipe', 'ignore'] })
  await firstAnswer(child)
  return { milliseconds: performance.now() - began, stop: () => ended(child) }
}

async function firstAnswer(child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 6000 && child.exitCode === null; tries++) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/api/about`).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 10))
  }
  throw new Error('the server did not become ready')
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGTERM')
  })
}

async function postgresAlone(data: string): Promise<number> {
  let stop = async (): Promise<void> => undefined
  const milliseconds = await timed(async () => {
    const started = await startEmbeddedPostgres({ dataDir: data })
    stop = () => started.stop()
  })
  await stop()
  return milliseconds
}

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'chanzo-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const startFirst: Benchmark = {
  name: 'start-first',
  about: 'first start: new database, migrations, demonstration, listening',
  measure: async () => {
    const ours: number[] = []
    const peer: number[] = []
    for (let run = 0; run < 3; run++) {
      await inFolder(async (folder) => {
        const served = await serveUntilReady(join(folder, 'data'))
        await served.stop()
        ours.push(served.milliseconds)
        peer.push(await postgresAlone(join(folder, 'alone')))
      })
    }
    return { ours: median(ours), peer: median(peer), peerName: 'PostgreSQL alone: initdb and start', unit: 'ms', runs: 3 }
  },
}

export const startNext: Benchmark = {
  name: 'start-next',
  about: 'next start with the data kept',
  measure: () =>
    inFolder(async (folder) => {
      const data = join(folder, 'data')
      await (await serveUntilReady(data)).stop()
      await postgresAlone(join(folder, 'alone'))
      const ours: number[] = []
      const peer: number[] = []
      for (let run = 0; run < RUNS; run++) {
        const served = await serveUntilReady(data)
        await served.stop()
        ours.push(served.milliseconds)
        peer.push(await postgresAlone(join(folder, 'alone')))
      }
      return { ours: median(ours), peer: median(peer), peerName: 'PostgreSQL alone: start', unit: 'ms', runs: RUNS }
    }),
}
