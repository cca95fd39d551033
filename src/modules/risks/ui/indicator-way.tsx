/* An indicator on its way: readings as a line between baseline and target. The numbers stand in the table beside it. */
import { daysBetween } from '../../../kernel/calendar.ts'
import { dateText, numberText } from '../../../kernel/phrase.ts'
import { useWords } from '../../../app/words.ts'
import type { RiskDetail } from '../contract.ts'

type Shown = RiskDetail['plans'][number]
const WIDTH = 420
const HEIGHT = 110
const EDGE = 34

export function IndicatorWay({ indicator, plan }: { readonly indicator: Shown['indicators'][number]; readonly plan: Shown['plan'] }) {
  const { t, language } = useWords()
  const counted = indicator.readings.filter((one) => one.notCounted !== 'before-adoption')
  const from = plan.adoptedOn ?? plan.proposedOn
  const until = plan.deadline ?? counted.at(-1)?.on ?? from
  const points = [{ on: from, value: indicator.baseline }, ...counted]
  const values = [indicator.baseline, indicator.target, ...counted.map((one) => one.value)]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const days = Math.max(1, daysBetween(from, until), ...points.map((one) => daysBetween(from, one.on)))
  const x = (on: string): number => EDGE + (Math.max(0, daysBetween(from, on)) / days) * (WIDTH - EDGE - 10)
  const y = (value: number): number => 12 + ((high - value) / Math.max(1e-9, high - low)) * (HEIGHT - 34)
  const last = points.at(-1)
  return (
    <svg
      className="indicator-way"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('risks.indicator.picture', {
        name: indicator.name,
        value: numberText(language, last?.value ?? indicator.baseline),
        target: numberText(language, indicator.target),
        unit: indicator.unit,
      })}
    >
      <line x1={EDGE} x2={WIDTH - 10} y1={y(indicator.target)} y2={y(indicator.target)} stroke="currentColor" strokeDasharray="4 4" />
      <text x="0" y={y(indicator.target) + 4}>
        {numberText(language, indicator.target)}
      </text>
      <text x="0" y={y(indicator.baseline) + 4}>
        {numberText(language, indicator.baseline)}
      </text>
      <polyline fill="none" stroke="currentColor" strokeWidth="2" points={points.map((one) => `${x(one.on)},${y(one.value)}`).join(' ')} />
      {points.map((one, index) => (
        <circle key={index} cx={x(one.on)} cy={y(one.value)} r="3.5" fill="currentColor" />
      ))}
      <text x={EDGE} y={HEIGHT - 4}>
        {dateText(from)}
      </text>
      <text x={WIDTH - 10} y={HEIGHT - 4} textAnchor="end">
        {until === from ? '' : dateText(until)}
      </text>
    </svg>
  )
}
