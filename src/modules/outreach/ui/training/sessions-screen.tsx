/* Sessions of training, newest first, with how many took part and were trained as far as that may be told; a new one is planned here. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SessionLine, Sessions } from '../../contract-training.ts'
import { useSafeText } from '../safe-number.tsx'
import { inLanguage } from './in-language.ts'
import { PlanSessionAct } from './plan-session.tsx'

export function SessionsScreen() {
  const { t, language } = useWords()
  const { data, answer, error, again } = useAnswer<Sessions>('/api/training/sessions')
  const safe = useSafeText(data?.least ?? 10)
  const columns: readonly Column<SessionLine>[] = [
    {
      ...{ key: 'number', header: t('training.number'), value: (row) => row.number },
      cell: (row) => <AppLink to={`/trainings/${row.id}`}>{row.number}</AppLink>,
    },
    { key: 'day', header: t('training.days'), value: (row) => row.lastDay, cell: (row) => <DateText date={row.lastDay} /> },
    said('title', t('training.curriculum'), (row) => inLanguage(row.title, language)),
    said('province', t('training.place'), (row) => [row.place, row.provinceName].filter(Boolean).join(', ')),
    said('state', t('training.state'), (row) => t(`training.state.${row.state}`)),
    { ...said<SessionLine>('participants', t('training.enrolled'), (row) => safe(row.participants)), numeric: true },
    { ...said<SessionLine>('trained', t('training.trained'), (row) => safe(row.trained)), numeric: true },
  ]
  return (
    <Page
      title={t('trainings.title')}
      under={t('trainings.under')}
      answer={answer}
      actions={
        <>
          {data?.teaches && <PlanSessionAct again={again} />}
          <LinkButton to="/trainings/numbers">{t('training-numbers.title')}</LinkButton>
          <LinkButton to="/trainings/curricula">{t('curricula.title')}</LinkButton>
          {data?.teaches && <LinkButton to="/trainings/follow-ups">{t('follow-ups.title')}</LinkButton>}
        </>
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <DataTable
            {...{ caption: t('trainings.title'), file: 'trainings', rows: data.sessions, columns, order: '-day' }}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('trainings.none')}>{t('trainings.none.do')}</EmptyState>}
          />
          <Source>{t('training.rule.least', { n: data.least })}</Source>
        </Panel>
      )}
    </Page>
  )
}
