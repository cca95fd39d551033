/*
The hand of a telephone between screens and server: answers are kept and given again without network, with what waits here written in; commands
that the outbox takes are signed and answered provisionally; files are kept by their hash until they are sent.
*/
import { uuidV7 } from '../../kernel/ids.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import type { Answer, CommandOptions, Receipt } from '../answer.ts'
import { ApiTrouble, troubleOf } from '../api.ts'
import type { FieldHand } from '../device.ts'
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts'
import type { OfflinePart, OverlayParts, WaitingCommand } from './offline-part.ts'
import type { OutboxCore } from './outbox.ts'
import { type PhotoBox, kindOf } from './photo-box.ts'
import type { PhoneClock } from './session-clock.ts'
import type { Change } from './sealed-store.ts'
import type { Session } from './session.ts'
import { isRecord } from './session-wire.ts'

export interface HandParts {
  readonly outbox: OutboxCore
  readonly photos: PhotoBox
  readonly kept: KeptAnswers
  readonly session: Session
  readonly clock: PhoneClock
  readonly parts: readonly OfflinePart[]
  /** False when the browser is sure that there is no network. */
  readonly mayReach: () => boolean
  /** After something was put into the outbox. */
  readonly added: () => void
  /** The server said that this device was removed. */
  readonly removed?: () => void
}

interface Hand extends HandParts {
  readonly link: { lostAt: number }
}

/** With a kept answer at hand nobody waits longer for a newer one. */
const WAIT_MS = 8000
/** A moment after the server was not reached. */
const WAIT_WHEN_LOST_MS = 2500
const LOST_FOR_MS = 30_000
const WAIT_WITHOUT_KEPT_MS = 60_000

export function fieldHand(parts: HandParts): FieldHand {
  const hand: Hand = { ...parts, link: { lostAt: Number.NEGATIVE_INFINITY } }
  return {
    authorization: () => hand.session.bearer(),
    answer: (path, fromServer) => answer(hand, path, fromServer),
    takes: (path) => subjectOf(hand.parts, path, NO_ID) !== null,
    queue: (path, data, options) => queue(hand, path, { data, options }),
    keepFile: (file, to) => keepFile(hand.photos, file, to),
  }
}

export function subjectOf(parts: readonly OfflinePart[], path: string, id: string): string | null {
  for (const part of parts) {
    const subject = part.subjectOf(path, id)
    if (subject !== null) return subject
  }
  return null
}
const NO_ID = '00000000-0000-7000-8000-000000000000'

async function answer<Data>(hand: Hand, path: string, fromServer: () => Promise<Answer<Data>>): Promise<Answer<Data>>
async function answer(hand: Hand, path: string, fromServer: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
  const kept = await hand.kept.read(path)
  const heard = await ofServer(hand, { path, kept }, fromServer)
  const known = 'data' in heard ? heard : kept
  // What the server refuses to know may still be here: a thing that was made on this phone and not sent yet.
  const trouble = 'data' in heard ? null : heard.trouble
  const isGone = trouble !== null && !isUnreached(trouble)
  const written = await writtenIn(hand, path, isGone ? null : known)
  if (written !== undefined && written !== null)
    return { data: written, answeredAt: (isGone ? null : known?.answeredAt) ?? hand.clock.now() }
  if (trouble !== null && (isGone || known === null)) throw trouble
  if (known === null) throw new ApiTrouble({ kind: 'offline', refusal: null, faults: [], faultId: null })
  return known
}

interface Asked {
  readonly path: string
  readonly kept: KeptAnswer | null
}
async function ofServer(
  hand: Hand,
  { path, kept }: Asked,
  fromServer: () => Promise<KeptAnswer>,
): Promise<KeptAnswer | { readonly trouble: unknown }> {
  if (kept !== null && !hand.mayReach()) return { trouble: offline() }
  const asked = askedAs(hand.session, fromServer).then(async (said) => {
    await hand.kept.keep(path, said)
    return said
  })
  try {
    const wait = performance.now() - hand.link.lostAt < LOST_FOR_MS ? WAIT_WHEN_LOST_MS : WAIT_MS
    const said = await within(asked, kept === null ? WAIT_WITHOUT_KEPT_MS : wait)
    hand.link.lostAt = Number.NEGATIVE_INFINITY
    return said
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const code = troubleOf(error).refusal?.code
    if (code === 'device-removed' || code === 'office-locked-down') hand.removed?.()
    if (troubleOf(error).kind === 'offline') hand.link.lostAt = performance.now()
    return { trouble: error }
  }
}

/** As the device: with a session when one can be had, and with a new one when the server knows the old no more. */
async function askedAs(session: Session, fromServer: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
  const isNew = session.bearer() === null
  if (isNew) await session.ensure().catch(() => undefined)
  try {
    return await fromServer()
  } catch (error) {
    if (isNew || troubleOf(error).kind !== 'signed-out') throw error
    session.forget()
    await session.ensure().catch(() => undefined)
    return fromServer()
  }
}

