/* Cards and approvals as a table: number, kind, holder, zone, validity, clock. */
import { AppLink } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { DateText } from '../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import type { CardSummary } from '../contract.ts'
import { CardCell } from './card-marks.tsx'

export interface CardTableProps {
  readonly cards: readonly CardSummary[]
  readonly empty: string
  readonly emptyDo: string
  readonly plain?: boolean
  readonly tools?: React.ReactNode
}
export function CardTable({ cards, empty, emptyDo, plain = false, tools }: CardTableProps) {
  const { t } = useWords()
  return (
    <DataTable
      caption={t('cards.title')}
      file="cards"
      rows={cards}
      rowKey={(card) => card.id}
      order="until"
      plain={plain}
      tools={tools}
      columns={columnsOf(t)}
      empty={<EmptyState title={empty}>{emptyDo}</EmptyState>}
    />
  )
}
const columnsOf = (t: Translate): readonly Column<CardSummary>[] => [
  {
    key: 'number',
    header: t('cards.number'),
    value: (card) => card.number,
    cell: (card) => <AppLink to={`/cards/${card.id}`}>{card.number ?? t('cards.no-number')}</AppLink>,
  },
  { key: 'kind', header: t('cards.kind'), value: (card) => t(`cards.kind.${card.kind}`), cell: (card) => t(`cards.kind.${card.kind}`) },
  {
    key: 'state',
    header: t('cards.state'),
    value: (card) => t(`cards.state.${card.state}`),
    cell: (card) => <CardCell card={card} />,
  },
  {
    key: 'holder',
    header: t('cards.holder'),
    value: (card) => card.holderName,
    cell: (card) =>
      card.holder.kind === 'organisation' ? (
        <AppLink to={`/operators/${card.holder.organisation}`}>{card.holderName ?? t('app.unknown')}</AppLink>
      ) : (
        <AppLink to={`/artisans/${card.holder.artisan}`}>{t('cards.member-of', { cooperative: card.holderName ?? '–' })}</AppLink>
      ),
  },
  {
    key: 'zone',
    header: t('cards.zone'),
    value: (card) => card.zone,
    cell: (card) => [card.zone, card.class].filter(Boolean).join(' · ') || '–',
  },
  {
    key: 'until',
    header: t('cards.until'),
    value: (card) => card.validUntil,
    cell: (card) => <DateText date={card.validUntil} otherwise="–" />,
  },
]
