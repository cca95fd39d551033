/*
The sealed store in the browser's database. A row is a head (whose, which box, an id that says nothing, the sealed key) and a body apart, so that
keys are listed without reading photographs. All is sealed before the transaction opens, because a transaction does not wait for anything else;
writes are made one after the other, in the order in which they were asked for.
In clear lie: a tag of chance for the holder, the box, the order and the sizes.
*/
import { Dexie, type Table } from 'dexie'
import { BYTES_BODY, JSON_BODY, type RescueRow, boundTo, openRow, toHex } from '../../modules/field/domain/rescue-file.ts'
import { type Bytes, type HolderKeys, fromUtf8, joined, open, seal, toUtf8 } from './keys.ts'
import type { SeatRow } from './holders.ts'
import { type Box, type Change, DeviceFull, type SealedRow, type SealedStore } from './sealed-store.ts'

export const boxes: readonly Box[] = ['outbox', 'photo', 'draft', 'kept', 'file', 'rescue', 'sent', 'setting', 'answer', 'person']
const isBox = (box: string): box is Box => boxes.some((one) => one === box)

interface HeadRow {
  readonly seq?: number
  readonly holder: string
  readonly box: Box
  readonly id: string
  readonly name: Bytes
  readonly bytes: number
}
interface BodyRow {
  readonly seq: number
  readonly body: Bytes
}

/** Only the browser's own database: tests give one of their own. */
export interface DatabaseParts {
  readonly name: string
  readonly indexedDB?: IDBFactory
  readonly IDBKeyRange?: typeof IDBKeyRange
}

