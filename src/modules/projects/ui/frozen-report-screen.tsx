/* A frozen report, read again from its own text; and two of them beside each other. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { DateText } from '../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../app/screen.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { ComparedIndicator, Comparison, FrozenAnswer } from '../contract-reports.ts'
import { DonorReportBody, writtenText } from './donor-report-body.tsx'
import { inLanguage, toldColumn, toldText } from './told.tsx'

export function FrozenReportScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const number = params['donorNumber'] ?? ''
  const { data, answer, error, again } = useAnswer<FrozenAnswer>(`/api/frozen-donor-reports/${number}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { document, line, supersededBy, isWhole } = data
  const files = `/donor-reports/frozen/${number}`
  return (
    <Page
      title={`${t('donor-report.title')} ${number}`}
      crumbs={<AppLink to="/donor-reports">{t('donor-reports.title')}</AppLink>}
      under={
        <>
          {document.code} · {inLanguage(language, document.title)} · {document.donor} · <DateText date={document.from} /> –{' '}
          <DateText date={document.until} />
        </>
      }
      answer={answer}
      actions={
        <>
          <a className="btn primary" href={`${files}/print?language=${language}`} target="_blank" rel="noreferrer">
            {t('app.print')}
          </a>
          <a className="btn" href={`${files}/docx?language=${language}`}>
            DOCX
          </a>
          <a className="btn" href={`${files}/xlsx?language=${language}`}>
            XLSX
          </a>
          <a className="btn" href={`${files}/json`}>
            JSON
          </a>
        </>
      }
    >
      <Note tone={isWhole ? 'good' : 'red'}>
        {t(isWhole ? 'donor-reports.whole' : 'donor-reports.broken')}
        <div className="hash">SHA-256 {line.sha256}</div>
      </Note>
      {supersededBy !== null && (
        <Note>
          <AppLink to={`/donor-reports/frozen/${supersededBy}`}>{t('donor-report.superseded', { number: supersededBy })}</AppLink>{' '}
          <AppLink to="/donor-reports/compare" search={{ before: number, after: supersededBy }}>
            {t('donor-reports.compare')}
          </AppLink>
        </Note>
      )}
      {document.gaps > 0 && <Note tone="calm">{t('donor-report.gaps', { n: document.gaps })}</Note>}
      <DonorReportBody document={document} text={(_section, written) => writtenText(written, t('donor-report.nothing-written'))} />
      <Source>{t('donor-report.rule', { asks: document.asksAbove / 10, least: document.least })}</Source>
    </Page>
  )
}

function whyOf(words: Parameters<typeof toldText>[0], { late, restated, unit }: ComparedIndicator): string {
  const { t } = words
  const lines = late.map(
    ({ period, told }) => `${t('donor-report.late')} ${t('donor-report.late-of', { period, n: toldText(words, told, unit) })}`,
  )
  return [...lines, ...(restated ? [t('donor-reports.restated')] : [])].join(' ; ') || '–'
}
export function CompareReportsScreen() {
  const words = useWords()
  const { t, language } = words
  const [url] = useUrlState()
  const [before, after] = [url['before'] ?? '', url['after'] ?? '']
  const { data, answer, error, again } = useAnswer<Comparison>(
    `/api/donor-report-comparisons?before=${encodeURIComponent(before)}&after=${encodeURIComponent(after)}`,
  )
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const columns: readonly Column<ComparedIndicator>[] = [
    said('code', t('donor-report.indicator'), (one) => `${one.code} ${inLanguage(language, one.statement)}`),
    toldColumn('before', before, { told: (one) => one.before, unit: (one) => one.unit }),
    toldColumn('after', after, { told: (one) => one.after, unit: (one) => one.unit }),
    said('why', t('donor-reports.moved'), (one) => whyOf(words, one)),
  ]
  return (
    <Page
      title={t('donor-reports.compare')}
      crumbs={<AppLink to="/donor-reports">{t('donor-reports.title')}</AppLink>}
      under={`${before} → ${after}`}
      answer={answer}
    >
      <Panel title={t('donor-report.cumulative')}>
        <DataTable
          caption={t('donor-reports.compare')}
          file={`compare-${before}-${after}`}
          rows={data.indicators}
          rowKey={(one) => one.code}
          order="code"
          columns={columns}
          empty={<EmptyState title={t('projects.no-values')}>{t('projects.no-values.do')}</EmptyState>}
        />
      </Panel>
      <Panel title={t('donor-reports.texts')}>
        {data.texts.length === 0 && <p>{t('donor-reports.texts.same')}</p>}
        {data.texts.map((one) => (
          <section key={one.key}>
            <h3>{wordOr(`donor-report.section.${one.title}`, one.title)}</h3>
            <div className="beside">
              <div>
                <strong>{before}</strong>
                {writtenText(one.before, t('donor-report.nothing-written'))}
              </div>
              <div>
                <strong>{after}</strong>
                {writtenText(one.after, t('donor-report.nothing-written'))}
              </div>
            </div>
          </section>
        ))}
      </Panel>
    </Page>
  )
}
