/* Sites that wait for something, with the day that makes it urgent; in the order of the server until a heading is pressed. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { StandingMark } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { isOver } from '../../domain/status/lapse.ts'
import type { QueueName, QueueRow } from '../../domain/status/queues.ts'

export interface WaitingTableProps {
  readonly queue: QueueName
  readonly rows: readonly QueueRow[]
  readonly caption: string
  readonly file: string
  readonly tools?: boolean
}
export function WaitingTable({ queue, rows, caption, file, tools = false }: WaitingTableProps) {
  const { t } = useWords()
  return (
    <DataTable
      plain={!tools}
      prefix="w."
      caption={caption}
      file={file}
      rows={rows}
      rowKey={(row) => row.site}
      order=""
      empty={<EmptyState title={t('attention.none')}>{t('attention.none.do')}</EmptyState>}
      columns={[
        {
          key: 'name',
          header: t('sites.site'),
          value: (row) => row.name,
          cell: (row) => <AppLink to={`/sites/${row.site}`}>{row.name}</AppLink>,
        },
        {
          key: 'status',
          header: t('sites.status'),
          value: ({ standing }) =>
            [
              t(`status.${standing.shown}`),
              standing.basis === 'reported' && standing.shown !== 'none' && t('status.reported'),
              isOver(standing) && t('status.lapsed'),
            ]
              .filter(Boolean)
              .join(', '),
          cell: (row) => <StandingMark standing={row.standing} />,
        },
        {
          key: 'day',
          header: t(`queue.day.${queue}`),
          value: (row) => row.day,
          cell: (row) => <DateText date={row.day} otherwise="–" />,
        },
        {
          key: 'order',
          header: t('attention.order'),
          value: (row) => row.standing.orderNumber,
          cell: (row) => row.standing.orderNumber ?? '–',
        },
        {
          key: 'id',
          header: t('site.national-id'),
          value: (row) => row.nationalId,
          cell: (row) => <span className="small">{row.nationalId}</span>,
        },
      ]}
    />
  )
}
