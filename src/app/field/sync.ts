/*
One round with the server: who one is, parcels, how the phone is, drafts, photographs, then what has changed. A round may be cut anywhere, by
the network, a flat battery or the hand that closes the app; the next one finds everything where it stood. Work goes on while it runs.
*/
import { type CarriedCore, isUnsentFile, sendCarried } from './carried-files.ts'
import type { OutboxCore } from './outbox.ts'
import type { Sync, SyncState } from './phone.ts'
import type { PhotoBox } from './photo-box.ts'
import { DeviceFull, type SealedStore } from './sealed-store.ts'
import type { PhoneClock } from './session-clock.ts'
import type { Session } from './session.ts'
import { SyncTrouble, isRecord } from './session-wire.ts'
import { type Pace, askStates, sendParcels } from './sync-parcels.ts'
import { photoPace, sendPhotos } from './sync-photos.ts'

/** Drafts and pull are the business of others; they get what they need. `taken`: the server took something, so what it said before is old. */
export type RoundPart = (parts: {
  readonly store: SealedStore
  readonly post: (path: string, body: unknown) => Promise<unknown>
  readonly told: (done: number, of: number) => void
}) => Promise<void>

export interface SyncParts {
  readonly store: SealedStore
  readonly outbox: OutboxCore
  readonly photos: PhotoBox
  readonly files: CarriedCore
  readonly session: Session
  readonly clock: PhoneClock
  readonly rounds: { readonly drafts?: RoundPart; readonly pull?: RoundPart; readonly taken?: () => void }
  /** Bytes of the first pieces of a photograph; they follow the link. */
  readonly piece?: number
  /** What the phone says of itself at every round. */
  readonly appVersion: string
  readonly storage: () => Promise<{ readonly isPersisted: boolean; readonly freeBytes: number | null }>
}
export interface SyncCore extends Sync {
  /** Something here changed: whoever shows it is told. */
  readonly noteChange: () => void
  readonly noteReached: () => void
}

type Told = (done: number, of: number) => void

const KEY = 'sync'
const SENT_DAYS = 30
const DAY = 86_400_000
/** After these nothing more can go in this round. */
const ENDS_ROUND = [
  'offline',
  'device-removed',
  'account-closed',
  'device-role-withdrawn',
  'office-locked-down',
  'account-at-rest',
  'device-not-enrolled',
  'too-many-tries',
]

type Shown = Pick<SyncState, 'phase' | 'done' | 'of' | 'lastContactAt' | 'trouble'>
type Show = (change: Partial<Shown>) => void

export async function openSync(parts: SyncParts): Promise<SyncCore> {
  const { store, clock } = parts
  const kept = await store.read('setting', KEY)
  const listeners = new Set<() => void>()
  const lastContactAt = isRecord(kept) && typeof kept['lastContactAt'] === 'string' ? kept['lastContactAt'] : null
  let shown: Shown = { phase: 'idle', done: 0, of: 0, lastContactAt, trouble: null }
  const show: Show = (change) => {
    shown = { ...shown, ...change }
    for (const one of listeners) one()
  }
  const state = (): SyncState => ({
    ...shown,
    unsent: unsentOf(parts).length + parts.files.items().filter(isUnsentFile).length,
    awaited: parts.outbox.entries().filter((one) => one.state === 'kept').length,
    clockOffsetSeconds: clock.offsetSeconds(),
  })
  const round = roundsOf(parts, show)
  let running: Promise<SyncState> | null = null
  let following: Promise<SyncState> | null = null
  const start = (only: readonly string[] | null): Promise<SyncState> => {
    running = (async () => {
      const trouble = await round(only)
      await clock.save().catch(() => undefined)
      await store.write([{ box: 'setting', key: KEY, put: { lastContactAt: shown.lastContactAt } }]).catch(() => undefined)
      running = null
      show({ phase: 'idle', done: 0, of: 0, trouble })
      return state()
    })()
    return running
  }
  return {
    run: (only) => {
      if (running === null) return start(only ?? null)
      // What was added or chosen since the round began may have missed its turn: one more follows, for all who ask meanwhile.
      following ??= running.then(() => {
        following = null
        return running ?? start(null)
      })
      return following
    },
    state,
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    noteChange: () => show({}),
    noteReached: () => {
      shown = { ...shown, lastContactAt: clock.now() }
    },
  }
}

