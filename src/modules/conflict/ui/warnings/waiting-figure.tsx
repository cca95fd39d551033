/* On the home page: warnings that wait to be sorted, and how many of them, and of shared ones, are late. */
import { useAnswer } from '../../../../app/ask.ts'
import { Figure } from '../../../../app/kit/figure.tsx'
import { useWords } from '../../../../app/words.ts'
import type { WarningList } from '../../contract-warnings.ts'

export function WaitingFigure() {
  const { t } = useWords()
  const { data } = useAnswer<WarningList>('/api/conflict/warnings')
  if (!data) return null
  const n = data.items.filter((one) => one.state === 'received').length
  const late = data.items.filter((one) => one.isTriageLate).length
  const unanswered = data.items.filter((one) => one.responsesLate > 0).length
  return <Figure number={n} label={t('warnings.home', { n })} source={t('warnings.home.rule', { late, unanswered })} to="/warnings" />
}
