/* Sites that wait for something, with the day that makes it urgent. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { DataTable } from '../../../../app/kit/data-table.tsx'
import { EmptyState } from '../../../../app/kit/states.tsx'
import { StandingMark } from '../../../../app/kit/status-mark.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Attention } from '../../domain/answers.ts'

export interface WaitingTableProps {
  readonly rows: Attention['lapsedGreens']['first']
  readonly asOf: string
  readonly caption: string
  readonly file: string
  readonly tools?: boolean
}
export function WaitingTable({ rows, asOf, caption, file, tools = false }: WaitingTableProps) {
  const { t } = useWords()
  return (
    <DataTable
      plain={!tools}
      prefix="w."
      caption={caption}
      file={file}
      rows={rows}
      rowKey={(row) => row.site}
      order="day"
      empty={<EmptyState title={t('attention.none')} />}
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
          value: (row) => `${t(`status.${row.standing.colour}`)} ${row.standing.daysLeft ?? ''}`,
          cell: (row) => <StandingMark standing={row.standing} asOf={asOf} />,
        },
        { key: 'day', header: t('attention.day'), value: (row) => row.day, cell: (row) => <DateText date={row.day} otherwise="–" /> },
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