const offline = (): ApiTrouble => new ApiTrouble({ kind: 'offline', refusal: null, faults: [], faultId: null })
/** Nothing was learned of the thing itself: what is kept still stands. */
const isUnreached = (error: unknown): boolean => ['offline', 'signed-out', 'too-many', 'fault'].includes(troubleOf(error).kind)

async function within<Value>(pending: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), milliseconds)
  })
  try {
    const first = await Promise.race([pending.then((value) => ({ value })), over])
    if (first !== null) return first.value
    // It may still come, and is kept then; nobody waits for how it ends.
    pending.catch(() => undefined)
    throw offline()
  } finally {
    clearTimeout(timer)
  }
}

/** Undefined when no part has anything to write in. */
async function writtenIn(hand: HandParts, path: string, known: KeptAnswer | null): Promise<unknown> {
  const waiting = waitingSince(hand.outbox, known?.answeredAt ?? null)
  const parts: OverlayParts = { waiting, kept: async (asked) => (await hand.kept.read(asked))?.data, now: hand.clock.now() }
  let said: unknown = undefined
  for (const part of hand.parts) {
    const written = await part.overlay(path, said ?? known?.data ?? null, parts)
    if (written !== undefined) said = written
  }
  return said
}

/** What the server has not taken, or took after it gave this answer: until it is asked again, its word is older than ours. */
const waitingSince = (outbox: OutboxCore, answeredAt: string | null): readonly WaitingCommand[] =>
  outbox
    .entries()
    .filter(({ state, receipt }) => {
      if (state !== 'taken') return state === 'ready' || state === 'kept'
      // Answers are dated to the second.
      return answeredAt === null || (receipt !== null && Date.parse(receipt.learnedAt) > Date.parse(answeredAt) + 1000)
    })
    .map(({ id, path, subject, data, account, happenedAt, mine }) => ({ id, path, subject, data, account, happenedAt, mine }))

async function queue(
  hand: HandParts,
  path: string,
  { data, options }: { readonly data: unknown; readonly options: CommandOptions },
): Promise<Receipt> {
  const { outbox, clock } = hand
  const now = clock.now()
  const id = options.id ?? uuidV7(Date.parse(now), crypto.getRandomValues(new Uint8Array(10)))
  const subject = subjectOf(hand.parts, path, id)
  if (subject === null) throw new Error('a command that the outbox does not take')
  const same = options.id === undefined ? sameAsLast(outbox, path, data) : undefined
  if (same !== undefined) return provisional(same.subject, same.happenedAt)
  const files = filesIn(data).filter((file) => hand.photos.isWaiting(file.sha256))
  const happenedAt = options.happenedAt ?? now
  const consumes = consumedBy(options)
  await outbox.add({ id, path, subject, data, files, happenedAt, consumes })
  hand.added()
  return provisional(subject, now)
}

const consumedBy = ({ consumes }: CommandOptions): readonly Change[] => [
  ...(consumes?.texts ?? []).map((key): Change => ({ box: 'kept', key, drop: true })),
  ...(consumes?.files ?? []).map((key): Change => ({ box: 'file', key, drop: true })),
]

/** A finger that tapped twice, or an app that was closed before its screen knew: the last thing that was said here, said again. */
function sameAsLast(outbox: OutboxCore, path: string, data: unknown) {
  const last = outbox.entries().findLast((one) => one.mine && one.path === path)
  if (last === undefined || (last.state !== 'ready' && last.state !== 'kept')) return undefined
  const isNewest = outbox.entries().every((one) => one.subject !== last.subject || !one.after.includes(last.id))
  return isNewest && canonicalJson(last.data) === canonicalJson(data ?? null) ? last : undefined
}

const provisional = (subject: string, learnedAt: string): Receipt => ({
  ...{ subject, subjectVersion: 0, learnedAt, events: [] },
  provisional: true,
})

/** Files that a command names, wherever they stand in it. */
export function filesIn(data: unknown): readonly { readonly sha256: string; readonly bytes: number }[] {
  const found = new Map<string, { readonly sha256: string; readonly bytes: number }>()
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look)
    else if (isRecord(value)) {
      const { sha256, bytes } = value
      if (typeof sha256 === 'string' && typeof bytes === 'number') found.set(sha256, { sha256, bytes })
      Object.values(value).forEach(look)
    }
  }
  look(data)
  return [...found.values()]
}

async function keepFile(photos: PhotoBox, file: Blob, to?: string): Promise<unknown> {
  const content = new Uint8Array(await file.arrayBuffer())
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const mediaType = kindOf(content) ?? file.type
  const kept = { sha256, mediaType, bytes: content.length }
  await photos.keep(to === undefined ? kept : { ...kept, to }, content)
  return { file: kept, photo: null }
}
