/* On the home page: incidents that wait for this person, new or late, and actions that the own body owns. */
import { useAnswer } from '../../../app/ask.ts'
import { Figure } from '../../../app/kit/figure.tsx'
import { useWords } from '../../../app/words.ts'
import type { IncidentAction, IncidentSummary } from '../contract-report.ts'

export function WaitingFigure() {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly incidents: readonly IncidentSummary[] }>('/api/incidents?state=open')
  const own = useAnswer<{ readonly actions: readonly IncidentAction[] }>('/api/incident-actions').data
  if (!data || !own) return null
  const mine = data.incidents.filter((one) => one.full)
  const fresh = mine.filter((one) => one.state === 'reported')
  const late = mine.filter((one) => one.clocks.some((clock) => clock.overdue))
  const n = new Set([...fresh, ...late].map((one) => one.id)).size
  return (
    <Figure
      number={n}
      label={t('incidents.home', { n })}
      source={t('incidents.home.rule', { fresh: fresh.length, late: late.length, actions: own.actions.length })}
      to="/incidents"
    />
  )
}
