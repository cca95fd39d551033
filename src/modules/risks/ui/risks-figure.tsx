/* On the home page: plans that end within thirty days and suspensions in force, of what one may see. */
import { useAnswer } from '../../../app/ask.ts'
import { Figure } from '../../../app/kit/figure.tsx'
import { useWords } from '../../../app/words.ts'
import type { RiskSummary } from '../contract.ts'

export function RisksFigure() {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly risks: readonly RiskSummary[] }>('/api/risks')
  if (!data) return null
  const ending = data.risks.filter((one) => one.daysLeft !== null && one.daysLeft <= 30).length
  const suspended = data.risks.filter((one) => one.state === 'suspended').length
  return (
    <Figure
      number={ending + suspended}
      label={t('risks.home', { n: ending + suspended })}
      source={t('risks.home.rule', { ending, suspended })}
      to="/risks"
    />
  )
}
