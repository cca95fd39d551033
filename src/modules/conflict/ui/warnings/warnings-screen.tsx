/*
The board of warnings by their clocks: what is late first, then what is to be sorted, what runs, what is over. Readers of categories get counts and are told
that there is more. A day of it can be printed.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { DateField, SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { Toolbar } from '../../../../app/kit/toolbar.tsx'
import { type UrlState, useUrlState } from '../../../../app/kit/url-state.ts'
import { instantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { TypeCount, WarningLine, WarningList } from '../../contract-warnings.ts'
import { wallClock } from '../../domain/warnings/zones.ts'
import { SeverityMark, StateMark, WarningClock } from './warning-marks.tsx'

export function WarningsScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<WarningList>('/api/conflict/warnings')
  return (
    <Page
      title={t('warnings.title')}
      under={t('warnings.under')}
      answer={answer}
      actions={
        <>
          {data?.warns && (
            <LinkButton to="/warnings/new" kind="primary">
              {t('warning-new.nav')}
            </LinkButton>
          )}
          <LinkButton to="/warnings/zones">{t('warning-zones.nav')}</LinkButton>
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <Board data={data} url={url} change={change} />}
      <PrintMark code="W" />
    </Page>
  )
}

const groupOf = ({ isTriageLate, responsesLate, state }: WarningLine): 'late' | 'to-sort' | 'running' | 'over' =>
  isTriageLate || responsesLate > 0
    ? 'late'
    : state === 'received'
      ? 'to-sort'
      : state === 'closed' || state === 'false'
        ? 'over'
        : 'running'
const groups = ['late', 'to-sort', 'running', 'over'] as const

interface BoardProps {
  readonly data: WarningList
  readonly url: UrlState
  readonly change: (to: UrlState) => void
}
function Board({ data, url, change }: BoardProps) {
  const { t } = useWords()
  const { clock = '', zone = '', day = '' } = url
  const items = data.items.filter(
    (one) => (zone === '' || one.territoire === zone) && (day === '' || wallClock(one.receivedAt, one.zone).day === day),
  )
  const zones = [...new Map(data.items.map((one) => [one.territoire, one.territoireName]))]
  const shown = groups.filter((one) => clock === '' || clock === one)
  return (
    <div className="stack">
      {data.items.length > 0 && (
        <Toolbar label={t('warnings.filters')}>
          <SelectField
            label={t('warnings.clock')}
            value={clock}
            options={[
              { value: '', label: t('conflict.any.feminine') },
              ...groups.map((value) => ({ value: String(value), label: t(`warnings.${value}`) })),
            ]}
            onValue={(to) => change({ clock: to })}
          />
          <SelectField
            label={t('warnings.zone')}
            value={zone}
            options={[{ value: '', label: t('filter.any') }, ...zones.map(([value, label]) => ({ value, label }))]}
            onValue={(to) => change({ zone: to })}
          />
          <DateField label={t('warnings.day')} value={day} onValue={(to) => change({ day: to })} />
        </Toolbar>
      )}
      {data.rushes.length > 0 && <Rushes rushes={data.rushes} />}
      {data.items.length === 0 && <NoItems data={data} />}
      {data.items.length > 0 && items.length === 0 && <EmptyState title={t('warnings.none-here')}>{null}</EmptyState>}
      {shown.map((group) => (
        <Group key={group} group={group} rows={items.filter((one) => groupOf(one) === group)} />
      ))}
      {data.lookedThrough !== null && <Note tone="calm">{t('conflict.looked-through', { n: data.lookedThrough })}</Note>}
      {data.counts.length > 0 && <Counts counts={data.counts} />}
      {data.withheld.length > 0 && <Note tone="calm">{t('warnings.withheld')}</Note>}
      <Rules data={data} />
    </div>
  )
}
function Rushes({ rushes }: { readonly rushes: WarningList['rushes'] }) {
  const { t, language } = useWords()
  const mean = (value: number | null): string => (value === null ? '–' : numberText(language, value, 1))
  return (
    <Panel title={t('warnings.rushes')}>
      <ul>
        {rushes.map(({ name, areaName, recent, earlier, recentDays, earlierDays, until }) => (
          <li key={`${name} ${areaName}`}>
            {t('warnings.rush', { name, area: areaName, recent: mean(recent), earlier: mean(earlier), recentDays, earlierDays, until })}
          </li>
        ))}
      </ul>
      <Source>{t('warnings.rushes.source')}</Source>
    </Panel>
  )
}
function NoItems({ data }: { readonly data: WarningList }) {
  const { t } = useWords()
  if (data.counts.length > 0 && !data.triages) return null
  return <EmptyState title={t('warnings.none')}>{t('warnings.none.do')}</EmptyState>
}

function Group({ group, rows }: { readonly group: (typeof groups)[number]; readonly rows: readonly WarningLine[] }) {
  const { t } = useWords()
  const columns: readonly Column<WarningLine>[] = [
    {
      ...{ key: 'number', header: t('warning.number'), value: (row) => row.number },
      cell: (row) => <AppLink to={`/warnings/${row.id}`}>{row.number}</AppLink>,
    },
    {
      ...{ key: 'severity', header: t('warning.severity'), value: (row) => row.severity },
      cell: (row) => <SeverityMark severity={row.severity} />,
    },
    said('type', t('warning.type'), (row) => t(`warning.type.${row.type}`)),
    said('place', t('warning.place'), (row) => [row.territoireName, row.site?.name].filter(Boolean).join(' · ')),
    {
      ...{ key: 'received', header: t('warning.received'), value: (row) => row.receivedAt },
      cell: (row) => instantText(row.receivedAt, row.zone),
    },
    {
      ...{ key: 'state', header: t('warning.state'), value: (row) => t(`warning.state.${row.state}`) },
      cell: (row) => (
        <>
          <StateMark state={row.state} /> <WarningClock line={row} />
        </>
      ),
    },
  ]
  if (rows.length === 0) return null
  return (
    <Panel title={t(`warnings.${group}`)} aside={<span className="small">{rows.length}</span>}>
      <DataTable
        {...{ caption: t(`warnings.${group}`), file: '', rows, columns, plain: true, empty: null }}
        rowKey={(row) => row.id}
        order="-severity"
        prefix={`${group}.`}
      />
    </Panel>
  )
}

function Counts({ counts }: { readonly counts: readonly TypeCount[] }) {
  const { t } = useWords()
  const columns: readonly Column<TypeCount>[] = [
    said('zone', t('warnings.zone'), (row) => row.territoireName),
    said('type', t('warning.type'), (row) => t(`warning.type.${row.type}`)),
    { ...said<TypeCount>('n', t('warnings.n'), (row) => row.warnings), numeric: true },
  ]
  return (
    <Panel title={t('warnings.counts')}>
      <DataTable
        {...{ caption: t('warnings.counts'), file: 'warnings', rows: counts, columns, empty: null }}
        rowKey={(row) => `${row.territoire} ${row.type}`}
        order="zone"
        prefix="n."
      />
      <Source>{t('warnings.counts.source')}</Source>
    </Panel>
  )
}

export function Rules({ data: { rules } }: { readonly data: Pick<WarningList, 'rules'> }) {
  const { t } = useWords()
  const hours = (clock: 'triageHours' | 'responseHours'): string =>
    rules[clock].map((one) => t('warnings.rule.hours', { severity: one.severity, n: one.hours })).join(', ')
  return <Source>{t('warnings.rule', { triage: hours('triageHours'), response: hours('responseHours') })}</Source>
}
