/*
Finds the Node that Chanzo is tried on: the one that npm installed with it, whatever the machine itself has. Where npm left it
out (install scripts switched off, a platform without one), it is fetched as the plain package that the script would have
fetched, and failing that the machine's own Node serves if it can run TypeScript by itself (22.18 or newer).
*/
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFolderLock } from './folder-lock.mjs'
import { runNpm } from './run-npm.mjs'

const oldestThatRunsTypeScript = [22, 18]

/** Path of a Node that runs on this machine, or undefined when none was installed and the machine's own is too old. */
export function findPinnedNode(root) {
  const found = candidates(root).find((path) => existsSync(path) && runs(root, path))
  return found ?? (isAtLeast(process.versions.node, oldestThatRunsTypeScript) ? process.execPath : undefined)
}

/** Like `findPinnedNode`, but first fetches the pinned one if it is missing. */
export async function providePinnedNode(root) {
  const pinned = candidates(root).find((path) => existsSync(path) && runs(root, path))
  if (pinned !== undefined) return pinned
  await withFolderLock(root, () => fetchNode(root))
  return findPinnedNode(root)
}

export const noNodeSentence =
  'Chanzo needs Node 22.18 or newer here, because its own could not be installed: install Node 24, or run "npm ci" with network access and install scripts allowed.'

export function isAtLeast(version, [major, minor]) {
  const [haveMajor, haveMinor] = version.split('.').map(Number)
  return haveMajor > major || (haveMajor === major && haveMinor >= minor)
}

function candidates(root) {
  const modules = join(root, 'node_modules')
  const program = process.platform === 'win32' ? join('bin', 'node.exe') : join('bin', 'node')
  return [
    join(modules, archPackage(), program),
    join(modules, 'node', program),
    join(modules, 'node', 'node_modules', archPackage(), program),
    join(root, '.cache', `node-${wantedVersion(root)}`, 'node_modules', archPackage(), program),
  ]
}

/** The package has no install script: unpacking is all it takes. Without network nothing comes of it, and the machine's own Node is looked at. */
async function fetchNode(root) {
  const folder = join(root, '.cache', `node-${wantedVersion(root)}`)
  if (existsSync(join(folder, 'node_modules'))) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  process.stderr.write('Fetching the Node that Chanzo runs on …\n')
  const wanted = `${archPackage()}@${wantedVersion(root)}`
  await runNpm(root, ['install', '--no-save', '--ignore-scripts', '--no-package-lock', '--prefix', folder, wanted])
}

function archPackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  return `${prefix}-${platform}-${process.arch}`
}

function wantedVersion(root) {
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return dependencies.node ?? optionalDependencies[archPackage()] ?? '24'
}

/** Tries a program once and remembers that it ran, because asking it takes longer than everything else here. */
function runs(root, path) {
  if (path === process.execPath) return true
  const stamp = join(root, 'node_modules', '.chanzo-node')
  const seen = `${path} ${wantedVersion(root)}`
  if (readIfThere(stamp) === seen) return true
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  if (status !== 0 || !stdout.startsWith('v24.')) return false
  writeIfAllowed(stamp, seen)
  return true
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** A stamp saves time; a read-only install has to do without. */
function writeIfAllowed(path, text) {
  try {
    writeFileSync(path, text)
  } catch {}
}
