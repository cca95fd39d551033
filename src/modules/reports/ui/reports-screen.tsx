/* The list of reports: one's own with their drafts, those of others as far as they were released. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../app/who.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import type { ReportBrief, ReportList } from '../contract.ts'
import { said } from './report-text.ts'

export function ReportsScreen() {
  const { t, language } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<ReportList>('/api/reports')
  const writes = mayOpen('reports.write', me)
  return (
    <Page
      title={t('reports.title')}
      under={t('reports.under')}
      answer={answer}
      actions={
        writes && (
          <>
            <LinkButton kind="primary" to="/written-reports/new">
              {t('reports.new')}
            </LinkButton>
            <LinkButton to="/written-reports/statistics">{t('statistics.title')}</LinkButton>
            <LinkButton to="/written-reports/workbooks">{t('rmi.title')}</LinkButton>
          </>
        )
      }
    >
      {error ? (
        <ErrorState error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <DataTable
          caption={t('reports.title')}
          file="reports"
          rows={data.reports}
          rowKey={(one) => one.id}
          order="-period"
          columns={columnsOf(t)}
          empty={<EmptyState title={t('reports.none')}>{t(writes ? 'reports.none.do' : 'reports.none.read')}</EmptyState>}
        />
      )}
      <p>
        <a href={`/reports/released?language=${language}`}>{t('report.print.released')}</a>
      </p>
      <Source>{t('reports.source')}</Source>
    </Page>
  )
}

const columnsOf = (t: Translate): readonly Column<ReportBrief>[] => [
  {
    key: 'kind',
    header: t('reports.kind'),
    value: (one) => said('kind', one.kind),
    cell: (one) => <AppLink to={`/written-reports/${one.id}`}>{said('kind', one.kind)}</AppLink>,
  },
  { key: 'by', header: t('report.print.by'), value: (one) => one.organisationName, cell: (one) => one.organisationName },
  {
    key: 'period',
    header: t('report.print.period'),
    value: (one) => one.period.until,
    cell: (one) => (
      <>
        <DateText date={one.period.from} /> – <DateText date={one.period.until} />
      </>
    ),
  },
  {
    key: 'state',
    header: t('reports.state'),
    value: (one) => one.released?.number ?? '',
    cell: (one) =>
      one.released === null
        ? t('reports.is-draft')
        : `${one.released.number} · ${t(one.released.isPublic ? 'reports.is-public' : 'reports.is-not-public')}`,
  },
  {
    key: 'gaps',
    header: t('reports.gaps.head'),
    numeric: true,
    value: (one) => one.released?.gaps ?? null,
    cell: (one) => one.released?.gaps ?? '–',
  },
]
