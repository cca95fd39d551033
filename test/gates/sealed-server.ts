/*
A real server, as `chanzo serve` starts it, in a process of its own on a database of its own: what it says is kept, and its memory can be read, as a
snapshot of its heap and, where the system shows it, byte by byte. Its people come over HTTP like anybody.
*/
import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, existsSync, readFileSync, readdirSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEMO_PASSWORD } from '../world/accounts.ts'
import { looseRecord, mustParse, text } from '../../src/kernel/schema.ts'
import { totp } from '../totp.ts'
import { type Answer, type Client, newId } from '../world/client.ts'
import type { Place } from './sealed-search.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
export interface ServerAsked {
  readonly dataDir: string
  readonly connectionString: string
  /** What it writes goes here. */
  readonly outputFile: string
  readonly snapshotFolder: string
  readonly smtpUrl: string
}
export interface RealServer {
  readonly address: string
  readonly as: (name: string) => Promise<Client>
  /** The file of a snapshot of everything that the server still holds. */
  readonly heap: () => Promise<string>
  /** Every byte that it may write to; `null` where the system does not show them. */
  readonly memory: () => Place | null
  readonly stop: () => Promise<void>
}

export async function startRealServer({
  dataDir,
  connectionString,
  outputFile,
  snapshotFolder,
  smtpUrl,
}: ServerAsked): Promise<RealServer> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  // A snapshot cuts long texts short unless told otherwise.
  const flags = ['--heapsnapshot-signal=SIGUSR2', `--diagnostic-dir=${snapshotFolder}`, '--heap-snapshot-string-limit=100000000']
  const words = ['serve', '--empty', '--data', dataDir, '--port', String(port)]
  const child = spawn(process.execPath, [...flags, join(ROOT, 'src/bin/cli.ts'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: connectionString, CHANZO_SMTP_URL: smtpUrl, CHANZO_MAIL_FROM: 'chanzo@mines.example' },
  })
  const output = createWriteStream(outputFile)
  child.stdout.pipe(output, { end: false })
  child.stderr.pipe(output, { end: false })
  await untilReady(address, child, outputFile)
  return {
    address,
    as: (name) => signInOver(address, name),
    heap: () => heapOf(child, snapshotFolder),
    memory: () => memoryOf(child),
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null) return done()
        child.once('close', () => output.end(done))
        child.kill('SIGTERM')
      }),
  }
}

async function untilReady(address: string, child: ChildProcess, outputFile: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended before it was ready: ${readFileSync(outputFile, 'utf8')}`)
    if ((await fetch(`${address}/api/about`).catch(() => null))?.ok) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('the server was not ready after a minute')
}

async function signInOver(address: string, name: string): Promise<Client> {
  const opened = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email: `${name}@demo.chanzo.example`, password: DEMO_PASSWORD }),
  })
  if (!opened.ok) throw new Error(`sign-in of ${name} failed with ${opened.status}`)
  const cookie = await withSecondFactor(address, cookiesOf(opened))
  const ask = async (method: string, path: string, body?: BodyInit, type = 'application/json'): Promise<Answer> => {
    const headers = { cookie, origin: address, ...(body === undefined ? {} : { 'content-type': type }) }
    const answer = await fetch(`${address}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
    const isJson = (answer.headers.get('content-type') ?? '').includes('json')
    return { status: answer.status, body: isJson ? await answer.json() : await answer.text() }
  }
  return {
    get: (path) => ask('GET', path),
    send: (path, body, method = 'POST') => ask(method, path, JSON.stringify(body)),
    upload: (path, bytes, type, method = 'POST') => ask(method, path, new Blob([Uint8Array.from(bytes)]), type),
    bytes: async (path) => {
      const answer = await fetch(`${address}${path}`, { headers: { cookie, origin: address } })
      return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) }
    },
    post: (path, data, { id = newId(), happenedAt } = {}) =>
      ask('POST', path, JSON.stringify({ id, ...(happenedAt === undefined ? {} : { happenedAt }), data })),
  }
}

