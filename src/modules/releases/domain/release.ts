/*
A release: asked for by one person with the agreement that it cites, computed and kept once, approved by another, numbered, and from then on never made again.
Everything that could stop it is looked at when it is asked and again when it is approved, because an agreement may have ended, an office been
shut, and another release gone out in between. The events hold the hash and what was kept back; no number about people.
*/
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, record, text } from '../../../kernel/schema.ts'
import { toldFrom } from '../../../kernel/disclosure/place-and-time.ts'
import { AccountId } from '../../people/contract.ts'
import { AgreementId, type AgreementTerms, type Frequency, KeptBack, ReleaseParameters, type ReleaseState } from '../contract.ts'
import { allows } from './release-kinds.ts'

export const ReleaseAsked = record({
  parameters: ReleaseParameters,
  agreement: AgreementId,
  sha256: text(64),
  bytes: count(),
  lines: count(),
  keptBack: KeptBack,
  by: AccountId,
  askedOn: calendarDate(),
})
export const ReleaseApproved = record({
  number: text(40),
  year: count(),
  sequence: count(),
  sha256: text(64),
  agreement: AgreementId,
  by: AccountId,
  approvedOn: calendarDate(),
})
export const ReleaseTurnedDown = record({ reason: text(400), by: AccountId, on: calendarDate() })
export const ReleaseWithdrawn = record({ reason: text(400), by: AccountId, on: calendarDate() })
export const releaseKinds = {
  'statistics-release.asked.v1': ReleaseAsked,
  'statistics-release.approved.v1': ReleaseApproved,
  'statistics-release.turned-down.v1': ReleaseTurnedDown,
  'statistics-release.withdrawn.v1': ReleaseWithdrawn,
} as const
export type ReleaseEvent =
  | DomainEvent<'statistics-release.asked.v1', Infer<typeof ReleaseAsked>>
  | DomainEvent<'statistics-release.approved.v1', Infer<typeof ReleaseApproved>>
  | DomainEvent<'statistics-release.turned-down.v1', Infer<typeof ReleaseTurnedDown>>
  | DomainEvent<'statistics-release.withdrawn.v1', Infer<typeof ReleaseWithdrawn>>

export type Release =
  | { readonly at: 'none' }
  | { readonly at: ReleaseState; readonly asked: Infer<typeof ReleaseAsked>; readonly number: string | null }

/** What stands ready: hashed, measured, checked. */
export interface Made {
  readonly sha256: string
  readonly bytes: number
  readonly lines: number
  readonly keptBack: KeptBack
  readonly columns: readonly string[]
  /** Whether anything at all may be told. */
  readonly isEmpty: boolean
}
export type ReleaseCommand =
  | { readonly step: 'ask'; readonly agreement: AgreementId; readonly parameters: ReleaseParameters; readonly made: Made }
  | { readonly step: 'approve' }
  | { readonly step: 'turn-down'; readonly reason: string }
  | { readonly step: 'withdraw'; readonly reason: string }

export interface ReleaseContext {
  readonly today: string
  readonly by: AccountId
  readonly isLockedDown: boolean
  /** The one that is cited, `null` unless it is active today. */
  readonly agreement: AgreementTerms | null
  /** Days of the releases approved under it. */
  readonly approvedUnderIt: readonly string[]
  /** Cells by which a few people could be seen beside an earlier release. */
  readonly inTheWay: number
  readonly next: { readonly year: number; readonly sequence: number }
}

/** `ST-2026-0001`. */
export const releaseNumber = ({ year, sequence }: ReleaseContext['next']): string => `ST-${year}-${String(sequence).padStart(4, '0')}`

const MONTHS: { readonly [F in Frequency]: number | null } = { once: null, quarterly: 3, 'half-yearly': 6, yearly: 12 }
/** Whether the agreement lets one more leave: `once` means once, else as many days must lie between as the months have at least. */
function isDue(frequency: Frequency, approved: readonly string[], today: string): boolean {
  const last = approved.toSorted().at(-1)
  if (last === undefined) return true
  const months = MONTHS[frequency]
  if (months === null) return false
  const [then, now] = [last, today].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
  return (now ?? 0) - (then ?? 0) >= months
}

