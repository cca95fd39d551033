/* The register of operators: who trades, with which card or approval, until when. */
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { DateText } from '../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import type { OperatorSummary } from '../contract.ts'
import { CardCell } from './card-marks.tsx'

const types = [
  'cooperative',
  'trader',
  'comptoir',
  'processing_entity',
  'refinery',
  'transporter',
  'concession_holder',
  'importer',
  'smelter',
] as const
const orders = ['in-order', 'expiring', 'not-in-order'] as const
const orderOf = ({ needs, card }: OperatorSummary): (typeof orders)[number] | 'nothing' =>
  needs === null ? 'nothing' : card?.state === 'valid' ? 'in-order' : card?.state === 'expiring' ? 'expiring' : 'not-in-order'

export function OperatorsScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<{ readonly operators: readonly OperatorSummary[] }>('/api/operators')
  const rows = data?.operators.filter(
    (one) => (!url['type'] || one.entityType === url['type']) && (!url['order-of'] || orderOf(one) === url['order-of']),
  )
  const tools = (
    <>
      <SelectField
        label={t('operators.type')}
        value={url['type'] ?? ''}
        options={[{ value: '', label: t('operators.all') }, ...types.map((value) => ({ value, label: t(`operators.type.${value}`) }))]}
        onValue={(type) => change({ type })}
      />
      <SelectField
        label={t('operators.order')}
        value={url['order-of'] ?? ''}
        options={[{ value: '', label: t('operators.all') }, ...orders.map((value) => ({ value, label: t(`operators.order.${value}`) }))]}
        onValue={(value) => change({ 'order-of': value })}
      />
    </>
  )
  return (
    <Page
      title={t('operators.title')}
      under={t('operators.explain')}
      answer={answer}
      actions={<LinkButton to="/cards">{t('cards.title')}</LinkButton>}
    >
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {rows?.length === 0 && <div className="toolbar">{tools}</div>}
        {rows && (
          <DataTable
            caption={t('operators.title')}
            file="operators"
            rows={rows}
            rowKey={(one) => one.organisation}
            order="name"
            tools={tools}
            columns={columnsOf(t)}
            empty={<EmptyState title={t('operators.none')}>{t('operators.none.do')}</EmptyState>}
          />
        )}
        <Source>{t('operators.source')}</Source>
      </Panel>
    </Page>
  )
}
const columnsOf = (t: Translate): readonly Column<OperatorSummary>[] => [
  {
    key: 'name',
    header: t('operators.name'),
    value: (one) => one.name,
    cell: (one) => <AppLink to={`/operators/${one.organisation}`}>{one.name}</AppLink>,
  },
  {
    key: 'type',
    header: t('operators.type'),
    value: (one) => (one.entityType === null ? null : t(`operators.type.${one.entityType}`)),
    cell: (one) => (one.entityType === null ? t('app.unknown') : t(`operators.type.${one.entityType}`)),
  },
  {
    key: 'card',
    header: t('operators.card'),
    value: (one) => (one.card === null ? null : t(`cards.state.${one.card.state}`)),
    cell: (one) => (one.needs === null ? <span className="ink-3">{t('operators.needs-none')}</span> : <CardCell card={one.card} />),
  },
  {
    key: 'number',
    header: t('cards.number'),
    value: (one) => one.card?.number ?? null,
    cell: (one) => (one.card ? <AppLink to={`/cards/${one.card.id}`}>{one.card.number ?? t('cards.no-number')}</AppLink> : '–'),
  },
  { key: 'zone', header: t('cards.zone'), value: (one) => one.card?.zone ?? null, cell: (one) => one.card?.zone ?? '–' },
  {
    key: 'until',
    header: t('cards.until'),
    value: (one) => one.card?.validUntil ?? null,
    cell: (one) => <DateText date={one.card?.validUntil ?? null} otherwise="–" />,
  },
  {
    key: 'artisans',
    header: t('operators.members'),
    numeric: true,
    value: (one) => one.artisans,
    cell: (one) => (one.artisans === 0 ? '–' : one.artisans),
  },
]
