/* What is to be put right at sites, soonest due first: overdue ones stand out, each leads to its site and its form. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import type { ActionList } from '../../domain/missions/mission-answers.ts'
import { CompleteActionDialog } from './complete-action-dialog.tsx'
import './missions.css'

type Row = ActionList['actions'][number]

export function ActionsScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const me = useMe().data
  const all = url['all'] === 'true'
  const { data, answer, error, again } = useAnswer<ActionList>(`/api/corrective-actions?pageSize=500${all ? '&all=true' : ''}`)
  return (
    <Page title={t('queue.title')} answer={answer}>
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <div className="stack">
            {data.overdue > 0 && <Note tone="red">{t('queue.overdue', { n: data.overdue })}</Note>}
            <CheckChoice label={t('queue.all')} checked={all} onChecked={(on) => change({ all: on ? 'true' : '' })} />
            <DataTable
              caption={t('queue.title')}
              file="corrective-actions"
              rows={data.actions}
              rowKey={(row) => row.action}
              order="due"
              columns={columnsOf(t, mayOpen('sites.inspect', me))}
              empty={
                <EmptyState title={t('queue.none')}>
                  <p>{t('queue.none.do')}</p>
                </EmptyState>
              }
            />
            {data.total > data.actions.length && <p className="small">{t('rank.shown', { n: data.actions.length, of: data.total })}</p>}
          </div>
        )}
      </Panel>
    </Page>
  )
}

const ownerText = (owner: string): string => wordOr(`action.owner.${owner}`, wordOr(`body.${owner}`, owner))

function columnsOf(t: Translate, may: boolean): readonly Column<Row>[] {
  const phase = (row: Row): string => wordOr(`action.phase.${row.phase}`, row.phase)
  return [
    {
      key: 'site',
      header: t('queue.site'),
      value: (row) => row.name,
      cell: (row) => <AppLink to={`/sites/${row.site}`}>{row.name}</AppLink>,
    },
    { key: 'criterion', header: t('action.criterion'), value: (row) => row.criterion, cell: (row) => row.criterion },
    {
      key: 'text',
      header: t('action.text'),
      value: (row) => row.text ?? t('action.text.rule'),
      cell: (row) => row.text ?? t('action.text.rule'),
    },
    { key: 'owner', header: t('action.owner'), value: (row) => ownerText(row.owner), cell: (row) => ownerText(row.owner) },
    { key: 'due', header: t('action.due'), value: (row) => row.due, cell: (row) => <DateText date={row.due} /> },
    {
      key: 'phase',
      header: t('queue.phase'),
      value: phase,
      cell: (row) => (
        <span className="row tight">
          <b className={row.phase === 'overdue' ? 'overdue' : undefined}>{phase(row)}</b>
          {row.note && <span className="small">{row.note}</span>}
          {may && (row.phase === 'open' || row.phase === 'overdue') && <CompleteActionDialog action={row} />}
        </span>
      ),
    },
    {
      key: 'inspection',
      header: t('queue.inspection'),
      value: (row) => row.inspection,
      cell: (row) => <AppLink to={`/inspections/${row.inspection}`}>{t('queue.inspection')}</AppLink>,
    },
  ]
}
