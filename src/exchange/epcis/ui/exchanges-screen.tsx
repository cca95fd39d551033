/*
What other systems sent in EPCIS and what became of it, and the subscriptions with their state. It shows; sending, naming a query and
subscribing are done by the programs that talk to the interface.
*/
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { InstantText, instantText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { CaptureList, CaptureSummary } from '../contract.ts'
import { CapturePanel } from './capture-panel.tsx'
import { SubscriptionsPanel } from './subscriptions-panel.tsx'

export function ExchangesScreen() {
  const { t } = useWords()
  const [state, change] = useUrlState()
  const { data, answer, error, again } = useAnswer<CaptureList>('/api/epcis/captures')
  const open = data?.captures.find((one) => one.id === state['capture'])
  return (
    <Page title={t('epcis.title')} under={t('epcis.under')} answer={answer}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {open && <CapturePanel capture={open} onClose={() => change({ capture: '' })} />}
      {data && !open && (
        <>
          <Panel title={t('epcis.captures')}>
            <Captures captures={data.captures} onOpen={(capture) => change({ capture })} />
            <Source>{t('epcis.source')}</Source>
          </Panel>
          <SubscriptionsPanel />
        </>
      )}
    </Page>
  )
}

type Result = 'running' | 'stored' | 'part' | 'nothing'
const resultOf = ({ finishedAt, success, behaviour }: CaptureSummary): Result =>
  finishedAt === null ? 'running' : success ? 'stored' : behaviour === 'proceed' ? 'part' : 'nothing'

function Captures({ captures, onOpen }: { readonly captures: readonly CaptureSummary[]; readonly onOpen: (capture: string) => void }) {
  const { t } = useWords()
  const figure = (key: 'events' | 'kept' | 'faults' | 'known', value: (row: CaptureSummary) => number): Column<CaptureSummary> => ({
    ...{ key, header: t(`epcis.${key}`), numeric: true, value, cell: (row: CaptureSummary) => value(row) },
  })
  const columns: readonly Column<CaptureSummary>[] = [
    { key: 'received', header: t('epcis.received'), value: (row) => row.createdAt, cell: (row) => <InstantText at={row.createdAt} /> },
    {
      key: 'result',
      header: t('epcis.result'),
      value: (row) => t(`epcis.result.${resultOf(row)}`),
      cell: (row) => t(`epcis.result.${resultOf(row)}`),
    },
    figure('events', (row) => row.events),
    figure('kept', (row) => row.kept),
    figure('known', (row) => row.alreadyKnown),
    figure('faults', (row) => row.faults),
    {
      key: 'open',
      header: '',
      value: () => null,
      cell: (row) => (
        <Button onClick={() => onOpen(row.id)} aria-label={`${t('epcis.open')} ${instantText(row.createdAt)}`}>
          {t('epcis.open')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      caption={t('epcis.captures')}
      file="epcis-captures"
      rows={captures}
      columns={columns}
      rowKey={(row) => row.id}
      order="-received"
      empty={<EmptyState title={t('epcis.captures.none')}>{t('epcis.captures.none.how')}</EmptyState>}
    />
  )
}
