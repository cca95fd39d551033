/* The roadmap: how many items stand where, what is overdue first, each with its owner, its day, its history and what shows that it was done. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { type Column, DataTable, said } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Figure } from '../../../../app/kit/figure.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import { type Roadmap, type RoadmapItem, RoadmapSource, RoadmapStatus } from '../../contract-peace.ts'
import { CutNote } from '../cut-note.tsx'
import { AddItem, presetFrom } from './roadmap-add.tsx'
import { ItemActs } from './roadmap-acts.tsx'
import './peace.css'

const signs: { readonly [Status in RoadmapStatus]: string } = {
  ...{ 'not-started': '○', 'on-track': '◔', delayed: '▲', blocked: '■', done: '✓', dropped: '✕' },
}
function StatusMark({ status }: { readonly status: RoadmapStatus }) {
  const { t } = useWords()
  return (
    <span className="peace-mark">
      <span aria-hidden="true">{signs[status]}</span> {t(`roadmap.status.${status}`)}
    </span>
  )
}

export function RoadmapScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<Roadmap>('/api/conflict/roadmap')
  const { status = '', source = '' } = url
  const rows = data?.items.filter((one) => (status === '' || one.status === status) && (source === '' || one.source === source)) ?? []
  const any = { value: '', label: t('filter.any') }
  return (
    <Page
      title={t('roadmap.title')}
      under={t('roadmap.under')}
      answer={answer}
      actions={
        <>
          {data?.writes && <AddItem preset={presetFrom(url)} again={again} />}
          <Button onClick={() => window.print()}>{t('app.print')}</Button>
        </>
      }
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <CutNote cut={data.cut} />
          <div className="figures">
            {data.byStatus.map((one) => (
              <Figure
                key={one.status}
                number={one.items}
                label={t(`roadmap.status.${one.status}`)}
                source={t('roadmap.overdue.n', { n: one.overdue })}
                {...{ to: '/roadmap', search: { status: one.status } }}
              />
            ))}
          </div>
          <Panel>
            <div className="toolbar">
              <SelectField
                label={t('roadmap.status')}
                value={status}
                options={[any, ...RoadmapStatus.options.map((value) => ({ value: String(value), label: t(`roadmap.status.${value}`) }))]}
                onValue={(to) => change({ status: to })}
              />
              <SelectField
                label={t('roadmap.source')}
                value={source}
                options={[
                  { value: '', label: t('conflict.any.feminine') },
                  ...RoadmapSource.options.map((value) => ({ value: String(value), label: t(`roadmap.source.${value}`) })),
                ]}
                onValue={(to) => change({ source: to })}
              />
            </div>
            <ItemTable rows={rows} writes={data.writes} again={again} />
            {data.withheld.length > 0 && <Note tone="calm">{t('roadmap.withheld')}</Note>}
            <Source>{t('roadmap.rule')}</Source>
          </Panel>
        </>
      )}
      <PrintMark code="R" />
    </Page>
  )
}

function ItemTable({
  rows,
  writes,
  again,
}: {
  readonly rows: readonly RoadmapItem[]
  readonly writes: boolean
  readonly again: () => void
}) {
  const { t } = useWords()
  const columns: readonly Column<RoadmapItem>[] = [
    { ...said<RoadmapItem>('text', t('roadmap.text'), (row) => row.text), cell: (row) => <ItemText item={row} /> },
    said('owner', t('roadmap.owner'), (row) => row.ownerName),
    {
      // What is late sorts before what is not, whatever its day.
      ...{ key: 'due', header: t('roadmap.due'), value: (row) => `${row.isOverdue ? 0 : 1} ${row.due}` },
      cell: (row) => (
        <>
          <DateText date={row.due} />
          {row.isOverdue && <strong className="peace-late"> {t('roadmap.overdue')}</strong>}
          {row.due !== row.firstDue && (
            <span className="small">
              {' '}
              {t('roadmap.first-due')} <DateText date={row.firstDue} />
            </span>
          )}
        </>
      ),
    },
    {
      ...{ key: 'status', header: t('roadmap.status'), value: (row) => t(`roadmap.status.${row.status}`) },
      cell: (row) => (
        <>
          <StatusMark status={row.status} /> {writes && <ItemActs item={row} again={again} />}
        </>
      ),
    },
    said('source', t('roadmap.source'), (row) => t(`roadmap.source.${row.source}`)),
  ]
  return (
    <DataTable
      {...{ caption: t('roadmap.title'), file: 'roadmap', rows, columns, order: 'due' }}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('roadmap.none')}>{t('roadmap.none.do')}</EmptyState>}
    />
  )
}
const stepText = (t: Translate, { status, due }: RoadmapItem['steps'][number]): string =>
  status !== null ? t(`roadmap.status.${status}`) : due !== null ? t('roadmap.due') : t('roadmap.assigned')
function ItemText({ item }: { readonly item: RoadmapItem }) {
  const { t } = useWords()
  const shown = item.steps.filter((one) => one.evidence !== null || one.reason !== null)
  return (
    <div>
      {item.text}
      {item.sites.length > 0 && (
        <div className="small">
          {t('roadmap.sites')}{' '}
          {item.sites.map((one, at) => (
            <span key={one.id}>
              {at > 0 && ', '}
              <AppLink to={`/sites/${one.id}`}>{one.name}</AppLink>
            </span>
          ))}
        </div>
      )}
      {item.from?.kind === 'card' && (
        <div className="small">
          <AppLink to={`/problem-trees/${item.from.tree}`}>{t('roadmap.from.card')}</AppLink>
        </div>
      )}
      {item.from?.kind === 'sheet' && (
        <div className="small">
          <AppLink to={`/conflict-sheets/${item.from.sheet}`}>{t('roadmap.from.sheet')}</AppLink>
        </div>
      )}
      {shown.map((one, index) => (
        <div className="small" key={index}>
          {stepText(t, one)} · <DateText date={one.on} /> : {[one.ownerName, one.evidence, one.reason].filter(Boolean).join(' · ')}
        </div>
      ))}
    </div>
  )
}
