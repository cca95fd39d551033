/* On the home page: what the own body owes in committees; for the secretariat, what is convened, impaired, overdue. */
import { useAnswer } from '../../../app/ask.ts'
import { Figure } from '../../../app/kit/figure.tsx'
import { useWords } from '../../../app/words.ts'
import type { Actions, Committees } from '../contract.ts'

export function MyActionsFigure() {
  const { t } = useWords()
  const { data } = useAnswer<Actions>('/api/coordination/my-actions')
  if (!data) return null
  return (
    <Figure
      number={data.open}
      label={t('coordination.home', { n: data.open })}
      source={t('coordination.home.rule', { late: data.overdue })}
      to="/my-actions"
    />
  )
}
export function SecretariatFigure() {
  const { t } = useWords()
  const { data } = useAnswer<Committees>('/api/coordination/committees')
  if (!data) return null
  const n = data.committees.filter((one) => one.nextMeeting !== null).length
  const impaired = data.committees.filter((one) => one.isImpaired).length
  const late = data.committees.reduce((sum, one) => sum + one.actionsOverdue, 0)
  return (
    <Figure
      number={n}
      label={t('coordination.home.keep', { n })}
      source={t('coordination.home.keep.rule', { impaired, late })}
      to="/coordination"
    />
  )
}
