/*
Run after every change of dependencies: `node tools/complete-lock.mjs`. Where a registry mirror lacks a package for some other
system (a rollup for FreeBSD, say), npm leaves it out of package-lock.json without a word, and from then on `npm ci` refuses that
file on every machine. This writes the missing entries, by name and version. Such an entry has no checksum; npm run against the full registry
replaces it by its own.
*/
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const path = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
const missing = Object.entries(lock.packages).flatMap(([place, parent]) =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(([name, version]) => /^\d+[.]\d+[.]\d+/.test(version) && !isListed(place, name))
    .map(([name, version]) => [`node_modules/${name}`, describe(name, version, parent)]),
)
for (const [place, entry] of missing) lock.packages[place] = entry
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
if (missing.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
process.stdout.write(`${missing.length} entries added to package-lock.json\n`)

/** Looks where Node would look: beside the parent, then one level up, and so on. */
function isListed(place, name) {
  if (lock.packages[join(place, 'node_modules', name)] !== undefined) return true
  return place !== '' && isListed(place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/'))), name)
}

/** The systems a package is for are told by its name, as all such packages do. */
function describe(name, version, parent) {
  const os = /darwin|linux|win32|android|freebsd|openbsd|netbsd|openharmony|sunos|aix/.exec(name)?.[0]
  const cpu = /arm64|arm|x64|ia32|ppc64|s390x|riscv64|loong64|wasm32/.exec(name)?.[0]
  const libc = os === 'linux' ? /musl|gnu/.exec(name)?.[0]?.replace('gnu', 'glibc') : undefined
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}
