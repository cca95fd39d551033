/*
A report to the donor: one description from which the screen, the print, the workbook and the text document are made. A draft is filled from locked values whenever somebody looks; a
frozen one is read from its own text and knows nothing of the record any more.
*/
import {
  type Infer,
  calendarDate,
  count,
  decimal,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { ActivityStatus, IndicatorId, IndicatorUnit, ProjectId, ResultId, ResultLevel, Said } from './contract.ts'
import { LatePart, ToldNumber } from './contract-values.ts'

export const DonorReportId = id('donor-report')
export type DonorReportId = Infer<typeof DonorReportId>
export const OpenDonorReport = record({ project: ProjectId, from: calendarDate(), until: calendarDate() })
/** `result:<id>`, `variance:<indicator>`, or one of the fixed sections. */
export const ReportSectionKey = text(60)
export const WriteSection = record({ section: ReportSectionKey, text: text(20_000) })
export const FreezeReport = record({ gapsSeen: count(), correctionReason: maybe(text(400)) })

export const ReportIndicator = record({
  indicator: IndicatorId,
  code: text(12),
  statement: Said,
  unit: IndicatorUnit,
  direction: oneOf('up', 'down'),
  baseline: orNull(decimal()),
  target: decimal(),
  targetOn: calendarDate(),
  /** What should have been reached at the end of the period: the newest milestone, or the target once it is due. */
  expected: orNull(decimal()),
  /** Of all locked quarters of the period together; `null` where none is locked. */
  inPeriod: orNull(ToldNumber),
  /** Quarters of the period of which no value is locked, where others are. */
  open: maybe(count()),
  quarters: listOf(record({ period: text(7), told: ToldNumber, sha256: text(64) })),
  late: listOf(LatePart),
  cumulative: orNull(ToldNumber),
  /** Parts of the target, in tenths of a percent. */
  ofTarget: orNull(whole()),
  /** From what was expected, in tenths of a percent; `null` where nothing was or nothing is told. */
  deviation: orNull(whole()),
  needsReason: yesOrNo(),
  reason: orNull(text(20_000)),
  restated: listOf(record({ period: text(7), on: calendarDate(), reason: text(), before: ToldNumber, now: ToldNumber })),
  source: oneOf('measure', 'manual'),
  measure: orNull(text(80)),
  touchesPersons: yesOrNo(),
})
export type ReportIndicator = Readonly<Infer<typeof ReportIndicator>>
export const ReportResult = record({
  result: ResultId,
  level: ResultLevel,
  code: text(12),
  statement: Said,
  narrative: orNull(text(20_000)),
  indicators: listOf(ReportIndicator),
})
export type ReportResult = Readonly<Infer<typeof ReportResult>>
export const ReportActivity = record({
  code: text(12),
  title: Said,
  province: text(12),
  startsOn: calendarDate(),
  endsOn: calendarDate(),
  status: ActivityStatus,
})
export const ReportMoney = record({
  code: text(12),
  title: Said,
  currency: text(3),
  budget: count(),
  inPeriod: whole(),
  until: whole(),
})
export type ReportMoney = Readonly<Infer<typeof ReportMoney>>
/** Sums of a report's money, each currency by itself: two currencies are never added. In the order of the lines. */
export const totalsOf = (money: readonly ReportMoney[]): readonly Pick<ReportMoney, 'currency' | 'budget' | 'inPeriod' | 'until'>[] =>
  [...Map.groupBy(money, ({ currency }) => currency)].map(([currency, lines]) => {
    const sum = (of: (line: ReportMoney) => number): number => lines.reduce((all, line) => all + of(line), 0)
    return { currency, budget: sum((one) => one.budget), inPeriod: sum((one) => one.inPeriod), until: sum((one) => one.until) }
  })
export const FIXED_SECTIONS = ['activities', 'risks', 'lessons', 'visibility'] as const
export const ReportText = record({ section: oneOf(...FIXED_SECTIONS), text: orNull(text(20_000)) })

export const DonorReportDocument = record({
  layout: exactly('chanzo-donor-report/1'),
  project: ProjectId,
  code: text(24),
  title: Said,
  donor: text(),
  implementer: text(),
  number: orNull(text(40)),
  version: count(),
  supersedes: orNull(text(40)),
  from: calendarDate(),
  until: calendarDate(),
  planVersion: count(),
  madeOn: calendarDate(),
  results: listOf(ReportResult),
  activities: listOf(ReportActivity),
  money: listOf(ReportMoney),
  texts: listOf(ReportText),
  /** Above this deviation, in tenths of a percent, a reason is asked for. */
  asksAbove: count(),
  least: count(),
  gaps: count(),
})
export type DonorReportDocument = Readonly<Infer<typeof DonorReportDocument>>

export const FrozenLine = record({
  number: text(40),
  report: DonorReportId,
  project: ProjectId,
  version: count(),
  from: calendarDate(),
  until: calendarDate(),
  sha256: text(64),
  frozenOn: calendarDate(),
  gaps: count(),
  supersedes: orNull(text(40)),
  correctionReason: orNull(text()),
})
export type FrozenLine = Infer<typeof FrozenLine>
export const DonorReportLine = record({
  id: DonorReportId,
  project: ProjectId,
  projectCode: text(24),
  projectTitle: Said,
  from: calendarDate(),
  until: calendarDate(),
  dueOn: orNull(calendarDate()),
  frozen: listOf(FrozenLine),
})
export type DonorReportLine = Infer<typeof DonorReportLine>
/** Reports due: without one that was begun, `report` is null. */
export const CalendarLine = record({
  project: ProjectId,
  projectCode: text(24),
  projectTitle: Said,
  from: calendarDate(),
  until: calendarDate(),
  dueOn: calendarDate(),
  report: orNull(DonorReportId),
  frozen: orNull(text(40)),
  state: oneOf('frozen', 'late', 'soon', 'ahead'),
  mayBegin: yesOrNo(),
})
export type CalendarLine = Infer<typeof CalendarLine>
export const DonorReportList = record({ reports: listOf(DonorReportLine), calendar: listOf(CalendarLine), mayWrite: yesOrNo() })
export type DonorReportList = Infer<typeof DonorReportList>
export const Gap = record({ what: oneOf('narrative', 'text', 'value', 'reason'), of: text(60) })
export type Gap = Readonly<Infer<typeof Gap>>
export const DonorReportAnswer = record({
  report: DonorReportLine,
  /** `null` for who reads only what was frozen. */
  draft: orNull(DonorReportDocument),
  gaps: listOf(Gap),
  texts: listOf(record({ section: ReportSectionKey, version: count(), text: text(20_000), writtenAt: instant(), mine: yesOrNo() })),
  mayWrite: yesOrNo(),
  mayFreeze: yesOrNo(),
})
export type DonorReportAnswer = Infer<typeof DonorReportAnswer>
export const FrozenAnswer = record({ line: FrozenLine, document: DonorReportDocument, supersededBy: orNull(text(40)), isWhole: yesOrNo() })
export type FrozenAnswer = Infer<typeof FrozenAnswer>
export const ComparedIndicator = record({
  code: text(12),
  statement: Said,
  unit: IndicatorUnit,
  before: orNull(ToldNumber),
  after: orNull(ToldNumber),
  late: listOf(LatePart),
  restated: yesOrNo(),
})
export type ComparedIndicator = Infer<typeof ComparedIndicator>
export const ComparedText = record({ key: text(60), title: text(700), before: orNull(text(20_000)), after: orNull(text(20_000)) })
export const Comparison = record({
  before: FrozenLine,
  after: FrozenLine,
  indicators: listOf(ComparedIndicator),
  texts: listOf(ComparedText),
})
export type Comparison = Infer<typeof Comparison>
