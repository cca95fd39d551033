/*
Puts a decider about persons into the log without its words: what it decides is sealed before it is appended and opened before it is folded. Two
kinds are all that the log sees: something happened, and the record was forgotten. A repeat of a command is recognised by a hash that only the key
of the record can make, so nobody can guess afterwards what was said.
*/
import { createHmac } from 'node:crypto'
import type { DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted } from '../../../../kernel/outcome.ts'
import { type Infer, anything, looseRecord, orNull, parse, record, text } from '../../../../kernel/schema.ts'
import type { Aggregate } from '../../../../platform/log/aggregate.ts'
import { subjectName } from '../../../../platform/log/event.ts'
import { openEvent, sealEvent } from './box.ts'

export const sealedKinds = {
  'case.sealed.v1': record({ box: text(400_000) }),
  /** Its key is destroyed: what came before can no longer be read by anybody. */
  'case.forgotten.v1': record({}),
} as const
export type SealedEvent =
  | DomainEvent<'case.sealed.v1', Infer<(typeof sealedKinds)['case.sealed.v1']>>
  | DomainEvent<'case.forgotten.v1', Infer<(typeof sealedKinds)['case.forgotten.v1']>>

/** What lies in a box. */
export interface Inner {
  readonly thing: string | null
  readonly kind: string
  readonly payload: unknown
}
const InnerShape = looseRecord({ thing: orNull(text(80)), kind: text(80), payload: anything() })

/** `null` where the key does not open it. */
export function innerOf(key: Uint8Array, subject: string, box: string): Inner | null {
  const found = parse(InnerShape, openEvent(key, subject, box))
  return found.ok ? found.value : null
}

/** A decider whose events are said as inner ones. */
export interface InnerDecider<State, Command, Context> {
  readonly initial: State
  readonly decide: (state: State, command: Command, context: Context) => Outcome<readonly Inner[]>
  readonly evolve: (state: State, inner: Inner) => State
  /** Whether, after these, the record is to be forgotten. */
  readonly isForgotten: (inner: readonly Inner[], state: State) => boolean
}
export const markOf = (key: Uint8Array, commandId: string, command: unknown): string =>
  createHmac('sha256', key)
    .update(`${commandId}\n${JSON.stringify(command)}`)
    .digest('base64')

/** One for each record, with its key in it: made for one question and thrown away. */
export function sealedAggregate<State, Command, Context>(
  name: string,
  { key, id, decider }: { readonly key: Uint8Array; readonly id: string; readonly decider: InnerDecider<State, Command, Context> },
): Aggregate<State, Hidden<Command>, SealedEvent, Context> {
  const subject = subjectName(name, id)
  const boxed = (inner: Inner): SealedEvent => ({ kind: 'case.sealed.v1', payload: { box: sealEvent(key, subject, inner) } })
  return {
    name,
    kinds: sealedKinds,
    decider: {
      initial: decider.initial,
      decide: (state, hidden, context) => {
        const decided = decider.decide(state, hidden.open(), context)
        if (!decided.ok) return decided
        const after = decided.value.reduce(decider.evolve, state)
        const end: readonly SealedEvent[] = decider.isForgotten(decided.value, after) ? [{ kind: 'case.forgotten.v1', payload: {} }] : []
        return accepted([...decided.value.map(boxed), ...end])
      },
      evolve: (state, event) => {
        if (event.kind === 'case.forgotten.v1') return state
        const inner = innerOf(key, subject, event.payload.box)
        if (inner === null) throw new RecordShut(subject)
        return decider.evolve(state, inner)
      },
    },
  }
}

/** Its key is another than the one in hand, or what is stored was changed. */
export class RecordShut extends Error {
  constructor(subject: string) {
    super(`an event of ${subject} does not open`)
  }
}

/** A command that serialises to its mark alone: what the log remembers of it is that. Methods are in no canonical text. */
export class Hidden<Command> {
  readonly mark: string
  readonly #command: Command
  constructor(command: Command, mark: string) {
    this.#command = command
    this.mark = mark
  }
  open(): Command {
    return this.#command
  }
}
