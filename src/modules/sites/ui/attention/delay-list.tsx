/* From the visit to the publication, line by line: the number of the home page with what is behind it. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Delays } from '../../domain/status/queues.ts'

export function DelayList() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<Delays>('/api/status/publication-delays')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { delay } = data
  return (
    <Page
      title={t('delay.title')}
      crumbs={<AppLink to="/">{t('app.home')}</AppLink>}
      under={
        delay.p90Days === null
          ? t('queue.delay.none', { ...delay })
          : `${delay.medianDays} ${t('queue.delay')} · ${t('queue.delay.rule', { p90: delay.p90Days, waiting: delay.waiting })}`
      }
      answer={answer}
    >
      <DataTable
        caption={t('delay.title')}
        file="inspection-to-publication"
        rows={data.lines}
        rowKey={(row) => `${row.order} ${row.site}`}
        order="-days"
        empty={<EmptyState title={t('delay.none')} />}
        columns={[
          {
            key: 'site',
            header: t('sites.site'),
            value: (row) => row.name,
            cell: (row) => <AppLink to={`/sites/${row.site}`}>{row.name}</AppLink>,
          },
          {
            key: 'order',
            header: t('attention.order'),
            value: (row) => row.number,
            cell: (row) => <AppLink to={`/orders/${row.order}`}>{row.number}</AppLink>,
          },
          {
            key: 'inspected',
            header: t('delay.inspected'),
            value: (row) => row.inspectedOn,
            cell: (row) => <DateText date={row.inspectedOn} />,
          },
          { key: 'signed', header: t('delay.signed'), value: (row) => row.signedOn, cell: (row) => <DateText date={row.signedOn} /> },
          {
            key: 'published',
            header: t('delay.published'),
            value: (row) => row.publishedOn,
            cell: (row) => <DateText date={row.publishedOn} otherwise={t('delay.waiting')} />,
          },
          { key: 'days', header: t('delay.days'), numeric: true, value: (row) => row.days, cell: (row) => row.days },
        ]}
      />
      <Source>{t('delay.source')}</Source>
    </Page>
  )
}
