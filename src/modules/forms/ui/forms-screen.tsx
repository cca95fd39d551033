/* The forms that are published, each with its current version. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { InstantText } from '../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../app/who.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import type { FormList } from '../domain/answers.ts'
import { formPath } from './paths.ts'
import './forms.css'

type Row = FormList['forms'][number]

export function FormsScreen() {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<FormList>('/api/forms')
  return (
    <Page
      title={t('forms.title')}
      under={t('forms.under')}
      answer={answer}
      actions={
        mayOpen('forms.publish', me) && (
          <LinkButton kind="primary" to="/forms/upload">
            {t('forms.upload')}
          </LinkButton>
        )
      }
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <DataTable
            caption={t('forms.title')}
            file="formulaires"
            rows={data.forms}
            rowKey={(row) => row.current.form}
            order="title"
            columns={columnsOf(t)}
            empty={
              <EmptyState title={t('forms.none')}>
                <p>{t('forms.none.do')}</p>
              </EmptyState>
            }
          />
        )}
      </Panel>
    </Page>
  )
}

const columnsOf = (t: Translate): readonly Column<Row>[] => [
  {
    key: 'title',
    header: t('forms.form'),
    value: (row) => row.current.title,
    cell: (row) => (
      <>
        <AppLink to={formPath(row.current.form)}>{row.current.title}</AppLink>
        <div className="small">
          {row.current.form}
          {row.ships && ` · ${t('forms.ships')}`}
        </div>
      </>
    ),
  },
  { key: 'version', header: t('forms.version'), value: (row) => row.current.version, cell: (row) => row.current.version },
  { key: 'versions', header: t('forms.versions'), numeric: true, value: (row) => row.versions, cell: (row) => row.versions },
  {
    key: 'questions',
    header: t('forms.questions'),
    numeric: true,
    value: (row) => row.current.questions,
    cell: (row) => row.current.questions,
  },
  {
    key: 'languages',
    header: t('forms.languages'),
    value: (row) => row.current.languages.join(', '),
    cell: (row) => row.current.languages.join(', '),
  },
  {
    key: 'published',
    header: t('forms.published'),
    value: (row) => row.current.publishedAt,
    cell: (row) => <InstantText at={row.current.publishedAt} />,
  },
  {
    key: 'hash',
    header: t('forms.hash.short'),
    value: (row) => row.current.sha256,
    cell: (row) => <code title={row.current.sha256}>{row.current.sha256.slice(0, 8)}…</code>,
  },
]