const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
/** This server is no demonstration: whoever opens files sets up a second factor first, as a person would. Answers the cookie that stays. */
async function withSecondFactor(address: string, cookie: string): Promise<string> {
  const Me = looseRecord({ secondFactorRule: text() })
  const me = mustParse(Me, await (await fetch(`${address}/api/me`, { headers: { cookie } })).json())
  if (me.secondFactorRule !== 'demanded') return cookie
  const ask = async (path: string, body: object): Promise<Response> => {
    const answer = await fetch(`${address}/api/auth/two-factor/${path}`, {
      ...{ method: 'POST', headers: { cookie, 'content-type': 'application/json', origin: address } },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`the second factor was not taken: ${answer.status}`)
    return answer
  }
  const { totpURI } = mustParse(looseRecord({ totpURI: text() }), await (await ask('enable', { password: DEMO_PASSWORD })).json())
  return cookiesOf(await ask('verify-totp', { code: totp(new URL(totpURI).searchParams.get('secret') ?? '') }))
}

async function heapOf(child: ChildProcess, folder: string): Promise<string> {
  child.kill('SIGUSR2')
  let size = -1
  for (let tries = 0; tries < 300; tries++) {
    await new Promise((done) => setTimeout(done, 200))
    const file = readdirSync(folder).find((one) => one.endsWith('.heapsnapshot'))
    if (file === undefined) continue
    const path = join(folder, file)
    const handle = await open(path)
    const { size: now } = await handle.stat()
    const end = Buffer.alloc(8)
    if (now > 8) await handle.read(end, 0, 8, now - 8)
    await handle.close()
    // Written in one go, and whole when its last bracket stands.
    if (now > 0 && now === size && end.toString().trimEnd().endsWith('}')) return path
    size = now
  }
  throw new Error('the server wrote no snapshot of its heap')
}

function memoryOf({ pid }: ChildProcess): Place | null {
  const maps = `/proc/${pid}/maps`
  if (pid === undefined || !existsSync(maps)) return null
  return { name: 'memory of the server, byte by byte', pieces: () => memoryPieces(pid, readFileSync(maps, 'utf8')) }
}
const PIECE = 1 << 22
const PAGE = 4096
/** What is mapped and was ever touched: an engine reserves gigabytes that nothing lies in. */
async function* memoryPieces(pid: number, maps: string): AsyncGenerator<Uint8Array> {
  const [memory, pages] = await Promise.all([open(`/proc/${pid}/mem`), open(`/proc/${pid}/pagemap`)])
  try {
    for (const line of maps.split('\n')) {
      const range = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line)
      if (!range) continue
      const [from, to] = [Number.parseInt(range[1] ?? '', 16), Number.parseInt(range[2] ?? '', 16)]
      for (let at = from; at < to; at += PIECE) {
        const length = Math.min(PIECE, to - at)
        const marks = await readAt(pages, (at / PAGE) * 8, (length / PAGE) * 8)
        for (const { first, count } of touched(marks)) {
          const piece = await readAt(memory, at + first * PAGE, count * PAGE)
          if (piece) yield piece
        }
      }
    }
  } finally {
    await Promise.all([memory.close(), pages.close()])
  }
}
/** Runs of pages that lie in memory or on the disk for it. */
function touched(marks: Uint8Array | null): readonly { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = []
  for (let page = 0; marks !== null && page < marks.length / 8; page++) {
    if (((marks[page * 8 + 7] ?? 0) & 0xc0) === 0) continue
    const last = runs.at(-1)
    if (last && last.first + last.count === page) last.count++
    else runs.push({ first: page, count: 1 })
  }
  return runs
}
/** `null`: not there any more, the process goes on working. */
const readAt = async (memory: FileHandle, at: number, length: number): Promise<Buffer | null> => {
  const piece = Buffer.allocUnsafe(length)
  const read = await memory.read(piece, 0, length, at).catch(() => null)
  return read === null ? null : piece.subarray(0, read.bytesRead)
}

function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((done, fail) => {
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))))
    })
  })
}
