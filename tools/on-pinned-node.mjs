/*
What stands behind `npm start`, `npm test`, `npm run check`, `npm run bench` and `npm run gate:sealed`: from a fresh clone to a running program in one
command. It installs what is missing, finds the Node that Chanzo is tried on, builds the web app if need be, and hands over.
This first file is plain enough for an old Node to read, so that an old Node is told so instead of failing on a comma.
*/
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const programs = {
  start: ['src', 'bin', 'cli.ts'],
  test: ['tools', 'test-all.ts'],
  check: ['tools', 'check-all.ts'],
  bench: ['bench', 'run.ts'],
  'gate:sealed': ['tools', 'gate-sealed.ts'],
}

async function main() {
  const [task = '', ...args] = process.argv.slice(2)
  const program = programs[task]
  if (program === undefined) return stop(`Say one of: ${Object.keys(programs).join(', ')}.`)
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    return stop(`Chanzo needs Node 20.19 or newer to install itself; this is ${process.versions.node}. Node 24 is best.`)
  }
  const { installMissingParts } = await import('./install-parts.mjs')
  const trouble = await installMissingParts(root, task !== 'start')
  if (trouble !== undefined) {
    return stop(
      `${trouble}\nThe parts of Chanzo could not be installed: see above, check the network and that this folder is writable, then run the same command again.`,
    )
  }
  const { noNodeSentence, providePinnedNode } = await import('./pinned-node.mjs')
  const node = await providePinnedNode(root)
  if (node === undefined) return stop(noNodeSentence)
  if (task === 'start') {
    const { buildMissingApp } = await import('./build-app.mjs')
    const buildTrouble = await buildMissingApp(root, node)
    if (buildTrouble !== undefined) return stop(`${buildTrouble}\nThe web app could not be built: see above.`)
  }
  const { runInOurPlace, runServerInOurPlace } = await import('./run-child.mjs')
  if (task === 'start') runServerInOurPlace(node, [join(root, ...program), 'serve', ...args])
  else runInOurPlace(node, [join(root, ...program), ...args])
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

main().catch((error) => stop(error.code === 'EACCES' ? `This folder cannot be written to: ${error.message}` : error.stack))
