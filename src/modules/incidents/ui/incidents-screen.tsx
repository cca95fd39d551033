/* Incidents that are open to this reader, with filters in the address and the nearest clock of each. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { DateText } from '../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../app/who.ts'
import { type Translate, useWords } from '../../../app/words.ts'
import type { IncidentSummary } from '../contract-report.ts'
import { categories, levels, states } from './choices.ts'
import { ClockLine, PlaceText, SeverityInk } from './incident-marks.tsx'

const FILTERS = ['state', 'severity', 'category', 'level', 'site', 'lot', 'place', 'late'] as const

export function IncidentsScreen() {
  const { t } = useWords()
  const me = useMe().data
  const [url] = useUrlState()
  const asked = { ...(url['late'] || url['state'] ? {} : { state: 'open' }), ...url }
  const query = new URLSearchParams(
    Object.entries(asked).filter(([name, value]) => FILTERS.some((one) => one === name) && value !== 'all' && value),
  )
  const { data, answer, error, again } = useAnswer<{ readonly incidents: readonly IncidentSummary[] }>(`/api/incidents?${query.toString()}`)
  return (
    <Page
      title={t('incidents.title')}
      under={t('incidents.explain')}
      answer={answer}
      actions={
        <>
          {mayOpen('incidents.report', me) && <LinkButton to="/incidents/new">{t('incidents.new')}</LinkButton>}
          <LinkButton to="/incident-actions">{t('incidents.actions')}</LinkButton>
          <LinkButton to="/incidents/rules">{t('incidents.rules')}</LinkButton>
          <a className="button" href="/outcomes">
            {t('incidents.public')}
          </a>
        </>
      }
    >
      <Panel>
        {error ? (
          <ErrorState error={error} again={again} />
        ) : !data ? (
          <Loading />
        ) : (
          <div className="stack">
            {data.incidents.length === 0 && <Filters />}
            <DataTable
              caption={t('incidents.title')}
              file="incidents"
              rows={data.incidents}
              rowKey={(one) => one.id}
              order="-reported"
              tools={<Filters />}
              columns={columnsOf(t)}
              empty={<EmptyState title={t('incidents.none')}>{t('incidents.none.do')}</EmptyState>}
            />
            {data.incidents.length === 100 && <Note tone="calm">{t('incidents.first-hundred')}</Note>}
          </div>
        )}
        <Source>{t('incidents.source')}</Source>
      </Panel>
    </Page>
  )
}

function Filters() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const select = (name: string, label: string, options: readonly { readonly value: string; readonly label: string }[]) => (
    <SelectField
      label={label}
      value={url[name] ?? options[0]?.value ?? ''}
      options={options}
      onValue={(value) => change({ [name]: value })}
    />
  )
  const all = { value: '', label: t('incidents.all') }
  return (
    <>
      {select('state', t('incidents.state'), [
        { value: url['late'] ? '' : 'open', label: t('incidents.state.open') },
        { value: 'over', label: t('incidents.state.over') },
        { value: 'all', label: t('incidents.all') },
        ...states.map((value) => ({ value, label: t(`incident-state.${value}`) })),
      ])}
      {select('late', t('incidents.late'), [all, { value: 'yes', label: t('incidents.late.yes') }])}
      {select('severity', t('incidents.severity'), [
        all,
        ...(['1', '2', '3'] as const).map((value) => ({ value, label: t(`incident-severity.${value}`) })),
      ])}
      {select('category', t('incidents.category'), [
        all,
        ...categories.map((value) => ({ value, label: t(`incident.category.${value}`) })),
      ])}
      {select('level', t('incidents.level'), [all, ...levels.map((value) => ({ value, label: t(`incident-level.${value}`) }))])}
    </>
  )
}

const columnsOf = (t: Translate): readonly Column<IncidentSummary>[] => [
  {
    key: 'number',
    header: t('incidents.number'),
    value: (one) => one.number,
    cell: (one) => <AppLink to={`/incidents/${one.id}`}>{one.number}</AppLink>,
  },
  {
    key: 'severity',
    header: t('incidents.severity'),
    value: (one) => String(one.severity),
    cell: (one) => <SeverityInk severity={one.severity} />,
  },
  {
    key: 'what',
    header: t('incidents.what'),
    value: (one) => t(`incident.category.${one.category}`),
    cell: (one) => (one.full ? t(`incident.category.${one.category}`) : <span className="small">{t('incidents.party')}</span>),
  },
  { key: 'where', header: t('incidents.where'), value: (one) => one.place ?? one.territoireCode, cell: (one) => <PlaceText of={one} /> },
  {
    key: 'state',
    header: t('incidents.state'),
    value: (one) => t(`incident-state.${one.state}`),
    cell: (one) => (
      <>
        {t(`incident-state.${one.state}`)}
        {one.level !== null && one.open && <span className="small"> · {t(`incident-level.${one.level}`)}</span>}
      </>
    ),
  },
  {
    key: 'clock',
    header: t('incidents.clock'),
    value: (one) => one.clocks[0]?.due ?? null,
    cell: (one) => (one.clocks[0] ? <ClockLine clock={one.clocks[0]} /> : '–'),
  },
  {
    key: 'reported',
    header: t('incidents.reported'),
    value: (one) => one.reportedOn,
    cell: (one) => <DateText date={one.reportedOn} />,
  },
]
