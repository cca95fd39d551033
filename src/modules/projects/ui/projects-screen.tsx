/* The list of projects: who pays, until when, how many values are locked, when the next report is due. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { type Language, type Translate, useWords } from '../../../app/words.ts'
import type { ProjectLine, ProjectList } from '../contract.ts'
import { inLanguage } from './told.tsx'

export function ProjectsScreen() {
  const { t, language } = useWords()
  const { data, answer, error, again } = useAnswer<ProjectList>('/api/projects')
  return (
    <Page
      title={t('projects.title')}
      under={t('projects.under')}
      answer={answer}
      actions={
        <>
          {data?.mayWrite === true && (
            <LinkButton kind="primary" to="/projects/new">
              {t('projects.new')}
            </LinkButton>
          )}
          <LinkButton to="/donor-reports">{t('donor-reports.title')}</LinkButton>
        </>
      }
    >
      {error ? (
        <ErrorState error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <DataTable
          caption={t('projects.title')}
          file="projects"
          rows={data.projects}
          rowKey={(one) => one.id}
          order="code"
          columns={columnsOf(t, language)}
          empty={<EmptyState title={t('projects.none')}>{t(data.mayWrite ? 'projects.none.do' : 'projects.none.read')}</EmptyState>}
        />
      )}
      <Source>{t('projects.source')}</Source>
    </Page>
  )
}
const columnsOf = (t: Translate, language: Language): readonly Column<ProjectLine>[] => [
  {
    key: 'code',
    header: t('projects.one'),
    value: (one) => one.code,
    cell: (one) => <AppLink to={`/projects/${one.id}`}>{`${one.code} · ${inLanguage(language, one.title)}`}</AppLink>,
  },
  { key: 'donor', header: t('projects.donor'), value: (one) => one.donor, cell: (one) => one.donor },
  {
    key: 'ends',
    header: t('projects.days'),
    value: (one) => one.endsOn,
    cell: (one) => (
      <>
        <DateText date={one.startsOn} /> – <DateText date={one.endsOn} />
      </>
    ),
  },
  {
    key: 'locked',
    header: t('projects.locked'),
    numeric: true,
    value: (one) => one.locked,
    cell: (one) => t('projects.locked.of', { n: one.locked, of: one.expected }),
  },
  {
    key: 'due',
    header: t('projects.next-due'),
    value: (one) => one.nextDue ?? '',
    cell: (one) => <DateText date={one.nextDue} otherwise={t('projects.no-due')} />,
  },
]
