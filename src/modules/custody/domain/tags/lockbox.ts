/*
The box of one site in which its tags lie under three padlocks: who holds the keys, how many tags were counted, which of them were
taken out for which agent and day, and how many the site may be given at most. A count is an observation and is kept as said;
handing tags out for a day is a decision. It refuses to know bags.
*/
import { daysBetween } from '../../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, asId, calendarDate, count, listOf, maybe, orNull, record, text } from '../../../../kernel/schema.ts'
import { AccountId, OrganisationId } from '../../../people/contract.ts'
import { TagBatchId } from '../../contract.ts'
import type * as say from '../../contract-tags.ts'
import { KeyBody, QuotaBasis, TagCounts } from '../../contract-tags.ts'

export const KeyHoldersNamed = record({ saemape: OrganisationId, cooperative: OrganisationId, concessionOwner: OrganisationId })
export const QuotaSet = record({ allowedTags: count(), basis: QuotaBasis, basisId: text(60), from: calendarDate() })
export const TagsCounted = record({
  day: calendarDate(),
  counts: TagCounts,
  present: listOf(KeyBody, 3),
  organisation: orNull(OrganisationId),
  remark: maybe(text(400)),
  /** Days between the day of the count and the day on which it was said. */
  daysLate: count(),
})
export const TagsActivated = record({ batch: TagBatchId, from: count(), to: count(), day: calendarDate(), agent: AccountId })
export const lockboxKinds = {
  'tag-lockbox.key-holders-named.v1': KeyHoldersNamed,
  'tag-lockbox.quota-set.v1': QuotaSet,
  'tag-lockbox.tags-counted.v1': TagsCounted,
  'tag-lockbox.tags-activated.v1': TagsActivated,
} as const
type Kinds = typeof lockboxKinds
export type LockboxEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]

export type LockboxCommand =
  | ({ readonly type: 'name-key-holders' } & Infer<typeof say.SetKeyHolders>)
  | ({ readonly type: 'set-quota' } & Infer<typeof say.SetTagQuota>)
  | ({ readonly type: 'count-tags' } & Infer<typeof say.CountTags>)
  | ({ readonly type: 'activate-tags' } & Infer<typeof say.ActivateTags>)

export interface LockboxState {
  readonly keyHolders: Infer<typeof KeyHoldersNamed> | null
}
/** What is known of the numbers that somebody wants to take out. */
export interface WantedTags {
  /** The part of a batch given to this site in which they all lie. */
  readonly given: boolean
  /** A number of them that was used or declared already, as printed. */
  readonly spent: string | null
  /** First number of an activation of some of them for the same day. */
  readonly activated: string | null
}
export interface LockboxContext {
  readonly happenedOn: string
  readonly account: string
  readonly organisation: OrganisationId | null
  /** Null: nobody registered the site. */
  readonly siteName: string | null
  readonly ofTheSite: boolean
  readonly insideTerritory: boolean
  /** Organisations of the command that people know, with their kinds. */
  readonly organisations: ReadonlyMap<string, string>
  /** For a quota: whether the inspection or the validated baseline exists for this site. */
  readonly basisKnown: boolean
  readonly wanted: WantedTags | null
}
type Decided = Outcome<readonly LockboxEvent[]>

/** More than this in one handing-out is not a day's work of one agent. */
export const MOST_TAGS_ACTIVATED = 5_000
/** Tags may be taken out for today, or on the evening before. */
const DAYS_AHEAD = 1

/** Refusals: `unknown-site`, `outside-your-territory`, `not-of-this-site`, and those of each act. */
function decide(_state: LockboxState, command: LockboxCommand, context: LockboxContext): Decided {
  if (context.siteName === null) return refused('unknown-site')
  switch (command.type) {
    case 'name-key-holders':
      return context.insideTerritory ? nameKeyHolders(command, context) : refused('outside-your-territory', { place: context.siteName })
    case 'set-quota': {
      if (!context.insideTerritory) return refused('outside-your-territory', { place: context.siteName })
      if (!context.basisKnown) return refused('tag-quota-without-basis', { basis: command.basis, basisId: command.basisId })
      const { allowedTags, basis, basisId, from = context.happenedOn } = command
      return accepted([{ kind: 'tag-lockbox.quota-set.v1', payload: { allowedTags, basis, basisId, from } }])
    }
    case 'count-tags':
      return context.ofTheSite ? countTags(command, context) : refused('not-of-this-site')
    case 'activate-tags':
      return context.ofTheSite ? activate(command, context) : refused('not-of-this-site')
  }
}

/** Refusals: `unknown-organisation`, `three-different-key-holders`. */
function nameKeyHolders(command: Extract<LockboxCommand, { type: 'name-key-holders' }>, context: LockboxContext): Decided {
  const { saemape, cooperative, concessionOwner } = command
  const named = [saemape, cooperative, concessionOwner]
  const unknown = named.find((organisation) => !context.organisations.has(organisation))
  if (unknown !== undefined) return refused('unknown-organisation', { organisation: unknown })
  if (new Set(named).size !== 3) return refused('three-different-key-holders')
  return accepted([{ kind: 'tag-lockbox.key-holders-named.v1', payload: { saemape, cooperative, concessionOwner } }])
}

/** Refusals: `nothing-counted`, `count-in-the-future`. */
function countTags(command: Extract<LockboxCommand, { type: 'count-tags' }>, context: LockboxContext): Decided {
  const { counts, present = [], remark, day = context.happenedOn } = command
  if (Object.values(counts).every((one) => one === undefined)) return refused('nothing-counted')
  // One day of margin: just after midnight in the mines it is still yesterday in UTC.
  if (daysBetween(context.happenedOn, day) > 1) return refused('count-in-the-future', { day })
  const { organisation } = context
  const said = remark === undefined ? {} : { remark }
  const daysLate = Math.max(0, daysBetween(day, context.happenedOn))
  return accepted([{ kind: 'tag-lockbox.tags-counted.v1', payload: { day, counts, present, organisation, ...said, daysLate } }])
}

/** Refusals: `tags-not-of-this-site`, `too-many-tags`, `activation-not-for-this-day`, `tag-not-free`, `tags-activated-already`. */
function activate(command: Extract<LockboxCommand, { type: 'activate-tags' }>, context: LockboxContext): Decided {
  const { batch, from, to, day = context.happenedOn, agent = asId('account', context.account) } = command
  const { wanted, happenedOn } = context
  if (!wanted) throw new Error('an activation is decided with the facts of its tags')
  if (to < from || !wanted.given) return refused('tags-not-of-this-site', { from, to })
  if (to - from + 1 > MOST_TAGS_ACTIVATED) return refused('too-many-tags', { most: MOST_TAGS_ACTIVATED })
  const ahead = daysBetween(happenedOn, day)
  if (ahead < 0 || ahead > DAYS_AHEAD) return refused('activation-not-for-this-day', { day })
  if (wanted.spent !== null) return refused('tag-not-free', { tag: wanted.spent })
  if (wanted.activated !== null) return refused('tags-activated-already', { first: wanted.activated, day })
  return accepted([{ kind: 'tag-lockbox.tags-activated.v1', payload: { batch, from, to, day, agent } }])
}

function evolve(state: LockboxState, event: LockboxEvent): LockboxState {
  return event.kind === 'tag-lockbox.key-holders-named.v1' ? { keyHolders: event.payload } : state
}

export const lockboxDecider: Decider<LockboxState, LockboxCommand, LockboxEvent, LockboxContext> = {
  initial: { keyHolders: null },
  decide,
  evolve,
}
