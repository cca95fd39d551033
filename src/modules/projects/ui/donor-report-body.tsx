/* The body of a report: results with their figures and texts, activities, money, further texts. The editor puts its fields beside each text; a frozen report has none. */
import type { ReactNode } from 'react'
import { type Column, DataTable, said } from '../../../app/kit/data-table.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { numberText } from '../../../kernel/phrase.ts'
import { useWords } from '../../../app/words.ts'
import { type DonorReportDocument, type ReportIndicator, type ReportResult, totalsOf } from '../contract-reports.ts'
import './projects.css'
import { inLanguage, numberColumn, shareText, toldColumn, toldText, valueText } from './told.tsx'

export interface BodyProps {
  readonly document: DonorReportDocument
  /** What stands where a text is: the text itself, or a field. */
  readonly text: (section: string, written: string | null) => ReactNode
}
export const writtenText = (written: string | null, nothing: string): ReactNode =>
  written === null ? <p className="small">▲ {nothing}</p> : <p className="said-text">{written}</p>

export function DonorReportBody({ document, text }: BodyProps) {
  const { t } = useWords()
  const { results, texts } = document
  return (
    <>
      {results.map((one) => (
        <ResultPanel key={one.result} result={one} text={text} />
      ))}
      <Panel title={t('donor-report.section.activities')}>
        <Activities document={document} />
        {text('activities', texts.find(({ section }) => section === 'activities')?.text ?? null)}
      </Panel>
      <Panel title={t('donor-report.money')}>
        <Money document={document} />
      </Panel>
      {texts
        .filter(({ section }) => section !== 'activities')
        .map((one) => (
          <Panel key={one.section} title={t(`donor-report.section.${one.section}`)}>
            {text(one.section, one.text)}
          </Panel>
        ))}
    </>
  )
}
function ResultPanel({ result, text }: { readonly result: ReportResult; readonly text: BodyProps['text'] }) {
  const { t, language } = useWords()
  const { indicators } = result
  return (
    <Panel title={`${t(`donor-report.level.${result.level}`)} ${result.code} · ${inLanguage(language, result.statement)}`}>
      <div className="stack">
        {text(`result:${result.result}`, result.narrative)}
        {indicators.length > 0 && <Figures indicators={indicators} code={result.code} />}
        {indicators.map((one) => (
          <Remarks key={one.indicator} one={one} text={text} />
        ))}
      </div>
    </Panel>
  )
}
function Figures({ indicators, code }: { readonly indicators: readonly ReportIndicator[]; readonly code: string }) {
  const words = useWords()
  const { t, language } = words
  const unit = (one: ReportIndicator): string => one.unit
  const plain = (key: string, header: string, value: (one: ReportIndicator) => number | null) =>
    numberColumn(key, header, { value, text: (one) => valueText(language, value(one), one.unit) })
  const late = (one: ReportIndicator): string =>
    one.late.map(({ period, told }) => t('donor-report.late-of', { period, n: toldText(words, told, one.unit) })).join(' ; ') || '–'
  const columns: readonly Column<ReportIndicator>[] = [
    said('code', t('donor-report.indicator'), (one) => `${one.code} ${inLanguage(language, one.statement)}`),
    plain('base', t('donor-report.baseline'), (one) => one.baseline),
    toldColumn('own', t('donor-report.in-period'), { told: (one) => one.inPeriod, unit }),
    numberColumn('late', t('donor-report.late'), { value: (one) => one.late.length, text: late }),
    toldColumn('all', t('donor-report.cumulative'), { told: (one) => one.cumulative, unit }),
    plain('expected', t('donor-report.expected'), (one) => one.expected),
    numberColumn('dev', t('donor-report.deviation'), {
      value: (one) => one.deviation,
      text: (one) => `${one.needsReason ? '▲ ' : ''}${shareText(words, one.deviation)}`,
    }),
    plain('target', t('donor-report.target'), (one) => one.target),
    numberColumn('part', t('donor-report.of-target'), { value: (one) => one.ofTarget, text: (one) => shareText(words, one.ofTarget) }),
  ]
  const caption = `${t('donor-report.indicator')} ${code}`
  const file = `indicators-${code}`
  return (
    <DataTable
      {...{ plain: true, caption, file, rows: indicators, columns, empty: null }}
      rowKey={(one) => one.indicator}
      order="code"
      prefix={`${code}.`}
    />
  )
}
function Remarks({ one, text }: { readonly one: ReportIndicator; readonly text: BodyProps['text'] }) {
  const words = useWords()
  const { t } = words
  return (
    <>
      {one.restated.map(({ period, on, reason, before, now }) => (
        <p key={`${period}${on}`} className="small">
          {t('donor-report.restated', {
            code: one.code,
            period,
            on,
            reason,
            before: toldText(words, before, one.unit),
            now: toldText(words, now, one.unit),
          })}
        </p>
      ))}
      {(one.needsReason || one.reason !== null) && (
        <div>
          <strong>{t('donor-report.reason-of', { code: one.code })}</strong>
          {text(`variance:${one.indicator}`, one.reason)}
        </div>
      )}
    </>
  )
}
function Activities({ document }: Pick<BodyProps, 'document'>) {
  const { t, language } = useWords()
  return (
    <ul className="plain-list">
      {document.activities.map((one) => (
        <li key={one.code}>
          {one.code} {inLanguage(language, one.title)} · <DateText date={one.startsOn} /> – <DateText date={one.endsOn} /> ·{' '}
          {t(`donor-report.status.${one.status}`)}
        </li>
      ))}
    </ul>
  )
}
function Money({ document }: Pick<BodyProps, 'document'>) {
  const { t, language } = useWords()
  type Line = DonorReportDocument['money'][number]
  const sum = (cents: number, currency: string): string => `${numberText(language, cents / 100, 2)}\u00a0${currency}`
  const text = (cents: number, { currency }: Line): string => sum(cents, currency)
  const amount = (key: string, header: string, cents: (one: Line) => number) =>
    numberColumn<Line>(key, header, { value: cents, text: (one) => text(cents(one), one) })
  const columns: readonly Column<Line>[] = [
    said('line', t('donor-report.line'), (one) => `${one.code} ${inLanguage(language, one.title)}`),
    amount('budget', t('donor-report.budget'), (one) => one.budget),
    amount('period', t('donor-report.spent-period'), (one) => one.inPeriod),
    amount('until', t('donor-report.spent-until'), (one) => one.until),
    amount('left', t('donor-report.left'), (one) => one.budget - one.until),
  ]
  return (
    <>
      <DataTable
        plain
        caption={t('donor-report.money')}
        file="money"
        rows={document.money}
        rowKey={(one) => one.code}
        order="line"
        prefix="m."
        columns={columns}
        empty={null}
      />
      {totalsOf(document.money).map((one) => (
        <p key={one.currency}>
          <strong>{t('donor-report.total', { currency: one.currency })}</strong> · {t('donor-report.budget')}{' '}
          {sum(one.budget, one.currency)} · {t('donor-report.spent-period')} {sum(one.inPeriod, one.currency)} · {t('donor-report.left')}{' '}
          {sum(one.budget - one.until, one.currency)}
        </p>
      ))}
    </>
  )
}
