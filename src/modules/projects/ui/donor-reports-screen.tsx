/* Reports to donors: what is due when, reports in work, what was frozen; two frozen ones may be laid beside each other. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { newId, post } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { CalendarLine, DonorReportLine, DonorReportList } from '../contract-reports.ts'
import { inLanguage } from './told.tsx'

export function DonorReportsScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<DonorReportList>('/api/donor-reports')
  return (
    <Page title={t('donor-reports.title')} under={t('donor-reports.under')} answer={answer}>
      {error ? (
        <ErrorState error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <>
          <Calendar lines={data.calendar} />
          <Panel title={t('donor-reports.all')}>
            <Reports reports={data.reports} />
          </Panel>
          <Compare reports={data.reports} />
        </>
      )}
      <Source>{t('donor-reports.rule')}</Source>
    </Page>
  )
}
function Calendar({ lines }: { readonly lines: readonly CalendarLine[] }) {
  const { t, language } = useWords()
  const columns: readonly Column<CalendarLine>[] = [
    { key: 'due', header: t('donor-reports.due'), value: (one) => one.dueOn, cell: (one) => <DateText date={one.dueOn} /> },
    {
      key: 'project',
      header: t('projects.one'),
      value: (one) => one.projectCode,
      cell: (one) => <AppLink to={`/projects/${one.project}`}>{`${one.projectCode} · ${inLanguage(language, one.projectTitle)}`}</AppLink>,
    },
    {
      key: 'period',
      header: t('donor-reports.period'),
      value: (one) => one.until,
      cell: (one) => (
        <>
          <DateText date={one.from} /> – <DateText date={one.until} />
        </>
      ),
    },
    { key: 'state', header: t('projects.status'), value: (one) => one.state, cell: (one) => t(`donor-reports.state.${one.state}`) },
    { key: 'act', header: t('projects.act'), value: () => '', cell: (one) => <CalendarAct line={one} /> },
  ]
  return (
    <Panel title={t('donor-reports.calendar')}>
      <DataTable
        caption={t('donor-reports.calendar')}
        file="report-calendar"
        rows={lines}
        rowKey={(one) => `${one.project}/${one.dueOn}`}
        order="due"
        prefix="c."
        columns={columns}
        empty={<EmptyState title={t('projects.no-due')}>{t('projects.no-due.do')}</EmptyState>}
      />
    </Panel>
  )
}
function CalendarAct({ line }: { readonly line: CalendarLine }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null })
  if (line.report !== null) return <AppLink to={`/donor-reports/${line.report}`}>{t('donor-reports.look')}</AppLink>
  if (!line.mayBegin) return <>–</>
  const begin = async () => {
    setState({ busy: true, error: null })
    const id = newId()
    const failed = await post('/api/donor-reports', { id, project: line.project, from: line.from, until: line.until }).then(
      () => null,
      (error: unknown) => error,
    )
    setState({ busy: false, error: failed })
    if (failed === null) await navigate({ to: `/donor-reports/${id}` })
  }
  return (
    <>
      <Button busy={state.busy} onClick={() => void begin()}>
        {t('donor-reports.begin')}
      </Button>
      {state.error !== null && <ErrorState error={state.error} />}
    </>
  )
}
function Reports({ reports }: { readonly reports: readonly DonorReportLine[] }) {
  const { t, language } = useWords()
  const columns: readonly Column<DonorReportLine>[] = [
    {
      key: 'project',
      header: t('projects.one'),
      value: (one) => one.projectCode,
      cell: (one) => <AppLink to={`/donor-reports/${one.id}`}>{`${one.projectCode} · ${inLanguage(language, one.projectTitle)}`}</AppLink>,
    },
    {
      key: 'period',
      header: t('donor-reports.period'),
      value: (one) => one.until,
      cell: (one) => (
        <>
          <DateText date={one.from} /> – <DateText date={one.until} />
        </>
      ),
    },
    {
      key: 'frozen',
      header: t('donor-reports.frozen'),
      value: (one) => one.frozen.at(-1)?.number ?? '',
      cell: (one) =>
        one.frozen.length === 0 ? (
          t('donor-reports.in-work')
        ) : (
          <>
            {one.frozen.map(({ number }) => (
              <div key={number}>
                <AppLink to={`/donor-reports/frozen/${number}`}>{number}</AppLink>
              </div>
            ))}
          </>
        ),
    },
  ]
  return (
    <DataTable
      caption={t('donor-reports.all')}
      file="donor-reports"
      rows={reports}
      rowKey={(one) => one.id}
      order="-period"
      prefix="r."
      columns={columns}
      empty={<EmptyState title={t('donor-reports.none')}>{t('donor-reports.none.do')}</EmptyState>}
    />
  )
}
function Compare({ reports }: { readonly reports: readonly DonorReportLine[] }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const frozen = reports.flatMap((one) => one.frozen).toSorted((a, b) => (a.number < b.number ? -1 : 1))
  const [pair, setPair] = useState({ before: frozen.at(-2)?.number ?? '', after: frozen.at(-1)?.number ?? '' })
  if (frozen.length < 2) return null
  const options = frozen.map(({ number }) => ({ value: number, label: number }))
  return (
    <Panel title={t('donor-reports.compare')}>
      <div className="field-row two">
        <SelectField
          label={t('donor-reports.before')}
          value={pair.before}
          options={options}
          onValue={(before) => setPair({ ...pair, before })}
        />
        <SelectField
          label={t('donor-reports.after')}
          value={pair.after}
          options={options}
          onValue={(after) => setPair({ ...pair, after })}
        />
      </div>
      <div className="form-actions">
        <Button disabled={pair.before === pair.after} onClick={() => void navigate({ to: '/donor-reports/compare', search: pair })}>
          {t('donor-reports.compare')}
        </Button>
      </div>
    </Panel>
  )
}
