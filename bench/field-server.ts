/* Starts the server of field measurements, and opens the app's own telephone core on it: a disc in memory, the real outbox, session, rounds and pull. */
import { fork } from 'node:child_process'
import { createPrivateKey, sign } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { FileKeep, Keep } from '../src/app/device.ts'
import { type OpenedPhone, startPhone } from '../src/app/field/open-phone.ts'
import type { Wire } from '../src/app/field/session-wire.ts'
import type { RoundPart } from '../src/app/field/sync.ts'
import { newDisc, openDisc } from '../test/memory-store.ts'

export interface EnrolledPhone {
  readonly device: string
  readonly account: string
  readonly key: string
}
export interface FieldServer {
  readonly port: number
  /** Of its process. */
  readonly pid: number
  readonly now: string
  readonly phones: readonly EnrolledPhone[]
  readonly sites: readonly string[]
  readonly form: { readonly form: string; readonly version: string; readonly sha256: string }
  readonly connectionString: string
}

export async function withFieldServer<T>(
  asked: { readonly phones: number; readonly sites: number; readonly visits?: number },
  work: (server: FieldServer) => Promise<T>,
): Promise<T> {
  const child = fork(fileURLToPath(new URL('field-server-child.ts', import.meta.url)), [JSON.stringify({ visits: 0, ...asked })], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  try {
    let said = ''
    for await (const piece of child.stdout ?? []) {
      said += String(piece)
      if (said.includes('\n')) break
    }
    if (!said.includes('\n')) throw new Error('the server of the measurement did not start')
    return await work(JSON.parse(said))
  } finally {
    const over = once(child, 'exit')
    if (child.connected) child.send('end')
    await over
  }
}

/** As a browser does: compressed answers, connections that stay open. */
export const wireOver =
  (base: string): Wire =>
  async ({ method, path, headers, body }, signal) => {
    const response = await fetch(`${base}${path}`, { method, headers, body, signal })
    const text = await response.text()
    try {
      return { status: response.status, body: JSON.parse(text) }
    } catch {
      return { status: response.status, body: null }
    }
  }

export async function openPhoneOn(
  server: Pick<FieldServer, 'now'>,
  { phone, base, rounds = {} }: { readonly phone: EnrolledPhone; readonly base: string; readonly rounds?: { readonly pull?: RoundPart } },
): Promise<OpenedPhone> {
  const key = createPrivateKey(phone.key)
  const began = performance.now()
  return startPhone({
    vault: {
      holder: { seat: 1, device: phone.device, account: phone.account, role: 'MINES_PROV', server: base, language: 'fr' },
      policy: { idleMinutes: 3, pinTries: 3, wipeTries: 10, leaseDays: 21 },
      store: openDisc(newDisc()).store,
      signer: { sign: (text) => sign(null, Buffer.from(text, 'utf8'), key) },
      keep: noKeep,
      files: noFiles,
      isDecoy: false,
      noteContact: () => Promise.resolve(),
      settled: () => Promise.resolve(),
    },
    rounds,
    wire: wireOver(base),
    ticks: { wall: () => Date.parse(server.now) + performance.now() - began, steady: () => performance.now() },
    appVersion: 'bench',
    goesBySelf: false,
    lock: () => undefined,
  })
}

const noKeep: Keep = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined, keys: () => [] }
const noFiles: FileKeep = {
  keep: () => Promise.resolve(),
  read: () => Promise.resolve(null),
  drop: () => Promise.resolve(),
  keys: () => Promise.resolve([]),
}
