/*
Decisions about one actor. A spelling leads to one actor at most; a secret one bears a label and no spelling, because a spelling would tell who it is. Who is merged into
another takes nothing more. That two names are one a person says, never a likeness.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { AddAlias, DescribeActor, MergeActor, PlaceActor, RegisterActor, RelateActor, RemoveAlias } from '../../contract-actors.ts'
import type { ConflictActorEvent } from './actor-events.ts'
import { foldedSpelling } from './spelling.ts'

export interface ActorStanding {
  readonly isSecret: boolean
  readonly name: string
  readonly mergedInto: string | null
}
export type ActorCommand =
  | ({ readonly type: 'register' } & RegisterActor)
  | ({ readonly type: 'describe' } & Infer<typeof DescribeActor>)
  | ({ readonly type: 'add-alias' } & Infer<typeof AddAlias>)
  | ({ readonly type: 'remove-alias' } & Infer<typeof RemoveAlias>)
  | ({ readonly type: 'merge' } & Infer<typeof MergeActor>)
  | ({ readonly type: 'relate' } & RelateActor)
  | ({ readonly type: 'place' } & PlaceActor)
export interface ActorContext {
  readonly actor: string
  readonly today: string
  /** Drawn for a secret one. */
  readonly label: string
  /** To whom the spelling of the command leads now. */
  readonly takenBy: string | null
  /** The other of a merger or a relation: there, and not itself merged. */
  readonly isOtherThere: boolean
  /** The other bears a sealed name. */
  readonly isOtherSecret: boolean
}
type Decided = Outcome<readonly ConflictActorEvent[]>

function decide(state: ActorStanding | null, command: ActorCommand, context: ActorContext): Decided {
  if (command.type === 'register') return register(state, command, context)
  if (state === null) return refused('unknown-actor')
  if (state.mergedInto !== null) return refused('actor-merged', { into: state.mergedInto })
  switch (command.type) {
    case 'describe': {
      const { kind, areas, ddr, described } = command
      return accepted([{ kind: 'conflict-actor.described.v1', payload: { kind, areas: [...areas], ddr, described } }])
    }
    case 'add-alias':
      if (state.isSecret) return refused('secret-actor-has-no-spelling')
      if (foldedSpelling(command.written) === '') return refused('spelling-without-letters')
      if (context.takenBy !== null) return refused('spelling-taken', { actor: context.takenBy })
      return accepted([{ kind: 'conflict-actor.alias-added.v1', payload: { written: command.written, source: command.source } }])
    case 'remove-alias':
      if (foldedSpelling(command.written) === foldedSpelling(state.name)) return refused('spelling-is-the-name')
      if (context.takenBy !== context.actor) return refused('no-such-spelling')
      return accepted([{ kind: 'conflict-actor.alias-removed.v1', payload: { written: command.written } }])
    default:
      return towardsOther(state, command, context)
  }
}

function register(
  state: ActorStanding | null,
  command: Extract<ActorCommand, { readonly type: 'register' }>,
  context: ActorContext,
): Decided {
  const { name, secret, kind, areas, ddr, described } = command
  if (state !== null) return refused('actor-registered-already')
  if ((name === null) === (secret === null)) return refused('actor-named-or-secret')
  if (name !== null && foldedSpelling(name) === '') return refused('spelling-without-letters')
  if (name !== null && context.takenBy !== null) return refused('spelling-taken', { actor: context.takenBy })
  const payload = { name, secret, kind, areas: [...areas], ddr, described, label: name ?? context.label }
  return accepted([{ kind: 'conflict-actor.registered.v1', payload }])
}

function towardsOther(
  state: ActorStanding,
  command: Extract<ActorCommand, { readonly type: 'merge' | 'relate' | 'place' }>,
  { actor, isOtherThere, isOtherSecret, today }: ActorContext,
): Decided {
  if (command.type === 'place') {
    const { influence, interest, stance, on, body, round } = command
    if (on > today) return refused('grid-day-in-the-future', { on })
    return accepted([{ kind: 'conflict-actor.placed.v1', payload: { influence, interest, stance, on, body, round } }])
  }
  const other = command.type === 'merge' ? command.into : command.to
  if (other === actor) return refused('actor-and-itself')
  if (!isOtherThere) return refused('unknown-actor')
  if (command.type === 'merge') {
    if (state.isSecret || isOtherSecret) return refused('secret-actor-is-not-merged')
    return accepted([{ kind: 'conflict-actor.merged.v1', payload: { into: command.into } }])
  }
  const { to, kind, strength, from, until, reliability, credibility } = command
  if (from !== null && until !== null && until < from) return refused('days-the-wrong-way-round')
  return accepted([{ kind: 'conflict-actor.related.v1', payload: { to, kind, strength, from, until, reliability, credibility } }])
}

function evolve(state: ActorStanding | null, event: ConflictActorEvent): ActorStanding | null {
  switch (event.kind) {
    case 'conflict-actor.registered.v1':
      return { isSecret: event.payload.name === null, name: event.payload.label, mergedInto: null }
    case 'conflict-actor.merged.v1':
      return state && { ...state, mergedInto: event.payload.into }
    default:
      return state
  }
}

export const conflictActorDecider: Decider<ActorStanding | null, ActorCommand, ConflictActorEvent, ActorContext> = {
  ...{ initial: null, decide, evolve },
}
