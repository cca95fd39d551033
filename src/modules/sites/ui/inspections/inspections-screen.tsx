/* All visits, newest first: which are open, which wait for a review, what they proposed. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { InspectionList } from '../../domain/missions/mission-answers.ts'
import { phaseText, phases } from './phase-text.ts'

type Row = InspectionList['inspections'][number]

export function InspectionsScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const phase = phases.find((one) => one === url['phase'])
  const { data, answer, error, again } = useAnswer<InspectionList>(`/api/inspections${phase ? `?phase=${phase}` : ''}`)
  const filter = (
    <SelectField
      label={t('inspect.phase')}
      value={phase ?? ''}
      options={[{ value: '', label: t('missions.all') }, ...phases.map((value) => ({ value: String(value), label: phaseText(t, value) }))]}
      onValue={(value) => change({ phase: value })}
    />
  )
  return (
    <Page title={t('inspect.inspections')} answer={answer}>
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <div className="stack">
            {data.inspections.length === 0 && <div className="toolbar">{filter}</div>}
            <DataTable
              caption={t('inspect.inspections')}
              file="inspections"
              rows={data.inspections}
              rowKey={(row) => row.inspection}
              order="-on"
              tools={filter}
              columns={inspectionColumns(t)}
              empty={<EmptyState title={t('inspect.none')}>{t('inspect.none.do')}</EmptyState>}
            />
          </div>
        )}
      </Panel>
    </Page>
  )
}

export const inspectionColumns = (t: Translate): readonly Column<Row>[] => [
  {
    key: 'site',
    header: t('inspect.site'),
    value: (row) => row.name,
    cell: (row) => <AppLink to={`/inspections/${row.inspection}`}>{row.name}</AppLink>,
  },
  { key: 'on', header: t('inspect.on'), value: (row) => row.on, cell: (row) => <DateText date={row.on} age /> },
  { key: 'phase', header: t('inspect.phase'), value: (row) => phaseText(t, row.phase), cell: (row) => phaseText(t, row.phase) },
  {
    key: 'answered',
    header: t('inspect.answers'),
    numeric: true,
    value: (row) => row.answered,
    cell: (row) => `${row.answered} / ${row.questions}`,
  },
  {
    key: 'result',
    header: t('inspect.proposed'),
    value: (row) => row.result,
    cell: (row) => (row.result ? <StatusMark colour={row.result} /> : <span className="ink-3">{t('inspect.no-proposal')}</span>),
  },
]
