/* The same report as a workbook: its head, the indicators in numbers, parts by quarter, activities, money, texts. */
import type { Language } from '../../../kernel/phrase.ts'
import { type Cell, type Sheet, writeXlsx } from '../../../kernel/write-xlsx.ts'
import { type DonorReportDocument, type ReportIndicator, totalsOf } from '../contract-reports.ts'
import type { ToldNumber } from '../contract-values.ts'
import type { DonorReportSheet } from './donor-report-page.ts'
import { saidIn, sayIn, toldText } from './words.ts'

type Rows = readonly (readonly Cell[])[]
const COLUMNS = [
  'indicator',
  'source',
  'baseline',
  'in-period',
  'late',
  'cumulative',
  'expected',
  'deviation',
  'target',
  'of-target',
] as const
const PERCENTS: readonly string[] = ['deviation', 'of-target']

export function donorReportWorkbook({ document, sha256 }: DonorReportSheet, language: Language): Uint8Array<ArrayBuffer> {
  const say = sayIn(language)
  const rows = document.results.flatMap(({ indicators }) => indicators)
  const sheets: readonly Sheet[] = [
    { name: say('title'), rows: headOf({ document, sha256 }, language) },
    {
      name: say('results'),
      rows: [COLUMNS.map((one) => `${say(one)}${PERCENTS.includes(one) ? ' (%)' : ''}`), ...rows.map((one) => figuresOf(one, language))],
    },
    { name: say('period'), rows: [[say('indicator'), say('period'), say('in-period'), 'SHA-256'], ...quartersOf(rows, language)] },
    { name: say('section.activities'), rows: activitiesOf(document, language) },
    { name: say('money'), rows: moneyOf(document, language) },
    { name: say('section.lessons'), rows: [['', ''], ...textsOf(document, language)] },
  ]
  return writeXlsx(sheets)
}

function headOf({ document, sha256 }: Pick<DonorReportSheet, 'document' | 'sha256'>, language: Language): Rows {
  const say = sayIn(language)
  const { from, until } = document
  return [
    [say('title'), sha256 === null ? say('draft') : document.number],
    [say('project'), `${document.code} · ${saidIn(language, document.title)}`],
    [say('donor'), document.donor],
    [say('implementer'), document.implementer],
    [say('period'), say('period-of', { from, until })],
    [say('made'), document.madeOn],
    [document.gaps === 0 ? say('no-gap') : say('gaps', { n: document.gaps })],
    [say('rule', { asks: document.asksAbove / 10, least: document.least })],
    ...(sha256 === null ? [] : [[say('hash'), sha256]]),
  ]
}
const numberOf = (language: Language, told: ToldNumber | null, unit: string): Cell => told?.value ?? toldText(language, told, unit)
function figuresOf(one: ReportIndicator, language: Language): readonly Cell[] {
  const say = sayIn(language)
  const tenths = (value: number | null): Cell => (value === null ? say('not-applicable') : value / 10)
  return [
    `${one.code} ${saidIn(language, one.statement)} (${say(`unit.${one.unit}`)})`,
    say(`source.${one.source}`, { measure: one.measure ?? '' }),
    one.baseline,
    numberOf(language, one.inPeriod, one.unit),
    one.late.map(({ period, told }) => say('late-of', { period, n: toldText(language, told, one.unit) })).join(' ; '),
    numberOf(language, one.cumulative, one.unit),
    one.expected,
    tenths(one.deviation),
    one.target,
    tenths(one.ofTarget),
  ]
}
const quartersOf = (rows: readonly ReportIndicator[], language: Language): Rows =>
  rows.flatMap((one) =>
    one.quarters.map(({ period, told, sha256 }): readonly Cell[] => [one.code, period, numberOf(language, told, one.unit), sha256]),
  )
function activitiesOf({ activities }: DonorReportDocument, language: Language): Rows {
  const say = sayIn(language)
  const rows = activities.map((one): readonly Cell[] => [
    ...[`${one.code} ${saidIn(language, one.title)}`, one.startsOn, one.endsOn],
    say(`status.${one.status}`),
  ])
  return [[say('activity'), say('days'), '', say('status')], ...rows]
}
function moneyOf({ money }: DonorReportDocument, language: Language): Rows {
  const say = sayIn(language)
  const rows = money.map((one): readonly Cell[] => [
    ...[`${one.code} ${saidIn(language, one.title)}`, one.currency],
    ...[one.budget, one.inPeriod, one.until, one.budget - one.until].map((cents) => cents / 100),
  ])
  const totals = totalsOf(money).map((one): readonly Cell[] => [
    ...[say('total', { currency: one.currency }), one.currency],
    ...[one.budget, one.inPeriod, one.until, one.budget - one.until].map((cents) => cents / 100),
  ])
  return [[say('line'), '', say('budget'), say('spent-period'), say('spent-until'), say('left')], ...rows, ...totals]
}
function textsOf({ results, texts }: DonorReportDocument, language: Language): Rows {
  const say = sayIn(language)
  const none = say('nothing-written')
  return [
    ...results.map((one): readonly Cell[] => [`${one.code} ${saidIn(language, one.statement)}`, one.narrative ?? none]),
    ...results.flatMap(({ indicators }) =>
      indicators.flatMap(({ code, reason }): Rows => (reason === null ? [] : [[say('reason-of', { code }), reason]])),
    ),
    ...texts.map(({ section, text }): readonly Cell[] => [say(`section.${section}`), text ?? none]),
  ]
}
