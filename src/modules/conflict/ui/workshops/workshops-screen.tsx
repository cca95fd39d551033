/* Workshops of conflict mapping, newest first: where, when, how full, whether a hall is open now, what is frozen. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { WorkshopLine, WorkshopList } from '../../contract-workshops.ts'
import { CutNote } from '../cut-note.tsx'
import { OpenMark } from './workshop-marks.tsx'

export function WorkshopsScreen() {
  const { t } = useWords()
  const mayRun = mayOpen('conflict.map', useMe().data)
  const { data, answer, error, again } = useAnswer<WorkshopList>('/api/conflict/workshops')
  const convene = mayRun && (
    <LinkButton to="/workshops/new" kind="primary">
      {t('workshop.convene')}
    </LinkButton>
  )
  return (
    <Page title={t('workshops.title')} under={t('workshops.under')} answer={answer} actions={convene}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      <CutNote cut={data?.cut} />
      {data && (
        <DataTable
          caption={t('workshops.title')}
          file="workshops"
          rows={data.workshops}
          columns={columnsOf(t)}
          rowKey={(row) => row.id}
          order="-days"
          empty={
            <EmptyState title={t('workshops.none')}>
              <p>{t(mayRun ? 'workshops.none.do' : 'workshops.none.read')}</p>
            </EmptyState>
          }
        />
      )}
      <Source>{t('workshops.source')}</Source>
    </Page>
  )
}

const columnsOf = (t: Translate): readonly Column<WorkshopLine>[] => [
  {
    ...{ key: 'title', header: t('workshop.title'), value: (row) => row.title },
    cell: (row) => (
      <>
        <AppLink to={`/workshops/${row.id}`}>{row.title}</AppLink> {row.isHallOpen && <OpenMark />}
      </>
    ),
  },
  said('round', t('workshop.round'), (row) => row.round),
  said('zone', t('workshop.zone'), (row) => row.zone),
  {
    ...{ key: 'days', header: t('workshop.days'), value: (row) => row.firstDay },
    cell: (row) => <Days line={row} />,
  },
  counted('seats', t('workshop.seats'), (row) => row.seats),
  counted('entries', t('workshop.entries'), (row) => row.entries),
  counted('cards', t('workshop.cards'), (row) => row.cards),
  counted('versions', t('workshop.versions'), (row) => row.versions),
]
function counted(key: string, header: string, value: (row: WorkshopLine) => number): Column<WorkshopLine> {
  return { ...said<WorkshopLine>(key, header, value), numeric: true }
}

export function Days({ line: { firstDay, lastDay } }: { readonly line: Pick<WorkshopLine, 'firstDay' | 'lastDay'> }) {
  return (
    <>
      <DateText date={firstDay} />
      {lastDay !== firstDay && (
        <>
          {' – '}
          <DateText date={lastDay} />
        </>
      )}
    </>
  )
}
