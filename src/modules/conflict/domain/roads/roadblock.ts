/*
A roadblock: proposed by somebody, confirmed by another person, seen again, lifted. Seeing is an observation and is taken whatever the state; one that is seen
after it was lifted is proposed again. Confirming and lifting are decisions. Refuses a roadblock without a place, one confirmed by who said that it is there,
and the same sighting twice.
*/
import { daysBetween } from '../../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, record } from '../../../../kernel/schema.ts'
import { type Freshness, LiftRoadblock, RoadblockFacts, type RoadblockState, SeeRoadblock } from '../../contract-roads.ts'
import { type Act, by } from './road.ts'

export const RoadblockProposed = record({ ...RoadblockFacts.shape, ...by })
export const RoadblockConfirmed = record({ ...by })
export const RoadblockSeen = record({ ...SeeRoadblock.shape, ...by })
export const RoadblockLifted = record({ ...LiftRoadblock.shape, ...by })
export const roadblockKinds = {
  'roadblock.proposed.v1': RoadblockProposed,
  'roadblock.confirmed.v1': RoadblockConfirmed,
  'roadblock.seen.v1': RoadblockSeen,
  'roadblock.lifted.v1': RoadblockLifted,
} as const
type Kinds = typeof roadblockKinds
export type RoadblockEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export interface Roadblock {
  readonly proposed: Infer<typeof RoadblockProposed> | null
  /** Since it was last lifted. */
  readonly confirmed: Act | null
  readonly seen: readonly Infer<typeof RoadblockSeen>[]
  readonly lifted: readonly Infer<typeof RoadblockLifted>[]
}
export type RoadblockCommand =
  | { readonly type: 'propose'; readonly facts: RoadblockFacts }
  | { readonly type: 'confirm' }
  | ({ readonly type: 'see' } & Infer<typeof SeeRoadblock>)
  | ({ readonly type: 'lift' } & Infer<typeof LiftRoadblock>)
export interface RoadblockContext {
  readonly act: Act
  /** The road that it names is known. */
  readonly roadKnown: boolean
  /** The sender may see it: cleared, or its own. What is not seen does not exist. */
  readonly isSeen: boolean
}

function decide(
  state: Roadblock,
  command: RoadblockCommand,
  { act, roadKnown, isSeen }: RoadblockContext,
): Outcome<readonly RoadblockEvent[]> {
  const { proposed } = state
  if (command.type === 'propose') return proposed ? refused('roadblock-proposed-already') : propose(command.facts, { act, roadKnown })
  if (proposed === null || !isSeen) return refused('unknown-roadblock')
  switch (command.type) {
    case 'confirm':
      if (state.confirmed) return refused('roadblock-confirmed-already')
      if (stateOf(state) === 'lifted') return refused('roadblock-lifted-already')
      if (saidBy(state) === act.by) return refused('roadblock-second-person')
      return accepted([{ kind: 'roadblock.confirmed.v1', payload: act }])
    case 'see': {
      const { seenOn, source } = command
      if (seenOn > act.on) return refused('conflict-day-in-the-future', { on: seenOn })
      // A source that tells of a day twice is not two that saw it.
      if (sightingsOf(state).some((one) => one.on === seenOn && one.source === source.name))
        return refused('roadblock-seen-already', { on: seenOn })
      return accepted([{ kind: 'roadblock.seen.v1', payload: { seenOn, source, ...act } }])
    }
    case 'lift': {
      const { liftedOn, source } = command
      if (liftedOn > act.on) return refused('conflict-day-in-the-future', { on: liftedOn })
      if (stateOf(state) === 'lifted') return refused('roadblock-lifted-already')
      if (lastSeenOf(state) > liftedOn) return refused('roadblock-seen-after', { on: lastSeenOf(state) })
      return accepted([{ kind: 'roadblock.lifted.v1', payload: { liftedOn, source, ...act } }])
    }
  }
}
function propose(
  facts: RoadblockFacts,
  { act, roadKnown }: Pick<RoadblockContext, 'act' | 'roadKnown'>,
): Outcome<readonly RoadblockEvent[]> {
  if (facts.at === null && (facts.road === null || facts.km === null)) return refused('roadblock-without-place')
  if (!roadKnown) return refused('unknown-road')
  if (facts.lastSeen < facts.firstSeen) return refused('days-the-wrong-way-round')
  if (facts.lastSeen > act.on) return refused('conflict-day-in-the-future', { on: facts.lastSeen })
  return accepted([{ kind: 'roadblock.proposed.v1', payload: { ...facts, ...act } }])
}

