/* Whose practice is to be asked about half a year after a training: sessions with their badges, late ones first, and what comes within a month. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { DueFollowUps } from '../../contract-training.ts'
import { inLanguage } from './in-language.ts'

type Due = DueFollowUps['due'][number]
export function FollowUpsScreen() {
  const { t, language } = useWords()
  const { data, answer, error, again } = useAnswer<DueFollowUps>('/api/training/follow-ups')
  const columns: readonly Column<Due>[] = [
    {
      ...{ key: 'number', header: t('training.number'), value: (row) => row.number },
      cell: (row) => <AppLink to={`/trainings/${row.session}`}>{row.number}</AppLink>,
    },
    said('title', t('training.curriculum'), (row) => inLanguage(row.title, language)),
    said('province', t('training.province'), (row) => row.provinceName),
    { key: 'due', header: t('follow-up.due'), value: (row) => row.dueOn, cell: (row) => <DateText date={row.dueOn} /> },
    { ...said<Due>('late', t('follow-up.late'), (row) => row.daysLate), numeric: true },
    said('badges', t('training.badges'), (row) => row.badges.join(', ')),
  ]
  const table = (rows: readonly Due[], key: string) => (
    <DataTable
      {...{ caption: t('follow-ups.title'), file: key, rows, columns, order: 'due', plain: true, prefix: `${key}.` }}
      rowKey={(row) => row.session}
      empty={<EmptyState title={t('follow-ups.none')} />}
    />
  )
  return (
    <Page
      title={t('follow-ups.title')}
      under={t('follow-ups.under')}
      crumbs={<AppLink to="/trainings">{t('trainings.title')}</AppLink>}
      answer={answer}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Panel title={t('follow-ups.due')}>
            {table(data.due, 'due')}
            <Source>{t('follow-up.rule')}</Source>
          </Panel>
          <Panel title={t('follow-ups.soon')}>{table(data.soon, 'soon')}</Panel>
        </>
      )}
    </Page>
  )
}
