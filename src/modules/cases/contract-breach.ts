/* A breach as its screen reads it: where the run-book stands, its clocks, and persons by the code of their file, never by name. */
import { type Infer, count, instant, listOf, oneOf, orNull, record, text, yesOrNo, calendarDate } from '../../kernel/schema.ts'

export const BreachPerson = record({
  code: text(40),
  risk: orNull(oneOf('high', 'medium', 'low')),
  warning: orNull(oneOf('warned', 'cannot-be-warned-safely', 'not-reached')),
})
export type BreachPerson = Infer<typeof BreachPerson>
export const BreachLine = record({
  id: text(60),
  state: oneOf('detected', 'contained', 'risk-assessed', 'subjects-warned', 'authority-notified', 'remediated', 'lessons'),
  exposure: oneOf('identity', 'witness', 'case-file', 'device', 'statistics', 'unknown'),
  isDrill: yesOrNo(),
  detectedAt: instant(),
  persons: count(),
  clocks: listOf(record({ clock: oneOf('contain', 'notify'), dueAt: instant(), state: oneOf('done', 'done-late', 'running', 'overdue') })),
})
export type BreachLine = Infer<typeof BreachLine>
export const BreachList = record({
  breaches: listOf(BreachLine),
  /** The day by which the next drill is held; `null`: there was none yet, so now. */
  drillDueOn: orNull(calendarDate()),
  isDrillDue: yesOrNo(),
})
export type BreachList = Infer<typeof BreachList>
export const BreachDetail = record({
  ...BreachLine.shape,
  codes: listOf(BreachPerson),
  reached: listOf(record({ state: BreachLine.shape.state, at: instant() })),
  contained: orNull(text(40)),
  authority: orNull(text(40)),
  donor: orNull(text(40)),
  lessons: listOf(text(40)),
})
export type BreachDetail = Infer<typeof BreachDetail>

/** Looks out of the ordinary: how many files on which day, never which. */
export const ViewAlerts = record({
  alerts: listOf(record({ account: text(60), on: calendarDate(), kind: oneOf('many-files', 'at-night'), files: count(), usual: count() })),
  rules: record({ leastFiles: count(), timesUsual: count(), nightFrom: count(), nightTo: count(), evidence: oneOf('V', 'S', 'U', 'D') }),
})
export type ViewAlerts = Infer<typeof ViewAlerts>
