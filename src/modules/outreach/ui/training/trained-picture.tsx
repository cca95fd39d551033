/* On the home page of who teaches and who follows indicators: persons trained, quarter by quarter, each once in a quarter. A number that is kept back is a gap with its word. */
import { useAnswer } from '../../../../app/ask.ts'
import { Chart } from '../../../../app/kit/chart.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { TrainedByQuarter } from '../../contract-training.ts'

export function TrainedPicture() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<TrainedByQuarter>('/api/training/quarters')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const { least, quarters, asOf } = data
  const points = quarters.map(({ trained }) =>
    trained.is === 'shown'
      ? { value: trained.n }
      : { value: null, note: t(trained.because === 'below-minimum' ? 'trained-home.below' : 'trained-home.kept', { n: least }) },
  )
  return (
    <Chart
      title={t('trained-home.title')}
      stepLabel={t('trained-home.step')}
      steps={quarters.map(({ quarter }) => quarter)}
      series={[{ key: 'trained', label: t('trained-home.trained'), kind: 'bar', points }]}
      source={t('trained-home.source', { n: least, day: asOf })}
      file="trained-persons"
    />
  )
}
