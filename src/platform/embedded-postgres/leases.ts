// Who is using the database of a folder: one small file per use, naming the process. The last one to leave
// stops the server, whoever started it. A process that died without leaving is not counted, so its file needs
// no tidying to stay truthful; it is removed when the next one looks.
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readIdentity } from './launch-lock.ts'
import { isStillRunning, ownIdentity } from './process-identity.ts'

export const leaseFolderName = 'users'

/** Writes down that this process uses the database; returns the file that says so. Call it under the launch lock. */
export function takeLease(dataDir: string): string {
  const folder = join(dataDir, leaseFolderName)
  const lease = join(folder, `${process.pid}.${randomBytes(4).toString('hex')}`)
  writeFileSync(lease, JSON.stringify(ownIdentity()), { mode: 0o644 })
  return lease
}

export function giveBackLease(lease: string): void {
  rmSync(lease, { force: true })
}

/** Counts the living users of the database and forgets the dead ones. Call it under the launch lock. */
export function countLeases(dataDir: string): number {
  const folder = join(dataDir, leaseFolderName)
  let living = 0
  for (const name of namesIn(folder)) {
    const user = readIdentity(join(folder, name))
    if (user !== undefined && isStillRunning(user)) living += 1
    else rmSync(join(folder, name), { force: true })
  }
  return living
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
