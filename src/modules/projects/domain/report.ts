/*
A report filled from locked values, the plan and what was spent: what was reached in the period and since the beginning, what came late, what was restated, how far it lies from what was
expected. Nothing here asks the record; what is missing is a gap that says what it is.
*/
import type { BudgetLine, OpenProject, PlanIndicator, ProjectPlan } from '../contract.ts'
import { type DonorReportDocument, FIXED_SECTIONS, type Gap, type ReportIndicator, type ReportResult } from '../contract-reports.ts'
import type { ToldNumber } from '../contract-values.ts'
import { sumOf } from './cumulate.ts'
import { periodsOf, runningIn } from './periods.ts'
import { projectRules } from './rules.ts'
import { LEAST } from './tell.ts'
import { type IndicatorValues, type PeriodValue } from './value.ts'
import { asksReason, deviationOf, expectedOn, ofTarget } from './variance.ts'

export interface Filling {
  readonly project: {
    readonly id: DonorReportDocument['project']
    readonly opened: OpenProject
    readonly plan: ProjectPlan
    readonly version: number
  }
  readonly from: string
  readonly until: string
  readonly today: string
  readonly values: ReadonlyMap<string, IndicatorValues>
  /** The newest text of each section. */
  readonly texts: ReadonlyMap<string, string>
  readonly spent: readonly { readonly line: string; readonly period: string; readonly cents: number }[]
}
export function fillReport(filling: Filling): DonorReportDocument {
  const { project, from, until, today, texts } = filling
  const { opened, plan } = project
  const running = periodsOf(opened).map((one) => ({ period: one.period, ...runningIn(one, opened) }))
  const upTo = new Set(running.flatMap((one) => (one.until <= until ? [one.period] : [])))
  const periods = new Set(running.flatMap((one) => (one.from >= from && upTo.has(one.period) ? [one.period] : [])))
  const results = inOrder(plan).map((one): ReportResult => ({
    ...{ result: one.id, level: one.level, code: one.code, statement: one.statement, narrative: texts.get(`result:${one.id}`) ?? null },
    indicators: plan.indicators
      .filter(({ result }) => result === one.id)
      .map((indicator) => rowOf(indicator, { ...filling, periods, upTo })),
  }))
  const document: DonorReportDocument = {
    ...{ layout: 'chanzo-donor-report/1', project: project.id, code: opened.code, title: opened.title, donor: opened.donor },
    ...{ implementer: opened.implementer, number: null, version: 0, supersedes: null, from, until, planVersion: project.version },
    ...{ madeOn: today, results, asksAbove: projectRules.asksAbove.value, least: LEAST, gaps: 0 },
    activities: plan.activities
      .filter((one) => one.startsOn <= until && one.endsOn >= from)
      .map(({ code, title, province, startsOn, endsOn, status }) => ({ code, title, province, startsOn, endsOn, status })),
    money: plan.budget.map((line) => moneyOf(line, filling, { periods, upTo })),
    texts: FIXED_SECTIONS.map((section) => ({ section, text: texts.get(section) ?? null })),
  }
  return { ...document, gaps: gapsOf(document).length }
}
/** Objective first, then each outcome followed by its outputs. */
function inOrder({ results }: ProjectPlan): ProjectPlan['results'] {
  const byCode = (a: { readonly code: string }, b: { readonly code: string }): number => (a.code < b.code ? -1 : 1)
  const under = (parent: string | null): ProjectPlan['results'] =>
    results
      .filter((one) => one.parent === parent)
      .toSorted(byCode)
      .flatMap((one) => [one, ...under(one.id)])
  return under(null)
}
interface Within {
  readonly periods: ReadonlySet<string>
  readonly upTo: ReadonlySet<string>
}
function rowOf(indicator: PlanIndicator, filling: Filling & Within): ReportIndicator {
  const { until, texts, values, periods, upTo, from } = filling
  const locked = [...(values.get(indicator.id) ?? new Map<string, PeriodValue>())].filter(
    ([of, { status }]) => status === 'locked' && upTo.has(of),
  )
  const own = locked.filter(([of]) => periods.has(of)).map(([, value]) => value)
  const newest = locked.at(-1)?.[1] ?? null
  const cumulative = newest?.content.cumulative ?? null
  const expected = expectedOn(indicator, until)
  const deviation = deviationOf(cumulative, expected)
  const { id, code, statement, unit, direction, source } = indicator
  return {
    ...{ indicator: id, code, statement, unit, direction, baseline: indicator.baseline.value, target: indicator.target.value },
    ...{ targetOn: indicator.target.on, expected, cumulative, deviation, needsReason: asksReason(cumulative, expected) },
    inPeriod: inPeriodOf(indicator, own),
    ...(own.length === 0 || own.length === periods.size ? {} : { open: periods.size - own.length }),
    quarters: own.map(({ content, sha256 }) => ({ period: content.period, told: content.told, sha256: sha256 ?? '' })),
    late: own.flatMap(({ content }) => content.late),
    ofTarget: ofTarget(indicator, cumulative),
    reason: texts.get(`variance:${id}`) ?? null,
    restated: locked.flatMap(([period, { restatements }]) =>
      restatements.flatMap(({ on, reason, before, told }) => (on >= from ? [{ period, on, reason, before, now: told }] : [])),
    ),
    ...{ source: source.kind, measure: source.kind === 'measure' ? source.measure : null },
    touchesPersons: newest?.content.touchesPersons ?? (source.kind === 'manual' ? source.touchesPersons : true),
  }
}
/** Of several quarters: their sum where periods add up, else the newest. Of unique persons a sum would count some twice. */
function inPeriodOf({ unit, cumulates }: PlanIndicator, own: readonly PeriodValue[]): ToldNumber | null {
  const newest = own.at(-1)
  if (newest === undefined) return null
  if (cumulates !== 'sum' || own.length === 1) return newest.content.told
  const [first, ...rest] = own
  return rest.reduce<ToldNumber>(
    (before, { content }) => sumOf({ unit, before, own: content.told, late: [], restated: [] }),
    first?.content.told ?? newest.content.told,
  )
}
function moneyOf(line: BudgetLine, { spent }: Filling, { periods, upTo }: Within): DonorReportDocument['money'][number] {
  const sum = (among: ReadonlySet<string>): number =>
    spent.reduce((all, one) => (one.line === line.code && among.has(one.period) ? all + one.cents : all), 0)
  return { code: line.code, title: line.title, currency: line.currency, budget: line.cents, inPeriod: sum(periods), until: sum(upTo) }
}

/** What is missing: seen before freezing, printed with the report. A missing reason stops it altogether. */
export function gapsOf({ results, texts }: Pick<DonorReportDocument, 'results' | 'texts'>): readonly Gap[] {
  return [
    ...results.flatMap(({ code, narrative, indicators }): readonly Gap[] => [
      ...(narrative === null ? [{ what: 'narrative' as const, of: code }] : []),
      ...indicators.flatMap((one): readonly Gap[] => [
        ...(one.inPeriod === null || one.open !== undefined ? [{ what: 'value' as const, of: one.code }] : []),
        ...(one.needsReason && one.reason === null ? [{ what: 'reason' as const, of: one.code }] : []),
      ]),
    ]),
    ...texts.flatMap(({ section, text }): readonly Gap[] => (text === null ? [{ what: 'text', of: section }] : [])),
  ]
}
export const withoutReason = ({ results }: Pick<DonorReportDocument, 'results'>): readonly string[] =>
  results.flatMap(({ indicators }) => indicators.filter((one) => one.needsReason && one.reason === null).map(({ code }) => code))
