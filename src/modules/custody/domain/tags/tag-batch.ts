/*
A batch of printed tags: registered by its issuer, given whole to one site, its numbers declared lost, stolen, damaged or void.
Giving tags is a decision: a site without a right to produce gets none. A number never returns to an earlier state, so a
declaration stands for good and a tag that closed a bag cannot be declared unused afterwards.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, listOf, oneOf, orNull, record, text } from '../../../../kernel/schema.ts'
import { InternalStatus, SiteId, type Standing } from '../../../sites/contract.ts'
import { type AllocateTagBatch, type DeclareTags, type RegisterTagBatch, TagDeclaration, TagType } from '../../contract.ts'
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
})
export const BatchAllocated = record({
  site: SiteId,
  allocatedOn: calendarDate(),
  standing: record({ internal: InternalStatus, validUntil: orNull(calendarDate()), orderNumber: orNull(text()), rulebook: text() }),
})
export const TagsDeclared = record({
  from: count(),
  to: count(),
  as: TagDeclaration,
  declaredOn: calendarDate(),
  reason: text(400),
  already: listOf(count()),
})
export const tagBatchKinds = {
  'tag-batch.registered.v1': BatchRegistered,
  'tag-batch.allocated.v1': BatchAllocated,
  'tag-batch.tags-declared.v1': TagsDeclared,
} as const
type Kinds = typeof tagBatchKinds
export type TagBatchEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type TagBatchCommand =
  | ({ readonly type: 'register-batch' } & Infer<typeof RegisterTagBatch>)
  | ({ readonly type: 'allocate-batch' } & Infer<typeof AllocateTagBatch>)
  | ({ readonly type: 'declare-tags' } & Infer<typeof DeclareTags>)

export type TagBatchState = (Infer<typeof BatchRegistered> & { readonly site: SiteId | null; readonly allocatedOn: string | null }) | null

export interface TagBatchContext {
  readonly happenedOn: string
  /** First number text of a batch of the same issuer and series that holds some of the same numbers. */
  readonly overlap: string | null
  /** For an allocation; `null` when the site is not known. */
  readonly standing: Standing | null
  readonly insideTerritory: boolean
  /** For a declaration: the numbers of the range to which something happened before. */
  readonly tags: readonly { readonly number: number; readonly state: TagState; readonly lot: string | null }[]
}
type Decided = Outcome<readonly TagBatchEvent[]>
type Of<Type extends TagBatchCommand['type']> = Extract<TagBatchCommand, { type: Type }>

/** Refusals: `tag-batch-already-registered`, `tag-range-not-valid`, `tag-series-not-valid`, `tags-already-registered`. */
function register(state: TagBatchState, command: Of<'register-batch'>, context: TagBatchContext): Decided {
  if (state) return refused('tag-batch-already-registered')
  const { from, to, digits } = command
  const size = to - from + 1
  const fits = digits >= 1 && digits <= 14 && String(to).length <= digits
  if (size < 1 || size > MOST_TAGS_IN_BATCH || !fits) return refused('tag-range-not-valid', { from, to, digits, most: MOST_TAGS_IN_BATCH })
  const series = command.series === undefined ? null : normaliseTag(command.series)
  if (series !== null && /\d$/.test(series)) return refused('tag-series-not-valid', { series })
  if (context.overlap !== null) return refused('tags-already-registered', { first: context.overlap })
  const { issuer, tagType, checkDigit, receivedOn = context.happenedOn } = command
  return accepted([
    {
      kind: 'tag-batch.registered.v1',
      payload: { issuer: normaliseTag(issuer), tagType, series, digits, from, to, checkDigit, receivedOn },
    },
  ])
}

/** Refusals: `unknown-tag-batch`, `already-allocated`, `unknown-site`, `outside-your-territory`, `site-may-not-receive-tags`. */
function allocate(state: TagBatchState, command: Of<'allocate-batch'>, context: TagBatchContext): Decided {
  if (!state) return refused('unknown-tag-batch')
  if (state.site !== null) return refused('already-allocated', { site: state.site, allocatedOn: state.allocatedOn })
  const { standing } = context
  if (!standing) return refused('unknown-site', { site: command.site })
  if (!context.insideTerritory) return refused('outside-your-territory', { site: command.site, place: state.series ?? state.issuer })
  const { internal, validUntil, orderNumber, lapsed, rulebook } = standing
  if (standing.allows.allocateTags !== 'yes') {
    return refused('site-may-not-receive-tags', {
      internal,
      validUntil,
      orderNumber,
      lapsed,
      hold: standing.hold !== null,
      rulebook: rulebook.hash,
    })
  }
  const { site, allocatedOn = context.happenedOn } = command
  return accepted([
    {
      kind: 'tag-batch.allocated.v1',
      payload: { site, allocatedOn, standing: { internal, validUntil, orderNumber, rulebook: rulebook.hash } },
    },
  ])
}

/** Numbers that were declared before keep their first declaration. Refusals: `unknown-tag-batch`, `tags-not-in-batch`, `too-many-tags`, `tag-already-used`, `tags-already-declared`. */
function declare(state: TagBatchState, command: Of<'declare-tags'>, context: TagBatchContext): Decided {
  if (!state) return refused('unknown-tag-batch')
  const { from, to, as, reason, declaredOn = context.happenedOn } = command
  if (from < state.from || to > state.to || to < from) return refused('tags-not-in-batch', { from: state.from, to: state.to })
  const size = to - from + 1
  if (size > MOST_TAGS_DECLARED) return refused('too-many-tags', { most: MOST_TAGS_DECLARED })
  const fixed = context.tags.filter((tag) => !mayBecome(tag.state, as))
  const used = fixed.find((tag) => tag.lot !== null)
  if (used) return refused('tag-already-used', { tag: tagText({ ...state, series: state.series ?? '' }, used.number), lot: used.lot })
  if (fixed.length === size) return refused('tags-already-declared', { from, to })
  return accepted([
    { kind: 'tag-batch.tags-declared.v1', payload: { from, to, as, declaredOn, reason, already: fixed.map((tag) => tag.number) } },
  ])
}

function decide(state: TagBatchState, command: TagBatchCommand, context: TagBatchContext): Decided {
  switch (command.type) {
    case 'register-batch':
      return register(state, command, context)
    case 'allocate-batch':
      return allocate(state, command, context)
    case 'declare-tags':
      return declare(state, command, context)
  }
}

function evolve(state: TagBatchState, event: TagBatchEvent): TagBatchState {
  if (event.kind === 'tag-batch.registered.v1') return { ...event.payload, site: null, allocatedOn: null }
  if (!state) throw new Error(`${event.kind} of a batch that does not exist`)
  if (event.kind === 'tag-batch.tags-declared.v1') return state
  return { ...state, site: event.payload.site, allocatedOn: event.payload.allocatedOn }
}

export const tagBatchDecider: Decider<TagBatchState, TagBatchCommand, TagBatchEvent, TagBatchContext> = { initial: null, decide, evolve }
