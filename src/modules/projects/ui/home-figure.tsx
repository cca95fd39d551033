/* On the home page: for who writes, reports that are late or due soon; for who pays or sits in a committee, what was frozen. */
import { useAnswer } from '../../../app/ask.ts'
import { Figure } from '../../../app/kit/figure.tsx'
import { useWords } from '../../../app/words.ts'
import type { DonorReportList } from '../contract-reports.ts'

export function DonorReportsFigure() {
  const { t } = useWords()
  const { data } = useAnswer<DonorReportList>('/api/donor-reports')
  if (!data) return null
  const frozen = data.reports.flatMap((one) => one.frozen).length
  if (!data.mayWrite)
    return frozen === 0 ? null : (
      <Figure
        number={frozen}
        label={t('donor-reports.home.frozen', { n: frozen })}
        source={t('donor-reports.home.frozen.rule')}
        to="/donor-reports"
      />
    )
  const late = data.calendar.filter(({ state }) => state === 'late').length
  const soon = data.calendar.filter(({ state }) => state === 'soon').length
  return (
    <Figure
      number={late + soon}
      label={t('donor-reports.home', { n: late + soon })}
      source={t('donor-reports.home.rule', { late })}
      to="/donor-reports"
    />
  )
}
