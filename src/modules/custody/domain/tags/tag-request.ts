/*
A request for tags on its way: asked by a site, reviewed, approved for a number, answered with parts of batches, received and
counted (the states of Rwanda's DMTS). Parts are facts of the batches; here it is only known how many were assigned. Who asked does
not approve. It refuses to know which numbers went out.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, maybe, orNull, record, text } from '../../../../kernel/schema.ts'
import { OrganisationId } from '../../../people/contract.ts'
import { SiteId } from '../../../sites/contract.ts'
import { TagType } from '../../contract.ts'
import type * as say from '../../contract-tags.ts'
import { TagProposal } from '../../contract-tags.ts'
import { tagFactors } from './proposal.ts'

const reason = text(400)
export const RequestSubmitted = record({
  site: SiteId,
  tagType: TagType,
  quantity: count(),
  monthsCover: count(),
  reason: orNull(reason),
  organisation: orNull(OrganisationId),
})
export const RequestReviewed = record({})
export const RevisionAsked = record({ reason })
export const RequestRevised = record({ quantity: count(), monthsCover: count(), reason: orNull(reason) })
export const RequestApproved = record({ quantity: count(), reason: orNull(reason), proposal: TagProposal })
export const RequestRejected = record({ reason })
export const RequestCancelled = record({ reason })
export const TagsReceived = record({ counted: count(), assigned: count(), receivedOn: calendarDate(), remark: maybe(reason) })
export const tagRequestKinds = {
  'tag-request.submitted.v1': RequestSubmitted,
  'tag-request.reviewed.v1': RequestReviewed,
  'tag-request.revision-asked.v1': RevisionAsked,
  'tag-request.revised.v1': RequestRevised,
  'tag-request.approved.v1': RequestApproved,
  'tag-request.rejected.v1': RequestRejected,
  'tag-request.cancelled.v1': RequestCancelled,
  'tag-request.received.v1': TagsReceived,
} as const
type Kinds = typeof tagRequestKinds
export type TagRequestEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type TagRequestCommand =
  | ({ readonly type: 'ask' } & Infer<typeof say.AskForTags>)
  | { readonly type: 'review' }
  | ({ readonly type: 'ask-for-revision' } & Infer<typeof say.AskForRevision>)
  | ({ readonly type: 'revise' } & Infer<typeof say.ReviseTagRequest>)
  | ({ readonly type: 'approve' } & Infer<typeof say.ApproveTagRequest>)
  | ({ readonly type: 'reject' } & Infer<typeof say.RejectTagRequest>)
  | ({ readonly type: 'cancel' } & Infer<typeof say.CancelTagRequest>)
  | ({ readonly type: 'receive' } & Infer<typeof say.ReceiveTags>)

type Phase = 'pending' | 'under-review' | 'revision-requested' | 'approved' | 'received' | 'rejected' | 'cancelled'
export type TagRequestState = {
  readonly site: string
  readonly monthsCover: number
  readonly phase: Phase
  readonly approved: number | null
} | null
export interface TagRequestContext {
  readonly happenedOn: string
  readonly organisation: OrganisationId | null
  /** Null: nobody registered the site. */
  readonly siteName: string | null
  /** Acts for the site: holds a padlock of its box, asked for these tags, or watches over its territory. */
  readonly ofTheSite: boolean
  readonly insideTerritory: boolean
  /** Whether the one who acts asked, or changed how many were asked for. */
  readonly askedByActor: boolean
  /** Numbers that were given for this request so far. */
  readonly assigned: number
  /** For an approval. */
  readonly proposal: TagProposal | null
}
type Decided = Outcome<readonly TagRequestEvent[]>

/** Which act may follow in which phase; what is not here is refused with the phase. */
const phases: { readonly [Act in Exclude<TagRequestCommand['type'], 'ask'>]: readonly Phase[] } = {
  review: ['pending'],
  'ask-for-revision': ['pending', 'under-review'],
  revise: ['revision-requested'],
  approve: ['pending', 'under-review'],
  reject: ['pending', 'under-review', 'revision-requested'],
  cancel: ['pending', 'under-review', 'revision-requested', 'approved'],
  receive: ['approved'],
}
const actsOfTheSite: readonly TagRequestCommand['type'][] = ['revise', 'cancel', 'receive']

/** Refusals: `tag-request-already-made`, `unknown-site`, `not-of-this-site`, `unknown-tag-request`, `tag-request-not-so-far`, and those below. */
function decide(state: TagRequestState, command: TagRequestCommand, context: TagRequestContext): Decided {
  if (command.type === 'ask') return state ? refused('tag-request-already-made') : ask(command, context)
  if (!state) return refused('unknown-tag-request')
  const { site } = state
  if (actsOfTheSite.includes(command.type) ? !context.ofTheSite : !context.insideTerritory)
    return actsOfTheSite.includes(command.type)
      ? refused('not-of-this-site', { site })
      : refused('outside-your-territory', { site, place: context.siteName })
  if (!phases[command.type].includes(state.phase)) return refused('tag-request-not-so-far', { state: shownPhase(state, context) })
  return decideOpen(state, command, context)
}

