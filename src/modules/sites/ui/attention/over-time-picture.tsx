/* On the home page: how many sites stood in which colour, quarter by quarter. */
import { useAnswer } from '../../../../app/ask.ts'
import { Chart, type ChartSeries } from '../../../../app/kit/chart.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { StatusesOverTime } from '../../domain/status/over-time.ts'

type Step = StatusesOverTime['steps'][number]

export function OverTimePicture() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<StatusesOverTime>('/api/status/over-time')
  if (error) return <ErrorState error={error} again={again} />
  const last = data?.steps.at(-1)
  if (!data || !last) return <Loading />
  const series = (key: 'green' | 'yellow' | 'red' | 'lapsed', of: (step: Step) => number): ChartSeries => ({
    ...{ key, label: t(`over-time.${key}`), kind: key === 'lapsed' ? 'line' : 'bar' },
    ...(key === 'lapsed' ? {} : { tone: key }),
    points: data.steps.map((step) => ({ value: of(step) })),
  })
  return (
    <Chart
      title={t('over-time.title')}
      stepLabel={t('over-time.step')}
      steps={data.steps.map(({ day }) => (day === last.day ? t('over-time.today') : day.slice(0, 7)))}
      series={[
        series('green', ({ green }) => green),
        series('yellow', ({ yellow }) => yellow),
        series('red', ({ red }) => red),
        series('lapsed', ({ lapsed }) => lapsed),
      ]}
      source={t('over-time.source', {
        n: last.green + last.yellow + last.red + last.blue + last.none,
        others: last.blue + last.none,
        day: last.day,
      })}
      file="statuses-over-time"
    />
  )
}
