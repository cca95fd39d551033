/* What was sent to one webhook, what the receiver answered, and sending again. */
import { useState } from 'react'
import { post } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { InstantText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { DeliveryList, DeliveryShown, WebhookShown } from '../contract.ts'

export function Deliveries({ webhook }: { readonly webhook: WebhookShown }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<DeliveryList>(`/api/webhooks/${webhook.id}/deliveries`)
  const [fault, setFault] = useState<unknown>(null)
  const resend = (one: DeliveryShown) => void post(`/api/webhook-deliveries/${one.id}/again`, {}).then(again, setFault)
  const columns: readonly Column<DeliveryShown>[] = [
    { key: 'at', header: t('webhooks.delivery.at'), value: (one) => one.madeAt, cell: (one) => <InstantText at={one.madeAt} /> },
    { key: 'kind', header: t('webhooks.delivery.kind'), value: (one) => one.kind, cell: (one) => t(`webhooks.kind.${one.kind}`) },
    {
      key: 'state',
      header: t('webhooks.delivery.state'),
      value: (one) => one.state,
      cell: (one) => `${t(`webhooks.delivery.${one.state}`, { n: one.tries })}${one.problem === null ? '' : ` · ${one.problem}`}`,
    },
    {
      key: 'body',
      header: t('webhooks.delivery.body'),
      value: () => null,
      cell: (one) => (
        <details>
          <summary>{t('webhooks.delivery.body')}</summary>
          <code style={{ overflowWrap: 'anywhere' }}>{one.body}</code>
        </details>
      ),
    },
    {
      key: 'again',
      header: t('webhooks.delivery.again'),
      value: () => null,
      cell: (one) => <Button onClick={() => resend(one)}>{t('webhooks.delivery.again')}</Button>,
    },
  ]
  return (
    <Panel title={t('webhooks.deliveries.of', { url: webhook.url })}>
      {(error ?? fault) !== null && (error ?? fault) !== undefined && <ErrorState error={error ?? fault} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <DataTable
          caption={t('webhooks.deliveries')}
          file="webhook-deliveries"
          order="at"
          rows={data.deliveries}
          columns={columns}
          rowKey={(one) => one.id}
          prefix="d-"
          empty={<EmptyState title={t('webhooks.none-sent')}>{t('webhooks.none-sent.do')}</EmptyState>}
        />
      )}
    </Panel>
  )
}