type Stop = ReturnType<typeof refused> | null
/** What stops a release whether it is asked or approved. */
function stopOf({ parameters, columns }: { parameters: ReleaseParameters; columns: readonly string[] }, context: ReleaseContext): Stop {
  const { agreement, today } = context
  if (context.isLockedDown) return refused('release-office-locked-down')
  if (agreement === null) return refused('release-needs-agreement')
  if (!allows(agreement.level, parameters.kind)) return refused('agreement-level-too-low')
  const lacking = agreement.fields.includes('*') ? [] : columns.filter((column) => !agreement.fields.includes(column))
  if (lacking.length > 0) return refused('agreement-lacks-fields', { fields: lacking.join(', ') })
  if (!isDue(agreement.frequency, context.approvedUnderIt, today)) return refused('agreement-not-due-again')
  if (parameters.until < parameters.from) return refused('release-quarters-not-valid')
  const from = toldFrom(parameters.until)
  return from > today ? refused('release-too-early', { quarter: parameters.until, from }) : null
}

/** What stops a look: the same as a request. `columns` is `null` before anything was counted. */
export const stopOfLook = (parameters: ReleaseParameters, columns: readonly string[] | null, context: ReleaseContext): Stop =>
  stopOf({ parameters, columns: columns ?? [] }, context)

/** Refusals: those of `stopOf`, `release-exists`, `release-below-minimum`, `release-would-tell`, `unknown-release`, `release-not-waiting`, `second-person-for-release`, `release-not-approved`. */
export const releaseDecider: Decider<Release, ReleaseCommand, ReleaseEvent, ReleaseContext> = {
  initial: { at: 'none' },
  decide: (state, command, context) => {
    if (command.step === 'ask') return ask(state, command, context)
    if (state.at === 'none') return refused('unknown-release')
    if (command.step === 'approve') return approve(state, context)
    const payload = { reason: command.reason, by: context.by, on: context.today }
    if (command.step === 'turn-down') {
      if (state.at !== 'asked') return refused('release-not-waiting')
      return accepted([{ kind: 'statistics-release.turned-down.v1', payload }])
    }
    if (state.at !== 'approved') return refused('release-not-approved')
    return accepted([{ kind: 'statistics-release.withdrawn.v1', payload }])
  },
  evolve: (state, event) => {
    if (event.kind === 'statistics-release.asked.v1') return { at: 'asked', asked: event.payload, number: null }
    if (state.at === 'none') return state
    if (event.kind === 'statistics-release.approved.v1') return { ...state, at: 'approved', number: event.payload.number }
    return { ...state, at: event.kind === 'statistics-release.turned-down.v1' ? 'turned-down' : 'withdrawn' }
  },
}

function ask(
  state: Release,
  { made, parameters, agreement }: Extract<ReleaseCommand, { step: 'ask' }>,
  context: ReleaseContext,
): Outcome<readonly ReleaseEvent[]> {
  if (state.at !== 'none') return refused('release-exists')
  const stop = stopOf({ parameters, columns: made.columns }, context)
  if (stop !== null) return stop
  if (made.isEmpty) return refused('release-below-minimum', { least: parameters.k })
  if (context.inTheWay > 0) return refused('release-would-tell', { cells: context.inTheWay })
  const { sha256, bytes, lines, keptBack } = made
  const payload = { parameters, agreement, sha256, bytes, lines, keptBack, by: context.by, askedOn: context.today }
  return accepted([{ kind: 'statistics-release.asked.v1', payload }])
}

function approve(state: Exclude<Release, { at: 'none' }>, context: ReleaseContext): Outcome<readonly ReleaseEvent[]> {
  if (state.at !== 'asked') return refused('release-not-waiting')
  const { asked } = state
  if (asked.by === context.by) return refused('second-person-for-release')
  // Its fields were held against the same agreement when it was asked, and neither changes.
  const stop = stopOf({ parameters: asked.parameters, columns: [] }, context)
  if (stop !== null) return stop
  if (context.inTheWay > 0) return refused('release-would-tell', { cells: context.inTheWay })
  const payload = {
    ...{ number: releaseNumber(context.next), ...context.next, sha256: asked.sha256, agreement: asked.agreement },
    ...{ by: context.by, approvedOn: context.today },
  }
  return accepted([{ kind: 'statistics-release.approved.v1', payload }])
}
