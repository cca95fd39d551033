/*
The register of foreign workers: numbers by aimag or soum, of one quarter and one source, divided by one question at a time. Beside it the guidance for those who register people elsewhere:
nothing of that comes in here. It refuses to add sources up and has no field for a name.
*/
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { Chart } from '../../../app/kit/chart.tsx'
import { type Column, DataTable, said } from '../../../app/kit/data-table.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { PrintMark } from '../../../app/kit/print-mark.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { Toolbar } from '../../../app/kit/toolbar.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { InstantText } from '../../../app/kit/values.tsx'
import { useWords, wordOr } from '../../../app/words.ts'
import { numberText } from '../../../kernel/phrase.ts'
import type { ShownNumber } from '../contract.ts'
import { WorkerDimension, type WorkersTable, workerDimensions } from '../contract-workers.ts'
import { SheetAct, WithdrawSheetAct } from './workers-acts.tsx'
import { WorkersFile } from './workers-file-panel.tsx'
import './mobility.css'

export function WorkersScreen() {
  const { t } = useWords()
  const [url] = useUrlState()
  const asked = ['quarter', 'source'].flatMap((name) => (url[name] ? [`${name}=${encodeURIComponent(url[name])}`] : [])).join('&')
  const { data, answer, error, again } = useAnswer<WorkersTable>(`/api/foreign-workers${asked === '' ? '' : `?${asked}`}`)
  return (
    <Page
      title={t('workers.title')}
      crumbs={<AppLink to="/flows">{t('flows.title')}</AppLink>}
      under={t('workers.under')}
      answer={answer}
      actions={
        data?.keeps && (
          <>
            <SheetAct again={again} />
            <WithdrawSheetAct table={data} again={again} />
          </>
        )
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <Numbers table={data} />}
      {data?.keeps && <WorkersFile />}
      <Guidance />
      <PrintMark code="D" />
    </Page>
  )
}

const isDimension = (value: string | undefined): value is WorkerDimension => WorkerDimension.options.some((one) => one === value)
type Row = WorkersTable['rows'][number]
function Numbers({ table }: { readonly table: WorkersTable }) {
  const { t, language } = useWords()
  const [url, change] = useUrlState()
  const by = isDimension(url['by']) ? url['by'] : 'sector'
  const { least, floorTo } = table.rules
  const text = (shown: ShownNumber | undefined): string =>
    shown?.is === 'shown' ? numberText(language, shown.n) : t('workers.few', { least })
  const columns: readonly Column<Row>[] = [
    said('area', t('workers.area'), ({ areaName, parentName }) => (parentName === null ? areaName : `${areaName} · ${parentName}`)),
    { ...said<Row>('all', t('workers.all'), ({ all }) => text(all)), numeric: true },
    ...workerDimensions[by].map((key, at) => ({
      ...said<Row>(key, wordOr(`worker-${by}.${key}`, key), (row) => text(row.by[by][at])),
      numeric: true,
    })),
    { ...{ key: 'at', header: t('workers.at'), value: (row) => row.at }, cell: ({ at }) => <InstantText at={at} /> },
  ]
  const rule = t('workers.rule', { least, floorTo })
  return (
    <>
      {table.choices.length > 0 && <Choices table={table} by={by} change={change} />}
      {table.rows.some(({ all }) => all.is === 'shown') && (
        <Panel>
          <Chart
            {...{ title: t('workers.table'), stepLabel: t('workers.area'), file: 'foreign-workers-picture', source: rule }}
            steps={table.rows.map(({ areaName }) => areaName)}
            series={[
              {
                ...{ key: 'all', label: t('workers.all'), kind: 'bar' },
                points: table.rows.map(({ all }) => (all.is === 'shown' ? { value: all.n } : { value: null, note: text(all) })),
              },
            ]}
          />
        </Panel>
      )}
      <Panel title={t('workers.table')}>
        <DataTable
          {...{ caption: t('workers.table'), file: 'foreign-workers', rows: table.rows, columns, order: 'area' }}
          rowKey={({ area }) => area}
          empty={<EmptyState title={t('workers.none')}>{t('workers.none.do')}</EmptyState>}
        />
        <Source>{rule}</Source>
      </Panel>
    </>
  )
}

interface ChoicesProps {
  readonly table: WorkersTable
  readonly by: WorkerDimension
  readonly change: (next: { readonly [name: string]: string }) => void
}
function Choices({ table, by, change }: ChoicesProps) {
  const { t } = useWords()
  const quarters = [...new Set(table.choices.map(({ quarter }) => quarter))]
  const sources = table.choices.flatMap(({ quarter, source }) => (quarter === table.quarter ? [source] : []))
  return (
    <Toolbar label={t('workers.title')}>
      <SelectField
        label={t('workers.quarter')}
        value={table.quarter ?? ''}
        options={quarters.map((value) => ({ value, label: value }))}
        onValue={(quarter) => change({ quarter, source: '' })}
      />
      <SelectField
        label={t('workers.source')}
        value={String(table.source ?? '')}
        options={sources.map((value) => ({ value: String(value), label: t(`worker-source.${value}`) }))}
        onValue={(source) => change({ source })}
      />
      <SelectField
        label={t('workers.by')}
        value={String(by)}
        options={WorkerDimension.options.map((value) => ({ value: String(value), label: t(`workers.${value}`) }))}
        onValue={(next) => change({ by: next })}
      />
    </Toolbar>
  )
}

const GUIDE = ['consent', 'closed', 'screen', 'optional', 'here'] as const
function Guidance() {
  const { t } = useWords()
  return (
    <Panel title={t('workers.guide')}>
      <ol>
        {GUIDE.map((step) => (
          <li key={step}>{t(`workers.guide.${step}`)}</li>
        ))}
      </ol>
      <Source>{t('workers.guide.source')}</Source>
    </Panel>
  )
}
