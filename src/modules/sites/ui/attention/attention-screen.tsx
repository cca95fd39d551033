/* The list behind one number of the home page: all of it, the most urgent first, so that filter and export leave nothing out. */
import { useAllPages } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Progress } from '../../../../app/kit/progress.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { writeSearch } from '../../../../app/kit/url-state.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { QueueName, QueuePage } from '../../domain/status/queues.ts'
import { figureQueues } from './attention-kinds.ts'
import { DelayList } from './delay-list.tsx'
import { WaitingTable } from './waiting-table.tsx'

const queues: readonly QueueName[] = [...figureQueues, 'expiringIn30Days', 'expiringIn60Days', 'expiringIn90Days']

export function AttentionScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const kind = params['kind'] ?? ''
  const queue = queues.find((one) => one === kind)
  if (kind === 'delay') return <DelayList />
  if (!queue) return <EmptyState title={t('app.not-found')}>{t('app.not-found.do')}</EmptyState>
  return <QueueList key={queue} queue={queue} />
}

/** What waits in these ends with a visit, so the way to plan one stands beside the list. */
const visited: readonly QueueName[] = [
  'neverInspected',
  'lapsedGreens',
  'overdueYellow',
  'redEnded',
  ...(['expiringIn30Days', 'expiringIn60Days', 'expiringIn90Days'] as const),
]

function QueueList({ queue }: { readonly queue: QueueName }) {
  const { t } = useWords()
  const me = useMe().data
  const asked = useAllPages<QueuePage>(
    (page) => `/api/status/queues/${queue}${writeSearch({ page, pageSize: 500 })}`,
    (page) => ({ rows: page.sites.length, total: page.total }),
  )
  const { answer, error, again, pages } = asked
  if (error) return <ErrorState error={error} again={again} />
  if (!pages) return <Progress label={t('app.loading')} done={asked.done} of={asked.total} />
  const rows = pages.flatMap((page) => page.sites)
  const count = rows.length
  return (
    <Page
      title={t(`queue.${queue}`, { n: count })}
      crumbs={<AppLink to="/">{t('app.home')}</AppLink>}
      under={
        <>
          {t(`queue.${queue}.rule`)} · {t('sites.count', { total: count })}
          {queue === 'blueClocks' && (
            <>
              {' · '}
              <AppLink to="/blue">{t('queue.blue.open')}</AppLink>
            </>
          )}
        </>
      }
      answer={answer}
      actions={
        visited.includes(queue) && mayOpen('sites.plan-mission', me) && <LinkButton to="/missions/proposals">{t('rank.title')}</LinkButton>
      }
    >
      <WaitingTable tools queue={queue} rows={rows} caption={t(`queue.${queue}`, { n: count })} file={queue} />
    </Page>
  )
}
