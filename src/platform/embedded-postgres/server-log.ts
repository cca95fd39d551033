// The server writes straight into postgresql.log, so that it keeps talking when Node is gone, and so that what it
// said before it died can be read. At most two files of about 16 MB are kept.
import { copyFileSync, openSync, readFileSync, statSync, statfsSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import { giveToFolderOwner } from './data-folder.ts'

const turnAtBytes = 16 * 1024 * 1024

/** Opens the log for appending; the caller closes the handle once the server has it. */
export function openServerLog(path: string): number {
  turnServerLog(path)
  const handle = openSync(path, 'a', 0o600)
  giveToFolderOwner(path, dirname(path))
  return handle
}

/** Keeps a large log as `.1` and empties it. The server appends, so it goes on at the start of the emptied file. */
export function turnServerLog(path: string): void {
  if (sizeOf(path) < turnAtBytes) return
  try {
    copyFileSync(path, `${path}.1`)
    truncateSync(path)
  } catch {
    // A full disk must not end a running server; the next turn tries again.
  }
}

export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** What the server said since the log had the given size, and whether its disk is full: on a full disk it may have been unable to say anything. */
export function lastWords(path: string, fromBytes: number): { text: string; diskFull: boolean } {
  let text = ''
  try {
    text = readFileSync(path).subarray(fromBytes).subarray(-16_384).toString('utf8')
  } catch {
    // No log is an answer too.
  }
  const { bavail, bsize } = statfsSync(dirname(path))
  return { text, diskFull: /No space left on device|disk quota/i.test(text) || bavail * bsize < 1024 * 1024 }
}
