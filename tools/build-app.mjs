/*
Builds the web app when it is missing or older than its sources, and only then. Sources are compared by name, size and time,
which takes milliseconds. A packaged release that brings dist/ without sources is taken as it is.
*/
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { withFolderLock } from './folder-lock.mjs'

/** Undefined when the app is built, else what the builder said. */
export async function buildMissingApp(root, node) {
  if (!existsSync(join(root, 'vite.config.ts')) || !existsSync(join(root, 'src', 'app')) || isBuilt(root)) return undefined
  return withFolderLock(root, async () => {
    if (isBuilt(root)) return undefined
    process.stderr.write('Building the web app: about a minute, again only when its sources change …\n')
    const sources = sourcesHash(root)
    const said = await runVite(root, node)
    if (said !== undefined) return said
    mkdirSync(join(root, '.cache'), { recursive: true })
    writeFileSync(stampOf(root), sources)
    process.stderr.write('The web app is built.\n')
    return undefined
  })
}

function isBuilt(root) {
  if (!existsSync(join(root, 'dist', 'index.html'))) return false
  return existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === sourcesHash(root)
}

function stampOf(root) {
  return join(root, '.cache', 'web-app')
}

function sourcesHash(root) {
  const hash = createHash('sha256')
  for (const name of ['package-lock.json', 'vite.config.ts']) note(hash, root, name)
  for (const path of filesIn(join(root, 'src'))) note(hash, root, relative(root, path))
  return hash.digest('hex')
}

function note(hash, root, path) {
  const { size, mtimeMs } = statSync(join(root, path))
  hash.update(`${path}\0${size}\0${mtimeMs}\n`)
}

/** What can end up in the app: everything but the server's own code, tests and pages about the code. */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return ['server', 'platform', 'bin', 'exchange'].includes(entry.name) ? [] : filesIn(path)
      return /[.]test[.]tsx?$|[.]md$|^module[.]ts$/.test(entry.name) ? [] : [path]
    })
}

function runVite(root, node) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  // A test runner says NODE_ENV=test, and then the build would carry the libraries' development halves.
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(node, [vite, 'build', '--logLevel', 'warn'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  }
  return new Promise((settle) => {
    child.once('error', (error) => settle(error.message))
    child.once('close', (code) => settle(code === 0 ? undefined : said.trim().split('\n').slice(-12).join('\n')))
  })
}
