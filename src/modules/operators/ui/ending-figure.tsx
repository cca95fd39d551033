/* On the home page: how many cards and approvals end within thirty days or ran out. */
import { useAnswer } from '../../../app/ask.ts'
import { Figure } from '../../../app/kit/figure.tsx'
import { useWords } from '../../../app/words.ts'
import type { OperatorSummary } from '../contract.ts'

export function EndingFigure() {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly operators: readonly OperatorSummary[] }>('/api/operators')
  if (!data) return null
  const of = (state: string): number => data.operators.filter((one) => one.card?.state === state).length
  const [ending, ended] = [of('expiring'), of('expired')]
  return (
    <Figure
      number={ending + ended}
      label={t('operators.home', { n: ending + ended })}
      source={t('operators.home.rule', { ending, ended })}
      to="/operators"
    />
  )
}