export class PhoneDatabase extends Dexie {
  readonly seats: Table<SeatRow, number>
  readonly rows: Table<HeadRow, number>
  readonly bodies: Table<BodyRow, number>
  constructor({ name, ...parts }: DatabaseParts) {
    // What was answered with "kept" is on the flash and not only on its way there.
    super(name, { ...parts, chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({ seats: 'seat, &tag', rows: '++seq, &[holder+id], [holder+box]', bodies: 'seq' })
    this.seats = this.table('seats')
    this.rows = this.table('rows')
    this.bodies = this.table('bodies')
  }
}

/** What a write came to when the browser had no room, in the spellings of browsers and of Dexie. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return false
  if (error.name === 'QuotaExceededError' || error.message.includes('QuotaExceeded')) return true
  const inner: unknown = 'inner' in error ? error.inner : error.cause
  const several: unknown = 'failures' in error ? error.failures : []
  return [inner, ...(Array.isArray(several) ? several : [])].some((one) => one !== error && isFull(one))
}

export async function orFull<Result>(writing: Promise<Result>): Promise<Result> {
  try {
    return await writing
  } catch (error) {
    throw isFull(error) ? new DeviceFull('no room left on this device') : error
  }
}

/** The id of a key: says nothing to whoever does not hold the key. */
async function idOf(keys: HolderKeys, box: string, key: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', keys.ids, fromUtf8(`${box}\n${key}`))))
}

export class SealedDexie implements SealedStore {
  #last: Promise<unknown> = Promise.resolve()
  readonly #database: PhoneDatabase
  readonly #holder: string
  readonly #keys: HolderKeys
  constructor(database: PhoneDatabase, holder: string, keys: HolderKeys) {
    this.#database = database
    this.#holder = holder
    this.#keys = keys
  }

  async read(box: Box, key: string): Promise<unknown> {
    return (await this.#get(box, key))?.value
  }

  async readBytes(box: Box, key: string): Promise<Bytes | undefined> {
    return (await this.#get(box, key))?.bytes
  }

  async list(box: Box): Promise<readonly SealedRow[]> {
    const { heads, bodies } = await this.#database.transaction('r', this.#database.rows, this.#database.bodies, async () => {
      const found = await this.#database.rows.where({ holder: this.#holder, box }).sortBy('seq')
      return { heads: found, bodies: await this.#database.bodies.bulkGet(found.map(({ seq = 0 }) => seq)) }
    })
    return Promise.all(
      heads.map(async (head, at) => {
        // One row that the flash damaged, or that somebody changed, must not shut everything else away.
        const opened = await this.#open(head, bodies[at]?.body).catch(() => null)
        return opened === null ? { key: `damaged:${head.id}`, value: undefined } : { key: opened.key, value: opened.bytes ?? opened.value }
      }),
    )
  }

  async keys(box: Box): Promise<readonly string[]> {
    const heads = await this.#database.rows.where({ holder: this.#holder, box }).sortBy('seq')
    const names = await Promise.all(heads.map((head) => this.#nameOf(head).catch(() => null)))
    return names.filter((name) => name !== null)
  }

  async write(changes: readonly Change[]): Promise<void> {
    const sealing = Promise.all(changes.map((change) => this.#sealed(change)))
    // A failure is told where the sealed changes are awaited, after the writes before.
    sealing.catch(() => undefined)
    const before = this.#last
    const writing = before.catch(() => undefined).then(async () => this.#commit(await sealing))
    this.#last = writing
    return orFull(writing)
  }

  async size(): Promise<{ readonly rows: number; readonly bytes: number }> {
    let rows = 0
    let bytes = 0
    await this.#database.rows
      .where('[holder+id]')
      .between([this.#holder, Dexie.minKey], [this.#holder, Dexie.maxKey])
      .each((head) => {
        rows++
        bytes += head.bytes
      })
    return { rows, bytes }
  }

  /** After this, all that was asked to be written is written, or its failure was told. */
  async settled(): Promise<void> {
    await this.#last.catch(() => undefined)
  }

  async #get(box: Box, key: string) {
    const id = await idOf(this.#keys, box, key)
    const { head, body } = await this.#database.transaction('r', this.#database.rows, this.#database.bodies, async () => {
      const found = await this.#database.rows.get({ holder: this.#holder, id })
      return { head: found, body: found?.seq === undefined ? undefined : await this.#database.bodies.get(found.seq) }
    })
    return head === undefined ? undefined : this.#open(head, body?.body)
  }

  async #nameOf(head: HeadRow): Promise<string> {
    const name = await open(this.#keys.rows, head.name, boundTo.name(head))
    if (name === null) throw new Error(`a row of ${head.box} was changed on this device`)
    return toUtf8(name)
  }

  async #open(head: HeadRow, sealed: Bytes | undefined) {
    const key = await this.#nameOf(head)
    const body = sealed === undefined ? null : await open(this.#keys.rows, sealed, boundTo.body(head))
    const row = body === null ? null : openRow({ box: head.box, key }, body, toUtf8)
    if (row === null) throw new Error(`a row of ${head.box} was changed on this device`)
    return row
  }

  async #sealed(change: Change): Promise<SealedChange> {
    const { box, key } = change
    const place = { holder: this.#holder, box, id: await idOf(this.#keys, box, key) }
    if ('drop' in change) return { place, put: null }
    const plain =
      'putBytes' in change
        ? joined(new Uint8Array([BYTES_BODY]), change.putBytes)
        : joined(new Uint8Array([JSON_BODY]), fromUtf8(JSON.stringify(change.put ?? null)))
    const name = await seal(this.#keys.rows, fromUtf8(key), boundTo.name(place))
    return { place, put: { name, body: await seal(this.#keys.rows, plain, boundTo.body(place)) } }
  }

  async #commit(changes: readonly SealedChange[]): Promise<void> {
    const { seats, rows, bodies } = this.#database
    await this.#database.transaction('rw', seats, rows, bodies, async () => {
      // What is still written behind after the seat was destroyed must not lie here for ever.
      if ((await seats.where({ tag: this.#holder }).count()) === 0) throw new Error('this seat is no longer on this device')
      // Of two changes of one row the last one counts; the row keeps its place in the order.
      const last = new Map(changes.map((change) => [change.place.id, change]))
      const places = [...last.keys()].map((id) => [this.#holder, id])
      const seqOf = new Map((await rows.where('[holder+id]').anyOf(places).toArray()).map(({ id, seq = 0 }) => [id, seq]))
      const puts = [...last.values()].flatMap(({ place, put }) => (put === null ? [] : [{ place, ...put, seq: seqOf.get(place.id) }]))
      const heads = puts.map(({ place, name, body, seq }): HeadRow => {
        const head = { ...place, name, bytes: body.length }
        return seq === undefined ? head : { ...head, seq }
      })
      const seqs = await rows.bulkPut(heads, { allKeys: true })
      await bodies.bulkPut(puts.map(({ body }, at) => ({ seq: seqs[at] ?? 0, body })))
      const dropped = [...last.values()].flatMap(({ place, put }) => (put === null ? [seqOf.get(place.id) ?? 0] : []))
      await rows.bulkDelete(dropped)
      await bodies.bulkDelete(dropped)
    })
  }
}

interface SealedChange {
  readonly place: { readonly holder: string; readonly box: Box; readonly id: string }
  readonly put: { readonly name: Bytes; readonly body: Bytes } | null
}

/** The rows of a holder as they lie, without any key, in the order in which they were put; bodies come one by one. */
export async function* rowsAsTheyLie(database: PhoneDatabase, holder: string, box: Box): AsyncGenerator<RescueRow> {
  const heads = await database.rows.where({ holder, box }).sortBy('seq')
  for (const { seq = 0, id, name } of heads) {
    const body = await database.bodies.get(seq)
    if (body !== undefined) yield { holder, box, id, name, body: body.body }
  }
}

/** Puts rows of another phone as they are; what is here already stays as it is here. Answers how many were new. */
export async function putRows(database: PhoneDatabase, sealed: readonly RescueRow[]): Promise<number> {
  const { rows, bodies } = database
  return orFull(
    database.transaction('rw', rows, bodies, async () => {
      let added = 0
      for (const { holder, box, id, name, body } of sealed) {
        if (!isBox(box) || (await rows.get({ holder, id })) !== undefined) continue
        const seq = await rows.add({ holder, box, id, name, bytes: body.length })
        await bodies.add({ seq, body })
        added++
      }
      return added
    }),
  )
}

export const headsOf = (database: PhoneDatabase, holder: string) =>
  database.rows.where('[holder+id]').between([holder, Dexie.minKey], [holder, Dexie.maxKey])