function ask(command: Extract<TagRequestCommand, { type: 'ask' }>, context: TagRequestContext): Decided {
  const { site, tagType, quantity, monthsCover = tagFactors.monthsCover.value, reason: why } = command
  if (context.siteName === null) return refused('unknown-site', { site })
  if (!context.ofTheSite) return refused('not-of-this-site', { site })
  const payload = { site, tagType, quantity, monthsCover, reason: why ?? null, organisation: context.organisation }
  return accepted([{ kind: 'tag-request.submitted.v1', payload }])
}

/** Refusals: `tag-request-of-your-own`, `tags-on-the-way`, `no-tags-on-the-way`, and those of an approval. */
function decideOpen(
  state: NonNullable<TagRequestState>,
  command: Exclude<TagRequestCommand, { type: 'ask' }>,
  context: TagRequestContext,
): Decided {
  switch (command.type) {
    case 'review':
      return accepted([{ kind: 'tag-request.reviewed.v1', payload: {} }])
    case 'ask-for-revision':
      return accepted([{ kind: 'tag-request.revision-asked.v1', payload: { reason: command.reason } }])
    case 'revise': {
      const { quantity, monthsCover = state.monthsCover, reason: why } = command
      return accepted([{ kind: 'tag-request.revised.v1', payload: { quantity, monthsCover, reason: why ?? null } }])
    }
    case 'approve':
      return approve(command, context)
    case 'reject':
      return accepted([{ kind: 'tag-request.rejected.v1', payload: { reason: command.reason } }])
    case 'cancel':
      if (context.assigned > 0) return refused('tags-on-the-way', { assigned: context.assigned })
      return accepted([{ kind: 'tag-request.cancelled.v1', payload: { reason: command.reason } }])
    case 'receive': {
      if (context.assigned === 0) return refused('no-tags-on-the-way')
      const { counted, receivedOn = context.happenedOn, remark } = command
      const said = remark === undefined ? {} : { remark }
      return accepted([{ kind: 'tag-request.received.v1', payload: { counted, assigned: context.assigned, receivedOn, ...said } }])
    }
  }
}

/** Refusals: `tag-request-of-your-own`, `site-receives-no-tags-now`, `beyond-tag-quota`, `more-than-proposed`. */
function approve({ quantity, reason: why }: Extract<TagRequestCommand, { type: 'approve' }>, context: TagRequestContext): Decided {
  const { proposal } = context
  if (!proposal) throw new Error('an approval is decided with the proposal of the day')
  if (context.askedByActor) return refused('tag-request-of-your-own')
  if (!proposal.allowed) return refused('site-receives-no-tags-now')
  if (proposal.quotaLeft !== null && quantity > proposal.quotaLeft)
    return refused('beyond-tag-quota', { quantity, left: Math.max(0, proposal.quotaLeft) })
  if (quantity > (proposal.proposed ?? 0) && why === undefined)
    return refused('more-than-proposed', { quantity, proposed: proposal.proposed ?? 0 })
  return accepted([{ kind: 'tag-request.approved.v1', payload: { quantity, reason: why ?? null, proposal } }])
}

const shownPhase = ({ phase }: NonNullable<TagRequestState>, { assigned }: TagRequestContext): string =>
  phase !== 'approved' ? phase : assigned > 0 ? 'pending-reception' : 'pending-assignment'

function evolve(state: TagRequestState, event: TagRequestEvent): TagRequestState {
  if (event.kind === 'tag-request.submitted.v1') {
    const { site, monthsCover } = event.payload
    return { site, monthsCover, phase: 'pending', approved: null }
  }
  if (!state) throw new Error(`${event.kind} of a request that does not exist`)
  switch (event.kind) {
    case 'tag-request.reviewed.v1':
      return { ...state, phase: 'under-review' }
    case 'tag-request.revision-asked.v1':
      return { ...state, phase: 'revision-requested' }
    case 'tag-request.revised.v1':
      return { ...state, phase: 'pending', monthsCover: event.payload.monthsCover }
    case 'tag-request.approved.v1':
      return { ...state, phase: 'approved', approved: event.payload.quantity }
    case 'tag-request.rejected.v1':
      return { ...state, phase: 'rejected' }
    case 'tag-request.cancelled.v1':
      return { ...state, phase: 'cancelled' }
    case 'tag-request.received.v1':
      return { ...state, phase: 'received' }
  }
}

export const tagRequestDecider: Decider<TagRequestState, TagRequestCommand, TagRequestEvent, TagRequestContext> = {
  initial: null,
  decide,
  evolve,
}
