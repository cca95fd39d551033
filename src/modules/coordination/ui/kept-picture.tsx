/* On the home page of who sits in committees or keeps them: actions done by their day, late, overdue and open, quarter by quarter. */
import { useAnswer } from '../../../app/ask.ts'
import { Chart, type ChartSeries } from '../../../app/kit/chart.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { ActionsKept } from '../contract.ts'

const PARTS = ['kept', 'late', 'overdue', 'open'] as const
export function KeptPicture() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<ActionsKept>('/api/coordination/actions-kept')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  // Who sits nowhere owes nothing: an empty picture would say that nothing was kept.
  if (data.committees === 0) return null
  const series = PARTS.map((key): ChartSeries => ({
    ...{ key, label: t(`kept.${key}`), kind: 'bar' },
    points: data.quarters.map((one) => ({ value: one[key] })),
  }))
  return (
    <Chart
      title={t('kept.title')}
      stepLabel={t('kept.step')}
      steps={data.quarters.map(({ quarter }) => quarter)}
      series={series}
      source={t('kept.source', { n: data.committees, day: data.asOf })}
      file="committee-actions-kept"
    />
  )
}
