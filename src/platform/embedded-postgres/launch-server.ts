// Starts the server process of a cluster and waits until it accepts connections. The process is given a session
// of its own, so that Ctrl-C in the terminal reaches Node alone, which then ends it in order. Call under the launch lock.
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { LaunchFault } from './launch-fault.ts'
import { folderAsSeenBy, serverEnvironment, spawnFault } from './make-cluster.ts'
import { clearStalePidFile, endLeftovers, lastPort, readPidFile, type Postmaster } from './postmaster.ts'
import { lastWords, openServerLog, sizeOf } from './server-log.ts'

export interface StartedServer extends Postmaster {
  readonly child: ChildProcess
}

export interface LaunchWish {
  readonly binaries: Binaries
  /** A fixed port faults when taken; without one, the last one is used again if free. */
  readonly port: number | undefined
  readonly patienceMs: number
}

type Attempt = { started: StartedServer } | { failed: string; diskFull: boolean }

/** Starts the server, trying again while a port is snatched from us or the rest of a killed server is still ending. */
export async function launchServer(folder: DataFolder, wish: LaunchWish): Promise<StartedServer> {
  const giveUpAt = performance.now() + wish.patienceMs
  const endLeftoversAt = performance.now() + 2_000
  let portTries = 0
  for (;;) {
    clearStalePidFile(folder)
    const port = wish.port ?? (await choosePort(portTries === 0 ? lastPort(folder) : undefined))
    const attempt = await tryLaunch(folder, wish, port)
    if ('started' in attempt) return attempt.started
    const { failed, diskFull } = attempt
    if (diskFull) throw new LaunchFault('disk-full', { folder: folder.path, detail: failed })
    if (/could not bind|could not create any TCP/.test(failed)) {
      portTries += 1
      if (wish.port !== undefined || portTries > 5) throw new LaunchFault('busy-port', { folder: folder.path, port, detail: failed })
      continue
    }
    const stillEnding = /pre-existing shared memory block|shared memory block .* still in use/.test(failed)
    if (!stillEnding || performance.now() > giveUpAt) throw new LaunchFault('server-refused', { folder: folder.path, detail: failed })
    if (performance.now() > endLeftoversAt) endLeftovers(folder)
    await wait(100)
  }
}

async function tryLaunch(folder: DataFolder, wish: LaunchWish, port: number): Promise<Attempt> {
  const logStart = sizeOf(folder.logFile)
  const child = spawnServer(folder, wish.binaries, port)
  let ended = false
  const end = new Promise<void>((settle, fail) => {
    child.once('exit', () => {
      ended = true
      settle()
    })
    child.once('error', (thrown) => fail(spawnFault(thrown, folder.path)))
  })
  const giveUpAt = performance.now() + wish.patienceMs
  while (!ended) {
    await Promise.race([end, wait(5)])
    const file = readPidFile(folder)
    if (file !== undefined && file.pid === child.pid && file.status === 'ready') return { started: { pid: file.pid, port, child } }
    if (performance.now() > giveUpAt) {
      child.kill('SIGQUIT')
      throw new LaunchFault('server-unresponsive', { folder: folder.path, detail: 'it did not become ready in time' })
    }
  }
  const { text, diskFull } = lastWords(folder.logFile, logStart)
  return { failed: tellingLine(text) ?? `code ${child.exitCode ?? child.signalCode ?? 'unknown'}`, diskFull }
}

function spawnServer(folder: DataFolder, binaries: Binaries, port: number): ChildProcess {
  const options = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // A socket in the data folder would fail wherever its path is longer than 107 bytes.
    unix_socket_directories: '',
    cluster_name: folder.clusterName,
  }
  const log = openServerLog(folder.logFile)
  try {
    const child = spawn(
      binaries.postgres,
      [
        '-D',
        folderAsSeenBy(folder.serverUser, folder.cluster),
        ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      {
        ...folder.serverUser,
        cwd: folder.cluster,
        env: serverEnvironment(),
        stdio: ['ignore', log, log],
        detached: true,
        windowsHide: true,
      },
    )
    child.unref()
    return child
  } finally {
    closeSync(log)
  }
}

/** The line that names the cause: a wrong setting and a busy port are told before the fatal line, which only sums up. */
function tellingLine(text: string): string | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const causes = [
    /could not bind/,
    /invalid value for parameter|unrecognized configuration parameter|syntax error in file/,
    /FATAL|PANIC/,
    /./,
  ]
  const line = causes.map((cause) => lines.find((candidate) => cause.test(candidate))).find((found) => found !== undefined)
  return line?.replace(/^.*?\b(LOG|FATAL|PANIC): +/, '')
}

async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && (await isFree(wanted)) !== undefined) return wanted
  return (await isFree(0)) ?? 0
}

/** The port if it can be listened on; 0 asks for any. */
function isFree(port: number): Promise<number | undefined> {
  return new Promise((settle) => {
    const probe = createServer()
    probe.once('error', () => settle(undefined))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => settle(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })
}
