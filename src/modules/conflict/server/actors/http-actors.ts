/* Actors over HTTP. Committees learn sorts and areas, who is cleared learns names; who keeps the map writes. */
import { accepted } from '../../../../kernel/outcome.ts'
import { record } from '../../../../kernel/schema.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { readRoute, writeRoute } from '../../../../platform/http/build-route.ts'
import { type Door, type Route, can } from '../../../../platform/http/route.ts'
import type { Who } from '../../../../platform/http/who.ts'
import type { Aggregate, Moment } from '../../../../platform/log/aggregate.ts'
import type { CommandEnvelope } from '../../../../platform/log/receipt.ts'
import {
  ActorDesk,
  ActorDetail,
  ActorsAnswer,
  AddAlias,
  DescribeActor,
  GridAnswer,
  GridAsked,
  MergeActor,
  PlaceActor,
  RegisterActor,
  RelateActor,
  RemoveAlias,
} from '../../contract-actors.ts'
import { ActorId } from '../../contract-ids.ts'
import { type ActorCommand, type ActorContext, type ActorStanding, conflictActorDecider } from '../../domain/actors/actor.ts'
import { type ConflictActorEvent, conflictActorKinds } from '../../domain/actors/actor-events.ts'
import { foldedSpelling } from '../../domain/actors/spelling.ts'
import { tierOf } from '../../domain/tiers/tiers.ts'
import { actorFor, actorsFor, deskFor, gridFor } from './read-actors.ts'
import { listActors, spellingTakenBy } from './store-actors.ts'

export const conflictActorAggregate: Aggregate<ActorStanding | null, ActorCommand, ConflictActorEvent, ActorContext> = {
  ...{ name: 'conflict-actor', decider: conflictActorDecider, kinds: conflictActorKinds },
}
const params = record({ actor: ActorId })
const KEEP = can('conflict.map')
const CLEARED = can('conflict.read-exact')

export async function actorFacts(
  tx: Tx,
  { tenant, actor, command }: { readonly tenant: string; readonly actor: string; readonly command: ActorCommand },
  { today }: Pick<Moment, 'today'>,
): Promise<ActorContext> {
  const written = 'written' in command ? command.written : command.type === 'register' ? command.name : null
  const other = command.type === 'merge' ? command.into : command.type === 'relate' ? command.to : null
  const rows = other === null && command.type !== 'register' ? [] : await listActors(tx, tenant)
  const found = rows.find((row) => row.id === other && row.mergedInto === null)
  return {
    ...{ actor, today, label: `Acteur ${rows.filter((row) => row.secret !== null).length + 1}` },
    takenBy: written === null ? null : await spellingTakenBy(tx, tenant, foldedSpelling(written)),
    ...{ isOtherThere: found !== undefined, isOtherSecret: (found?.secret ?? null) !== null },
  }
}
interface Sent {
  readonly door: Door
  readonly who: Who
  readonly tenant: string
  readonly envelope: CommandEnvelope
}
const run = ({ door, who, tenant, envelope }: Sent, actor: string, command: ActorCommand) =>
  door.execute({
    ...{ aggregate: conflictActorAggregate, subject: actor, command, envelope, who },
    context: (tx, _state, moment) => actorFacts(tx, { tenant, actor, command }, moment),
  })

export const actorRoutes = (): readonly Route[] => [...reads, ...writes]

const reads: readonly Route[] = [
  readRoute({
    path: '/api/conflict/actors',
    allow: can('conflict.read'),
    summary: 'Who acts in conflicts: names and spellings for who is cleared, sorts and areas for committees',
    answer: ActorsAnswer,
    read: async ({ tx, tenant, who }) => accepted(await actorsFor(tx, { tenant, tier: tierOf(who.capabilities) })),
  }),
  readRoute({
    path: '/api/conflict/actors/:actor',
    allow: CLEARED,
    summary: 'One actor: spellings, relations, places on the grid, whose name is near',
    params,
    answer: ActorDetail,
    read: ({ tx, tenant, who, params: { actor } }) => actorFor(tx, { tenant, tier: tierOf(who.capabilities) }, actor),
  }),
  readRoute({
    path: '/api/conflict/actor-grid',
    allow: CLEARED,
    summary: 'Influence and interest of each actor, with its stance, as last judged or as a round judged',
    query: GridAsked,
    answer: GridAnswer,
    read: async ({ tx, tenant, query }) => accepted(await gridFor(tx, tenant, query.round)),
  }),
  readRoute({
    path: '/api/conflict/actor-desk',
    allow: KEEP,
    summary: 'Spellings of lists that fit no actor exactly, with those that are near',
    answer: ActorDesk,
    read: async ({ tx, tenant }) => accepted(await deskFor(tx, tenant)),
  }),
]

const writes: readonly Route[] = [
  writeRoute({
    path: '/api/conflict/actors',
    allow: KEEP,
    summary: 'Registers an actor under a public name, or a secret one under a drawn label',
    body: RegisterActor,
    write: (sent) => run(sent, sent.data.actor, { type: 'register', ...sent.data }),
  }),
  writeRoute({
    path: '/api/conflict/actors/:actor/descriptions',
    allow: KEEP,
    summary: 'Says anew what an actor is, where, and how it stands in demobilisation',
    params,
    body: DescribeActor,
    write: (sent) => run(sent, sent.params.actor, { type: 'describe', ...sent.data }),
  }),
  writeRoute({
    path: '/api/conflict/actors/:actor/spellings',
    allow: KEEP,
    summary: 'A further spelling that leads to this actor',
    params,
    body: AddAlias,
    write: (sent) => run(sent, sent.params.actor, { type: 'add-alias', ...sent.data }),
  }),
  writeRoute({
    path: '/api/conflict/actors/:actor/spelling-removals',
    allow: KEEP,
    summary: 'A spelling no longer leads to this actor',
    params,
    body: RemoveAlias,
    write: (sent) => run(sent, sent.params.actor, { type: 'remove-alias', ...sent.data }),
  }),
  writeRoute({
    path: '/api/conflict/actors/:actor/mergers',
    allow: KEEP,
    summary: 'This record and another are one; spellings, relations and places follow',
    params,
    body: MergeActor,
    write: (sent) => run(sent, sent.params.actor, { type: 'merge', ...sent.data }),
  }),
  writeRoute({
    path: '/api/conflict/actors/:actor/relations',
    allow: KEEP,
    summary: 'How this actor stands to another, with strength, days and how sure that is',
    params,
    body: RelateActor,
    write: (sent) => run(sent, sent.params.actor, { type: 'relate', ...sent.data }),
  }),
  writeRoute({
    path: '/api/conflict/actors/:actor/places',
    allow: KEEP,
    summary: 'Influence, interest and stance as a body judged them in a round',
    params,
    body: PlaceActor,
    write: (sent) => run(sent, sent.params.actor, { type: 'place', ...sent.data }),
  }),
]
