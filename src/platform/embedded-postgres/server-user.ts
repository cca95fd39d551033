// PostgreSQL refuses to run as root. When we are root, the server runs as whoever owns the data already, and
// for new data as the system's own `postgres` or `nobody`. An ordinary user runs it as himself. Windows has
// no such step.
import { readFileSync, statSync, type Stats } from 'node:fs'

export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

const nobody: ServerUser = { uid: 65534, gid: 65534 }

/** The user to drop to, or undefined when the server shall run as we do. The first existing path with an owner other than root decides. */
export function chooseServerUser(paths: readonly string[]): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const path of paths) {
    const owner = statIfThere(path)
    if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  return systemUser('postgres') ?? systemUser('nobody') ?? nobody
}

function systemUser(name: string): ServerUser | undefined {
  const line = readPasswd().find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

function readPasswd(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return []
  }
}

function statIfThere(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}
