/*
Reports that people must write anyway: what kinds there are, what a sender may say, and the one shape in which every report stands,
from which screen, print, workbook and JSON are made. A figure has its source and its mark; what the record does not hold is a *gap*, seen
and counted, never a zero that nobody found. Names of persons are in none of these shapes but what an author writes in free text, which is
kept apart from the log.
*/
import {
  type Id,
  type Infer,
  calendarDate,
  count,
  eitherOf,
  exactly,
  id,
  instant,
  json,
  keyed,
  listOf,
  maybe,
  oneOf,
  orNull,
  record,
  text,
  whole,
  decimal,
  yesOrNo,
} from '../../kernel/schema.ts'
import { LotId } from '../custody/contract.ts'
import { OrganisationId } from '../people/contract.ts'
import { Mineral } from '../sites/contract.ts'

export const ReportId = id('report')
export type ReportId = Id<'report'>
export const StatisticsId = id('trade-statistics')

export const ReportKind = oneOf('oecd-annual', 'annex-risks', 'eu-shipment', 'mine-list', 'export-mirror', 'site-share')
export type ReportKind = Infer<typeof ReportKind>

/* ---- the one shape ---- */

/** What a cell holds. `word` is a key of the words; masses are grams (gold milligrams), shares hundredths of a percent, money cents. */
export const CellUnit = oneOf('text', 'word', 'number', 'grams', 'milligrams', 'share', 'day', 'usd-cents', 'percent')
export type CellUnit = Infer<typeof CellUnit>
export const CellValue = orNull(eitherOf(text(4_000), decimal()))
export type CellValue = Infer<typeof CellValue>
export const Mark = oneOf('V', 'S', 'U', 'D')
export type Mark = Infer<typeof Mark>
/** `none`: the question does not arise here, for a reason that the label says. */
export const LineState = oneOf('filled', 'gap', 'none')

export const ReportLine = record({
  /** `report.line.<key>` is its name in words, filled with `facts`. */
  key: text(60),
  facts: keyed(json()),
  value: CellValue,
  unit: CellUnit,
  /** Where it comes from: keys of `report.from.<key>`, and how many facts were counted. */
  source: record({ from: listOf(text(40), 10), count: count() }),
  mark: Mark,
  state: LineState,
  /** Of a gap: who must fill it, a key of `report.who.<key>`, and where in the app. */
  who: orNull(text(40)),
  where: orNull(text(200)),
})
export type ReportLine = Infer<typeof ReportLine>
export const ReportTable = record({
  key: text(60),
  /** Where a cell of an `asked` column is empty, that is a gap; of the others it is a dash. */
  columns: listOf(record({ key: text(60), unit: CellUnit, asked: yesOrNo() }), 30),
  rows: listOf(listOf(CellValue, 30), 5_000),
  source: record({ from: listOf(text(40), 10), count: count() }),
  mark: Mark,
  who: orNull(text(40)),
  where: orNull(text(200)),
})
export type ReportTable = Infer<typeof ReportTable>
export const ReportSection = record({
  key: text(60),
  lines: listOf(ReportLine, 500),
  tables: listOf(ReportTable, 10),
  /** What the author writes here; `null` where the kind asks for nothing, '' is a gap. */
  written: orNull(record({ key: text(60), text: orNull(text(20_000)), version: count() })),
})
export type ReportSection = Infer<typeof ReportSection>

export const ReportPeriod = record({ from: calendarDate(), until: calendarDate() })
export type ReportPeriod = Infer<typeof ReportPeriod>
export const ReportSubject = record({
  organisation: maybe(OrganisationId),
  certificate: maybe(text(24)),
  lot: maybe(LotId),
  /** Of a list of mines: the smelter or importer as the dossiers name it. */
  buyer: maybe(text(120)),
})
export type ReportSubject = Infer<typeof ReportSubject>

export const ReportDocument = record({
  layout: exactly('chanzo-report/1'),
  kind: ReportKind,
  /** `null` while it is a draft. */
  number: orNull(text(40)),
  version: count(),
  supersedes: orNull(text(40)),
  author: text(),
  subjectName: orNull(text()),
  subject: ReportSubject,
  period: ReportPeriod,
  madeOn: calendarDate(),
  sections: listOf(ReportSection, 20),
  gaps: count(),
})
export type ReportDocument = Infer<typeof ReportDocument>

