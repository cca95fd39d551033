/*
The one way a decision enters the log: take the head, look whether this command was answered before, load and fold the
subject, gather facts, decide, append, project, remember the answer; one transaction, tried again when two servers clash.
It knows no module; it takes an aggregate and a way to gather facts.

The head is taken first, so decisions of one tenant stand in a queue. That costs throughput (one commit at a time) and buys
that facts of other subjects, such as what is left of a lot, cannot change between the look and the decision.
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
import type { Aggregate, Moment } from './aggregate.ts'
import { type Proof, append } from './append.ts'
import type { ClockGuard } from './clock-guard.ts'
import { contentDigest, sha256, signedMessage } from './chain.ts'
import { type Actor, type Draft, type StoredEvent, subjectName } from './event.ts'
import type { Project } from './projection.ts'
import { type CommandEnvelope, type Receipt, readOutcome } from './receipt.ts'
import { findAnswer, loadSubject, saveAnswer, takeHead } from './store.ts'

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
}

/** Refusals of its own: `command-id-reused`, `command-id-out-of-time`, `device-not-enrolled`, `signature-not-valid`; the rest come from `decide`. */
export function execute<State, Command, Event extends DomainEvent, Context>(
  log: LogParts,
  execution: Execution<State, Command, Event, Context>,
): Promise<Outcome<Receipt>> {
  return retryOnClash(() => log.database.transaction((tx) => executeOnce(tx, log, execution)))
}

async function executeOnce<State, Command, Event extends DomainEvent, Context>(
  tx: Tx,
  log: LogParts,
  execution: Execution<State, Command, Event, Context>,
): Promise<Outcome<Receipt>> {
  const { tenant, envelope, aggregate, command, actor } = execution
  const subject = subjectName(aggregate.name, execution.subject)
  const head = await takeHead(tx, tenant)
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
  const earlier = await findAnswer(tx, tenant, envelope.id)
  if (earlier) return Buffer.compare(earlier.digest, digest) === 0 ? readOutcome(earlier.outcome) : refused('command-id-reused')

  const learnedAt = laterOf(clock, head.learnedAt)
  const moment = momentOf(envelope, learnedAt, actor)
  const state = await loadState(tx, execution)
  const context = await execution.context(tx, state, moment)
  const decided = aggregate.decider.decide(state, command, context)
  const remember = async (outcome: Outcome<Receipt>): Promise<Outcome<Receipt>> => {
    await saveAnswer(tx, { tenant, commandId: envelope.id, digest, outcome, at: learnedAt })
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
  const events = await append(tx, { head, drafts, proof: proof.value, learnedAt, project: log.project })
  return remember(accepted(receiptOf(subject, learnedAt, events)))
}

async function loadState<State, Command, Event extends DomainEvent, Context>(
  tx: Tx,
  { tenant, aggregate, subject }: Execution<State, Command, Event, Context>,
): Promise<State> {
  let state = aggregate.decider.initial
  for (const stored of await loadSubject(tx, tenant, subjectName(aggregate.name, subject)))
    state = aggregate.decider.evolve(state, readEvent(aggregate, stored))
  return state
}

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
