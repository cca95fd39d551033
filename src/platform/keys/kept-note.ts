/* A short text in a file beside the keys, written whole or not at all, the newest in place of the one before. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface KeptNote {
  /** `null` before the first. */
  readonly read: () => string | null
  readonly write: (text: string) => void
}

export function noteIn(folder: string, name: string): KeptNote {
  const file = join(folder, `${name}.txt`)
  return {
    read: () => (existsSync(file) ? readFileSync(file, 'utf8') : null),
    write: (text) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const waiting = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
      try {
        writeFileSync(waiting, text, { mode: 0o600, flush: true })
        renameSync(waiting, file)
      } finally {
        rmSync(waiting, { force: true })
      }
    },
  }
}
