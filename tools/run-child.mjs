/*
Runs a program in our place: its exit code becomes ours and signals reach it once. Ctrl-C in a terminal is sent by the
terminal to the whole group, so the program has it already and forwarding would make it two, which programs take as "at once";
npm forwards it to us on top of that. Without a terminal nobody else tells the program, so we do.
*/
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const hasTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY

/** Runs until the program ends, then ends this process the same way. */
export function becomeChild(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'inherit', ...options })
  let lastSignalAt = -Infinity
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => {
      const fromTerminal = hasTerminal && name !== 'SIGTERM'
      const repeated = performance.now() - lastSignalAt < 500
      lastSignalAt = performance.now()
      if (!fromTerminal && !repeated) child.kill(name)
    })
  }
  if (options.endWithParent) endWhenParentEnds(() => child.kill('SIGTERM'))
  child.once('error', (error) => {
    process.stderr.write(`${command} could not be started: ${error.message}\n`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
}

/** npm killed outright cannot tell us; a server that nobody can stop from where it was started should not stay. */
function endWhenParentEnds(end) {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) end()
  }, 1_000).unref()
}
