/* The register of exporters: approval, status with its clock, whether each may export today. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { ExporterSummary } from '../../contract-exporters.ts'
import { CardCell } from '../card-marks.tsx'
import { ExporterMark } from './exporter-mark.tsx'

const statuses = ['green', 'yellow', 'red', 'blue', 'none'] as const

export function ExportersScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<{ readonly exporters: readonly ExporterSummary[] }>('/api/exporters')
  const rows = data?.exporters.filter((one) => !url['status'] || one.standing.status === url['status'])
  const tools = (
    <SelectField
      label={t('exporters.status')}
      value={url['status'] ?? ''}
      options={[{ value: '', label: t('operators.all') }, ...statuses.map((value) => ({ value, label: t(`status.${value}`) }))]}
      onValue={(status) => change({ status })}
    />
  )
  return (
    <Page
      title={t('exporters.title')}
      under={t('exporters.explain')}
      answer={answer}
      actions={<LinkButton to="/audits">{t('audits.title')}</LinkButton>}
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {rows?.length === 0 && <div className="toolbar">{tools}</div>}
        {rows && (
          <DataTable
            caption={t('exporters.title')}
            file="exporters"
            rows={rows}
            rowKey={(one) => one.standing.organisation}
            order="name"
            tools={tools}
            columns={columnsOf(t)}
            empty={<EmptyState title={t('exporters.none')}>{t('exporters.none.do')}</EmptyState>}
          />
        )}
        <Source>{t('exporters.source')}</Source>
      </Panel>
    </Page>
  )
}
const columnsOf = (t: Translate): readonly Column<ExporterSummary>[] => [
  {
    key: 'name',
    header: t('operators.name'),
    value: (one) => one.name,
    cell: (one) => <AppLink to={`/exporters/${one.standing.organisation}`}>{one.name}</AppLink>,
  },
  {
    key: 'status',
    header: t('exporters.status'),
    value: (one) => t(`status.${one.standing.status}`),
    cell: (one) => <ExporterMark standing={one.standing} />,
  },
  {
    key: 'until',
    header: t('exporters.until'),
    value: (one) => one.standing.validUntil,
    cell: (one) => <DateText date={one.standing.validUntil} otherwise="–" />,
  },
  {
    key: 'approval',
    header: t('exporters.approval'),
    value: (one) => one.standing.approval?.number ?? null,
    cell: (one) => <CardCell card={one.standing.approval} none="exporters.no-approval" />,
  },
  {
    key: 'may',
    header: t('exporters.may'),
    value: (one) => t(`exporters.may.${one.standing.mayExport}`),
    cell: (one) => t(`exporters.may.${one.standing.mayExport}`),
  },
  { key: 'suppliers', header: t('exporters.suppliers'), numeric: true, value: (one) => one.suppliers, cell: (one) => one.suppliers },
  {
    key: 'screened',
    header: t('exporters.screened'),
    value: (one) => one.screenedOn,
    cell: (one) => <DateText date={one.screenedOn} otherwise="–" />,
  },
]