function evolve(state: Roadblock, event: RoadblockEvent): Roadblock {
  switch (event.kind) {
    case 'roadblock.proposed.v1':
      return { ...state, proposed: event.payload }
    case 'roadblock.confirmed.v1':
      return { ...state, confirmed: event.payload }
    case 'roadblock.seen.v1':
      return { ...state, seen: [...state.seen, event.payload] }
    case 'roadblock.lifted.v1':
      return { ...state, confirmed: null, lifted: [...state.lifted, event.payload] }
  }
}
export const roadblockDecider: Decider<Roadblock, RoadblockCommand, RoadblockEvent, RoadblockContext> = {
  initial: { proposed: null, confirmed: null, seen: [], lifted: [] },
  decide,
  evolve,
}

const sightingsOf = ({ proposed, seen }: Roadblock) => [
  ...(proposed ? [proposed.firstSeen, proposed.lastSeen].map((on) => ({ on, source: proposed.source.name })) : []),
  ...seen.map(({ seenOn, source }) => ({ on: seenOn, source: source.name })),
]
/** Every day on which somebody saw it, oldest first. */
const sightings = (state: Roadblock): readonly string[] =>
  sightingsOf(state)
    .map((one) => one.on)
    .toSorted()
/** Who said that it is there: who proposed it; after it was lifted, who saw it again. */
function saidBy({ proposed, seen, lifted }: Roadblock): string | null {
  const gone = lifted
    .map((one) => one.liftedOn)
    .toSorted()
    .at(-1)
  return (gone === undefined ? proposed?.by : seen.find((one) => one.seenOn > gone)?.by) ?? null
}
export const lastSeenOf = (state: Roadblock): string => sightings(state).at(-1) ?? ''
export const firstSeenOf = (state: Roadblock): string => sightings(state)[0] ?? ''

export interface Period {
  readonly from: string
  /** The day on which it was lifted; `null` while it stands. */
  readonly until: string | null
  readonly seen: readonly string[]
}
/** When it stood: from a first sighting until it was lifted, and again from the next sighting. */
export function periodsOf(state: Roadblock): readonly Period[] {
  let days = sightings(state)
  const periods: Period[] = []
  for (const until of state.lifted.map((one) => one.liftedOn).toSorted()) {
    const seen = days.filter((day) => day <= until)
    if (seen[0] !== undefined) periods.push({ from: seen[0], until, seen })
    days = days.filter((day) => day > until)
  }
  return days[0] === undefined ? periods : [...periods, { from: days[0], until: null, seen: days }]
}
export function stateOf(state: Roadblock): RoadblockState {
  if (periodsOf(state).at(-1)?.until !== null) return 'lifted'
  return state.confirmed ? 'confirmed' : 'proposed'
}

/** Not seen again for so many days, it is told as stale (D). */
export const STALE_DAYS = 180
/**
 * Whether it stood in these days, and how fresh that is: between two sightings it stood; after the last one for as long as the rule says, then it is
 * stale. `null`: not yet there, or lifted.
 */
export function standingIn(state: Roadblock, days: { readonly from: string; readonly until: string }): Freshness | null {
  const period = periodsOf(state).findLast((one) => one.from <= days.until && (one.until === null || one.until >= days.from))
  if (!period) return null
  const last = period.seen.at(-1) ?? period.from
  return last < days.from && daysBetween(last, days.from) > STALE_DAYS ? 'stale' : 'seen'
}
