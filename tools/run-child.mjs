/*
Runs a program in our place: its exit code becomes ours and each signal reaches it once, because programs take a second one as
"at once". A server gets a session of its own, so that a signal to the whole group, such as Ctrl-C in a terminal, comes to us
alone and is passed on once, though npm passes it on as well. Any other program stays in our group and hears the terminal itself.
*/
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

// Node keeps what it compiled of our sources: without it every start strips the types of six hundred files again.
const env = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)), ...process.env }
const endWithParent = fileURLToPath(new URL('end-with-parent.mjs', import.meta.url))

/** Runs until the program ends, then ends this process the same way. */
export function runInOurPlace(node, args) {
  const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  const child = spawn(node, args, { stdio: 'inherit', env })
  passOnSignals(child, (name) => !hasTerminal || name === 'SIGTERM')
}

/** As `runInOurPlace`, for a server: it ends, in order, even when we or the npm above us are killed outright. */
export function runServerInOurPlace(node, args) {
  const underNpm = process.env.npm_lifecycle_event !== undefined
  const child = spawn(node, ['--import', endWithParent, ...args], { stdio: 'inherit', env, detached: process.platform !== 'win32' })
  passOnSignals(child, () => true)
  if (!underNpm) return
  const above = ancestors()
  setInterval(() => {
    if (ancestors() !== above) child.kill('SIGTERM')
  }, 1_000).unref()
}

function passOnSignals(child, isOurs) {
  let lastAt = -Infinity
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => {
      const repeated = performance.now() - lastAt < 1_000
      lastAt = performance.now()
      if (isOurs(name) && !repeated) child.kill(name)
    })
  }
  child.once('error', (error) => {
    process.stderr.write(`Node could not be started: ${error.message}\n`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
}

/** The shell that npm put above us, and npm. Without /proc only the first is known. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return String(process.ppid)
  }
}
