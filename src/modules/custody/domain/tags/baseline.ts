/*
A baseline report: what a body counted at a site, as the measure of what the site can produce. It counts for nothing until a second
account has validated it. A month that is not twenty to thirty days of the stated day is kept and warned of (the sample of Rwanda's
own system breaks that rule).
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, record, text } from '../../../../kernel/schema.ts'
import { type BaselineProduction, type RejectBaseline, ReportBaseline } from '../../contract-tags.ts'

export const BaselineReported = ReportBaseline
export const BaselineValidated = record({})
export const BaselineRejected = record({ reason: text(400) })
export const baselineKinds = {
  'baseline.reported.v1': BaselineReported,
  'baseline.validated.v1': BaselineValidated,
  'baseline.rejected.v1': BaselineRejected,
} as const
type Kinds = typeof baselineKinds
export type BaselineEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export type BaselineCommand =
  | ({ readonly type: 'report-baseline' } & Infer<typeof ReportBaseline>)
  | { readonly type: 'validate-baseline' }
  | ({ readonly type: 'reject-baseline' } & Infer<typeof RejectBaseline>)
export type BaselineState = { readonly site: string; readonly state: 'reported' | 'validated' | 'rejected' } | null
export interface BaselineContext {
  readonly today: string
  /** Null: nobody registered the site. */
  readonly siteName: string | null
  readonly insideTerritory: boolean
  /** Whether the one who acts is the one who reported. */
  readonly reportedByActor: boolean
}

/** A month has so many working days, at least and at most (V: 5.6). */
const MONTH = { fewestDays: 20, mostDays: 30 } as const
export interface BaselineWarned extends BaselineProduction {
  readonly fromGrams: number
  readonly toGrams: number
}
/** The minerals whose month is not 20 to 30 of its days. */
export const baselineWarnings = (production: readonly BaselineProduction[]): readonly BaselineWarned[] =>
  production
    .map((one) => ({ ...one, fromGrams: one.dailyGrams * MONTH.fewestDays, toGrams: one.dailyGrams * MONTH.mostDays }))
    .filter(({ monthlyGrams, fromGrams, toGrams }) => monthlyGrams < fromGrams || monthlyGrams > toGrams)

/** Kilograms of tin, tantalum and tungsten: gold does not go in tagged bags. */
export const taggedMonthlyGrams = (production: readonly BaselineProduction[]): number =>
  production.reduce((sum, { mineral, monthlyGrams }) => (mineral === 'Au' ? sum : sum + monthlyGrams), 0)

/**
 * Refusals: `baseline-already-reported`, `unknown-site`, `outside-your-territory`, `baseline-without-production`,
 * `baseline-in-the-future`, `unknown-baseline`, `baseline-already-decided`, `baseline-of-your-own`.
 */
function decide(state: BaselineState, command: BaselineCommand, context: BaselineContext): Outcome<readonly BaselineEvent[]> {
  if (command.type === 'report-baseline') {
    const { type: _, ...payload } = command
    if (state) return refused('baseline-already-reported')
    if (context.siteName === null) return refused('unknown-site', { site: command.site })
    if (!context.insideTerritory) return refused('outside-your-territory', { site: command.site, place: context.siteName })
    const minerals = new Set(command.production.map((one) => one.mineral))
    if (minerals.size === 0 || minerals.size !== command.production.length) return refused('baseline-without-production')
    if (command.observedOn > context.today) return refused('baseline-in-the-future', { observedOn: command.observedOn })
    return accepted([{ kind: 'baseline.reported.v1', payload }])
  }
  if (!state) return refused('unknown-baseline')
  if (!context.insideTerritory) return refused('outside-your-territory', { site: state.site, place: context.siteName })
  if (state.state !== 'reported') return refused('baseline-already-decided', { state: state.state })
  if (context.reportedByActor) return refused('baseline-of-your-own')
  return command.type === 'validate-baseline'
    ? accepted([{ kind: 'baseline.validated.v1', payload: {} }])
    : accepted([{ kind: 'baseline.rejected.v1', payload: { reason: command.reason } }])
}

function evolve(state: BaselineState, event: BaselineEvent): BaselineState {
  if (event.kind === 'baseline.reported.v1') return { site: event.payload.site, state: 'reported' }
  if (!state) throw new Error(`${event.kind} of a report that does not exist`)
  return { ...state, state: event.kind === 'baseline.validated.v1' ? 'validated' : 'rejected' }
}

export const baselineDecider: Decider<BaselineState, BaselineCommand, BaselineEvent, BaselineContext> = { initial: null, decide, evolve }
