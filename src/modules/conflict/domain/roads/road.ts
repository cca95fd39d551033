/*
A road as the map knows it: described, and described again for a later day. Every description is kept; the newest day rules. Refuses a link that hangs on
no waypoint and a day that has not come.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, orNull, record, text } from '../../../../kernel/schema.ts'
import { RoadFacts } from '../../contract-roads.ts'

/** Who wrote it down, by account and body, so that two persons can be told apart. */
export const by = { on: calendarDate(), by: text(60), body: orNull(text(60)) } as const
export interface Act {
  readonly on: string
  readonly by: string
  readonly body: string | null
}
export const RoadDescribed = record({ ...RoadFacts.shape, ...by })
export const roadKinds = { 'road.described.v1': RoadDescribed } as const
export type RoadEvent = DomainEvent<'road.described.v1', Infer<typeof RoadDescribed>>
export type RoadState = readonly Infer<typeof RoadDescribed>[]
export interface RoadCommand {
  readonly type: 'describe'
  readonly facts: RoadFacts
  /** Of a road that is there already. */
  readonly again: boolean
}
export interface RoadContext {
  readonly act: Act
  /** Every site that a link names is in the register. */
  readonly sitesKnown: boolean
}

export const roadDecider: Decider<RoadState, RoadCommand, RoadEvent, RoadContext> = {
  initial: [],
  decide: (state, { facts, again }, { act, sitesKnown }) => {
    if (again && state.length === 0) return refused('unknown-road')
    if (!again && state.length > 0) return refused('road-described-already')
    if (facts.asOf > act.on) return refused('conflict-day-in-the-future', { on: facts.asOf })
    if (facts.links.some((link) => link.waypoint >= facts.waypoints.length)) return refused('road-link-off-the-road')
    if (!sitesKnown) return refused('unknown-site')
    return accepted([{ kind: 'road.described.v1', payload: { ...facts, ...act } }])
  },
  evolve: (state, event) => [...state, event.payload],
}

/** The description of the newest day; of two for one day the later word. */
export const roadNow = (state: RoadState): RoadFacts | null =>
  state.reduce<RoadState[number] | null>((best, one) => (best === null || one.asOf >= best.asOf ? one : best), null)
