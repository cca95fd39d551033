/* On the home page: how many sites wait and why, and the statuses that end first. Each number opens its list. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { Figure } from '../../../../app/kit/figure.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { Attention } from '../../domain/register/answers.ts'
import type { QueuePage, Queues } from '../../domain/status/queues.ts'
import { alwaysShown, figureQueues } from './attention-kinds.ts'
import { WaitingTable } from './waiting-table.tsx'

const queuesQuestion = '/api/status/queues'

export function AttentionFigures() {
  const { data, error, again } = useAnswer<Queues>(queuesQuestion)
  const { t } = useWords()
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <>
      {figureQueues
        .filter((queue) => data.counts[queue] > 0 || alwaysShown.includes(queue))
        .map((queue) => (
          <Figure
            key={queue}
            number={data.counts[queue]}
            label={t(`queue.${queue}`, { n: data.counts[queue] })}
            source={t(`queue.${queue}.rule`)}
            to={`/attention/${queue}`}
          />
        ))}
      <DelayFigure delay={data.delay} />
      <WorkFigures />
    </>
  )
}

function DelayFigure({ delay }: { readonly delay: Queues['delay'] }) {
  const { t } = useWords()
  if (delay.lines + delay.waiting === 0) return null
  const source =
    delay.p90Days === null ? t('queue.delay.none', { ...delay }) : t('queue.delay.rule', { p90: delay.p90Days, waiting: delay.waiting })
  return <Figure number={delay.medianDays} label={t('queue.delay')} source={source} to="/attention/delay" />
}

function WorkFigures() {
  const { t } = useWords()
  const me = useMe().data
  const { data } = useAnswer<Attention>('/api/status/attention?pageSize=1')
  if (!data) return null
  const returned = data.inspectionsReturned?.count ?? 0
  return (
    <>
      {mayOpen('sites.review', me) && (
        <Figure
          number={data.inspectionsToReview.count}
          label={t('attention.inspectionsToReview', { n: data.inspectionsToReview.count })}
          source={t('attention.inspectionsToReview.rule')}
          to="/inspections"
          search={{ phase: 'submitted' }}
        />
      )}
      {mayOpen('sites.inspect', me) && returned > 0 && (
        <Figure
          number={returned}
          label={t('attention.inspectionsReturned', { n: returned })}
          source={t('attention.inspectionsReturned.rule')}
          to="/inspections"
          search={{ phase: 'returned' }}
        />
      )}
      {data.missionsInProgress.count > 0 && (
        <Figure
          number={data.missionsInProgress.count}
          label={t('attention.missionsInProgress', { n: data.missionsInProgress.count })}
          source={t('attention.missionsInProgress.rule')}
          to="/missions"
        />
      )}
    </>
  )
}

const windows = [
  ['expiringIn30Days', 30],
  ['expiringIn60Days', 60],
  ['expiringIn90Days', 90],
] as const

export function ExpiringPanel() {
  const { t } = useWords()
  const me = useMe().data
  const counts = useAnswer<Queues>(queuesQuestion).data?.counts
  const { data } = useAnswer<QueuePage>(`${queuesQuestion}/expiringIn30Days?pageSize=10`)
  if (!data || !counts) return null
  return (
    <Panel
      title={t('attention.expiring')}
      aside={
        <>
          {windows.map(([queue, n]) => (
            <AppLink key={queue} to={`/attention/${queue}`}>
              {t('queue.in', { n, count: counts[queue] })}
            </AppLink>
          ))}
          {mayOpen('sites.plan-mission', me) && <LinkButton to="/missions/new">{t('attention.plan')}</LinkButton>}
        </>
      }
    >
      {data.sites.length === 0 ? (
        <EmptyState title={t('attention.expiring.none')}>{t('attention.expiring.none.do')}</EmptyState>
      ) : (
        <>
          <WaitingTable queue="expiringIn30Days" rows={data.sites} caption={t('attention.expiring')} file="expiring" />
          {data.total > data.sites.length && (
            <p style={{ marginTop: 10 }}>
              <AppLink to="/attention/expiringIn30Days">{t('attention.all', { n: data.total })}</AppLink>
            </p>
          )}
        </>
      )}
    </Panel>
  )
}
