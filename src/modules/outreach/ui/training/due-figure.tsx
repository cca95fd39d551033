/* On the home page of who teaches: how many people wait to be asked what they practise. */
import { useAnswer } from '../../../../app/ask.ts'
import { Figure } from '../../../../app/kit/figure.tsx'
import { useWords } from '../../../../app/words.ts'
import type { DueFollowUps } from '../../contract-training.ts'

export function DueFigure() {
  const { t } = useWords()
  const { data } = useAnswer<DueFollowUps>('/api/training/follow-ups')
  if (!data) return null
  const n = data.due.reduce((sum, { badges }) => sum + badges.length, 0)
  const soon = data.soon.reduce((sum, { badges }) => sum + badges.length, 0)
  return <Figure number={n} label={t('follow-ups.home', { n })} source={t('follow-ups.home.rule', { soon })} to="/trainings/follow-ups" />
}
