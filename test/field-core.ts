/*
The telephone's own code (outbox, session, rounds, hand) in a program without a browser: the same files that run on a phone, on a disc in memory,
with a link that the test holds in its hands.
*/
import { randomBytes, sign } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { FileKeep, Keep } from '../src/app/device.ts'
import { type OpenedPhone, startPhone } from '../src/app/field/open-phone.ts'
import type { Ticks } from '../src/app/field/session-clock.ts'
import { type Wire, parsed } from '../src/app/field/session-wire.ts'
import type { RoundPart } from '../src/app/field/sync.ts'
import type { TestPhone } from './field-phone.ts'
import { type Disc, type Hand, newDisc, openDisc } from './memory-store.ts'
import { baselineJpeg } from './sample-files.ts'

/** Straight to a server in this program. */
export const wireTo =
  (app: () => FastifyInstance): Wire =>
  async ({ method, path, headers, body }) => {
    const payload = body === null ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }
    const answer = await app().inject({ method, url: path, headers, ...payload })
    return { status: answer.statusCode, body: parsed(answer.body) }
  }

export interface CoreOptions {
  readonly enrolled: Pick<TestPhone, 'device' | 'account' | 'key'>
  readonly wire: Wire
  readonly disc?: Disc
  readonly ticks?: Ticks
  readonly rounds?: { readonly drafts?: RoundPart; readonly pull?: RoundPart }
  readonly onKilled?: () => void
  readonly piece?: number
}
export interface Core {
  readonly phone: OpenedPhone
  readonly disc: Disc
  readonly hand: Hand
}
export async function openCore({ enrolled, wire, disc = newDisc(), ticks, rounds = {}, onKilled, piece }: CoreOptions): Promise<Core> {
  const hand = openDisc(disc, onKilled)
  const { device, account, key } = enrolled
  const phone = await startPhone({
    vault: {
      holder: { seat: 1, device, account, role: 'SAEMAPE_AGENT', server: 'http://127.0.0.1', language: 'fr' },
      policy: { idleMinutes: 3, pinTries: 3, wipeTries: 10, leaseDays: 21 },
      store: hand.store,
      signer: { sign: (text) => sign(null, Buffer.from(text, 'utf8'), key) },
      keep: noKeep,
      files: noFiles,
      isDecoy: false,
      noteContact: () => Promise.resolve(),
      settled: () => Promise.resolve(),
    },
    rounds,
    // A dead app sends nothing and hears nothing.
    wire: (told, signal) => (hand.isDead() ? new Promise(() => undefined) : wire(told, signal)),
    ...(ticks ? { ticks } : {}),
    ...(piece === undefined ? {} : { piece }),
    appVersion: '0.2.0',
    goesBySelf: false,
    lock: () => hand.die(),
  })
  return { phone, disc, hand }
}

/** A small real picture, another one at every call: only the numbers of its quantization differ. */
export function anyPhoto(): Uint8Array<ArrayBuffer> {
  const picture = Uint8Array.from(baselineJpeg)
  const table = Buffer.from(picture).indexOf(Buffer.from('ffdb0043', 'hex')) + 5
  picture.set(
    randomBytes(64).map((byte) => 1 + (byte % 99)),
    table,
  )
  return picture
}

const noKeep: Keep = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined, keys: () => [] }
const noFiles: FileKeep = {
  keep: () => Promise.resolve(),
  read: () => Promise.resolve(null),
  drop: () => Promise.resolve(),
  keys: () => Promise.resolve([]),
}
