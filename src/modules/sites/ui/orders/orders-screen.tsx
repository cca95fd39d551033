/* Orders: the only acts that give a site a legal colour, newest first. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { OrderList } from '../../domain/orders/order-answers.ts'

type Row = OrderList['orders'][number]

export function OrdersScreen() {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<OrderList>('/api/orders')
  return (
    <Page
      title={t('order.orders')}
      answer={answer}
      actions={
        mayOpen('sites.order', me) && (
          <LinkButton kind="primary" to="/orders/new">
            {t('order.draft')}
          </LinkButton>
        )
      }
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <DataTable
            caption={t('order.orders')}
            file="orders"
            rows={data.orders}
            rowKey={(row) => row.order}
            order="-signed"
            columns={columnsOf(t)}
            empty={<EmptyState title={t('order.none')}>{t('order.none.do')}</EmptyState>}
          />
        )}
        <Source>{t('order.source')}</Source>
      </Panel>
    </Page>
  )
}

const columnsOf = (t: Translate): readonly Column<Row>[] => [
  {
    key: 'number',
    header: t('order.number'),
    value: (row) => row.number,
    cell: (row) => <AppLink to={`/orders/${row.order}`}>{row.number}</AppLink>,
  },
  {
    key: 'kind',
    header: t('order.kind'),
    value: (row) => wordOr(`order.kind.${row.orderKind}`, row.orderKind),
    cell: (row) => wordOr(`order.kind.${row.orderKind}`, row.orderKind),
  },
  { key: 'signed', header: t('order.signed'), value: (row) => row.signedOn, cell: (row) => <DateText date={row.signedOn} /> },
  { key: 'from', header: t('order.from'), value: (row) => row.effectiveFrom, cell: (row) => <DateText date={row.effectiveFrom} /> },
  {
    key: 'until',
    header: t('order.until'),
    value: (row) => row.until,
    cell: (row) => <DateText date={row.until} otherwise={t('order.until.rule')} />,
  },
  { key: 'sites', header: t('missions.sites'), numeric: true, value: (row) => row.sites, cell: (row) => row.sites },
  {
    key: 'state',
    header: t('order.standing'),
    value: (row) => stateText(t, row),
    cell: (row) => (row.annulledOn ? <b>{stateText(t, row)}</b> : stateText(t, row)),
  },
]

/** What became of an order, with its day. */
function stateText(t: Translate, { annulledOn, publishedOn }: Row): string {
  if (annulledOn) return `${t('order.annulled')} ${dateText(annulledOn)}`
  return publishedOn ? `${t('order.published')} ${dateText(publishedOn)}` : t('order.signed-only')
}
