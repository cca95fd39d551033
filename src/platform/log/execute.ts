/*
The one way a decision enters the log: take the head, look whether this command was answered before, load and fold the
subject, gather facts, decide, append, project, remember the answer; one transaction, tried again when two servers clash.
It knows no module; it takes an aggregate and a way to gather facts.

The head is taken first, so decisions of one tenant stand in a queue. That costs throughput (one commit at a time) and buys
that facts of other subjects, such as what is left of a lot, cannot change between the look and the decision.

Several decisions may share one transaction (`together`): the head is taken once, a subject is folded once, and what one of them
cannot do undoes all, so whoever asks for many must be ready to ask for each alone.
*/
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { todayAt } from '../../kernel/calendar.ts'
import type { DomainEvent } from '../../kernel/decider.ts'
import { uuidTime, uuidV7 } from '../../kernel/ids.ts'
import { type Outcome, accepted, refused } from '../../kernel/outcome.ts'
import { mustParse } from '../../kernel/schema.ts'
import type { Database } from '../database/connect.ts'
import { retryOnClash } from '../database/retry.ts'
import type { Tx } from '../database/transaction.ts'
import type { Signer } from '../keys/signer.ts'
import { verifySignature } from '../keys/signer.ts'
import type { Aggregate, AnyAggregate, Moment } from './aggregate.ts'
import { type Proof, appendAt } from './append.ts'
import type { ClockGuard } from './clock-guard.ts'
import { contentDigest, sha256, signedMessage } from './chain.ts'
import { type Actor, type Draft, type StoredEvent, subjectName } from './event.ts'
import type { Project } from './projection.ts'
import { type CommandEnvelope, type Receipt, readOutcome } from './receipt.ts'
import { type Answer, type Head, type NewAnswer, findAnswers, loadSubject, moveHead, saveAnswers, takeHead } from './store.ts'

/** The parts that a log needs of its surroundings. */
export interface LogParts {
  readonly database: Database
  readonly signer: Signer
  readonly project: Project
  readonly clock: () => string
  /** Raw public key of a device that may sign now for this account; `null` when unknown, revoked or somebody else's. */
  readonly deviceKey: (
    tx: Tx,
    query: { readonly tenant: string; readonly device: string; readonly account: string },
  ) => Promise<Uint8Array | null>
  readonly guard: ClockGuard
}

export interface Execution<State, Command, Event extends DomainEvent, Context> {
  readonly tenant: string
  readonly aggregate: Aggregate<State, Command, Event, Context>
  readonly subject: string
  readonly command: Command
  readonly context: (tx: Tx, state: State, moment: Moment) => Promise<Context>
  readonly envelope: CommandEnvelope
  readonly actor: Actor
  /** The command was kept when it first arrived, signed by its device: a clock that was years off must not lose it. */
  readonly isKept?: boolean
  /** What stands or falls with an accepted decision and must not be in the log: keys that may be destroyed one day. In the same transaction, after it. */
  readonly beside?: (tx: Tx, accepted: Beside<State, Event>) => Promise<void>
}
export interface Beside<State, Event extends DomainEvent> {
  /** As it was when the decision was taken. */
  readonly before: State
  readonly events: readonly Event[]
  readonly moment: Moment
}

/** Refusals of its own: `command-id-reused`, `command-id-out-of-time`, `device-not-enrolled`, `signature-not-valid`; the rest come from `decide`. */
export function execute<State, Command, Event extends DomainEvent, Context>(
  log: LogParts,
  execution: Execution<State, Command, Event, Context>,
): Promise<Outcome<Receipt>> {
  return retryOnClash(() =>
    log.database.transaction(async (tx) => {
      const sitting = openSitting(tx, log)
      const outcome = await executeOnce(sitting, execution)
      await closeSitting(sitting)
      return outcome
    }),
  )
}

