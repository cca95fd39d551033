/* Influence and interest of actors in one picture, as last judged or as a round judged; all of it stands in the table beside it. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { useUrlState, writeSearch } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { GridAnswer, GridLine } from '../../contract-actors.ts'
import { ActorGrid } from './actor-grid.tsx'
import { type Marked, marked } from './grid-marks.ts'

export function ActorGridScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const { round = '' } = url
  const { data, answer, error, again } = useAnswer<GridAnswer>(`/api/conflict/actor-grid${writeSearch({ round })}`)
  const rounds = (data?.rounds ?? []).map((one) => ({ value: one, label: one }))
  const kept = round === '' || rounds.some((one) => one.value === round) ? rounds : [{ value: round, label: round }, ...rounds]
  return (
    <Page
      title={t('actors.grid')}
      crumbs={<AppLink to="/actors">{t('actors.title')}</AppLink>}
      under={t('actors.grid.under')}
      answer={answer}
      actions={<Button onClick={() => window.print()}>{t('app.print')}</Button>}
    >
      <Toolbar label={t('actors.filters')}>
        <SelectField
          label={t('actors.round')}
          value={round}
          options={[{ value: '', label: t('actors.grid.newest') }, ...kept]}
          onValue={(to) => change({ round: to })}
        />
      </Toolbar>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data?.places.length === 0 && <EmptyState title={t('actors.grid.none')}>{t('actors.grid.none.do')}</EmptyState>}
      {data && data.places.length > 0 && <Picture places={data.places} />}
      <PrintMark code="A" />
    </Page>
  )
}

function Picture({ places }: { readonly places: readonly GridLine[] }) {
  const { t } = useWords()
  const marks = marked(places)
  const columns: readonly Column<Marked>[] = [
    { ...said<Marked>('n', t('actors.grid.n'), (row) => row.n), numeric: true },
    {
      ...{ key: 'name', header: t('actors.name'), value: (row) => row.line.name },
      cell: (row) => <AppLink to={`/actors/${row.line.actor}`}>{row.line.name}</AppLink>,
    },
    { ...said<Marked>('influence', t('actors.influence'), (row) => row.line.influence), numeric: true },
    { ...said<Marked>('interest', t('actors.interest'), (row) => row.line.interest), numeric: true },
    said('stance', t('actors.stance'), (row) => t(`actors.stance.${row.line.stance}`)),
    said('body', t('actors.body'), (row) => `${row.line.body} · ${row.line.round}`),
    { ...{ key: 'on', header: t('actors.on'), value: (row) => row.line.on }, cell: (row) => <DateText date={row.line.on} age /> },
  ]
  return (
    <>
      <Panel title={t('actors.grid.picture')}>
        <ActorGrid marks={marks} />
        <Source>{t('actors.grid.rule')}</Source>
      </Panel>
      <Panel title={t('actors.grid.table')}>
        <DataTable
          {...{ caption: t('actors.grid.table'), file: 'actor-grid', rows: marks, columns, order: 'n', plain: true, empty: null }}
          rowKey={(row) => row.line.actor}
        />
      </Panel>
    </>
  )
}
