/*
Finds a Chromium for the tests that need a real browser: the one the person names, the system's own, the one Debian packages
(installed when we are root and may), or the one that lies packed in an npm package, which any user can unpack. See
docs/decisions/0004-browser-for-tests.md.
*/
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

export interface Browser {
  readonly executablePath: string
  readonly args: readonly string[]
}

const args = [
  '--headless',
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-dev-shm-usage',
]

const usualPlaces = ['/usr/bin/chromium', '/usr/bin/google-chrome']

/** A browser for playwright-core. With `install`, Debian's is installed if we are root. Throws a sentence when there is none. */
export async function findBrowser(wish: { readonly install: boolean }): Promise<Browser> {
  const executablePath = named() ?? installed() ?? (wish.install ? installedByApt() : undefined) ?? (await unpacked())
  if (executablePath !== undefined) return { executablePath, args }
  throw new Error('No Chromium was found: install one and name it in CHROMIUM_PATH.')
}

function named(): string | undefined {
  const path = process.env['CHROMIUM_PATH']
  if (path === undefined || path === '') return undefined
  if (existsSync(path)) return path
  throw new Error(`CHROMIUM_PATH names ${path}, where no program is.`)
}

function installed(): string | undefined {
  return usualPlaces.find((path) => existsSync(path))
}

function installedByApt(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stderr.write('Installing Debian’s Chromium for the browser tests: once, about a minute …\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { status, stderr } = spawnSync('apt-get', ['-qq', ...words], { env, encoding: 'utf8' })
    if (status !== 0) process.stderr.write(`${stderr.trim().split('\n').slice(-3).join('\n')}\n`)
  }
  return installed()
}

/** The browser inside `@sparticuz/chromium`, unpacked once beside the checkout. It runs as any user and brings the libraries that a bare Debian lacks. */
async function unpacked(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const packed = join(root, 'node_modules', '@sparticuz', 'chromium')
  if (!existsSync(packed)) return undefined
  const folder = join(root, '.cache', `chromium-${versionOf(packed)}`)
  const program = join(folder, 'chromium')
  if (existsSync(program)) return program
  const aside = `${folder}.${process.pid}`
  try {
    await unpack(join(packed, 'bin'), aside)
    // Where the libraries are is told with the final path, and the folder appears whole or not at all.
    writeFileSync(join(aside, 'chromium'), launcher(folder), { mode: 0o755 })
    writeFileSync(join(aside, 'fonts.conf'), fontsConf(folder))
    renameSync(aside, folder)
  } catch (thrown) {
    // Another run may have unpacked it meanwhile.
    if (!existsSync(program)) throw thrown
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
  return program
}

async function unpack(from: string, to: string): Promise<void> {
  process.stderr.write('Unpacking a browser for the browser tests: once, a few seconds …\n')
  mkdirSync(to, { recursive: true })
  await pipeline(
    createReadStream(join(from, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(to, 'chrome'), { mode: 0o755 }),
  )
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    const tar = spawn('tar', ['-x', '-C', to], { stdio: ['pipe', 'ignore', 'inherit'] })
    const ended = once(tar, 'close')
    await pipeline(createReadStream(join(from, `${name}.tar.br`)), createBrotliDecompress(), tar.stdin)
    await ended
  }
}

function launcher(folder: string): string {
  return `#!/bin/sh
LD_LIBRARY_PATH='${folder}/lib' FONTCONFIG_FILE='${folder}/fonts.conf' exec '${folder}/chrome' "$@"
`
}

function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>
`
}

function versionOf(packed: string): string {
  return /"version": *"([^"]+)"/.exec(readFileSync(join(packed, 'package.json'), 'utf8'))?.[1] ?? 'unknown'
}
