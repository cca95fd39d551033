/* The orders that named this site, newest first, with what was proposed and why an order departed from it. */
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'

export function OrdersPanel({ site }: { readonly site: SitePage }) {
  const { t } = useWords()
  return (
    <Panel title={t('orders.title')}>
      <DataTable
        plain
        prefix="o."
        caption={t('orders.title')}
        file={`orders-${site.nationalId}`}
        rows={site.orders}
        rowKey={(order) => order.order}
        order="-signed"
        empty={<EmptyState title={t('orders.none')}>{t('orders.none.do')}</EmptyState>}
        columns={[
          { key: 'number', header: t('orders.number'), value: (order) => order.number, cell: (order) => order.number },
          {
            key: 'colour',
            header: t('orders.colour'),
            value: (order) => order.colour,
            cell: (order) => <StatusMark colour={order.colour} />,
          },
          {
            key: 'signed',
            header: t('orders.signed'),
            value: (order) => order.signedOn,
            cell: (order) => <DateText date={order.signedOn} />,
          },
          {
            key: 'from',
            header: t('orders.from'),
            value: (order) => order.effectiveFrom,
            cell: (order) => <DateText date={order.effectiveFrom} />,
          },
          {
            key: 'until',
            header: t('orders.until'),
            value: (order) => order.until,
            cell: (order) => <DateText date={order.until} otherwise={t('orders.until.rule')} />,
          },
          {
            key: 'why',
            header: t('orders.remark'),
            value: (order) => order.deviationReason,
            cell: (order) => (order.annulledOn ? t('orders.annulled', { on: order.annulledOn }) : (order.deviationReason ?? '–')),
          },
        ]}
      />
    </Panel>
  )
}
