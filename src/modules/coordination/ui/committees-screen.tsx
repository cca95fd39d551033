/* Committees and how they work: who is impaired, when they meet next, what is overdue. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import type { CommitteeLine, Committees } from '../contract.ts'
import { HealthMark, indexPercent } from './committee-marks.tsx'

export function CommitteesScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<Committees>('/api/coordination/committees')
  return (
    <Page
      title={t('committees.title')}
      under={t('committees.under')}
      answer={answer}
      actions={
        <>
          {data?.keeps && (
            <LinkButton to="/coordination/new" kind="primary">
              {t('committee.found')}
            </LinkButton>
          )}
          <LinkButton to="/committee-actions">{t('actions.title')}</LinkButton>
          <a className="btn" href="/committees" target="_blank" rel="noreferrer">
            {t('committees.public')}
          </a>
        </>
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <DataTable
            {...{ caption: t('committees.title'), file: 'committees', rows: data.committees, columns: columnsOf(t), order: 'name' }}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('committees.none')}>{t('committees.none.do')}</EmptyState>}
          />
          <Source>{t('committees.index.rule', { months: data.rules.indexMonths })}</Source>
        </Panel>
      )}
    </Page>
  )
}
const columnsOf = (t: Translate): readonly Column<CommitteeLine>[] => [
  {
    ...{ key: 'name', header: t('committee.name'), value: (row) => `${row.code} ${row.name}` },
    cell: (row) => (
      <>
        <AppLink to={`/coordination/${row.id}`}>{row.name}</AppLink>
        <div className="small">
          {row.code} · {t(`committee.level.${row.level}`)}
        </div>
      </>
    ),
  },
  said('area', t('committees.area'), (row) => row.areaName),
  {
    ...{ key: 'health', header: t('committees.health'), value: (row) => (row.isImpaired ? 0 : 1) },
    cell: (row) => <HealthMark line={row} />,
  },
  {
    ...{ key: 'index', header: t('committees.index'), value: (row) => indexPercent(row.index) ?? -1, numeric: true },
    cell: (row) => {
      const percent = indexPercent(row.index)
      return percent === null ? t('committees.index.none') : `${percent} %`
    },
  },
  {
    ...{ key: 'next', header: t('committees.next'), value: (row) => row.nextMeeting?.day ?? '' },
    cell: (row) =>
      row.nextMeeting === null ? (
        '–'
      ) : (
        <AppLink to={`/meetings/${row.nextMeeting.id}`}>
          <DateText date={row.nextMeeting.day} />
        </AppLink>
      ),
  },
  { ...said<CommitteeLine>('open', t('committees.open'), (row) => row.actionsOpen), numeric: true },
  { ...said<CommitteeLine>('overdue', t('committees.overdue'), (row) => row.actionsOverdue), numeric: true },
]
