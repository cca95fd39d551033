/*
Projects as they travel: who pays, from when until when, what is to change (objective, outcomes, outputs), by what it is measured, what it costs, when reports are due. A project is
written as one plan that is kept version by version. No field takes a person's name: functions and organisations are written, not who holds them.
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
  taggedBy,
  text,
  whole,
  yesOrNo,
} from '../../kernel/schema.ts'
import { OrganisationId } from '../people/contract.ts'

export const ProjectId = id('project')
export type ProjectId = Infer<typeof ProjectId>
export const ResultId = id('result')
export type ResultId = Infer<typeof ResultId>
export const IndicatorId = id('indicator')
export type IndicatorId = Infer<typeof IndicatorId>
export const ActivityId = id('activity')

/** What is written for others to read: French, and English where somebody wrote it. */
export const Said = record({ fr: text(600), en: maybe(text(600)) })
export type Said = Readonly<Infer<typeof Said>>

/** What may be revised after the opening, version by version. */
export const ProjectHead = record({
  title: Said,
  donor: text(160),
  /** The donor's and the implementer's identifiers in the registry of IATI, where they have one. */
  donorRef: maybe(text(60)),
  implementer: text(160),
  implementerRef: maybe(text(60)),
  startsOn: calendarDate(),
  endsOn: calendarDate(),
  /** People who are in danger are helped: places are never told finer than a province. */
  isProtection: yesOrNo(),
})
export type ProjectHead = Readonly<Infer<typeof ProjectHead>>
export const OpenProject = record({ code: text(24), ...ProjectHead.shape })
export type OpenProject = Readonly<Infer<typeof OpenProject>>
/** As it was opened: the organisation of who opened it carries it. Absent: opened before there was one, and anybody who may write writes. */
export const OpenedProject = record({ ...OpenProject.shape, organisation: maybe(OrganisationId) })
export type OpenedProject = Readonly<Infer<typeof OpenedProject>>

export const ResultLevel = oneOf('objective', 'outcome', 'output')
export type ResultLevel = Infer<typeof ResultLevel>
export const PlanResult = record({
  id: ResultId,
  level: ResultLevel,
  parent: orNull(ResultId),
  code: text(12),
  statement: Said,
  assumptions: maybe(text(600)),
})
export type PlanResult = Readonly<Infer<typeof PlanResult>>

export const IndicatorUnit = oneOf('number', 'percent', 'score')
export type IndicatorUnit = Infer<typeof IndicatorUnit>
/** `sum`: periods add up; `latest`: the newest stands; `span`: asked over all of the time at once, as for unique persons. */
export const Cumulates = oneOf('sum', 'latest', 'span')
export type Cumulates = Infer<typeof Cumulates>
export const IndicatorSource = taggedBy('kind', [
  record({ kind: exactly('measure'), measure: text(80), by: listOf(text(40), 3) }),
  record({
    kind: exactly('manual'),
    touchesPersons: yesOrNo(),
    by: listOf(text(40), 3),
    /** A measure that what was typed is held against. */
    compare: maybe(text(80)),
  }),
])
export type IndicatorSource = Readonly<Infer<typeof IndicatorSource>>
export const PlanIndicator = record({
  id: IndicatorId,
  result: ResultId,
  code: text(12),
  statement: Said,
  unit: IndicatorUnit,
  /** Whether more is better. */
  direction: oneOf('up', 'down'),
  source: IndicatorSource,
  cumulates: Cumulates,
  baseline: record({ value: orNull(decimal()), on: calendarDate() }),
  target: record({ value: decimal(), on: calendarDate() }),
  /** What should be reached by a day, counted from the beginning. */
  milestones: listOf(record({ on: calendarDate(), value: decimal() }), 40),
  /** The function that answers for it. */
  responsible: text(120),
  method: maybe(text(400)),
})
export type PlanIndicator = Readonly<Infer<typeof PlanIndicator>>

export const ActivityStatus = oneOf('planned', 'ongoing', 'done', 'suspended')
export const PlanActivity = record({
  id: ActivityId,
  code: text(12),
  result: ResultId,
  title: Said,
  sector: oneOf('protection', 'mining', 'livelihoods', 'coordination', 'education', 'health', 'peace'),
  modality: oneOf('service', 'training', 'goods', 'cash', 'information'),
  province: text(12),
  /** Never told of a protection activity. */
  territoire: orNull(text(12)),
  startsOn: calendarDate(),
  endsOn: calendarDate(),
  status: ActivityStatus,
  beneficiary: oneOf('miners', 'survivors', 'migrants', 'children', 'women', 'officials', 'communities'),
  targeted: orNull(count()),
  /** Whose locked values say how many were reached. */
  reachedBy: orNull(IndicatorId),
  isProtection: yesOrNo(),
  /** Who carries it out, where it is not who carries the project. */
  implementer: maybe(text(160)),
})
export type PlanActivity = Readonly<Infer<typeof PlanActivity>>

