/*
A batch of printed tags: registered by its issuer, given to sites whole or in parts, its numbers declared lost, stolen, damaged or
void, and destroyed in the end.
Giving tags is a decision: a site without a right to produce gets none. A number never returns to an earlier state, so a
declaration stands for good and a tag that closed a bag cannot be declared unused afterwards.
*/
import { daysBetween } from '../../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, listOf, maybe, oneOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { InternalStatus, SiteId, type Standing } from '../../../sites/contract.ts'
import { type AllocateTagBatch, type DeclareTags, type RegisterTagBatch, TagDeclaration, TagType } from '../../contract.ts'
import { type AllocateTagRange, type DestroyTags, TagRequestId } from '../../contract-tags.ts'
import { gs1Obstacle } from './gs1.ts'
import { normaliseTag, tagText } from './tag.ts'
import { type TagState, mayBecome } from './tag-state.ts'

/** One declaration writes one row per number, so its size is bounded; a batch is only three numbers, and may be large. */
export const MOST_TAGS_IN_BATCH = 1_000_000
export const MOST_TAGS_DECLARED = 5_000

export const BatchRegistered = record({
  issuer: text(40),
  tagType: TagType,
  series: orNull(text(20)),
  digits: count(),
  from: count(),
  to: count(),
  checkDigit: oneOf('none', 'luhn'),
  receivedOn: calendarDate(),
  /** 13 digits of a GRAI or 14 of a GTIN, where the tags are printed with a code of GS1. */
  gs1Key: maybe(text(14)),
})
const StandingSeen = record({
  internal: InternalStatus,
  validUntil: orNull(calendarDate()),
  orderNumber: orNull(text()),
  rulebook: text(),
})
export const BatchAllocated = record({ site: SiteId, allocatedOn: calendarDate(), standing: StandingSeen })
export const RangeAllocated = record({
  site: SiteId,
  from: count(),
  to: count(),
  allocatedOn: calendarDate(),
  request: orNull(TagRequestId),
  /** What the quota of the site still allowed before; null: no quota. */
  quotaLeft: orNull(count()),
  standing: StandingSeen,
})
export const TagsDeclared = record({
  from: count(),
  to: count(),
  as: TagDeclaration,
  declaredOn: calendarDate(),
  reason: text(400),
  already: listOf(count()),
  /** Days between the day of the loss and the day on which somebody said it; absent in what was written before this was kept. */
  daysLate: maybe(count()),
})
/** `numbers`: those of the range that could be destroyed: of emptied bags, damaged or void. */
export const TagsDestroyed = record({
  from: count(),
  to: count(),
  destroyedOn: calendarDate(),
  reason: text(400),
  numbers: listOf(count(), 5_000),
})
export const tagBatchKinds = {
  'tag-batch.registered.v1': BatchRegistered,
  'tag-batch.allocated.v1': BatchAllocated,
  'tag-batch.range-allocated.v1': RangeAllocated,
  'tag-batch.tags-declared.v1': TagsDeclared,
  'tag-batch.tags-destroyed.v1': TagsDestroyed,
} as const
type Kinds = typeof tagBatchKinds
export type TagBatchEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type TagBatchCommand =
  | ({ readonly type: 'register-batch' } & Infer<typeof RegisterTagBatch>)
  | ({ readonly type: 'allocate-batch' } & Infer<typeof AllocateTagBatch>)
  | ({ readonly type: 'allocate-range' } & Infer<typeof AllocateTagRange>)
  | ({ readonly type: 'declare-tags' } & Infer<typeof DeclareTags>)
  | ({ readonly type: 'destroy-tags' } & Infer<typeof DestroyTags>)

export interface TagPartGiven {
  readonly from: number
  readonly to: number
  readonly site: SiteId
  readonly allocatedOn: string
}
export type TagBatchState = (Infer<typeof BatchRegistered> & { readonly parts: readonly TagPartGiven[] }) | null

/** The request that a part answers, as it stands. */
export interface AnsweredRequest {
  readonly site: string
  readonly state: string
  readonly tagType: string
  readonly approved: number | null
  readonly assigned: number
}

export interface TagBatchContext {
  readonly happenedOn: string
  /** First number text of a batch of the same issuer and series that holds some of the same numbers. */
  readonly overlap: string | null
  /** For an allocation; `null` when the site is not known. */
  readonly standing: Standing | null
  readonly insideTerritory: boolean
  /** What the quota of the site still allows, null without one; and for a part the request, null where it is not known. */
  readonly quotaLeft?: number | null
  readonly request?: AnsweredRequest | null
  /** For a declaration: the numbers of the range to which something happened before. */
  readonly tags: readonly { readonly number: number; readonly state: TagState; readonly lot: string | null }[]
}
type Decided = Outcome<readonly TagBatchEvent[]>
type Of<Type extends TagBatchCommand['type']> = Extract<TagBatchCommand, { type: Type }>

