/*
Filing the report of a month freezes its figures with their hash. What becomes known afterwards makes a new version with a reason; both stay.
*/
import { daysBetween } from '../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../kernel/decider.ts'
import { accepted, refused } from '../../../kernel/outcome.ts'
import { type Infer, calendarDate, count, maybe, record, text } from '../../../kernel/schema.ts'
import { Month, MonthFigures } from '../contract.ts'
import { dueOn, lastDayOf } from './trader-month.ts'

export const ReportFiled = record({
  month: Month,
  version: count(),
  dueOn: calendarDate(),
  filedOn: calendarDate(),
  lateDays: count(),
  hash: text(64),
  correctionReason: maybe(text(400)),
  figures: MonthFigures,
})
export type ReportFiled = Infer<typeof ReportFiled>
export const reportKinds = { 'trader-report.filed.v1': ReportFiled } as const
export type ReportEvent = DomainEvent<'trader-report.filed.v1', ReportFiled>
export interface ReportCommand {
  readonly type: 'file'
  readonly month: string
  readonly correctionReason?: string | undefined
}
export type ReportStanding = { readonly [month: string]: { readonly version: number; readonly hash: string } }
export interface ReportContext {
  readonly today: string
  readonly own: boolean
  readonly figures: MonthFigures
  readonly hash: string
}

/** Refusals: `operator-not-yours`, `month-not-over`, `correction-needs-reason`, `month-already-so`. */
export const reportDecider: Decider<ReportStanding, ReportCommand, ReportEvent, ReportContext> = {
  initial: {},
  decide: (state, { month, correctionReason }, { today, own, figures, hash }) => {
    if (!own) return refused('operator-not-yours')
    if (today <= lastDayOf(month)) return refused('month-not-over', { month, until: lastDayOf(month) })
    const before = state[month]
    if (before && before.hash === hash) return refused('month-already-so', { month, version: before.version })
    if (before && correctionReason === undefined) return refused('correction-needs-reason', { month })
    const due = dueOn(month)
    const payload: ReportFiled = {
      month,
      version: (before?.version ?? 0) + 1,
      dueOn: due,
      filedOn: today,
      lateDays: Math.max(0, daysBetween(due, today)),
      hash,
      ...(before && correctionReason !== undefined ? { correctionReason } : {}),
      figures,
    }
    return accepted([{ kind: 'trader-report.filed.v1', payload }])
  },
  evolve: (state, { payload }) => ({ ...state, [payload.month]: { version: payload.version, hash: payload.hash } }),
}
