/*
Decisions about an item of the roadmap. DONE needs what shows it; BLOCKED and DROPPED say why, and so does what was over and is not any more. A day that is moved
keeps the day before, and one owner goes where another comes. Every status stays.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, exactly, instant, listOf, orNull, record, taggedBy, text } from '../../../../kernel/schema.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import {
  type AddRoadmapItem,
  type AssignRoadmapItem,
  type MoveRoadmapDue,
  RoadmapOrigin,
  RoadmapSource,
  RoadmapStatus,
  type SetRoadmapStatus,
} from '../../contract-peace.ts'

const by = { on: calendarDate(), at: instant(), body: orNull(text(60)) }
export const RoadmapAdded = record({
  source: RoadmapSource,
  text: text(600),
  owner: orNull(OrganisationId),
  ownerWritten: orNull(text(160)),
  due: calendarDate(),
  sites: listOf(SiteId, 40),
  from: orNull(RoadmapOrigin),
  ...by,
})
export const RoadmapStatusSet = record({ status: RoadmapStatus, evidence: orNull(text(600)), reason: orNull(text(600)), ...by })
export const RoadmapDueMoved = record({ due: calendarDate(), reason: text(600), ...by })
export const RoadmapAssigned = record({
  ...{ owner: orNull(OrganisationId), ownerWritten: orNull(text(160)), sites: listOf(SiteId, 40), reason: text(600) },
  ...by,
})
export const roadmapKinds = {
  'roadmap-item.added.v1': RoadmapAdded,
  'roadmap-item.status-set.v1': RoadmapStatusSet,
  'roadmap-item.due-moved.v1': RoadmapDueMoved,
  'roadmap-item.assigned.v1': RoadmapAssigned,
} as const
type Kinds = typeof roadmapKinds
export type RoadmapEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export const RoadmapActs = listOf(
  taggedBy('kind', [
    record({ kind: exactly('roadmap-item.added.v1'), payload: RoadmapAdded }),
    record({ kind: exactly('roadmap-item.status-set.v1'), payload: RoadmapStatusSet }),
    record({ kind: exactly('roadmap-item.due-moved.v1'), payload: RoadmapDueMoved }),
    record({ kind: exactly('roadmap-item.assigned.v1'), payload: RoadmapAssigned }),
  ]),
)

export type RoadmapCommand =
  | ({ readonly type: 'add' } & Infer<typeof AddRoadmapItem>)
  | ({ readonly type: 'set-status' } & Infer<typeof SetRoadmapStatus>)
  | ({ readonly type: 'move-due' } & Infer<typeof MoveRoadmapDue>)
  | ({ readonly type: 'assign' } & Infer<typeof AssignRoadmapItem>)
export interface RoadmapContext {
  readonly now: string
  readonly today: string
  readonly organisation: string | null
  /** The owner and every site named exist. */
  readonly known: boolean
}
export interface RoadmapStanding {
  readonly added: Infer<typeof RoadmapAdded>
  readonly status: RoadmapStatus
  readonly due: string
  readonly owner: RoadmapOwner
  readonly sites: Infer<typeof RoadmapAdded>['sites']
}
type RoadmapOwner = Pick<Infer<typeof RoadmapAdded>, 'owner' | 'ownerWritten'>
export type MaybeRoadmapItem = RoadmapStanding | null
type Decided = Outcome<readonly RoadmapEvent[]>

const NEEDS_REASON: readonly RoadmapStatus[] = ['blocked', 'dropped']
const OVER: readonly RoadmapStatus[] = ['done', 'dropped']
export const isRoadmapOverdue = ({ status, due }: Pick<RoadmapStanding, 'status' | 'due'>, today: string): boolean =>
  !OVER.includes(status) && due < today

function decide(state: MaybeRoadmapItem, command: RoadmapCommand, { now, today, organisation, known }: RoadmapContext): Decided {
  const act = { on: today, at: now, body: organisation }
  if (command.type === 'add') {
    if (state !== null) return refused('roadmap-item-there')
    if (!known) return refused('unknown-roadmap-link')
    const { source, text: said, owner, ownerWritten, due, sites = [], from } = command
    if ((owner === undefined) === (ownerWritten === undefined)) return refused('roadmap-owner-one')
    const payload = { source, text: said, owner: owner ?? null, ownerWritten: ownerWritten ?? null, due, sites, from: from ?? null, ...act }
    return accepted([{ kind: 'roadmap-item.added.v1', payload }])
  }
  if (state === null) return refused('unknown-roadmap-item')
  if (command.type === 'move-due') {
    if (OVER.includes(state.status)) return refused('roadmap-item-over')
    if (command.due === state.due) return refused('roadmap-due-the-same')
    return accepted([{ kind: 'roadmap-item.due-moved.v1', payload: { due: command.due, reason: command.reason, ...act } }])
  }
  if (command.type === 'assign') return assign(state, command, { known, act })
  const { status, evidence, reason } = command
  if (status === state.status) return refused('roadmap-status-the-same')
  if (status === 'done' && evidence === undefined) return refused('roadmap-done-needs-evidence')
  if ((NEEDS_REASON.includes(status) || OVER.includes(state.status)) && reason === undefined) return refused('roadmap-status-needs-reason')
  return accepted([{ kind: 'roadmap-item.status-set.v1', payload: { status, evidence: evidence ?? null, reason: reason ?? null, ...act } }])
}
interface Assigning {
  readonly known: boolean
  readonly act: { readonly on: string; readonly at: string; readonly body: string | null }
}
function assign(state: RoadmapStanding, command: Extract<RoadmapCommand, { readonly type: 'assign' }>, { known, act }: Assigning): Decided {
  if (OVER.includes(state.status)) return refused('roadmap-item-over')
  if (!known) return refused('unknown-roadmap-link')
  const { owner = null, ownerWritten = null, sites = state.sites, reason } = command
  if ((owner === null) === (ownerWritten === null)) return refused('roadmap-owner-one')
  const isSame = owner === state.owner.owner && ownerWritten === state.owner.ownerWritten
  const areSame = sites.length === state.sites.length && sites.every((one) => state.sites.includes(one))
  if (isSame && areSame) return refused('roadmap-nothing-assigned')
  return accepted([{ kind: 'roadmap-item.assigned.v1', payload: { owner, ownerWritten, sites: [...new Set(sites)], reason, ...act } }])
}
function evolve(state: MaybeRoadmapItem, event: RoadmapEvent): MaybeRoadmapItem {
  if (event.kind === 'roadmap-item.added.v1') {
    const { owner, ownerWritten, sites, due } = event.payload
    return { added: event.payload, status: 'not-started', due, owner: { owner, ownerWritten }, sites }
  }
  if (state === null) return null
  if (event.kind === 'roadmap-item.assigned.v1') {
    const { owner, ownerWritten, sites } = event.payload
    return { ...state, owner: { owner, ownerWritten }, sites }
  }
  return event.kind === 'roadmap-item.due-moved.v1' ? { ...state, due: event.payload.due } : { ...state, status: event.payload.status }
}
export const roadmapDecider: Decider<MaybeRoadmapItem, RoadmapCommand, RoadmapEvent, RoadmapContext> = { initial: null, decide, evolve }
