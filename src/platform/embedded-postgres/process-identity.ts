// Who a process number stands for. A number alone lies: the system hands it out again after a crash, and in a
// container the same small numbers return after every restart. So a process is remembered with the moment it
// started, and a number in a file is believed only if that moment still fits. Linux tells us through /proc;
// on macOS and Windows (written for, not tested) the number alone has to do.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'

export interface ProcessIdentity {
  readonly pid: number
  /** Boot id and start tick on Linux, '' where the system does not tell. */
  readonly startedAt: string
}

export type ProcessState = 'alive' | 'zombie' | 'gone'

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: startMoment(process.pid) }
}

export function isStillRunning(identity: ProcessIdentity): boolean {
  if (processState(identity.pid) !== 'alive') return false
  return identity.startedAt === '' || identity.startedAt === startMoment(identity.pid)
}

export function processState(pid: number): ProcessState {
  const state = statFields(pid)?.[0]
  if (state !== undefined) return state === 'Z' || state === 'X' ? 'zombie' : 'alive'
  try {
    process.kill(pid, 0)
    return 'alive'
  } catch (thrown) {
    // EPERM means that the number is taken, by somebody whose process we may not touch.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM' ? 'alive' : 'gone'
  }
}

/** The words a process was started with, or undefined where the system does not tell. */
export function commandLine(pid: number): string | undefined {
  const text = readText(`/proc/${pid}/cmdline`)
  return text === undefined || text === '' ? undefined : text.replaceAll('\0', ' ').trim()
}

/** Numbers of all processes whose command line holds the given word; empty where there is no /proc. */
export function processesNaming(word: string): number[] {
  return allProcesses().filter((pid) => commandLine(pid)?.includes(word) === true)
}

/** Numbers of all processes at work in the given folder or beneath it, also when it was removed under them; empty where there is no /proc. */
export function processesWorkingIn(folder: string): number[] {
  return allProcesses().filter((pid) => {
    const place = workingFolder(pid)?.replace(/ \(deleted\)$/, '')
    return place !== undefined && (place === folder || place.startsWith(`${folder}/`))
  })
}

function allProcesses(): number[] {
  let names: string[] = []
  try {
    names = readdirSync('/proc')
  } catch {
    return []
  }
  return names
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid)
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** Number of the process that answers for this one; undefined where the system does not tell. */
export function parentOf(pid: number): number | undefined {
  const parent = statFields(pid)?.[1]
  return parent === undefined ? undefined : Number(parent)
}

function startMoment(pid: number): string {
  const ticks = statFields(pid)?.[19]
  const boot = readText('/proc/sys/kernel/random/boot_id')?.trim()
  return ticks === undefined || boot === undefined ? '' : `${boot}:${ticks}`
}

/** Fields of /proc/PID/stat after the program's name, which may itself hold spaces and brackets. */
function statFields(pid: number): string[] | undefined {
  const text = readText(`/proc/${pid}/stat`)
  return text
    ?.slice(text.lastIndexOf(')') + 2)
    .trim()
    .split(' ')
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
