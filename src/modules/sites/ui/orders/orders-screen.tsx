/* Orders: the only acts that give a site a legal colour, newest first. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button, LinkButton } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { OrderList } from '../../domain/orders/order-answers.ts'
import { kindsOfOrder } from './draft-form.ts'
import { DraftsPanel } from './drafts-panel.tsx'

type Row = OrderList['orders'][number]

export function OrdersScreen() {
  const { t } = useWords()
  const me = useMe().data
  const [{ phase = '', kind = '' }, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<OrderList>('/api/orders')
  return (
    <Page
      title={t('order.orders')}
      answer={answer}
      actions={
        mayOpen('sites.draft-order', me) && (
          <LinkButton kind="primary" to="/orders/new">
            {t('order.draft')}
          </LinkButton>
        )
      }
    >
      {mayOpen('sites.draft-order', me) && <DraftsPanel />}
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <DataTable
            caption={t('order.orders')}
            file="orders"
            rows={data.orders.filter((row) => (phase === '' || row.phase === phase) && (kind === '' || row.orderKind === kind))}
            tools={<Filters phase={phase} kind={kind} change={change} />}
            rowKey={(row) => row.order}
            order="-signed"
            columns={columnsOf(t)}
            empty={
              phase === '' && kind === '' ? (
                <EmptyState title={t('order.none')}>{t('order.none.do')}</EmptyState>
              ) : (
                <EmptyState title={t('table.nothing')}>
                  <Button onClick={() => change({ phase: '', kind: '' })}>{t('table.clear')}</Button>
                </EmptyState>
              )
            }
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
  { key: 'sites', header: t('missions.sites'), numeric: true, value: (row) => row.sites, cell: (row) => row.sites },
  {
    key: 'ends',
    header: t('order.ends'),
    value: (row) => row.endsOn,
    cell: (row) => <DateText date={row.endsOn} otherwise="–" />,
  },
  { key: 'state', header: t('order.phase'), value: (row) => stateText(t, row), cell: (row) => stateText(t, row) },
]

/** Where an order stands, and what became of its publication. */
function stateText(t: Translate, { phase, annulledOn, publishedOn }: Row): string {
  if (annulledOn) return `${t('order.phase.annulled')} ${dateText(annulledOn)}`
  const published = publishedOn ? `${t('order.published')} ${dateText(publishedOn)}` : t('order.not-published')
  return phase === 'published' ? published : `${t(`order.phase.${phase}`)} · ${published}`
}

const phases = ['signed', 'published', 'in_force', 'superseded', 'expired', 'annulled'] as const
interface FiltersProps {
  readonly phase: string
  readonly kind: string
  readonly change: (state: { readonly [name: string]: string }) => void
}
function Filters({ phase, kind, change }: FiltersProps) {
  const { t } = useWords()
  const all = { value: '', label: t('order.phase.all') }
  return (
    <>
      <SelectField
        label={t('order.phase')}
        value={phase}
        options={[all, ...phases.map((value) => ({ value: String(value), label: t(`order.phase.${value}`) }))]}
        onValue={(value) => change({ phase: value })}
      />
      <SelectField
        label={t('order.kind')}
        value={kind}
        options={[all, ...kindsOfOrder.map((value) => ({ value: String(value), label: t(`order.kind.${value}`) }))]}
        onValue={(value) => change({ kind: value })}
      />
    </>
  )
}
