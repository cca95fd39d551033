/*
Decisions of a resource-centre desk: a centre opens, a visit is counted, the five questions were asked. The log learns that somebody came to a centre on a day, and no more: what is said of
them lies beside it and is removed when it is two years old.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, instant, orNull, record, text } from '../../../../kernel/schema.ts'
import { CentreId, type OpenCentre, type RecordVisit, TakeVisitBack } from '../../contract-desk.ts'

const by = { at: instant(), body: orNull(text(60)) }
export const CentreOpened = record({ name: text(120), area: text(12), organisation: orNull(text(60)), ...by })
export const VisitCounted = record({ centre: CentreId, day: calendarDate(), ticket: text(20), ...by })
export const VisitTakenBack = record({ reason: TakeVisitBack.shape.reason, ...by })
export const QuickScreenDone = record({ centre: CentreId, month: text(7), ...by })

export const centreKinds = { 'resource-centre.opened.v1': CentreOpened } as const
export const visitKinds = { 'desk-visit.counted.v1': VisitCounted, 'desk-visit.taken-back.v1': VisitTakenBack } as const
export const quickKinds = { 'quick-screen.done.v1': QuickScreenDone } as const
type EventOf<Kinds extends { readonly [kind: string]: Parameters<typeof orNull>[0] }> = {
  [Kind in keyof Kinds & string]: DomainEvent<Kind, Infer<Kinds[Kind]>>
}[keyof Kinds & string]
export type CentreEvent = EventOf<typeof centreKinds>
export type VisitEvent = EventOf<typeof visitKinds>
export type QuickEvent = EventOf<typeof quickKinds>

export interface DeskContext {
  readonly now: string
  /** At the centre. */
  readonly today: string
  readonly organisation: string | null
  /** Area and body, or the centre, are known. */
  readonly known: boolean
  readonly isNear: boolean
  readonly ticket: string
}
const act = ({ now, organisation }: DeskContext) => ({ at: now, body: organisation })

export const centreDecider: Decider<boolean, OpenCentre, CentreEvent, DeskContext> = {
  initial: false,
  decide: (isOpen, { name, area, organisation }, context) => {
    if (isOpen) return refused('centre-open-already')
    if (!context.known) return refused('centre-place-not-known')
    if (!context.isNear) return refused('outside-your-territory')
    return accepted([{ kind: 'resource-centre.opened.v1', payload: { name, area, organisation: organisation ?? null, ...act(context) } }])
  },
  evolve: () => true,
}

export type VisitCommand =
  | { readonly type: 'count'; readonly visit: RecordVisit }
  | ({ readonly type: 'take-back' } & Infer<typeof TakeVisitBack>)
export type VisitState = 'counted' | 'taken-back' | null
export const visitDecider: Decider<VisitState, VisitCommand, VisitEvent, DeskContext> = {
  initial: null,
  decide: (state, command, context) => {
    if (command.type === 'take-back') {
      if (state === null || !context.known) return refused('unknown-desk-visit')
      if (state === 'taken-back') return refused('desk-visit-taken-back')
      return accepted([{ kind: 'desk-visit.taken-back.v1', payload: { reason: command.reason, ...act(context) } }])
    }
    const { centre, day, topics } = command.visit
    if (state !== null) return refused('desk-visit-there')
    if (!context.known || !context.isNear) return refused('unknown-centre')
    if (day > context.today) return refused('desk-day-in-the-future')
    if (topics.length === 0) return refused('desk-visit-without-topic')
    return accepted([{ kind: 'desk-visit.counted.v1', payload: { centre, day, ticket: context.ticket, ...act(context) } }])
  },
  evolve: (_state, event) => (event.kind === 'desk-visit.counted.v1' ? 'counted' : 'taken-back'),
}

/** The month, not the day: a day with one question asked would be a day with one person. */
export const quickDecider: Decider<boolean, { readonly centre: CentreId }, QuickEvent, DeskContext> = {
  initial: false,
  decide: (isDone, { centre }, context) => {
    if (isDone) return refused('desk-visit-there')
    if (!context.known || !context.isNear) return refused('unknown-centre')
    return accepted([{ kind: 'quick-screen.done.v1', payload: { centre, month: context.today.slice(0, 7), ...act(context) } }])
  },
  evolve: () => true,
}
