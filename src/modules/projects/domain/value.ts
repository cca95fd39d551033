/*
Decisions about the values of one indicator: drafted → verified → locked. Nobody verifies or locks what they wrote. What is locked never changes; it is corrected by a restatement that one
person proposes and another accepts, and the next period counts the difference. Periods are locked in their order, so that what came late is counted once.
*/
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import type { Decider } from '../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { ProjectId } from '../contract.ts'
import type { Evidence, ToldNumber, ToldPart, ValueStatus } from '../contract-values.ts'
import type { Period } from './periods.ts'
import type { Proposal, ValueContent, ValueEvent } from './value-events.ts'

export interface PeriodValue {
  readonly status: ValueStatus
  readonly project: ProjectId
  readonly content: ValueContent
  readonly sealed: string | null
  readonly writtenBy: string
  readonly verifiedBy: string | null
  readonly lockedAt: string | null
  readonly sha256: string | null
  readonly returned: string | null
  readonly proposal: Proposal | null
  /** The newest restatement; `content` stays what was locked. */
  readonly restated: Restated | null
  /** All of them, oldest first. */
  readonly restatements: readonly Restated[]
}
export interface Restated {
  readonly before: ToldNumber
  readonly on: string
  readonly at: string
  readonly reason: string
  readonly told: ToldNumber
  readonly parts: readonly ToldPart[]
  readonly evidence: Evidence
  readonly sealed: string | null
}
/** By period; a period without a value is not in it. */
export type IndicatorValues = ReadonlyMap<string, PeriodValue>
export const standing = ({ content, restated }: Pick<PeriodValue, 'content' | 'restated'>): ToldNumber => restated?.told ?? content.told

export type ValueCommand =
  | { readonly type: 'draft'; readonly period: string }
  | { readonly type: 'verify'; readonly period: string }
  | { readonly type: 'return'; readonly period: string; readonly reason: string }
  | { readonly type: 'lock'; readonly period: string }
  | { readonly type: 'propose'; readonly period: string; readonly reason: string; readonly evidence: Evidence }
  | { readonly type: 'restate'; readonly period: string }

export interface Made {
  readonly content: ValueContent
  readonly sealed: string | null
}
export interface ValueContext {
  readonly now: string
  readonly today: string
  readonly account: string
  readonly project: ProjectId | null
  /** Who asks acts for who carries the project, or for a partner that it named. */
  readonly acts: boolean
  /** `null`: outside the project, or not in its plan. */
  readonly period: Period | null
  /** Made for `draft` and `propose`; a refusal where it could not be. */
  readonly made: Outcome<Made> | null
  /** Cells that moved by one to nine since they were told last. */
  readonly moved: readonly string[]
  /** Of what would be locked. */
  readonly sha256: string
}
type Decided = Outcome<readonly ValueEvent[]>

/**
 * Refusals: `unknown-indicator`, `not-your-project`, `period-outside-project`, `period-not-over`, `value-locked`, `value-verified`, `period-passed`, `earlier-period-open`,
 * `value-moved-by-few`, `unknown-value`, `own-value`, `value-not-verified`, `value-not-locked`, `no-restatement`, `restatement-nothing-new`, `late-counted-already`, and those of making.
 */
function decide(state: IndicatorValues, command: ValueCommand, context: ValueContext): Decided {
  const { project, period, now: at, account: by } = context
  if (project === null) return refused('unknown-indicator')
  if (!context.acts) return refused('not-your-project')
  if (period === null) return refused('period-outside-project', { period: command.period })
  const value = state.get(command.period)
  if (command.type === 'draft') return draft(state, value, { ...context, project, period })
  if (value === undefined) return refused('unknown-value')
  if (command.type === 'propose') return propose(value, command, context)
  if (command.type === 'restate') {
    if (value.proposal === null) return refused('no-restatement')
    if (value.proposal.by === by) return refused('own-value')
    return accepted([{ kind: 'indicator.restated.v1', payload: { period: command.period, on: context.today, by, at } }])
  }
  if (value.status === 'locked') return refused('value-locked', { period: command.period })
  if (command.type === 'return')
    return accepted([{ kind: 'indicator.returned.v1', payload: { period: command.period, reason: command.reason, by, at } }])
  if (value.writtenBy === by) return refused('own-value')
  if (command.type === 'verify') {
    if (value.status === 'verified') return refused('value-verified')
    return accepted([{ kind: 'indicator.verified.v1', payload: { period: command.period, by, at } }])
  }
  if (value.status !== 'verified') return refused('value-not-verified')
  if (isCountedAlready(state, value)) return refused('late-counted-already')
  return accepted([{ kind: 'indicator.locked.v1', payload: { content: value.content, sha256: context.sha256, by, at } }])
}

