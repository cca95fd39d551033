/*
Decisions about a flow monitoring point: opened, suspended with a reason, counting again, closed. Days follow each other; nothing is decided twice. What was counted there is
taken whatever these say: an observation has no need of an open point.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, exactly, instant, listOf, orNull, record, taggedBy, text } from '../../../kernel/schema.ts'
import { SiteId } from '../../sites/contract.ts'
import { type DayState, type OpenPoint, PointType, type SuspensionReason, SuspensionReason as Reasons } from '../contract.ts'

const by = { at: instant(), body: orNull(text(60)) }
export const PointOpened = record({
  ...{ code: text(24), name: text(120), type: PointType, area: text(12), site: orNull(SiteId), from: calendarDate(), ...by },
})
export const PointSuspended = record({ from: calendarDate(), reason: Reasons, ...by })
export const PointResumed = record({ from: calendarDate(), ...by })
export const PointClosed = record({ from: calendarDate(), ...by })
export const pointKinds = {
  'flow-point.opened.v1': PointOpened,
  'flow-point.suspended.v1': PointSuspended,
  'flow-point.resumed.v1': PointResumed,
  'flow-point.closed.v1': PointClosed,
} as const
type Kinds = typeof pointKinds
export type PointEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export const PointActs = listOf(
  taggedBy('kind', [
    record({ kind: exactly('flow-point.opened.v1'), payload: PointOpened }),
    record({ kind: exactly('flow-point.suspended.v1'), payload: PointSuspended }),
    record({ kind: exactly('flow-point.resumed.v1'), payload: PointResumed }),
    record({ kind: exactly('flow-point.closed.v1'), payload: PointClosed }),
  ]),
)

export type PointCommand =
  | { readonly type: 'open'; readonly point: OpenPoint }
  | { readonly type: 'suspend'; readonly from: string; readonly reason: SuspensionReason }
  | { readonly type: 'resume'; readonly from: string }
  | { readonly type: 'close'; readonly from: string }
export interface PointContext {
  readonly now: string
  /** At the point. */
  readonly today: string
  readonly organisation: string | null
  /** No other point has the code. */
  readonly isCodeFree: boolean
  /** Area and site are known. */
  readonly isPlaceKnown: boolean
  readonly isNear: boolean
}
export interface Stretch {
  readonly from: string
  /** The first day after it; `null` while it lasts. */
  readonly until: string | null
  readonly reason: SuspensionReason
}
export interface Point {
  readonly opened: Infer<typeof PointOpened>
  readonly suspensions: readonly Stretch[]
  readonly closedFrom: string | null
}
export type MaybePoint = Point | null
type Decided = Outcome<readonly PointEvent[]>

const latestOf = ({ opened, suspensions }: Point): string => {
  const last = suspensions.at(-1)
  return last ? (last.until ?? last.from) : opened.from
}
function decide(state: MaybePoint, command: PointCommand, context: PointContext): Decided {
  const act = { at: context.now, body: context.organisation }
  if (!context.isNear) return refused('outside-your-territory')
  if (command.type === 'open') {
    const { point } = command
    if (state !== null) return refused('flow-point-there')
    if (!context.isPlaceKnown) return refused('flow-point-place-not-known')
    if (!context.isCodeFree) return refused('flow-point-code-taken', { code: point.code })
    if (point.from > context.today) return refused('flow-day-in-the-future')
    return accepted([{ kind: 'flow-point.opened.v1', payload: { ...point, site: point.site ?? null, ...act } }])
  }
  if (state === null) return refused('unknown-flow-point')
  if (state.closedFrom !== null) return refused('flow-point-closed')
  if (command.from > context.today) return refused('flow-day-in-the-future')
  if (command.from < latestOf(state)) return refused('flow-day-before-the-last', { day: latestOf(state) })
  const isSuspended = state.suspensions.at(-1)?.until === null
  switch (command.type) {
    case 'suspend':
      if (isSuspended) return refused('flow-point-suspended')
      return accepted([{ kind: 'flow-point.suspended.v1', payload: { from: command.from, reason: command.reason, ...act } }])
    case 'resume':
      if (!isSuspended) return refused('flow-point-not-suspended')
      return accepted([{ kind: 'flow-point.resumed.v1', payload: { from: command.from, ...act } }])
    case 'close':
      return accepted([{ kind: 'flow-point.closed.v1', payload: { from: command.from, ...act } }])
  }
}
function evolve(state: MaybePoint, event: PointEvent): MaybePoint {
  if (event.kind === 'flow-point.opened.v1') return { opened: event.payload, suspensions: [], closedFrom: null }
  if (state === null) return null
  switch (event.kind) {
    case 'flow-point.suspended.v1':
      return { ...state, suspensions: [...state.suspensions, { from: event.payload.from, until: null, reason: event.payload.reason }] }
    case 'flow-point.resumed.v1':
      return { ...state, suspensions: ended(state.suspensions, event.payload.from) }
    case 'flow-point.closed.v1':
      return { ...state, suspensions: ended(state.suspensions, event.payload.from), closedFrom: event.payload.from }
  }
}
const ended = (suspensions: readonly Stretch[], until: string): readonly Stretch[] =>
  suspensions.map((one) => (one.until === null ? { ...one, until } : one))

export const pointDecider: Decider<MaybePoint, PointCommand, PointEvent, PointContext> = { initial: null, decide, evolve }

/** What a day without a number means: never zero. */
export function stateOfDay({ opened, suspensions, closedFrom }: Point, day: string, isCounted: boolean): DayState {
  if (isCounted) return 'counted'
  if (day < opened.from || (closedFrom !== null && day >= closedFrom)) return 'closed'
  return suspensions.some(({ from, until }) => day >= from && (until === null || day < until)) ? 'suspended' : 'uncounted'
}
