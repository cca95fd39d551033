/*
Values of indicators as they travel. What is told of persons was made safe before it was written: small parts are withheld, counts rounded down. A value is drafted, verified by
somebody else, locked; what is locked is corrected only by a restatement with its day and reason.
*/
import {
  type Infer,
  calendarDate,
  count,
  decimal,
  instant,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  yesOrNo,
} from '../../kernel/schema.ts'
import { IndicatorId, IndicatorUnit, ProjectId, Said } from './contract.ts'

export const ValueState = oneOf('shown', 'withheld', 'not-applicable')
/** A number as it may be told. `not-applicable`: a share of nothing. */
export const ToldNumber = record({
  state: ValueState,
  /** As the unit says it: a count, a percentage, a mean. */
  value: orNull(decimal()),
  numerator: orNull(decimal()),
  denominator: orNull(decimal()),
})
export type ToldNumber = Readonly<Infer<typeof ToldNumber>>
export const ToldPart = record({ by: text(40), key: text(60), ...ToldNumber.shape })
export type ToldPart = Readonly<Infer<typeof ToldPart>>
/** What was learned of an earlier period after that period was locked; counted here, once. */
export const LatePart = record({ period: text(7), after: orNull(instant()), until: instant(), told: ToldNumber })
export type LatePart = Readonly<Infer<typeof LatePart>>

export const Evidence = record({ what: text(300), link: maybe(text(300)), document: maybe(text(64)) })
export type Evidence = Readonly<Infer<typeof Evidence>>
export const TypedPart = record({ by: text(40), key: text(60), numerator: decimal(), denominator: maybe(decimal()) })
export const DraftValue = record({
  period: text(7),
  /** Absent where a measure answers. */
  typed: maybe(record({ numerator: decimal(), denominator: maybe(decimal()), parts: listOf(TypedPart, 200) })),
  evidence: maybe(Evidence),
})
export type DraftValue = Readonly<Infer<typeof DraftValue>>
export const OfPeriod = record({ period: text(7) })
export const ReturnValue = record({ period: text(7), reason: text(400) })
/** Of a value that a measure answers the record is asked again; it is not typed. */
export const RestateValue = record({
  period: text(7),
  typed: maybe(record({ numerator: decimal(), denominator: maybe(decimal()), parts: listOf(TypedPart, 200) })),
  reason: text(400),
  evidence: Evidence,
})
export type RestateValue = Readonly<Infer<typeof RestateValue>>

export const ValueStatus = oneOf('draft', 'verified', 'locked')
export type ValueStatus = Infer<typeof ValueStatus>
export const ValueAnswer = record({
  indicator: IndicatorId,
  project: ProjectId,
  period: text(7),
  status: ValueStatus,
  /** Of the period itself. */
  told: ToldNumber,
  parts: listOf(ToldPart),
  late: listOf(LatePart),
  /** From the beginning until the end of the period, with what came late. */
  cumulative: ToldNumber,
  source: oneOf('measure', 'manual'),
  measure: orNull(text(80)),
  measureVersion: orNull(count()),
  touchesPersons: yesOrNo(),
  /** What was known until then is in it. */
  asOf: instant(),
  evidence: orNull(Evidence),
  lockedAt: orNull(instant()),
  sha256: orNull(text(64)),
  /** It was corrected since: when and why. */
  restated: orNull(record({ on: calendarDate(), reason: text(), before: ToldNumber })),
  restatementWaits: orNull(record({ reason: text(), told: ToldNumber })),
  returned: orNull(text()),
  /** The reader wrote it, and may neither verify nor lock it. */
  mine: yesOrNo(),
})
export type ValueAnswer = Infer<typeof ValueAnswer>

export const IndicatorRow = record({
  indicator: IndicatorId,
  code: text(12),
  statement: Said,
  values: listOf(ValueAnswer),
})
export const ValueTable = record({
  project: ProjectId,
  periods: listOf(record({ period: text(7), from: calendarDate(), until: calendarDate(), isOver: yesOrNo() })),
  rows: listOf(IndicatorRow),
  /** Only locked values are in it. */
  lockedOnly: yesOrNo(),
  least: count(),
})
export type ValueTable = Infer<typeof ValueTable>

export const QualityKind = oneOf('late', 'missing', 'contradictory', 'moved')
export const QualityLine = record({
  kind: QualityKind,
  indicator: IndicatorId,
  code: text(12),
  statement: Said,
  period: text(7),
  /** What it is, as a key of words. */
  what: text(60),
  /** Known and told: how many came late; `null` where it is not told. */
  number: orNull(decimal()),
  /** Where the record now says less than what was locked: both, as they may be told. A restatement is proposed from here. */
  less: orNull(record({ locked: ToldNumber, now: ToldNumber, unit: IndicatorUnit, measure: text(80) })),
  /** Who has to act. */
  who: oneOf('writer', 'approver', 'nobody'),
  responsible: text(),
})
export type QualityLine = Infer<typeof QualityLine>
export const QualityAnswer = record({ project: ProjectId, lines: listOf(QualityLine), least: count() })
export type QualityAnswer = Infer<typeof QualityAnswer>
