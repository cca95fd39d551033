/* On the home page: how fast incidents were verified, quarter by quarter. */
import { useAnswer } from '../../../app/ask.ts'
import { Chart, type ChartSeries } from '../../../app/kit/chart.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { ResponsesShown } from '../domain/responses.ts'

type Line = ResponsesShown['quarters'][number]

export function ResponsesPicture() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<ResponsesShown>('/api/incidents/responses')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const series = (key: 'in-time' | 'late' | 'waiting-late' | 'waiting', of: (line: Line) => number): ChartSeries => ({
    ...{ key, label: t(`responses.${key}`), kind: 'bar', points: data.quarters.map((line) => ({ value: of(line) })) },
  })
  const [one = 0, two = 0, three = 0] = data.days
  return (
    <Chart
      title={t('responses.title')}
      stepLabel={t('responses.step')}
      steps={data.quarters.map(({ quarter }) => quarter)}
      series={[
        series('in-time', ({ inTime }) => inTime),
        series('late', ({ late }) => late),
        series('waiting-late', ({ waitingLate }) => waitingLate),
        series('waiting', ({ waiting }) => waiting),
      ]}
      source={t('responses.source', { one, two, three, day: data.asOf })}
      file="incident-responses"
    />
  )
}
