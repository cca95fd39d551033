/*
How a module describes one kind of subject to the log: its name, its pure decider, and the schema of each event it may carry.
*/
import type { Decider, DomainEvent } from '../../kernel/decider.ts'
import type { Schema } from '../../kernel/schema.ts'
import type { Actor } from './event.ts'

export interface AnyAggregate {
  /** `lot` gives streams `lot:<id>`. */
  readonly name: string
  /** Kind with version to the schema of its payload; every kind that this program may meet, old versions included. */
  readonly kinds: { readonly [kind: string]: Schema<unknown> }
}

export interface Aggregate<State, Command, Event extends DomainEvent, Context> extends AnyAggregate {
  readonly decider: Decider<State, Command, Event, Context>
}

/** Clock, actor and new ids of one command. Ids follow from the command's id, so a phone that decides first makes the same. */
export interface Moment {
  readonly now: string
  readonly today: string
  readonly happenedAt: string
  readonly actor: Actor
  readonly newId: () => string
}
