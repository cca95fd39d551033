/* Marks of risks: a word with a sign; the four status colours stay with sites. */
import { useWords } from '../../../app/words.ts'
import type { RiskState, RiskSummary } from '../contract.ts'
import './risks.css'

const signs: { readonly [State in RiskState]: string } = {
  watched: '◷',
  suspended: '⊘',
  lifted: '↺',
  'plan-wanted': '!',
  'plan-proposed': '…',
  monitored: '◔',
  resolved: '✓',
  'case-open': '?',
  closed: '✓',
}
export function RiskStateMark({ state }: { readonly state: RiskState }) {
  const { t } = useWords()
  return (
    <span className={`risk-state risk-${state}`}>
      <span aria-hidden="true">{signs[state]}</span> {t(`risks.state.${state}`)}
    </span>
  )
}
/** The clock that runs, in words; nothing where none does. */
export function RiskClock({
  risk,
}: {
  readonly risk: Pick<RiskSummary, 'daysLeft' | 'suspendedSince' | 'because' | 'plan' | 'caseDueOn' | 'state'>
}) {
  const { t } = useWords()
  if (risk.suspendedSince !== null && risk.because !== null)
    return <span className="small">{t(`risks.because.${risk.because}`, { since: risk.suspendedSince })}</span>
  if (risk.daysLeft !== null)
    return <span className="small">{t('risks.clock.left', { n: risk.daysLeft, until: risk.plan?.deadline ?? '' })}</span>
  if (risk.state === 'case-open' && risk.caseDueOn !== null)
    return <span className="small">{t('risks.clock.case', { until: risk.caseDueOn })}</span>
  return null
}
