/* The shelves beside the stock: requests, boxes, what is out today, what was declared. Each is one list with its own answer. */
import type { ReactNode } from 'react'
import { type Asked, useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { LockboxSummary, TagActivation, TagDeclared, TagRequestSummary } from '../../contract-tags.ts'
import { DifferenceText } from './difference.tsx'

interface ListProps<Row> {
  readonly caption: string
  readonly file: string
  readonly asked: Asked<unknown>
  readonly rows: readonly Row[] | undefined
  readonly rowKey: (row: Row) => string
  readonly order: string
  readonly none: readonly [title: string, what: string]
  readonly columns: readonly Column<Row>[]
  readonly source?: ReactNode
}
function List<Row>({ asked, rows, none, source, ...table }: ListProps<Row>) {
  return (
    <Panel>
      {asked.error && <ErrorState error={asked.error} again={asked.again} />}
      {!rows && !asked.error && <Loading />}
      {rows && (
        <DataTable
          {...table}
          rows={rows}
          empty={
            <EmptyState title={none[0]}>
              <p>{none[1]}</p>
            </EmptyState>
          }
        />
      )}
      {source && <Source>{source}</Source>}
    </Panel>
  )
}
const day = <Row,>(key: string, header: string, of: (row: Row) => string | null): Column<Row> => ({
  ...{ key, header, value: of, cell: (row) => <DateText date={of(row)} /> },
})
function useNumber<Row>() {
  const { language } = useWords()
  return (key: string, header: string, of: (row: Row) => number | null): Column<Row> => ({
    ...{ key, header, numeric: true, value: of },
    cell: (row) => {
      const n = of(row)
      return n === null ? '–' : numberText(language, n)
    },
  })
}
const siteColumn = <Row extends { readonly site: string | null; readonly siteName: string | null }>(
  header: string,
  to: (row: Row) => string,
): Column<Row> => ({
  ...{ key: 'site', header, value: (row) => row.siteName },
  cell: (row) => (row.site === null ? '–' : <AppLink to={to(row)}>{row.siteName ?? row.site}</AppLink>),
})

export function RequestShelf() {
  const { t } = useWords()
  const number = useNumber<TagRequestSummary>()
  const asked = useAnswer<{ readonly requests: readonly TagRequestSummary[] }>('/api/tag-requests')
  return (
    <List
      caption={t('tags.shelf.requests')}
      file="tag-requests"
      asked={asked}
      rows={asked.data?.requests}
      rowKey={(row) => row.id}
      order="-asked"
      none={[t('tags.request.none'), t('tags.request.none.do')]}
      columns={[
        siteColumn<TagRequestSummary>(t('tags.site'), (row) => `/tag-requests/${row.id}`),
        day<TagRequestSummary>('asked', t('tags.request.on'), (row) => row.askedOn),
        { key: 'by', header: t('tags.request.by'), value: (row) => row.organisationName, cell: (row) => row.organisationName ?? '–' },
        number('quantity', t('tags.request.quantity'), (row) => row.quantity),
        number('approved', t('tags.request.approved'), (row) => row.approved),
        number('assigned', t('tags.request.assigned'), (row) => row.assigned),
        number('received', t('tags.request.received'), (row) => row.received),
        {
          key: 'state',
          header: t('tags.request.state'),
          value: (row) => t(`tags.state.${row.state}`),
          cell: (row) => t(`tags.state.${row.state}`),
        },
      ]}
    />
  )
}

export function BoxShelf() {
  const { t } = useWords()
  const number = useNumber<LockboxSummary>()
  const asked = useAnswer<{ readonly lockboxes: readonly LockboxSummary[] }>('/api/tag-lockboxes')
  return (
    <List
      caption={t('tags.shelf.boxes')}
      file="tag-boxes"
      asked={asked}
      rows={asked.data?.lockboxes}
      rowKey={(row) => row.site}
      order="site"
      none={[t('tags.box.none'), t('tags.box.none.do')]}
      columns={[
        siteColumn<LockboxSummary>(t('tags.site'), (row) => `/tag-lockboxes/${row.site}`),
        number('given', t('tags.box.given'), (row) => row.given),
        number('used', t('tags.used'), (row) => row.used),
        number('declared', t('tags.declared'), (row) => row.declared),
        number('unused', t('tags.box.unused'), (row) => row.unused),
        day<LockboxSummary>('last', t('tags.box.lastcount'), (row) => row.lastCount?.day ?? null),
        {
          key: 'difference',
          header: t('tags.box.difference'),
          value: (row) => row.lastCount?.difference ?? null,
          cell: (row) => (row.lastCount ? <DifferenceText difference={row.lastCount.difference} /> : '–'),
        },
      ]}
      source={t('tags.count.source')}
    />
  )
}

export function TodayShelf() {
  const { t } = useWords()
  const number = useNumber<TagActivation>()
  const asked = useAnswer<{ readonly activations: readonly TagActivation[] }>('/api/tag-activations')
  return (
    <List
      caption={t('tags.shelf.today')}
      file="tags-out"
      asked={asked}
      rows={asked.data?.activations}
      rowKey={(row) => `${row.batch} ${row.first}`}
      order="site"
      none={[t('tags.activate.none'), t('tags.activate.none.do')]}
      columns={[
        siteColumn<TagActivation>(t('tags.site'), (row) => `/tag-lockboxes/${row.site}`),
        {
          key: 'numbers',
          header: t('tags.numbers'),
          value: (row) => row.first,
          cell: (row) => (
            <>
              {row.first} – {row.last}
            </>
          ),
        },
        number('size', t('tags.ask.quantity'), (row) => row.size),
        number('used', t('tags.activate.used'), (row) => row.used),
        {
          key: 'for',
          header: t('tags.activate.for'),
          value: (row) => (row.mine ? 0 : 1),
          cell: (row) => (row.mine ? t('tags.activate.mine') : t('tags.activate.other')),
        },
      ]}
    />
  )
}

export function DeclaredShelf() {
  const { t } = useWords()
  const asked = useAnswer<{ readonly declared: readonly TagDeclared[] }>('/api/tag-declarations')
  return (
    <List
      caption={t('tags.shelf.declared')}
      file="tags-declared"
      asked={asked}
      rows={asked.data?.declared}
      rowKey={(row) => `${row.batch} ${row.tag}`}
      order="-on"
      none={[t('tags.declared.none'), t('tags.source')]}
      columns={[
        { key: 'tag', header: t('tags.declared.tag'), value: (row) => row.tag, cell: (row) => row.tag },
        { key: 'as', header: t('tags.declared.as'), value: (row) => row.as, cell: (row) => t(`tags.declare.${row.as}`) },
        day<TagDeclared>('on', t('tags.declared.on'), (row) => row.declaredOn),
        {
          key: 'late',
          header: t('tags.declared.late'),
          value: (row) => row.daysLate,
          cell: (row) =>
            row.daysLate === 0 ? t('tags.declared.sameday') : <strong>{t('tags.declared.days', { n: row.daysLate })}</strong>,
        },
        { key: 'reason', header: t('tags.reason'), value: (row) => row.reason, cell: (row) => row.reason ?? '–' },
        siteColumn<TagDeclared>(t('tags.site'), (row) => `/tag-lockboxes/${row.site}`),
        {
          key: 'destroyed',
          header: t('tags.declared.destroyed'),
          value: (row) => row.destroyedOn,
          cell: (row) => (row.destroyedOn === null ? '–' : <DateText date={row.destroyedOn} />),
        },
      ]}
    />
  )
}