export const BudgetLine = record({ code: text(12), title: Said, currency: text(3), cents: count() })
export type BudgetLine = Readonly<Infer<typeof BudgetLine>>
export const ReportDue = record({ id: id('due'), from: calendarDate(), until: calendarDate(), dueOn: calendarDate() })
export type ReportDue = Readonly<Infer<typeof ReportDue>>

export const ProjectPlan = record({
  results: listOf(PlanResult, 60),
  indicators: listOf(PlanIndicator, 120),
  activities: listOf(PlanActivity, 200),
  budget: listOf(BudgetLine, 60),
  due: listOf(ReportDue, 60),
  /** Organisations that write and approve beside the one that carries the project. */
  partners: maybe(listOf(OrganisationId, 20)),
})
export type ProjectPlan = Readonly<Infer<typeof ProjectPlan>>
/** The whole plan, and the version that it was written on: two who write at once do not undo each other. */
export const RevisePlan = record({ plan: ProjectPlan, basedOn: count(), reason: text(400) })
/** The whole head, on the version that was read. The code stays: reports and files of other standards name the project by it. */
export const ReviseHead = record({ head: ProjectHead, basedOn: count(), reason: text(400) })
export const HeadVersion = record({ version: count(), at: instant(), reason: text(400), was: ProjectHead })
export type HeadVersion = Readonly<Infer<typeof HeadVersion>>
export const Spend = record({
  line: text(12),
  /** The quarter in which it was spent. */
  period: text(7),
  cents: whole(),
  evidence: text(200),
})
export type Spend = Readonly<Infer<typeof Spend>>
/** Takes a spending back that was mistyped, by its number; both stay to be read. */
export const ReverseSpending = record({ number: count(), reason: text(200) })
export const SpendingReversal = record({ number: count(), reason: text(200), at: instant() })
export type SpendingReversal = Readonly<Infer<typeof SpendingReversal>>

/* ---- answers ---- */

export const ProjectLine = record({
  id: ProjectId,
  code: text(24),
  title: Said,
  donor: text(),
  startsOn: calendarDate(),
  endsOn: calendarDate(),
  indicators: count(),
  /** Of periods that are over, how many values are locked, and how many should be. */
  locked: count(),
  expected: count(),
  nextDue: orNull(calendarDate()),
})
export type ProjectLine = Infer<typeof ProjectLine>
export const ProjectList = record({ projects: listOf(ProjectLine), mayWrite: yesOrNo() })
export type ProjectList = Infer<typeof ProjectList>

export const MeasureLine = record({
  id: text(80),
  version: count(),
  unit: IndicatorUnit,
  divides: listOf(text(40)),
  touchesPersons: yesOrNo(),
  addsUp: yesOrNo(),
})
export type MeasureLine = Infer<typeof MeasureLine>
export const StarterIndicator = record({
  key: text(60),
  statement: Said,
  unit: IndicatorUnit,
  source: IndicatorSource,
  cumulates: Cumulates,
})
export type StarterIndicator = Readonly<Infer<typeof StarterIndicator>>
/** A province, or a territoire with its province, to choose from. */
export const AreaChoice = record({ code: text(12), name: text(160), parent: orNull(text(12)) })
export type AreaChoice = Infer<typeof AreaChoice>
export const MeasureList = record({ measures: listOf(MeasureLine), starters: listOf(StarterIndicator), areas: listOf(AreaChoice) })
export type MeasureList = Infer<typeof MeasureList>

export const SpentLine = record({
  code: text(12),
  title: Said,
  currency: text(3),
  cents: count(),
  spent: whole(),
  /** By quarter. */
  byPeriod: listOf(record({ period: text(7), cents: whole() })),
})
export type SpentLine = Infer<typeof SpentLine>
/** One spending as it was written; what was taken back counts in no sum. */
export const OneSpending = record({
  number: count(),
  line: text(12),
  period: text(7),
  cents: whole(),
  reversed: orNull(record({ reason: text(), at: instant() })),
})
export type OneSpending = Infer<typeof OneSpending>
export const ProjectAnswer = record({
  id: ProjectId,
  opened: OpenedProject,
  /** What the head was before each revision, oldest first. */
  heads: listOf(HeadVersion),
  plan: ProjectPlan,
  version: count(),
  revisedAt: instant(),
  reason: orNull(text()),
  spending: listOf(SpentLine),
  /** Each by itself, oldest first. */
  spendings: listOf(OneSpending),
  /** Quarters of the project that have begun. */
  periods: listOf(record({ period: text(7), from: calendarDate(), until: calendarDate(), isOver: yesOrNo() })),
  mayWrite: yesOrNo(),
  mayApprove: yesOrNo(),
  /** Names partners: who carries the project. */
  mayName: yesOrNo(),
})
export type ProjectAnswer = Infer<typeof ProjectAnswer>
