/*
Puts the parts of an open telephone together: its store and key from the vault, outbox, session, rounds, the hand for the screens. From here on
rounds run by themselves: when the network comes back, after something was added, and every two minutes while something is unsent.
*/
import { noteConnection } from '../connection.ts'
import { takeHand } from '../device.ts'
import { reloadWhenKept, settleBeforeLeaving } from '../leaving.ts'
import { openCarriedFiles } from './carried-files.ts'
import { fieldHand, subjectOf } from './hand.ts'
import { dropNotCarried } from './carried-cases.ts'
import { keptAnswers } from './kept-answers.ts'
import type { OfflinePart } from './offline-part.ts'
import { offlineParts } from './offline-parts.ts'
import { type OutboxCore, openOutbox } from './outbox.ts'
import { dropOldDrafts } from './person-drafts.ts'
import { type Carried, type Phone, setOpenPhone } from './phone.ts'
import { openPhotoBox } from './photo-box.ts'
import type { OpenVault } from './open-vault.ts'
import { type Ticks, openClock } from './session-clock.ts'
import { type Session, openSession } from './session.ts'
import { type Wire, fetchWire, isRecord } from './session-wire.ts'
import { type SyncParts, openSync } from './sync.ts'
import { keepGoing } from './sync-triggers.ts'

export type PhoneVault = Pick<
  OpenVault,
  'holder' | 'policy' | 'store' | 'signer' | 'keep' | 'files' | 'isDecoy' | 'noteContact' | 'settled'
>

export interface PhoneParts {
  readonly vault: PhoneVault
  readonly rounds: SyncParts['rounds']
  readonly parts?: readonly OfflinePart[]
  readonly wire?: Wire
  readonly ticks?: Ticks
  readonly appVersion?: string
  readonly piece?: number
  /** False: rounds only by hand. */
  readonly goesBySelf?: boolean
  readonly lock?: () => void
  /** The server said, to whatever question, that this device was removed; told once. */
  readonly removed?: () => void
}
/** With what tests and the sync look at. */
export interface OpenedPhone extends Phone {
  readonly outbox: OutboxCore
  readonly session: Session
  readonly hand: ReturnType<typeof fieldHand>
  /** Ends the rounds that run by themselves. */
  readonly stop: () => void
}

const CARRIED = 'carried'

export async function startPhone(options: PhoneParts): Promise<OpenedPhone> {
  const { vault, parts = offlineParts } = options
  const { store, holder } = vault
  const clock = await openClock(store, options.ticks)
  const told: { change: () => void; reached: () => void } = { change: () => undefined, reached: () => undefined }
  const changed = (): void => told.change()
  const photos = await openPhotoBox(store, changed)
  const files = await openCarriedFiles(store, { now: clock.now, changed })
  const outbox = await openOutbox({
    ...{ store, holder, photos, changed },
    signer: vault.signer,
    now: clock.now,
    subjectOf: (path, id) => subjectOf(parts, path, id),
  })
  const appVersion = options.appVersion ?? 'unknown'
  const openedAt = clock.now()
  const kept = keptAnswers(store)
  await letGo(vault, openedAt.slice(0, 10))
  // Opened under duress: an ordinary telephone of the same role with nothing on it. The part is on every telephone, and fetched on none else.
  const empty = vault.isDecoy ? await import('./empty-phone.ts') : null
  const keepAbout = (data: unknown) => void kept.keep('/api/about', { data, answeredAt: clock.now() })
  const ofServer = options.wire ?? fetchWire
  const wire = empty?.emptyWire(ofServer, keepAbout) ?? ofServer
  const removed = once(options.removed)
  const session = openSession({
    ...{ holder, clock, wire, removed },
    signer: vault.signer,
    reached: () => told.reached(),
    began: async ({ serverTime, policy, rescueKey }) => {
      if (policy !== null) await vault.noteContact(serverTime, policy, rescueKey ?? undefined)
    },
  })
  const { rounds, piece } = options
  const sync = await openSync({
    ...{ store, outbox, photos, files, session, clock, rounds, appVersion, storage },
    ...(piece === undefined ? {} : { piece }),
  })
  told.change = sync.noteChange
  told.reached = () => {
    noteConnection(true)
    sync.noteReached()
  }
  const going = options.goesBySelf === false ? null : keepGoing(sync)
  const ordinary = fieldHand({
    ...{ outbox, photos, session, clock, parts, removed },
    kept: empty?.emptyAnswers(kept, { holder, appVersion, answeredAt: () => sync.state().lastContactAt ?? openedAt }) ?? kept,
    mayReach: () => !vault.isDecoy && navigator.onLine !== false,
    added: () => going?.soon(),
  })
  const hand = empty?.emptyHand(ordinary) ?? ordinary
  const phone: OpenedPhone = {
    ...{ store, outbox, files, sync, session, hand },
    get holder() {
      return vault.holder
    },
    get policy() {
      return vault.policy
    },
    carried: async () => readCarried(await store.read('setting', CARRIED)),
    carry: (what) => store.write([{ box: 'setting', key: CARRIED, put: what }]),
    now: clock.now,
    clockSignals: clock.signals,
    lock: options.lock ?? reloadWhenKept,
    stop: () => going?.stop(),
  }
  takeHand({ keep: vault.keep, files: vault.files, hand })
  settleBeforeLeaving(vault.settled)
  setOpenPhone(phone)
  return phone
}

/** What is about persons and is over goes before a screen can show it. */
async function letGo({ store, keep }: PhoneVault, today: string): Promise<void> {
  await dropNotCarried(store, today)
  dropOldDrafts(keep, today)
}

function once(act: (() => void) | undefined): () => void {
  let isDone = false
  return () => {
    if (!isDone) act?.()
    isDone = true
  }
}

function readCarried(value: unknown): Carried {
  const texts = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String) : [])
  return isRecord(value) ? { missions: texts(value['missions']), areas: texts(value['areas']) } : { missions: [], areas: [] }
}

const storage: SyncParts['storage'] = async () => {
  const manager = typeof navigator === 'undefined' ? undefined : navigator.storage
  if (manager === undefined) return { isPersisted: false, freeBytes: null }
  const [isPersisted, { quota, usage }] = await Promise.all([manager.persisted(), manager.estimate()])
  return { isPersisted, freeBytes: quota === undefined || usage === undefined ? null : Math.max(0, quota - usage) }
}
