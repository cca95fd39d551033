/*
Rescue files of colleagues' telephones that this telephone carries to the server. A file lies in pieces, sealed like everything else here, and is
never opened on the way: it is closed to everybody but the server. It counts as unsent work until the server has said what came of it; a file that
the server refuses, or of which it could not read all, stays until its bearer puts it away.
*/
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import type { Rescued } from '../../modules/field/contract.ts'
import { CARRIED_BOX, HEADER_BYTES, carriedFiles, headerSaid, pieceKey } from '../../modules/field/domain/carried-file.ts'
import { toHex } from '../../modules/field/domain/rescue-file.ts'
import type { Change, SealedStore } from './sealed-store.ts'
import { type Heard, SyncTrouble, type Told, isOk, isRecord, refusalIn } from './session-wire.ts'

export interface CarriedFile {
  readonly id: string
  /** Whose telephone, by its number. */
  readonly device: string
  readonly madeAt: string
  readonly takenAt: string
  readonly bytes: number
  readonly pieces: number
  readonly state: 'waiting' | 'sent' | 'refused'
  /** The server's numbers. */
  readonly receipt: Rescued | null
  readonly refusal: { readonly code: string; readonly facts: { readonly [name: string]: unknown } } | null
  readonly answeredAt: string | null
}
export interface CarriedFiles {
  readonly items: () => readonly CarriedFile[]
  /** The same file again is the one that is here. Throws `DeviceFull`. */
  readonly take: (file: Blob) => Promise<Outcome<CarriedFile>>
  /** As it was taken, to be given on; null when the server has it and it left. */
  readonly content: (id: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** What was refused is offered again at the next round. */
  readonly again: (id: string) => Promise<void>
  /** Nothing of it stays here. */
  readonly putAway: (id: string) => Promise<void>
}
export interface CarriedCore extends CarriedFiles {
  readonly answered: (id: string, said: Pick<CarriedFile, 'state' | 'receipt' | 'refusal'>) => Promise<void>
}

const PREFIX = 'rescue-file:'
/** The server takes no more (D). */
export const MOST_CARRIED_BYTES = 200_000_000
const PIECE_BYTES = 2_000_000

export async function openCarriedFiles(
  store: SealedStore,
  { now, changed }: { readonly now: () => string; readonly changed: () => void },
): Promise<CarriedCore> {
  const known = new Map<string, CarriedFile>()
  for (const { key, value } of await store.list('setting')) if (key.startsWith(PREFIX) && isCarried(value)) known.set(value.id, value)
  const keysOf = ({ id, pieces }: CarriedFile) => Array.from({ length: pieces }, (_none, at) => pieceKey(id, at))
  const write = async (file: CarriedFile, changes: readonly Change[] = []): Promise<void> => {
    await store.write([...changes, { box: 'setting', key: PREFIX + file.id, put: file }])
    known.set(file.id, file)
    changed()
  }
  const drops = (file: CarriedFile): readonly Change[] => keysOf(file).map((key): Change => ({ box: CARRIED_BOX, key, drop: true }))
  return {
    items: () => [...known.values()],
    take: async (file) => {
      if (file.size > MOST_CARRIED_BYTES) return refused('too-large', { most: Math.round(MOST_CARRIED_BYTES / 1_000_000) })
      const said = headerSaid(await file.slice(0, HEADER_BYTES).text())
      if (said === null) return refused('not-a-rescue-file')
      const { line, device, madeAt } = said
      const id = await nameOf(`${line}\n${file.size}`)
      const here = known.get(id)
      if (here !== undefined && here.state !== 'sent') return accepted(here)
      const pieces = Math.ceil(file.size / PIECE_BYTES)
      // Piece by piece, so that a phone of 2 GB need not hold it twice; what is cut short by a full phone is taken out again.
      const taken: CarriedFile = {
        ...{ id, device, madeAt, takenAt: now(), bytes: file.size, pieces },
        ...{ state: 'waiting', receipt: null, refusal: null, answeredAt: null },
      }
      try {
        for (let at = 0; at < pieces; at++) {
          const bytes = new Uint8Array(await file.slice(at * PIECE_BYTES, (at + 1) * PIECE_BYTES).arrayBuffer())
          await store.write([{ box: CARRIED_BOX, key: pieceKey(id, at), putBytes: bytes }])
        }
        await write(taken)
      } catch (error) {
        await store.write(drops(taken)).catch(() => undefined)
        throw error
      }
      return accepted(taken)
    },
    content: async (id) => {
      const file = known.get(id)
      if (file === undefined) return null
      const pieces = await Promise.all(keysOf(file).map(async (key) => ({ key, bytes: await store.readBytes(CARRIED_BOX, key) })))
      const [whole] = carriedFiles(pieces.flatMap(({ key, bytes }) => (bytes === undefined ? [] : [{ key, bytes }])))
      return whole === undefined || whole.length !== file.bytes ? null : new Uint8Array(whole)
    },
    again: async (id) => {
      const file = known.get(id)
      if (file?.state === 'refused') await write({ ...file, state: 'waiting', refusal: null })
    },
    putAway: async (id) => {
      const file = known.get(id)
      if (file === undefined) return
      await store.write([...drops(file), { box: 'setting', key: PREFIX + id, drop: true }])
      known.delete(id)
      changed()
    },
    answered: async (id, said) => {
      const file = known.get(id)
      if (file === undefined) return
      const isWhole = said.receipt?.unreadable === 0
      await write({ ...file, ...said, answeredAt: now() }, isWhole ? drops(file) : [])
    },
  }
}

/** Still only here, or not known to be with the server. */
export const isUnsentFile = ({ state }: Pick<CarriedFile, 'state'>): boolean => state !== 'sent'

/** Before the part is put together, and where a row cannot be read it counts. */
export async function unsentFiles(store: Pick<SealedStore, 'list'>): Promise<number> {
  const rows = await store.list('setting')
  return rows.filter(({ key, value }) => key.startsWith(PREFIX) && (!isCarried(value) || isUnsentFile(value))).length
}

/** As much of the session as is needed. */
interface Asking {
  readonly ask: (told: Pick<Told, 'method' | 'path'> & Partial<Told>) => Promise<Heard>
}
/** One after the other, the oldest first. Throws `SyncTrouble` when the server is not reached: the file waits for the next round. */
export async function sendCarried({
  carried,
  session,
  told,
}: {
  readonly carried: CarriedCore
  readonly session: Asking
  readonly told: (done: number, of: number) => void
}): Promise<boolean> {
  const waiting = carried.items().filter(({ state }) => state === 'waiting')
  let isFaulty = false
  for (const [at, file] of waiting.entries()) {
    told(at, waiting.length)
    const said = await heard(carried, session, file)
    if (said === null) isFaulty = true
    else await carried.answered(file.id, said)
    told(at + 1, waiting.length)
  }
  return isFaulty
}

async function heard(
  carried: CarriedCore,
  session: Asking,
  { id }: CarriedFile,
): Promise<Pick<CarriedFile, 'state' | 'receipt' | 'refusal'> | null> {
  const body = await carried.content(id)
  if (body === null) return { state: 'refused', receipt: null, refusal: { code: 'not-a-rescue-file', facts: {} } }
  const headers = { 'content-type': 'application/octet-stream', accept: 'application/json' }
  try {
    const answer = await session.ask({ method: 'POST', path: '/api/field/rescues', headers, body })
    if (isOk(answer)) return isRescued(answer.body) ? { state: 'sent', receipt: answer.body, refusal: null } : null
    const refusal = refusalIn(answer.body)
    if (answer.status === 429) throw new SyncTrouble(refusal?.code ?? 'too-many-tries')
    return answer.status < 500 && refusal !== null ? { state: 'refused', receipt: null, refusal } : null
  } catch (error) {
    // Of the file's telephone: this one has just spoken with the server.
    if (error instanceof SyncTrouble && error.code === 'device-not-enrolled')
      return { state: 'refused', receipt: null, refusal: { code: error.code, facts: {} } }
    throw error
  }
}

async function nameOf(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return toHex(hash).slice(0, 32)
}

const NUMBERS = ['taken', 'before', 'waiting', 'refused', 'drafts', 'photos', 'unreadable']
const isRescued = (value: unknown): value is Rescued => isRecord(value) && NUMBERS.every((name) => typeof value[name] === 'number')

const isCarried = (value: unknown): value is CarriedFile =>
  isRecord(value) &&
  ['id', 'device', 'madeAt', 'takenAt', 'state'].every((name) => typeof value[name] === 'string') &&
  typeof value['pieces'] === 'number' &&
  typeof value['bytes'] === 'number'
