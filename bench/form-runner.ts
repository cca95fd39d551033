/*
Our runner of forms beside the engine of ODK Web Forms: the weight of what a telephone has to fetch, and the time to open a form and to
take one answer in Chromium with its processor slowed four times. The engine is measured bare, without screens, and so is ours here.
*/
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { type Page, chromium } from 'playwright-core'
import { build } from 'vite'
import { sharedFile } from '../test/shared-data.ts'
import { findBrowser } from '../tools/find-browser.ts'
import { type Benchmark, median } from './benchmark.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const OURS = `
import { begin, nodeAt } from '${ROOT}src/modules/forms/ui/runner/play-steps.ts'
import { answer } from '${ROOT}src/modules/forms/domain/run/form-run.ts'
import { viewOf } from '${ROOT}src/modules/forms/domain/run/form-view.ts'
globalThis.openForm = async (xform) => {
  const run = begin(xform)
  viewOf(run)
  return (value) => { answer(run, nodeAt(run.root, 'miners'), String(value)); viewOf(run) }
}`
const PEER = `
import { createInstance } from '@getodk/xforms-engine'
globalThis.openForm = async (xform) => {
  const { root } = await createInstance(xform, { instance: {} })
  const miners = root.currentState.children.find((one) => one.currentState.reference === '/data/miners')
  return (value) => { miners.setValue(BigInt(value)); void root.validationState.violations.length }
}`

interface Weighed {
  readonly kilobytes: number
  readonly openMs: number
  readonly answerMs: number
}

/** Bundles a script as the app is bundled, serves it, and runs it in a browser four times slower than this machine. */
async function weigh(script: string, xform: string): Promise<Weighed> {
  // Inside the project, so that its parts are found; nothing of it is kept.
  const folder = mkdtempSync(join(ROOT, '.cache-bench-'))
  try {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="module" src="./main.js"></script>')
    writeFileSync(join(folder, 'main.js'), script)
    const out = join(mkdtempSync(join(tmpdir(), 'chanzo-bench-')), 'out')
    await build({ root: folder, configFile: false, logLevel: 'silent', build: { outDir: out, target: 'es2022', assetsInlineLimit: 0 } })
    const scripts = readdirSync(join(out, 'assets')).filter((name) => name.endsWith('.js'))
    const bytes = scripts.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(out, 'assets', name))).length, 0)
    return { kilobytes: bytes / 1000, ...(await timesIn(out, xform)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timesIn(out: string, xform: string): Promise<Omit<Weighed, 'kilobytes'>> {
  const server = createServer((request, reply) => {
    const path = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    const isScript = extname(path) === '.js'
    if (!isScript && path !== 'index.html') return void reply.writeHead(404).end()
    reply.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' }).end(readFileSync(join(out, path)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const place = server.address()
  const { executablePath, args } = await findBrowser({ install: true })
  const browser = await chromium.launch({ executablePath, args: [...args] })
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}/`)
    await page.waitForFunction('globalThis.openForm !== undefined')
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    return await play(page, xform)
  } finally {
    await browser.close()
    server.close()
  }
}

async function play(page: Page, xform: string): Promise<Omit<Weighed, 'kilobytes'>> {
  const script = `(async () => {
    const began = performance.now()
    const answer = await globalThis.openForm(${JSON.stringify(xform)})
    const openMs = performance.now() - began
    const times = []
    for (let n = 1; n <= 20; n++) { const at = performance.now(); answer(n % 3 === 0 ? 0 : n); times.push(performance.now() - at) }
    return [openMs, ...times]
  })()`
  const [openMs = 0, ...times]: number[] = await page.evaluate(script)
  return { openMs, answerMs: median(times) }
}

let weighed: Promise<{ readonly ours: Weighed; readonly peer: Weighed }> | undefined
function both(): Promise<{ readonly ours: Weighed; readonly peer: Weighed }> {
  weighed ??= (async () => {
    const file = sharedFile('standards/openrosa/forms/site-inspection.xml')
    if (file === null) throw new Error('The form to measure with is not on this machine.')
    const xform = readFileSync(file, 'utf8')
    return { ours: await weigh(OURS, xform), peer: await weigh(PEER, xform) }
  })()
  return weighed
}

const benchmark = (
  name: string,
  about: string,
  { of, unit, runs }: { readonly of: (one: Weighed) => number; readonly unit: string; readonly runs: number },
): Benchmark => ({
  name,
  about,
  measure: async () => {
    const { ours, peer } = await both()
    return { ours: of(ours), peer: of(peer), peerName: '@getodk/xforms-engine 0.22.0, bare', unit, runs }
  },
})

export const formRunnerBenchmarks: readonly Benchmark[] = [
  benchmark('form-runner-weight', 'Script that a telephone fetches to run forms, Brotli', {
    of: (one) => one.kilobytes,
    unit: 'kB',
    runs: 1,
  }),
  benchmark('form-open', 'A form of twenty questions is opened, processor slowed four times', {
    of: (one) => one.openMs,
    unit: 'ms',
    runs: 1,
  }),
  benchmark('form-answer', 'One answer and what follows from it, processor slowed four times', {
    of: (one) => one.answerMs,
    unit: 'ms',
    runs: 20,
  }),
]
