/* How both bodies of a promise saw it, quarter by quarter, as a picture: only scores that the reader may see; what is not told is a gap with its word. */
import { Chart, type ChartPoint, type ChartSeries } from '../../../app/kit/chart.tsx'
import { useWords } from '../../../app/words.ts'
import type { PromiseShown, Scorecard, Side } from '../contract-scores.ts'

interface Props {
  readonly one: PromiseShown
  readonly card: Pick<Scorecard, 'asOf' | 'committeeCode'>
}
const BOTH: readonly Side[] = ['holder', 'beneficiary']
export function PromiseTrend({ one, card }: Props) {
  const { t } = useWords()
  const over = one.quarters.filter((quarter) => quarter.state !== 'to-come')
  if (over.every((quarter) => quarter.scores.length === 0)) return null
  const pointOf = (quarter: PromiseShown['quarters'][number], side: Side): ChartPoint => {
    const given = quarter.scores.find((score) => score.side === side)
    if (given !== undefined) return { value: given.score }
    return { value: null, note: quarter.rated.includes(side) ? t('scores.hidden') : t('scores.not-rated') }
  }
  const series = BOTH.map((side): ChartSeries => ({
    ...{ key: side, label: `${t(`scores.side.${side}`)} (${one[side]})`, kind: 'line' },
    points: over.map((quarter) => pointOf(quarter, side)),
  }))
  return (
    <Chart
      title={t('scores.trend')}
      stepLabel={t('scores.trend.step')}
      steps={over.map(({ quarter }) => quarter)}
      series={series}
      source={t('scores.trend.source', { day: card.asOf, committee: card.committeeCode })}
      file={`scores-${card.committeeCode}-${one.id.slice(-6)}`}
    />
  )
}
