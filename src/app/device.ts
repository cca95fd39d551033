/*
What this browser is: a desk, whose work lies in the browser's own storage, or a telephone in the field, whose work lies sealed under the
PIN of the person who holds it. Screens ask here and never the browser, so that nothing of a telephone is ever written in clear.
The parts of a telephone are fetched only where one was enrolled; they lend their hand with `takeHand`.
*/
import type { Answer, CommandOptions, Receipt } from './answer.ts'

/** Small texts, at hand at once. `setItem` throws when the device has no room. */
export interface Keep {
  readonly getItem: (key: string) => string | null
  readonly setItem: (key: string, text: string) => void
  readonly removeItem: (key: string) => void
  readonly keys: () => readonly string[]
}
/** Photographs of drafts. `keep` rejects when the device has no room. */
export interface FileKeep {
  readonly keep: (key: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  readonly read: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>
  readonly drop: (key: string) => Promise<void>
  readonly keys: (prefix: string) => Promise<readonly string[]>
}

/** What a telephone does between the screens and the server. */
export interface FieldHand {
  /** `Bearer …` while there is a session with the server, else null. */
  readonly authorization: () => string | null
  /** The server's answer, kept for later; without network the kept one; in both what waits here and is not sent yet is written in. */
  readonly answer: <Data>(path: string, fromServer: () => Promise<Answer<Data>>) => Promise<Answer<Data>>
  /** Whether the outbox takes commands to this path. */
  readonly takes: (path: string) => boolean
  /** Signs the command, puts it in the outbox and answers provisionally; the server's word comes with the sync. */
  readonly queue: (path: string, data: unknown, options: CommandOptions) => Promise<Receipt>
  /** Keeps a file for the outbox; the answer of `/api/files`. `to`: the address of its own to which its pieces go. */
  readonly keepFile: (file: Blob, to?: string) => Promise<unknown>
}

interface Device {
  readonly keep: Keep
  readonly files: FileKeep
  readonly hand: FieldHand | null
}

const desk: Keep = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, text) => localStorage.setItem(key, text),
  removeItem: (key) => localStorage.removeItem(key),
  keys: () => Object.keys(localStorage),
}

/** Set on a browser on which somebody was enrolled; nothing else says so before a PIN was typed. */
const MARK = 'chanzo.field'
export const isFieldDevice = (): boolean => localStorage.getItem(MARK) !== null
/** A telephone in somebody's hand, enrolled or not: what stands on it may be read by who searches it. */
export const isTelephone = (): boolean => isFieldDevice() || matchMedia('(pointer: coarse) and (max-width: 700px)').matches
export const markFieldDevice = (is: boolean): void => (is ? localStorage.setItem(MARK, 'yes') : localStorage.removeItem(MARK))

let held: Device = { keep: desk, files: deskFiles(), hand: null }
export const deviceKeep = (): Keep => held.keep
export const deviceFiles = (): FileKeep => held.files
export const fieldHand = (): FieldHand | null => held.hand
export const takeHand = (device: Device): void => {
  held = device
}

/** On a desk: in the browser's database, because they are too large for its storage. Bytes and not blobs: some phones lose blobs. */
function deskFiles(): FileKeep {
  const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((done, failed) => {
      request.addEventListener('success', () => done(request.result))
      request.addEventListener('error', () => failed(request.error ?? new Error('the device refused')))
    })
  const inStore = async <Result>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<Result>): Promise<Result> => {
    const opening = indexedDB.open('chanzo-forms', 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('files'))
    const database = await asked(opening)
    try {
      return await asked(act(database.transaction('files', mode).objectStore('files')))
    } finally {
      database.close()
    }
  }
  return {
    keep: async (key, bytes) => void (await inStore('readwrite', (store) => store.put(bytes.buffer, key))),
    read: async (key) => {
      const bytes: unknown = await inStore('readonly', (store) => store.get(key))
      return bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : null
    },
    drop: async (key) => void (await inStore('readwrite', (store) => store.delete(key))),
    keys: async (prefix) =>
      (await inStore('readonly', (store) => store.getAllKeys()))
        .filter((one) => typeof one === 'string')
        .filter((one) => one.startsWith(prefix)),
  }
}
