/*
Photographs on their way: in pieces whose size follows the link, three files at once, each going on where the server says it stands. They go
after the answers: a photograph that is late is a mark on the answers, an answer that is late is a visit that nobody knows of.
*/
import type { PhotoBox, PhotoWaiting } from './photo-box.ts'
import type { Session } from './session.ts'
import { type Heard, SyncTrouble, isOk, isRecord, refusalIn } from './session-wire.ts'

export interface PhotoRound {
  readonly photos: PhotoBox
  readonly session: Pick<Session, 'ask'>
  /** The hashes to send, most wanted first; else all that wait. */
  readonly wanted: readonly string[]
  readonly onlyWanted: boolean
  readonly told: (done: number, of: number) => void
  readonly pace: PhotoPace
}

const LANES = 3
/** Smaller pieces would spend their time waiting. */
const SMALLEST = 16_384
const LARGEST = 524_288
const QUICK_MS = 1500
const SLOW_MS = 15_000
/** Remembered from round to round while the app is open. */
export interface PhotoPace {
  /** Bytes of a piece. */
  piece: number
  /** Refused by the server since the app was opened: not sent again and again over a link that somebody pays for. */
  readonly refused: Set<string>
}
export const photoPace = (piece = 65_536): PhotoPace => ({ piece, refused: new Set() })

/** True when one could not be sent for a fault of its own. */
export async function sendPhotos(round: PhotoRound): Promise<boolean> {
  const { photos, wanted, onlyWanted, told, pace } = round
  const waiting = new Map(photos.waiting().map((one) => [one.sha256, one]))
  const order = [...new Set([...wanted, ...(onlyWanted ? [] : waiting.keys())])].flatMap((sha256) => waiting.get(sha256) ?? [])
  const queue = order.filter((one) => !pace.refused.has(one.sha256))
  let isFaulty = queue.length < order.length
  let done = 0
  const over: { error: unknown } = { error: null }
  const lane = async (): Promise<void> => {
    for (let photo = queue.shift(); photo !== undefined && over.error === null; photo = queue.shift()) {
      try {
        if (!(await sendPhoto(round, photo))) isFaulty = true
      } catch (error) {
        over.error ??= error
        pace.piece = smaller(pace.piece)
      }
      told(++done, order.length)
    }
  }
  told(0, order.length)
  await Promise.all(Array.from({ length: LANES }, lane))
  if (over.error !== null) throw over.error
  return isFaulty
}

async function sendPhoto({ photos, session, pace }: PhotoRound, photo: PhotoWaiting): Promise<boolean> {
  const content = await photos.content(photo.sha256)
  if (content === undefined) return false
  const path = photo.to ?? `/api/uploads/${photo.sha256}`
  // A file that fits in one piece needs no question first.
  let at = content.length <= pace.piece ? 0 : ((await askedState(session, path))?.received ?? 0)
  for (let stalled = 0; stalled < 4;) {
    const bytes = content.slice(at, at + pace.piece)
    const began = performance.now()
    const query = new URLSearchParams({ offset: String(at), of: String(content.length), type: photo.mediaType })
    const heard = await session.ask({
      method: 'PUT',
      path: `${path}?${query.toString()}`,
      headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
      body: bytes,
    })
    follow(pace, performance.now() - began)
    const state = stateIn(heard) ?? (heard.status === 409 ? await askedState(session, path) : null)
    if (state === null) {
      const code = refusalIn(heard.body)?.code
      if (heard.status === 429 || heard.status === 403) throw new SyncTrouble(code ?? 'fault')
      if (heard.status < 500) pace.refused.add(photo.sha256)
      return false
    }
    if (state.done) {
      await photos.sent(photo.sha256)
      return true
    }
    stalled = state.received > at ? 0 : stalled + 1
    at = Math.min(state.received, content.length)
  }
  return false
}

const smaller = (piece: number): number => Math.max(Math.min(SMALLEST, piece), piece >> 1)

function follow(pace: PhotoPace, milliseconds: number): void {
  if (milliseconds < QUICK_MS) pace.piece = Math.min(LARGEST, pace.piece * 2)
  if (milliseconds > SLOW_MS) pace.piece = smaller(pace.piece)
}

interface Standing {
  readonly received: number
  readonly done: boolean
}
async function askedState(session: Pick<Session, 'ask'>, path: string): Promise<Standing | null> {
  return stateIn(await session.ask({ method: 'GET', path, headers: { accept: 'application/json' } }))
}
function stateIn(heard: Heard): Standing | null {
  const { body } = heard
  if (!isOk(heard) || !isRecord(body) || typeof body['received'] !== 'number') return null
  return { received: body['received'], done: body['done'] === true }
}