/** A round gives its trouble, or null; it never throws. */
function roundsOf(parts: SyncParts, show: Show): (only: readonly string[] | null) => Promise<string | null> {
  const { outbox, clock, rounds } = parts
  const pace: Pace = { packed: 4 }
  const ofPhotos = photoPace(parts.piece)
  return async (only) => {
    const trouble: { code: string | null } = { code: null }
    /** What fails here for a reason of its own does not keep the rest from going; what ends the round does. */
    const step = async (phase: SyncState['phase'], act: (told: Told) => Promise<boolean | void>): Promise<void> => {
      if (trouble.code !== null && ENDS_ROUND.includes(trouble.code)) return
      show({ phase, done: 0, of: 0 })
      try {
        const isFaulty = await act((done, of) => show({ done, of }))
        if (isFaulty === true) trouble.code ??= 'fault'
      } catch (error) {
        trouble.code = error instanceof SyncTrouble ? error.code : error instanceof DeviceFull ? 'device-full' : (trouble.code ?? 'fault')
      }
    }
    await step('signing-in', () => parts.session.ensure())
    // Without a session there is no round, whatever the reason.
    if (trouble.code !== null) return trouble.code
    // The work first: on a link that takes every third request each question before it makes it less likely to arrive.
    const takenBefore = takenIn(outbox)
    await step('parcels', (told) => parcelsRound(parts, { only, told, pace }))
    if (takenIn(outbox) > takenBefore) rounds.taken?.()
    await step('parcels', () => checkIn(parts))
    if (only === null) await step('drafts', (told) => roundPart(parts, rounds.drafts, told))
    await step('photos', (told) => {
      const wanted = outbox.entries().filter((one) => only === null || only.includes(one.id))
      const hashes = wanted.flatMap((one) => one.files.map((file) => file.sha256))
      return sendPhotos({ ...parts, told, wanted: hashes, onlyWanted: only !== null, pace: ofPhotos })
    })
    // A colleague's work after one's own: it is large, and may have come late already.
    if (only === null) await step('files', (told) => sendCarried({ ...parts, carried: parts.files, told }))
    if (only === null) await step('pull', (told) => roundPart(parts, rounds.pull, told))
    const old = new Date(Date.parse(clock.now()) - SENT_DAYS * DAY).toISOString()
    if (only === null) await step('pull', () => outbox.forgetSent(old))
    return trouble.code
  }
}

const takenIn = (outbox: OutboxCore): number => outbox.entries().filter(({ state }) => state === 'taken').length

/** What is only here, or of which something is only here. */
function unsentOf({ outbox, photos }: Pick<SyncParts, 'outbox' | 'photos'>) {
  return outbox.entries().filter((one) => {
    if (one.isDismissed) return false
    return one.state === 'ready' || one.state === 'not-valid' || one.files.some((file) => photos.isWaiting(file.sha256))
  })
}

async function checkIn({ session, outbox, photos, files, clock, appVersion, storage }: SyncParts): Promise<void> {
  const unsent = unsentOf({ outbox, photos })
  const carried = files.items().filter(isUnsentFile)
  const oldestUnsentAt = [...unsent.map((one) => one.happenedAt), ...carried.map((one) => one.takenAt)].toSorted()[0] ?? null
  const said = {
    appVersion,
    unsent: unsent.length + carried.length,
    oldestUnsentAt,
    clockOffsetSeconds: clock.offsetSeconds() ?? 0,
    ...(await storage()),
  }
  try {
    await session.post('/api/field/check-ins', said)
  } catch (error) {
    // A server that does not know the question, or not its newest words, still takes the work.
    if (!(error instanceof SyncTrouble) || ENDS_ROUND.includes(error.code)) throw error
  }
}

async function parcelsRound(
  { outbox, session }: SyncParts,
  way: { readonly only: readonly string[] | null; readonly told: Told; readonly pace: Pace },
): Promise<boolean> {
  const parts = { outbox, session, ...way }
  const isFaulty = await sendParcels(parts)
  const isForgotten = await askStates(parts)
  return isForgotten ? (await sendParcels(parts)) || isFaulty : isFaulty
}

const roundPart = async (parts: SyncParts, part: RoundPart | undefined, told: Told): Promise<void> => {
  if (part) await part({ store: parts.store, post: parts.session.post, told })
}
