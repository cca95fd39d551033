/* A script of the app in Chromium, bundled as the app is bundled, with the processor slowed four times: as slow as the telephones that teams carry. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { type Page, chromium } from 'playwright-core'
import { build } from 'vite'
import { findBrowser } from '../tools/find-browser.ts'

export const ROOT = fileURLToPath(new URL('../', import.meta.url))

export interface Bundle {
  readonly folder: string
  /** Of all scripts, Brotli. */
  readonly kilobytes: number
  readonly remove: () => void
}
export async function bundle(script: string): Promise<Bundle> {
  // Inside the project, so that its parts are found; nothing of it is kept.
  const folder = mkdtempSync(join(ROOT, '.cache-bench-'))
  const kept = mkdtempSync(join(tmpdir(), 'chanzo-bench-'))
  try {
    writeFileSync(
      join(folder, 'index.html'),
      '<!doctype html><meta name="viewport" content="width=device-width"><script type="module" src="./main.js"></script>',
    )
    writeFileSync(join(folder, 'main.js'), script)
    const out = join(kept, 'out')
    await build({ root: folder, configFile: false, logLevel: 'silent', build: { outDir: out, target: 'es2022', assetsInlineLimit: 0 } })
    const scripts = readdirSync(join(out, 'assets')).filter((name) => name.endsWith('.js'))
    const bytes = scripts.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(out, 'assets', name))).length, 0)
    return { folder: out, kilobytes: bytes / 1000, remove: () => rmSync(kept, { recursive: true, force: true }) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const TYPES: { readonly [ending: string]: string } = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' }

/** The page anew, as cold as after it was opened, and as slow. */
export async function reopen(page: Page, ready: string): Promise<void> {
  await page.reload()
  await page.waitForFunction(`globalThis.${ready} !== undefined`)
}

/** A page of a telephone's size; `ready` names the function that the script leaves when it may be used. */
export async function onSlowPage<T>({ folder }: Bundle, ready: string, work: (page: Page) => Promise<T>): Promise<T> {
  const server = createServer((request, reply) => {
    const path = request.url === '/' ? 'index.html' : (request.url ?? '').slice(1)
    const type = TYPES[extname(path)]
    if (type === undefined || path.includes('..')) return void reply.writeHead(404).end()
    reply.writeHead(200, { 'content-type': type }).end(readFileSync(join(folder, path)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const place = server.address()
  const { executablePath, args } = await findBrowser({ install: true })
  const browser = await chromium.launch({ executablePath, args: [...args] })
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(`http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}/`)
    await page.waitForFunction(`globalThis.${ready} !== undefined`)
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    return await work(page)
  } finally {
    await browser.close()
    server.close()
  }
}
