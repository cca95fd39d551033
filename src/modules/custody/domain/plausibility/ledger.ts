/*
The plausibility ledger of a place, month by month: what could be dug (as declared, as observed, by labour) beside what was tagged, bought
and exported. Pure: rows of months in, rows of months out. A figure that is not known stays null and is never taken for nothing. The
ranges are the defaults of section 14 with their mark, until somebody sets another with a reason and a source.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import { type AssumptionName, ChangeAssumption, DeclareFigure, type LedgerMonth } from '../../contract-plausibility.ts'
import { f07 } from './rules/f07-purchases-above-production.ts'
import { f24 } from './rules/f24-macro-balance.ts'
import { type ThresholdValues, type Verdict, shareOf } from './rules/rule.ts'

export const ledgerKinds = { 'ledger.figure-declared.v1': DeclareFigure, 'ledger.assumption-changed.v1': ChangeAssumption } as const
type Kinds = typeof ledgerKinds
export type LedgerEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export type LedgerCommand =
  | ({ readonly type: 'declare-figure' } & Infer<typeof DeclareFigure>)
  | ({ readonly type: 'change-assumption' } & Infer<typeof ChangeAssumption>)
export interface LedgerContext {
  readonly isKnownPlace: boolean
  readonly isInside: boolean
  readonly thisMonth: string
}

export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
/** Refusals: `unknown-place`, `outside-your-territory`, `not-a-month`, `month-in-the-future`. */
function decide(_state: null, command: LedgerCommand, context: LedgerContext): Outcome<readonly LedgerEvent[]> {
  if (!context.isKnownPlace) return refused('unknown-place', { code: command.place.code })
  if (!context.isInside) return refused('outside-your-territory', { site: null, place: command.place.code })
  if (command.type === 'declare-figure') {
    if (!isMonth(command.month)) return refused('not-a-month', { month: command.month })
    if (command.month > context.thisMonth) return refused('month-in-the-future', { month: command.month })
    const { type: _, ...payload } = command
    return accepted([{ kind: 'ledger.figure-declared.v1', payload }])
  }
  const { type: _, ...payload } = command
  return accepted([{ kind: 'ledger.assumption-changed.v1', payload }])
}
export const ledgerDecider: Decider<null, LedgerCommand, LedgerEvent, LedgerContext> = { initial: null, decide, evolve: () => null }

export interface DefaultAssumption {
  readonly value: number
  readonly evidence: Evidence
}
type Ranges = {
  readonly [Mineral in 'Sn' | 'Ta' | 'W' | 'Au' | 'other']: readonly [low: DefaultAssumption, high: DefaultAssumption] | null
}
const range = (evidence: Evidence, low: number, high: number): readonly [DefaultAssumption, DefaultAssumption] => [
  { value: low, evidence },
  { value: high, evidence },
]
/** Milligrams a digger and day, section 14. */
const ranges: Ranges = {
  Sn: range('D', 300_000, 3_000_000),
  Ta: range('S', 100_000, 1_000_000),
  W: range('D', 200_000, 2_000_000),
  Au: range('S', 20, 500),
  other: null,
}
/** Days worked in a month; ours. */
const WORKING_DAYS: DefaultAssumption = { value: 24, evidence: 'D' }
export function defaultAssumption(mineral: keyof Ranges, name: AssumptionName): DefaultAssumption | null {
  if (name === 'working-days') return WORKING_DAYS
  if (name === 'diggers') return null
  return ranges[mineral]?.[name === 'low-milligrams-per-digger-day' ? 0 : 1] ?? null
}

export interface MonthFigures {
  readonly month: string
  /** Baseline month that was validated, or a figure that was declared. */
  readonly capacityGrams: number | null
  /** Diggers counted by the last visit or report up to the month. */
  readonly observedMiners: number | null
  readonly taggedGrams: number | null
  readonly producedGrams: number | null
  readonly boughtGrams: number | null
  readonly exportedGrams: number | null
  readonly openingGrams: number | null
  readonly declared: readonly string[]
}
export interface Assumptions {
  readonly low: number | null
  readonly high: number | null
  readonly workingDays: number
  /** Diggers that the register or an assumption names: the labour. */
  readonly diggers: number | null
}

const output = (people: number | null, milligrams: number | null, days: number): number | null =>
  people === null || milligrams === null ? null : Math.floor((people * milligrams * days) / 1_000)

export function ledgerMonth(
  figures: MonthFigures,
  { low, high, workingDays, diggers }: Assumptions,
  speaks: {
    readonly place: string
    readonly mineral: string
    readonly isRegion: boolean
    readonly set?: { readonly f07?: ThresholdValues; readonly f24?: ThresholdValues }
  },
): LedgerMonth {
  const { month, observedMiners, boughtGrams, exportedGrams, openingGrams } = figures
  const producedGrams = figures.producedGrams ?? figures.taggedGrams
  const gapGrams = boughtGrams === null || producedGrams === null ? null : boughtGrams - producedGrams
  const purchases =
    boughtGrams === null || producedGrams === null
      ? null
      : f07.evaluate({ group: speaks.place, month, boughtGrams, producedGrams }, speaks.set?.f07)
  const macro =
    !speaks.isRegion || exportedGrams === null || producedGrams === null
      ? null
      : f24.evaluate(
          { area: speaks.place, period: month, mineral: speaks.mineral, exportedGrams, producedGrams, openingGrams: openingGrams ?? 0 },
          speaks.set?.f24,
        )
  const said = (verdict: Verdict | null) => (verdict ? [{ rule: verdict.rule, severity: verdict.severity }] : [])
  return {
    month,
    declaredGrams: figures.capacityGrams,
    observedLowGrams: output(observedMiners, low, workingDays),
    observedHighGrams: output(observedMiners, high, workingDays),
    labourLowGrams: output(diggers, low, workingDays),
    labourHighGrams: output(diggers, high, workingDays),
    taggedGrams: producedGrams,
    boughtGrams,
    exportedGrams,
    gapGrams,
    gapHundredthsOfPercent: gapGrams === null || boughtGrams === null ? null : shareOf(gapGrams, boughtGrams),
    declared: [...figures.declared],
    verdicts: [...said(purchases), ...said(macro)],
  }
}
