/*
Installs what package-lock.json lists when it is not there yet, and only then: the usual start must cost milliseconds. What is
installed is remembered by a stamp in node_modules; without a stamp (somebody ran npm by hand) npm's own list of what it
installed is compared. One process installs, others wait for it. Killed in the middle it leaves no stamp and no list, and the next start
installs again.
*/
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFolderLock } from './folder-lock.mjs'
import { runNpm } from './run-npm.mjs'

/** Undefined when all parts are there, else what npm said. `forWork` asks for the parts that only tests and checks need as well. */
export async function installMissingParts(root, forWork) {
  if (isInstalled(root, forWork)) return undefined
  return withFolderLock(root, async (alsoHeldBy) => {
    if (isInstalled(root, forWork)) return undefined
    process.stderr.write('Installing what Chanzo needs: once, one to two minutes, 750 MB …\n')
    rmSync(stampOf(root), { force: true })
    const { code, said } = await install(root, alsoHeldBy)
    if (code !== 0) return said
    writeFileSync(stampOf(root), lockHash(root))
    process.stderr.write('Installed.\n')
    return undefined
  })
}

/** An incomplete list of parts for other systems makes `npm ci` refuse; `npm install` takes what is listed and leaves the list alone. */
async function install(root, alsoHeldBy) {
  const parts = ['--include=optional', '--include=dev']
  const exact = await runNpm(root, ['ci', ...parts], alsoHeldBy)
  return exact.said.includes('EUSAGE') ? runNpm(root, ['install', '--no-save', ...parts], alsoHeldBy) : exact
}

function isInstalled(root, forWork) {
  if (existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === lockHash(root)) return true
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const have = packagesIn(installed)
  const complete = Object.entries(packagesIn(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    const mayLack = path === '' || wanted.optional || wanted.devOptional || (wanted.dev && !forWork)
    return have[path]?.version === wanted.version || (mayLack && have[path] === undefined) || path === ''
  })
  if (complete && forWork) writeStamp(root)
  return complete
}

function packagesIn(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
}

function stampOf(root) {
  return join(root, 'node_modules', '.chanzo-lock')
}

function lockHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/** A stamp saves time; a read-only install has to do without. */
function writeStamp(root) {
  try {
    writeFileSync(stampOf(root), lockHash(root))
  } catch {}
}
