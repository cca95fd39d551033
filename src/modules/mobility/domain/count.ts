/*
What one telephone or one file counted at one point on one day. It is always taken: on a closed point, on a day that was counted before, with parts that do not add up. Only what cannot
be is refused: a day that has not come, a point that nobody knows. A sending that was wrong is withdrawn with its reason, and stays to be seen.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, instant, oneOf, orNull, record, text } from '../../../kernel/schema.ts'
import { DaySums, FlowPointId, type RecordCount, WithdrawReason } from '../contract.ts'
import { sumsOf } from './sums.ts'

/** Groups themselves lie beside the log, by their hash: they are kept two years, and what they add up to for ever. */
export const CountRecorded = record({
  ...{ point: FlowPointId, day: calendarDate(), source: oneOf('telephone', 'file'), sha256: text(64), sums: DaySums },
  ...{ at: instant(), body: orNull(text(60)) },
})
export type CountRecorded = Infer<typeof CountRecorded>
export const CountWithdrawn = record({ reason: WithdrawReason, at: instant(), body: orNull(text(60)) })
export const countKinds = { 'flow-count.recorded.v1': CountRecorded, 'flow-count.withdrawn.v1': CountWithdrawn } as const
type Kinds = typeof countKinds
export type CountEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type CountCommand =
  | { readonly type: 'record'; readonly count: RecordCount; readonly sha256: string }
  | { readonly type: 'withdraw'; readonly reason: Infer<typeof WithdrawReason> }
export interface CountContext {
  readonly now: string
  /** At the point. */
  readonly today: string
  readonly organisation: string | null
  readonly isPointKnown: boolean
  /** For a withdrawal: the point lies where the sender works. */
  readonly isNear: boolean
}
export interface Count {
  readonly recorded: CountRecorded
  readonly isWithdrawn: boolean
}
export type MaybeCount = Count | null

export const countDecider: Decider<MaybeCount, CountCommand, CountEvent, CountContext> = {
  initial: null,
  decide: (state, command, context): Outcome<readonly CountEvent[]> => {
    const act = { at: context.now, body: context.organisation }
    if (command.type === 'record') {
      const { point, day, groups } = command.count
      if (state !== null) return refused('flow-count-there')
      if (!context.isPointKnown) return refused('unknown-flow-point')
      if (day > context.today) return refused('flow-day-in-the-future')
      const payload = { point, day, source: 'telephone' as const, sha256: command.sha256, sums: sumsOf(groups), ...act }
      return accepted([{ kind: 'flow-count.recorded.v1', payload }])
    }
    if (state === null || !context.isNear) return refused('unknown-flow-count')
    if (state.isWithdrawn) return refused('flow-count-withdrawn')
    return accepted([{ kind: 'flow-count.withdrawn.v1', payload: { reason: command.reason, ...act } }])
  },
  evolve: (state, event) => {
    if (event.kind === 'flow-count.recorded.v1') return { recorded: event.payload, isWithdrawn: false }
    return state === null ? null : { ...state, isWithdrawn: true }
  },
}