type Drafting = ValueContext & { readonly project: ProjectId; readonly period: Period }
function draft(state: IndicatorValues, value: PeriodValue | undefined, context: Drafting): Decided {
  const { period, today, made, moved, project } = context
  if (period.until >= today) return refused('period-not-over', { until: period.until })
  if (value?.status === 'locked') return refused('value-locked', { period: period.period })
  if (value?.status === 'verified') return refused('value-verified')
  const passed = [...state].some(([of, one]) => of > period.period && one.status === 'locked')
  if (passed) return refused('period-passed')
  const open = [...state].find(([of, one]) => of < period.period && one.status !== 'locked')
  if (open) return refused('earlier-period-open', { period: open[0] })
  if (made === null) return refused('unknown-indicator')
  if (!made.ok) return made
  if (moved.length > 0) return refused('value-moved-by-few', { cells: moved.length })
  const payload = { project, content: made.value.content, sealed: made.value.sealed, by: context.account, at: context.now }
  return accepted([{ kind: 'indicator.drafted.v1', payload }])
}
function propose(value: PeriodValue, command: Extract<ValueCommand, { readonly type: 'propose' }>, context: ValueContext): Decided {
  if (value.status !== 'locked') return refused('value-not-locked')
  const { made, moved, account: by, now: at } = context
  if (made === null) return refused('unknown-indicator')
  if (!made.ok) return made
  const { told, parts, source } = made.value.content
  // Asked of the record: whether nobody or a few were taken away since is not said.
  const isSame =
    canonicalJson({ told, parts }) === canonicalJson({ told: standing(value), parts: value.restated?.parts ?? value.content.parts })
  if (isSame || (moved.length > 0 && source === 'measure')) return refused('restatement-nothing-new')
  if (moved.length > 0) return refused('value-moved-by-few', { cells: moved.length })
  const { period, reason, evidence } = command
  const payload = { period, told, parts, reason, evidence, sealed: made.value.sealed, by, at }
  return accepted([{ kind: 'indicator.restatement-proposed.v1', payload }])
}
/** Whether another locked period took the same late ones since this was drafted. */
const isCountedAlready = (state: IndicatorValues, value: PeriodValue): boolean =>
  value.content.late.some((one) => (coveredUntil(state, one.period) ?? '') !== (one.after ?? ''))

/** Until when what happened in a period is counted in locked values; `null`: nothing of it is. */
export function coveredUntil(state: IndicatorValues, period: string): string | null {
  const own = state.get(period)
  const taken = [...state.values()].flatMap(({ status, content }) =>
    status === 'locked' ? content.late.filter((one) => one.period === period).map(({ until }) => until) : [],
  )
  return [...(own?.status === 'locked' ? [own.content.asOf] : []), ...taken].toSorted().at(-1) ?? null
}

function evolve(state: IndicatorValues, event: ValueEvent): IndicatorValues {
  const period = 'content' in event.payload ? event.payload.content.period : event.payload.period
  const value = state.get(period)
  const next = (one: PeriodValue): IndicatorValues => new Map([...state, [period, one] as const].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  if (event.kind === 'indicator.drafted.v1') {
    const { project, content, sealed, by: writtenBy } = event.payload
    const empty = { verifiedBy: null, lockedAt: null, sha256: null, returned: null, proposal: null, restated: null, restatements: [] }
    return next({ status: 'draft', project, content, sealed, writtenBy, ...empty })
  }
  if (value === undefined) return state
  if (event.kind === 'indicator.verified.v1') return next({ ...value, status: 'verified', verifiedBy: event.payload.by, returned: null })
  if (event.kind === 'indicator.returned.v1') return next({ ...value, status: 'draft', verifiedBy: null, returned: event.payload.reason })
  if (event.kind === 'indicator.locked.v1') {
    const { content, sha256, at: lockedAt } = event.payload
    return next({ ...value, status: 'locked', content, sha256, lockedAt })
  }
  if (event.kind === 'indicator.restatement-proposed.v1') return next({ ...value, proposal: event.payload })
  const { proposal } = value
  if (proposal === null) return state
  const { told, parts, reason, evidence, sealed } = proposal
  const restated = { before: standing(value), on: event.payload.on, at: event.payload.at, told, parts, reason, evidence, sealed }
  return next({ ...value, proposal: null, restated, restatements: [...value.restatements, restated] })
}

export const valueDecider: Decider<IndicatorValues, ValueCommand, ValueEvent, ValueContext> = { initial: new Map(), decide, evolve }