/** What `work` may do inside: the same as outside, seen by nobody until all of it is done. */
export interface Inside {
  readonly execute: <State, Command, Event extends DomainEvent, Context>(
    execution: Execution<State, Command, Event, Context>,
  ) => Promise<Outcome<Receipt>>
  readonly read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

/** The commands that are going to come: whether they were answered before is asked once for all. */
export interface Expected {
  readonly tenant: string
  readonly commands: readonly string[]
}

/**
 * Decisions one after the other in one transaction: one commit for all. Not tried again: what is thrown undoes everything. Other writers of the
 * tenant wait for the end, so it is for some dozens and not for thousands.
 */
export function together<T>(log: LogParts, expected: Expected, work: (inside: Inside) => Promise<T>): Promise<T> {
  return log.database.transaction(async (tx) => {
    const sitting = openSitting(tx, log)
    await lookUpAnswers(sitting, expected)
    const result = await work({ execute: (execution) => executeOnce(sitting, execution), read: (reading) => reading(tx) })
    await closeSitting(sitting)
    return result
  })
}

/** One transaction of the log: the head while it is held, and the subjects folded so far, which nobody else can add to meanwhile. */
interface Sitting {
  readonly tx: Tx
  readonly log: LogParts
  readonly heads: Map<string, { taken: Head; now: Head }>
  readonly folds: Map<string, Fold>
  /** Of commands that were looked up; null for one that was never answered. */
  readonly answers: Map<string, Answer | null>
  readonly toSave: NewAnswer[]
}
interface Fold<State = unknown> {
  readonly aggregate: AnyAggregate
  readonly state: State
  /** Of the newest event in it. */
  readonly version: number
  /** Appended since and not folded in: the next decision about the subject does that. */
  readonly fresh: readonly StoredEvent[]
}
const openSitting = (tx: Tx, log: LogParts): Sitting => ({ tx, log, heads: new Map(), folds: new Map(), answers: new Map(), toSave: [] })

async function headOf({ tx, heads }: Sitting, tenant: string): Promise<Head> {
  const held = heads.get(tenant)
  if (held) return held.now
  const head = await takeHead(tx, tenant)
  heads.set(tenant, { taken: head, now: head })
  return head
}
/** Asked after the head is held: whoever answered before has committed by then. */
async function earlierAnswer({ tx, answers }: Sitting, tenant: string, commandId: string): Promise<Answer | null> {
  const known = answers.get(`${tenant} ${commandId}`)
  return known === undefined ? ((await findAnswers(tx, tenant, [commandId])).get(commandId) ?? null) : known
}
async function lookUpAnswers(sitting: Sitting, { tenant, commands }: Expected): Promise<void> {
  await headOf(sitting, tenant)
  const found = await findAnswers(sitting.tx, tenant, commands)
  for (const id of commands) sitting.answers.set(`${tenant} ${id}`, found.get(id) ?? null)
}
async function closeSitting({ tx, heads, toSave }: Sitting): Promise<void> {
  await saveAnswers(tx, toSave)
  for (const { taken, now } of heads.values()) if (now.position !== taken.position) await moveHead(tx, now)
}

async function executeOnce<State, Command, Event extends DomainEvent, Context>(
  sitting: Sitting,
  execution: Execution<State, Command, Event, Context>,
): Promise<Outcome<Receipt>> {
  const { tx, log } = sitting
  const { tenant, envelope, aggregate, command, actor } = execution
  const subject = subjectName(aggregate.name, execution.subject)
  const head = await headOf(sitting, tenant)
  const clock = log.clock()
  log.guard.checkHead(clock, head.learnedAt)
  if (execution.isKept !== true && !log.guard.isIdOfNow(clock, envelope.id)) return refused('command-id-out-of-time')
  const digest = sha256(
    canonicalJson({
      actor: actor.account,
      subject,
      command: command ?? null,
      happenedAt: envelope.happenedAt ?? null,
      device: envelope.proof?.device ?? null,
    }),
  )
  const earlier = await earlierAnswer(sitting, tenant, envelope.id)
  if (earlier) return Buffer.compare(earlier.digest, digest) === 0 ? readOutcome(earlier.outcome) : refused('command-id-reused')

  const learnedAt = laterOf(clock, head.learnedAt)
  const moment = momentOf(envelope, learnedAt, actor)
  const fold = await foldOf(sitting, execution)
  const { state } = fold
  const context = await execution.context(tx, state, moment)
  const decided = aggregate.decider.decide(state, command, context)
  const remember = (outcome: Outcome<Receipt>): Outcome<Receipt> => {
    sitting.answers.set(`${tenant} ${envelope.id}`, { digest, outcome })
    sitting.toSave.push({ tenant, commandId: envelope.id, digest, outcome, at: learnedAt })
    return outcome
  }
  if (!decided.ok) return remember(decided)
  const drafts = decided.value.map((event, index): Draft => {
    mustParse(kindSchema(aggregate, event.kind), event.payload)
    return {
      id: index === 0 ? envelope.id : derivedId(envelope.id, `event-${index}`),
      kind: event.kind,
      subject,
      happenedAt: moment.happenedAt,
      actor,
      payload: event.payload,
    }
  })
  const proof = await proofOf(tx, log, { tenant, envelope, drafts })
  // Not remembered: the device may be enrolled tomorrow, and the same words then deserve another answer.
  if (!proof.ok) return proof
  const appending = { head, drafts, proof: proof.value, learnedAt, project: log.project, versions: new Map([[subject, fold.version]]) }
  const { events, head: moved } = await appendAt(tx, appending)
  sitting.heads.set(tenant, { taken: sitting.heads.get(tenant)?.taken ?? head, now: moved })
  sitting.folds.set(`${tenant} ${subject}`, { ...fold, version: events.at(-1)?.subjectVersion ?? fold.version, fresh: events })
  await execution.beside?.(tx, { before: state, events: decided.value, moment })
  return remember(accepted(receiptOf(subject, learnedAt, events)))
}

/** Read once in a transaction: nobody else adds to a subject while the head is held. */
async function foldOf<State, Command, Event extends DomainEvent, Context>(
  { tx, folds }: Sitting,
  { tenant, aggregate, subject }: Execution<State, Command, Event, Context>,
): Promise<Fold<State>> {
  const name = subjectName(aggregate.name, subject)
  const known = folds.get(`${tenant} ${name}`)
  const first: Fold<State> = { aggregate, state: aggregate.decider.initial, version: 0, fresh: [] }
  const fold =
    known && isFoldOf(known, aggregate)
      ? folded(aggregate, known, known.fresh.map(asRead))
      : folded(aggregate, first, await loadSubject(tx, tenant, name))
  folds.set(`${tenant} ${name}`, fold)
  return fold
}
const isFoldOf = <State, Command, Event extends DomainEvent, Context>(
  fold: Fold,
  aggregate: Aggregate<State, Command, Event, Context>,
): fold is Fold<State> => fold.aggregate === aggregate

function folded<State, Command, Event extends DomainEvent, Context>(
  aggregate: Aggregate<State, Command, Event, Context>,
  before: Fold<State>,
  events: readonly StoredEvent[],
): Fold<State> {
  return {
    aggregate,
    state: events.reduce((state, stored) => aggregate.decider.evolve(state, readEvent(aggregate, stored)), before.state),
    version: events.at(-1)?.subjectVersion ?? before.version,
    fresh: [],
  }
}
/** As it will come back from its table: what is undefined is not there. */
const asRead = (event: StoredEvent): StoredEvent => ({ ...event, payload: JSON.parse(JSON.stringify(event.payload)) })

function readEvent<State, Command, Event extends DomainEvent, Context>(
  aggregate: Aggregate<State, Command, Event, Context>,
  stored: StoredEvent,
): Event {
  const event = { kind: stored.kind, payload: mustParse(kindSchema(aggregate, stored.kind), stored.payload) }
  if (isEventOf<Event>(aggregate, event)) return event
  throw new Error(`an event of kind ${stored.kind} does not belong to ${aggregate.name}`)
}
const isEventOf = <Event extends DomainEvent>(aggregate: { kinds: object }, event: DomainEvent): event is Event =>
  event.kind in aggregate.kinds

function kindSchema(aggregate: { readonly name: string; readonly kinds: object }, kind: string) {
  const schemas: { readonly [kind: string]: Parameters<typeof mustParse>[0] | undefined } = { ...aggregate.kinds }
  const schema = schemas[kind]
  if (!schema) throw new Error(`${aggregate.name} knows no event of kind ${kind}`)
  return schema
}

async function proofOf(
  tx: Tx,
  log: LogParts,
  { tenant, envelope, drafts }: { tenant: string; envelope: CommandEnvelope; drafts: readonly Draft[] },
): Promise<Outcome<Proof>> {
  const { proof } = envelope
  if (!proof) return accepted<Proof>({ by: 'server', signer: log.signer, batch: drafts.length })
  const publicKey = await log.deviceKey(tx, { tenant, device: proof.device, account: drafts[0]?.actor.account ?? '' })
  if (!publicKey) return refused('device-not-enrolled')
  const signatures = proof.signatures.map((signature) => new Uint8Array(Buffer.from(signature, 'base64')))
  const valid = drafts.every((draft, index) => {
    const signature = signatures[index]
    return signature !== undefined && verifySignature(publicKey, signedMessage([contentDigest(tenant, proof.device, draft)]), signature)
  })
  return valid && signatures.length === drafts.length
    ? accepted<Proof>({ by: 'device', device: proof.device, signatures })
    : refused('signature-not-valid')
}

function momentOf(envelope: CommandEnvelope, now: string, actor: Actor): Moment {
  const happenedAt = envelope.happenedAt ?? now
  let made = 0
  return { now, today: todayAt(now), happenedAt, actor, newId: () => derivedId(envelope.id, `thing-${made++}`) }
}

/** An id that follows from the command's id, with the same time in front. */
function derivedId(commandId: string, name: string): string {
  return uuidV7(uuidTime(commandId), sha256(`${commandId}/${name}`))
}

const laterOf = (a: string, b: string): string => (a > b ? a : b)

function receiptOf(subject: string, learnedAt: string, events: readonly StoredEvent[]): Receipt {
  return {
    subject,
    learnedAt,
    subjectVersion: events.at(-1)?.subjectVersion ?? 0,
    events: events.map((event) => ({ id: event.id, kind: event.kind, position: event.position })),
  }
}
