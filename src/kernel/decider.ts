/*
The shape of every decision: pure, the same on phone and server. `decide` answers with new events or a refusal, `evolve`
folds one event into the state. Clock, actor and facts of other modules arrive in `context`; nothing here reads the world.
*/
import type { Outcome } from './outcome.ts'

/** One thing that happened, before it is signed and chained. `payload` is plain JSON that fits the kind's schema. */
export interface DomainEvent<Kind extends string = string, Payload = unknown> {
  readonly kind: Kind
  readonly payload: Payload
}

export interface Decider<State, Command, Event extends DomainEvent, Context> {
  readonly initial: State
  readonly decide: (state: State, command: Command, context: Context) => Outcome<readonly Event[]>
  readonly evolve: (state: State, event: Event) => State
}

export const foldEvents = <State, Event extends DomainEvent>(
  decider: Pick<Decider<State, never, Event, never>, 'initial' | 'evolve'>,
  events: readonly Event[],
): State => events.reduce((state, event) => decider.evolve(state, event), decider.initial)
