/* All blue requests: which receipts are there, when each becomes active, who objected. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import type { BlueRequest, BlueRequests } from '../../domain/status/blue-state.ts'

export function BlueScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<BlueRequests>('/api/status/blue-requests')
  return (
    <Page title={t('blue.title')} crumbs={<AppLink to="/">{t('app.home')}</AppLink>} answer={answer}>
      <Panel>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <DataTable
            caption={t('blue.title')}
            file="blue-requests"
            rows={data.requests}
            rowKey={(row) => row.application}
            order=""
            columns={columnsOf(t)}
            empty={<EmptyState title={t('blue.none')}>{t('blue.none.do')}</EmptyState>}
          />
        )}
        <Source>{t('queue.blueClocks.rule')}</Source>
      </Panel>
    </Page>
  )
}

const stateText = (t: Translate, { state, missing, activeOn }: BlueRequest): string =>
  t(`blue.state.${state}`, { n: missing, on: activeOn })
const receiptsText = (t: Translate, { receipts }: BlueRequest): string =>
  receipts.map((one) => t(`blue.level.${one.level}`)).join(', ') || '–'
const objectionsText = (t: Translate, { objections }: BlueRequest): string =>
  objections.map((one) => t('blue.objection', { ...one, by: wordOr(`blue.by.${one.by}`, one.by) })).join(' ; ') || '–'

const columnsOf = (t: Translate): readonly Column<BlueRequest>[] => [
  {
    key: 'site',
    header: t('sites.site'),
    value: (row) => row.name,
    cell: (row) => <AppLink to={`/sites/${row.site}/acts`}>{row.name}</AppLink>,
  },
  { key: 'filed', header: t('blue.filed'), value: (row) => row.filedAt, cell: (row) => <InstantText at={row.filedAt} /> },
  { key: 'receipts', header: t('blue.receipts'), value: (row) => receiptsText(t, row), cell: (row) => receiptsText(t, row) },
  { key: 'state', header: t('blue.state'), value: (row) => stateText(t, row), cell: (row) => stateText(t, row) },
  { key: 'objections', header: t('blue.objections'), value: (row) => objectionsText(t, row), cell: (row) => objectionsText(t, row) },
]
