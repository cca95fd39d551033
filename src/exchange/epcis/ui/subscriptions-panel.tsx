/* Queries with a name, where what is new of each is sent, and why one does not arrive. */
import { useAnswer } from '../../../app/ask.ts'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { InstantText, instantText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { QueryList, SubscriptionState } from '../contract.ts'

interface Row {
  readonly query: string
  readonly subscription: SubscriptionState | null
}
const rowsOf = ({ queries }: QueryList): readonly Row[] =>
  queries.flatMap(({ name, subscriptions }): readonly Row[] =>
    subscriptions.length === 0
      ? [{ query: name, subscription: null }]
      : subscriptions.map((subscription) => ({ query: name, subscription })),
  )

export function SubscriptionsPanel() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<QueryList>('/api/epcis/queries')
  const stateText = ({ subscription }: Row): string => {
    if (subscription === null) return ''
    const { failures, lastFault, nextAt } = subscription
    return failures === 0
      ? t('epcis.state.good')
      : t('epcis.state.failing', { n: failures, fault: lastFault ?? '', at: instantText(nextAt) })
  }
  const whenText = ({ subscription }: Row): string =>
    subscription === null ? '' : subscription.isStream ? t('epcis.when.stream') : (subscription.schedule ?? '')
  const columns: readonly Column<Row>[] = [
    { key: 'query', header: t('epcis.query'), value: (row) => row.query, cell: (row) => row.query },
    {
      key: 'destination',
      header: t('epcis.destination'),
      value: (row) => row.subscription?.destination ?? t('epcis.destination.none'),
      cell: (row) => row.subscription?.destination ?? t('epcis.destination.none'),
    },
    { key: 'when', header: t('epcis.when'), value: whenText, cell: whenText },
    {
      key: 'last',
      header: t('epcis.last'),
      value: (row) => row.subscription?.lastDeliveredAt ?? null,
      cell: ({ subscription }) =>
        subscription === null ? (
          ''
        ) : subscription.lastDeliveredAt === null ? (
          t('epcis.last.none')
        ) : (
          <InstantText at={subscription.lastDeliveredAt} />
        ),
    },
    { key: 'state', header: t('epcis.state'), value: stateText, cell: stateText },
  ]
  return (
    <Panel title={t('epcis.queries')}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <DataTable
          caption={t('epcis.queries')}
          file="epcis-subscriptions"
          prefix="s."
          rows={rowsOf(data)}
          columns={columns}
          rowKey={(row) => `${row.query} ${row.subscription?.id ?? ''}`}
          order="query"
          empty={<EmptyState title={t('epcis.queries.none')}>{t('epcis.queries.none.how')}</EmptyState>}
        />
      )}
    </Panel>
  )
}
