/* On the home page: how many sites wait and why, and the statuses that end first. Each number opens its list. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, LinkButton } from '../../../../app/kit/button.tsx'
import { Figure } from '../../../../app/kit/figure.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { Attention } from '../../domain/register/answers.ts'
import { siteKinds } from './attention-kinds.ts'
import { WaitingTable } from './waiting-table.tsx'

export const attentionQuestion = '/api/status/attention'

export function AttentionFigures() {
  const { t } = useWords()
  const me = useMe().data
  const { data, error, again } = useAnswer<Attention>(attentionQuestion)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <>
      {siteKinds.map((kind) => (
        <Figure
          key={kind}
          number={data[kind].count}
          label={t(`attention.${kind}`, { n: data[kind].count })}
          source={t(`attention.${kind}.rule`)}
          to={`/attention/${kind}`}
        />
      ))}
      {mayOpen('sites.review', me) && (
        <Figure
          number={data.inspectionsToReview.count}
          label={t('attention.inspectionsToReview', { n: data.inspectionsToReview.count })}
          source={t('attention.inspectionsToReview.rule')}
          to="/inspections"
          search={{ phase: 'submitted' }}
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

export function ExpiringPanel() {
  const { t } = useWords()
  const me = useMe().data
  const { data } = useAnswer<Attention>(attentionQuestion)
  if (!data) return null
  const rows = data.expiringIn30Days.first.slice(0, 10)
  return (
    <Panel
      title={t('attention.expiring')}
      aside={
        <>
          <span className="small">{t('attention.sorted', { n: data.expiringIn30Days.count })}</span>
          {mayOpen('sites.plan-mission', me) && <LinkButton to="/missions/new">{t('attention.plan')}</LinkButton>}
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t('attention.expiring.none')}>{t('attention.expiring.none.do')}</EmptyState>
      ) : (
        <>
          <WaitingTable kind="expiringIn30Days" rows={rows} caption={t('attention.expiring')} file="expiring" />
          {data.expiringIn30Days.count > rows.length && (
            <p style={{ marginTop: 10 }}>
              <AppLink to="/attention/expiringIn30Days">{t('attention.all', { n: data.expiringIn30Days.count })}</AppLink>
            </p>
          )}
        </>
      )}
    </Panel>
  )
}