/* ---- what a sender may say ---- */

export const OpenReport = record({ id: ReportId, kind: ReportKind, period: ReportPeriod, subject: ReportSubject })
export const WriteText = record({ section: text(60), text: text(20_000) })
/** `gapsSeen`: how many gaps the author saw when releasing; another number means that the record moved on. */
export const ReleaseReport = record({ isPublic: yesOrNo(), gapsSeen: count(), correctionReason: maybe(text(400)) })

/** One line of statistics. `month`: 2026-03, or 2026 where only years are published. `import` unless the reporter's own exports are meant. */
export const StatisticRow = record({
  flow: oneOf('import', 'export'),
  reporter: text(2),
  partner: text(2),
  month: text(7),
  hs: text(12),
  grams: count(),
  valueUsdCents: orNull(count()),
})
export type StatisticRow = Infer<typeof StatisticRow>
export const TypeStatistics = record({ id: StatisticsId, source: text(400), rows: listOf(StatisticRow, 2_000) })

/* ---- what a reader gets back ---- */

export const ReportBrief = record({
  id: ReportId,
  kind: ReportKind,
  organisation: OrganisationId,
  organisationName: text(),
  subject: ReportSubject,
  period: ReportPeriod,
  changedAt: instant(),
  /** The newest release; `null` while it was never released. */
  released: orNull(record({ number: text(), version: count(), on: calendarDate(), sha256: text(64), gaps: count(), isPublic: yesOrNo() })),
  mine: yesOrNo(),
})
export type ReportBrief = Infer<typeof ReportBrief>
export const ReportList = record({ reports: listOf(ReportBrief, 500) })
export type ReportList = Infer<typeof ReportList>
export const ReleasedVersion = record({
  number: text(),
  version: count(),
  on: calendarDate(),
  sha256: text(64),
  gaps: count(),
  isPublic: yesOrNo(),
  correctionReason: orNull(text()),
})
export type ReleasedVersion = Infer<typeof ReleasedVersion>
export const ReportAnswer = record({
  report: ReportBrief,
  /** As the record fills it now. */
  draft: ReportDocument,
  texts: listOf(record({ section: text(), version: count(), text: text(20_000), writtenAt: instant() }), 1_000),
  released: listOf(ReleasedVersion, 100),
  mayWrite: yesOrNo(),
  mayRelease: yesOrNo(),
})
export type ReportAnswer = Infer<typeof ReportAnswer>
export const StatisticsBatch = record({
  id: StatisticsId,
  source: text(),
  rows: count(),
  from: text(7),
  until: text(7),
  reporters: listOf(text(2)),
  readAt: instant(),
})
export type StatisticsBatch = Infer<typeof StatisticsBatch>
export const StatisticsAnswer = record({ batches: listOf(StatisticsBatch, 500) })
export type StatisticsAnswer = Infer<typeof StatisticsAnswer>
/** What was read from a table, and which lines could not be. */
export const StatisticsRead = record({
  rows: count(),
  faults: listOf(record({ line: count(), problem: text(60), found: orNull(text(80)) }), 100),
  faultCount: count(),
})
export type StatisticsRead = Infer<typeof StatisticsRead>

/* ---- for those who fill the forms of others ---- */

export const SourceMine = record({
  name: text(),
  siteId: text(),
  idSource: text(),
  country: text(2),
  province: orNull(text()),
  mineral: Mineral,
  grams: count(),
  hundredthsOfPercent: whole(),
})
export type SourceMine = Infer<typeof SourceMine>
/** What goes to the smelter or importer over certificates of a period; `unknown` grams have no mine. */
export const SourceList = record({
  period: ReportPeriod,
  buyers: listOf(record({ name: text(), country: text(2), minerals: listOf(Mineral, 4) }), 500),
  mines: listOf(SourceMine, 5_000),
  unknown: listOf(record({ mineral: Mineral, grams: count() }), 4),
  certificates: count(),
  /** Certificates whose way could not be read; their mines are missing. */
  unread: count(),
})
export type SourceList = Infer<typeof SourceList>
export const SourcesQuery = record({ from: calendarDate(), until: calendarDate(), buyer: maybe(text(120)) })
