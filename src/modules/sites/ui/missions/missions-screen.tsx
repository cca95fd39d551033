/* Missions: planned, in the field, back. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import type { MissionList } from '../../domain/missions/mission-answers.ts'

const phases = ['planned', 'in-field', 'closed', 'cancelled'] as const
type Row = MissionList['missions'][number]

export function MissionsScreen() {
  const { t } = useWords()
  const me = useMe().data
  const [url, change] = useUrlState()
  const phase = phases.find((one) => one === url['phase'])
  const { data, answer, error, again } = useAnswer<MissionList>(`/api/missions${phase ? `?phase=${phase}` : ''}`)
  const plan = mayOpen('sites.plan-mission', me)
  const filter = (
    <SelectField
      label={t('missions.phase')}
      value={phase ?? ''}
      options={[
        { value: '', label: t('missions.all') },
        ...phases.map((value) => ({ value: String(value), label: t(`missions.phase.${value}`) })),
      ]}
      onValue={(value) => change({ phase: value })}
    />
  )
  return (
    <Page
      title={t('missions.title')}
      answer={answer}
      actions={
        plan && (
          <>
            <LinkButton to="/missions/proposals">{t('rank.title')}</LinkButton>
            <LinkButton kind="primary" to="/missions/new">
              {t('missions.plan')}
            </LinkButton>
          </>
        )
      }
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <div className="stack">
            {data.missions.length === 0 && <div className="toolbar">{filter}</div>}
            <DataTable
              caption={t('missions.title')}
              file="missions"
              rows={data.missions}
              rowKey={(row) => row.mission}
              order="-from"
              tools={filter}
              columns={columnsOf(t)}
              empty={
                <EmptyState title={t('missions.none')}>
                  <p>{t('missions.none.do')}</p>
                </EmptyState>
              }
            />
          </div>
        )}
      </Panel>
    </Page>
  )
}

const sitesText = (t: Translate, { sites, withheld, province }: Row): string =>
  withheld ? [province?.name, t('missions.withheld.short')].filter(Boolean).join(' · ') : sites.map((one) => one.name).join(', ')

const columnsOf = (t: Translate): readonly Column<Row>[] => [
  {
    key: 'kind',
    header: t('missions.mission'),
    value: (row) => t(`missions.kind.${row.missionKind}`),
    cell: (row) => <AppLink to={`/missions/${row.mission}`}>{t(`missions.kind.${row.missionKind}`)}</AppLink>,
  },
  {
    key: 'phase',
    header: t('missions.phase'),
    value: (row) => wordOr(`missions.phase.${row.phase}`, row.phase),
    cell: (row) => wordOr(`missions.phase.${row.phase}`, row.phase),
  },
  { key: 'from', header: t('missions.from'), value: (row) => row.plannedFrom, cell: (row) => <DateText date={row.plannedFrom} /> },
  { key: 'to', header: t('missions.to'), value: (row) => row.plannedTo, cell: (row) => <DateText date={row.plannedTo} /> },
  {
    key: 'sites',
    header: t('missions.sites'),
    value: (row) => sitesText(t, row),
    cell: (row) => sitesText(t, row),
  },
  {
    key: 'members',
    header: t('missions.members'),
    numeric: true,
    value: (row) => (row.withheld ? null : row.members),
    cell: (row) => (row.withheld ? '–' : row.members),
  },
]
