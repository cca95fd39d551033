/* The files of a ledger where they lie: a folder, or another server. A file that is not there is `null`; what cannot be reached at all is thrown. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface LedgerFiles {
  readonly read: (name: string) => Promise<Uint8Array | null>
}

export const filesIn = (folder: string): LedgerFiles => ({
  read: async (name) => (existsSync(join(folder, name)) ? new Uint8Array(readFileSync(join(folder, name))) : null),
})

const PATIENCE_MS = 20_000
/** `address` is what stands before `/checkpoint`. */
export const filesAt = (address: string): LedgerFiles => ({
  read: async (name) => {
    const answer = await fetch(`${address.replace(/\/+$/, '')}/${name}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (answer.status === 404) return null
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  },
})

/** Whole or not at all: a web server never hands out half a file. */
export function writeWhole(folder: string, name: string, content: Uint8Array | string): void {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, content, { flush: true })
  renameSync(`${file}.part`, file)
}