/** Refusals: `tag-batch-already-registered`, `tag-range-not-valid`, `tag-series-not-valid`, `tags-already-registered`, `gs-key-not-valid`. */
function register(state: TagBatchState, command: Of<'register-batch'>, context: TagBatchContext): Decided {
  if (state) return refused('tag-batch-already-registered')
  const { from, to, digits } = command
  const size = to - from + 1
  const fits = digits >= 1 && digits <= 14 && String(to).length <= digits
  if (size < 1 || size > MOST_TAGS_IN_BATCH || !fits) return refused('tag-range-not-valid', { from, to, digits, most: MOST_TAGS_IN_BATCH })
  const series = command.series === undefined ? null : normaliseTag(command.series)
  if (series !== null && /\d$/.test(series)) return refused('tag-series-not-valid', { series })
  if (context.overlap !== null) return refused('tags-already-registered', { first: context.overlap })
  const { issuer, tagType, checkDigit, gs1Key, receivedOn = context.happenedOn } = command
  const obstacle = gs1Key === undefined ? null : gs1Obstacle(gs1Key, tagText({ series: series ?? '', digits, checkDigit }, to))
  if (obstacle !== null) return refused('gs-key-not-valid', { key: gs1Key ?? null, why: obstacle })
  return accepted([
    {
      kind: 'tag-batch.registered.v1',
      payload: {
        ...{ issuer: normaliseTag(issuer), tagType, series, digits, from, to, checkDigit, receivedOn },
        ...(gs1Key === undefined ? {} : { gs1Key }),
      },
    },
  ])
}

/** Refusals: `unknown-tag-batch`, `already-allocated`, those of the site and of its quota. */
function allocate(state: TagBatchState, command: Of<'allocate-batch'>, context: TagBatchContext): Decided {
  if (!state) return refused('unknown-tag-batch')
  const [given] = state.parts
  if (given) return refused('already-allocated', { site: given.site, allocatedOn: given.allocatedOn })
  const seen = siteMayReceive(command.site, context, state.series ?? state.issuer)
  if (!seen.ok) return seen
  const { site, allocatedOn = context.happenedOn } = command
  const [size, left] = [state.to - state.from + 1, context.quotaLeft ?? null]
  if (left !== null && size > left) return refused('beyond-tag-quota', { quantity: size, left: Math.max(0, left) })
  return accepted([{ kind: 'tag-batch.allocated.v1', payload: { site, allocatedOn, standing: seen.value } }])
}

/** Refusals: `unknown-tag-batch`, `tags-not-in-batch`, `tags-given-already`, those of the site, of the request and of its quota. */
function allocateRange(state: TagBatchState, command: Of<'allocate-range'>, context: TagBatchContext): Decided {
  if (!state) return refused('unknown-tag-batch')
  const { site, from, to, request, allocatedOn = context.happenedOn } = command
  if (from < state.from || to > state.to || to < from) return refused('tags-not-in-batch', { from: state.from, to: state.to })
  const given = state.parts.find((part) => part.from <= to && part.to >= from)
  if (given) return refused('tags-given-already', { first: printed(state, given.from), last: printed(state, given.to) })
  const seen = siteMayReceive(site, context, state.series ?? state.issuer)
  if (!seen.ok) return seen
  const size = to - from + 1
  if (request !== undefined) {
    const answered = fitsRequest(context.request ?? null, { site, size, tagType: state.tagType })
    if (!answered.ok) return answered
  }
  const quotaLeft = context.quotaLeft ?? null
  if (quotaLeft !== null && size > quotaLeft) return refused('beyond-tag-quota', { quantity: size, left: Math.max(0, quotaLeft) })
  const payload = { site, from, to, allocatedOn, request: request ?? null, quotaLeft, standing: seen.value }
  return accepted([{ kind: 'tag-batch.range-allocated.v1', payload }])
}

/** Refusals: `unknown-tag-request`, `tag-request-not-approved`, `tag-request-of-other-tags`, `more-tags-than-approved`. */
function fitsRequest(
  request: AnsweredRequest | null,
  part: { readonly site: string; readonly size: number; readonly tagType: string },
): Outcome<null> {
  if (!request) return refused('unknown-tag-request')
  if (request.approved === null || !['pending-assignment', 'pending-reception'].includes(request.state))
    return refused('tag-request-not-approved', { state: request.state })
  if (request.site !== part.site || request.tagType !== part.tagType) return refused('tag-request-of-other-tags')
  const left = request.approved - request.assigned
  return part.size > left ? refused('more-tags-than-approved', { quantity: part.size, left }) : accepted(null)
}

