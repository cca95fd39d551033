/* Audits of exporters: who audits whom, how far it is, what was proposed and decided. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { AuditSummary } from '../../contract-audits.ts'
import { OpenAuditDialog } from './open-audit.tsx'

const states = ['open', 'flag-proposed', 'published', 'decided', 'appealed', 'appeal-decided'] as const

export function AuditsScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const me = useMe().data
  const query = url['exporter'] ? `?exporter=${url['exporter']}` : ''
  const { data, answer, error, again } = useAnswer<{ readonly audits: readonly AuditSummary[] }>(`/api/audits${query}`)
  const rows = data?.audits.filter((one) => !url['state'] || one.state === url['state'])
  const tools = (
    <SelectField
      label={t('audits.state')}
      value={url['state'] ?? ''}
      options={[{ value: '', label: t('operators.all') }, ...states.map((value) => ({ value, label: t(`audits.state.${value}`) }))]}
      onValue={(state) => change({ state })}
    />
  )
  return (
    <Page
      title={t('audits.title')}
      under={t('audits.explain')}
      crumbs={<AppLink to="/exporters">{t('exporters.title')}</AppLink>}
      answer={answer}
      actions={mayOpen('operators.audit', me) && <OpenAuditDialog {...(url['exporter'] ? { exporter: url['exporter'] } : {})} />}
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {rows?.length === 0 && <div className="toolbar">{tools}</div>}
        {rows && (
          <DataTable
            caption={t('audits.title')}
            file="audits"
            rows={rows}
            rowKey={(one) => one.id}
            order="-opened"
            tools={tools}
            columns={columnsOf(t)}
            empty={<EmptyState title={t('audits.none')}>{t('audits.none.do')}</EmptyState>}
          />
        )}
        <Source>{t('audits.source')}</Source>
      </Panel>
    </Page>
  )
}
const columnsOf = (t: Translate): readonly Column<AuditSummary>[] => [
  {
    key: 'number',
    header: t('audits.number'),
    value: (one) => one.number,
    cell: (one) => <AppLink to={`/audits/${one.id}`}>{one.number}</AppLink>,
  },
  { key: 'exporter', header: t('audits.exporter'), value: (one) => one.exporterName, cell: (one) => one.exporterName },
  { key: 'auditor', header: t('audits.auditor'), value: (one) => one.auditorName, cell: (one) => one.auditorName },
  {
    key: 'state',
    header: t('audits.state'),
    value: (one) => t(`audits.state.${one.state}`),
    cell: (one) => t(`audits.state.${one.state}`),
  },
  {
    key: 'flag',
    header: t('audits.decided'),
    value: (one) => one.decided,
    cell: (one) => (one.decided === null ? '–' : <StatusMark colour={one.decided} />),
  },
  { key: 'findings', header: t('audits.findings'), numeric: true, value: (one) => one.findings, cell: (one) => one.findings ?? '–' },
  { key: 'opened', header: t('audits.opened'), value: (one) => one.openedOn, cell: (one) => <DateText date={one.openedOn} /> },
]
