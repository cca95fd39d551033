/* What the answers propose, with the reason per criterion and the rule that made it so. */
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { useWords } from '../../../../app/words.ts'
import { findCriterion } from '../../domain/missions/criteria.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'

export function ProposalPanel({ page }: { readonly page: InspectionPage }) {
  const { t, language } = useWords()
  const { proposal, rulebook } = page
  const colour = proposal.result === 'red' || proposal.result === 'yellow' || proposal.result === 'green' ? proposal.result : null
  const why = (id: string) => {
    if (proposal.repeated.includes(id) && findCriterion(id)?.level === 'Y') return t('criteria.why.repeated')
    return t(findCriterion(id)?.level === 'R' ? 'criteria.why.red' : 'criteria.why.yellow')
  }
  return (
    <Panel title={t('inspect.proposal')} {...(colour ? { aside: <StatusMark colour={colour} /> } : {})}>
      <div className="stack">
        {proposal.result === 'incomplete' && (
          <p>
            {t('inspect.open', { n: proposal.because.length })} <b>{proposal.because.join(', ')}</b>
          </p>
        )}
        {proposal.result === 'green' && <p>{t('criteria.why.green')}</p>}
        {proposal.result !== 'incomplete' && proposal.because.length > 0 && (
          <ul className="plain-list stack" style={{ gap: 6 }} aria-label={t('criteria.why')}>
            {proposal.because.map((id) => {
              const criterion = findCriterion(id)
              return (
                <li key={id}>
                  <b>{id}</b> {criterion?.violation[language]} <span className="small">— {why(id)}</span>
                  {criterion && criterion.evidence !== 'V' && <span className="small"> ({t(`inspect.mark.${criterion.evidence}`)})</span>}
                </li>
              )
            })}
          </ul>
        )}
        {proposal.reviewOn.length > 0 && <Note>{t('inspect.preview.review', { criteria: proposal.reviewOn })}</Note>}
        {page.orders.length > 0 && (
          <p>
            {t('inspect.orders')}{' '}
            {page.orders.map((order) => (
              <span key={order.order}>
                <AppLink to={`/orders/${order.order}`}>{order.number}</AppLink> <StatusMark colour={order.colour} />{' '}
              </span>
            ))}
          </p>
        )}
        <Source>{t('criteria.rule', { id: rulebook.id, hash: rulebook.hash.slice(0, 8) })}</Source>
      </div>
    </Panel>
  )
}