/** Refusals: `unknown-site`, `outside-your-territory`, `site-may-not-receive-tags`. */
function siteMayReceive(site: string, context: TagBatchContext, place: string): Outcome<Infer<typeof StandingSeen>> {
  const { standing } = context
  if (!standing) return refused('unknown-site', { site })
  if (!context.insideTerritory) return refused('outside-your-territory', { site, place })
  const { internal, validUntil, orderNumber, lapsed, rulebook } = standing
  if (standing.allows.allocateTags === 'yes') return accepted({ internal, validUntil, orderNumber, rulebook: rulebook.hash })
  const hold = standing.hold !== null
  return refused('site-may-not-receive-tags', { internal, validUntil, orderNumber, lapsed, hold, rulebook: rulebook.hash })
}

/** Numbers that were declared before keep their first declaration. Refusals: `unknown-tag-batch`, `tags-not-in-batch`, `too-many-tags`,
 * `outside-your-territory`, `tag-already-used`, `tags-already-declared`. */
function declare(state: TagBatchState, command: Of<'declare-tags'>, context: TagBatchContext): Decided {
  if (!state) return refused('unknown-tag-batch')
  const { from, to, as, reason, declaredOn = context.happenedOn } = command
  if (from < state.from || to > state.to || to < from) return refused('tags-not-in-batch', { from: state.from, to: state.to })
  const size = to - from + 1
  if (size > MOST_TAGS_DECLARED) return refused('too-many-tags', { most: MOST_TAGS_DECLARED })
  if (!context.insideTerritory) return refused('outside-your-territory', { place: printed(state, from) })
  const fixed = context.tags.filter((tag) => !mayBecome(tag.state, as))
  const used = fixed.find((tag) => tag.lot !== null)
  if (used) return refused('tag-already-used', { tag: printed(state, used.number), lot: used.lot })
  if (fixed.length === size) return refused('tags-already-declared', { from, to })
  const daysLate = Math.max(0, daysBetween(declaredOn, context.happenedOn))
  const already = fixed.map((tag) => tag.number)
  return accepted([{ kind: 'tag-batch.tags-declared.v1', payload: { from, to, as, declaredOn, reason, already, daysLate } }])
}

/** Refusals: `unknown-tag-batch`, `tags-not-in-batch`, `too-many-tags`, `outside-your-territory`, `no-tags-to-destroy`. */
function destroy(state: TagBatchState, command: Of<'destroy-tags'>, context: TagBatchContext): Decided {
  if (!state) return refused('unknown-tag-batch')
  const { from, to, reason, destroyedOn = context.happenedOn } = command
  if (from < state.from || to > state.to || to < from) return refused('tags-not-in-batch', { from: state.from, to: state.to })
  if (to - from + 1 > MOST_TAGS_DECLARED) return refused('too-many-tags', { most: MOST_TAGS_DECLARED })
  if (!context.insideTerritory) return refused('outside-your-territory', { place: printed(state, from) })
  const numbers = context.tags.filter((tag) => mayBecome(tag.state, 'destroyed')).map((tag) => tag.number)
  if (numbers.length === 0) return refused('no-tags-to-destroy', { from: printed(state, from), to: printed(state, to) })
  return accepted([{ kind: 'tag-batch.tags-destroyed.v1', payload: { from, to, destroyedOn, reason, numbers } }])
}

const printed = (batch: NonNullable<TagBatchState>, number: number): string => tagText({ ...batch, series: batch.series ?? '' }, number)

function decide(state: TagBatchState, command: TagBatchCommand, context: TagBatchContext): Decided {
  switch (command.type) {
    case 'register-batch':
      return register(state, command, context)
    case 'allocate-batch':
      return allocate(state, command, context)
    case 'allocate-range':
      return allocateRange(state, command, context)
    case 'declare-tags':
      return declare(state, command, context)
    case 'destroy-tags':
      return destroy(state, command, context)
  }
}

function evolve(state: TagBatchState, event: TagBatchEvent): TagBatchState {
  if (event.kind === 'tag-batch.registered.v1') return { ...event.payload, parts: [] }
  if (!state) throw new Error(`${event.kind} of a batch that does not exist`)
  switch (event.kind) {
    case 'tag-batch.tags-declared.v1':
    case 'tag-batch.tags-destroyed.v1':
      return state
    case 'tag-batch.allocated.v1': {
      const { site, allocatedOn } = event.payload
      return { ...state, parts: [...state.parts, { from: state.from, to: state.to, site, allocatedOn }] }
    }
    case 'tag-batch.range-allocated.v1': {
      const { site, allocatedOn, from, to } = event.payload
      return { ...state, parts: [...state.parts, { from, to, site, allocatedOn }] }
    }
  }
}

export const tagBatchDecider: Decider<TagBatchState, TagBatchCommand, TagBatchEvent, TagBatchContext> = { initial: null, decide, evolve }
