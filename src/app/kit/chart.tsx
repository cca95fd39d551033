/*
A small picture of numbers over time: bars and lines as SVG, with the table of the same numbers beside it, its source and its file. Series differ by dash and shape of
mark as well as by colour, and a value that is missing or withheld is a gap with its word, never a zero. It refuses axes that do not begin at zero: a bar would lie.
*/
import { useId } from 'react'
import { csvOfRows } from '../../kernel/csv.ts'
import { numberText } from '../../kernel/phrase.ts'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { type ChartScale, chartScale, chartX } from './chart-scale.ts'
import './chart.css'
import { Source } from './panel.tsx'
import { saveFile } from './save-file.ts'

export interface ChartPoint {
  /** `null`: nothing to draw; `note` says why. */
  readonly value: number | null
  readonly note?: string
}
export interface ChartSeries {
  readonly key: string
  readonly label: string
  readonly kind: 'bar' | 'line'
  /** Where the thing itself has a colour, as statuses have; its dash and mark stay. */
  readonly tone?: 'green' | 'yellow' | 'red'
  /** One for each step of the chart. */
  readonly points: readonly ChartPoint[]
}
export interface ChartProps {
  readonly title: string
  /** What is along the bottom: quarters, weeks, months. */
  readonly stepLabel: string
  readonly steps: readonly string[]
  readonly series: readonly ChartSeries[]
  /** After every number: `%`, ` kg`. */
  readonly unit?: string
  readonly source: string
  /** Name of the exported file, without ending. */
  readonly file: string
}
const WIDTH = 640
const HEIGHT = 240
const frame = { left: 52, right: 12, top: 12, bottom: 34 }
const inkOf = (tone: ChartSeries['tone'], at: number): string => `chart-${at % 4}${tone === undefined ? '' : ` chart-${tone}`}`
const DASHES = ['', '7 4', '2 3', '10 3 2 3'] as const

export function Chart({ title, stepLabel, steps, series, unit = '', source, file }: ChartProps) {
  const { t, language } = useWords()
  const id = useId()
  const scale = chartScale(series.flatMap(({ points }) => points.map(({ value }) => value)))
  const say = ({ value, note }: ChartPoint): string => (value === null ? (note ?? '–') : `${numberText(language, value)}${unit}`)
  const rows = steps.map((step, at) => [step, ...series.map(({ points }) => say(points[at] ?? { value: null }))])
  const heads = [stepLabel, ...series.map(({ label }) => label)]
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <ul className="chart-legend" aria-hidden="true">
        {series.map(({ key, label, kind, tone }, at) => (
          <li key={key} className={inkOf(tone, at)}>
            <svg width="28" height="12">
              {kind === 'bar' ? <rect x="6" y="1" width="14" height="10" /> : <path d="M1 6H27" strokeDasharray={DASHES[at % 4]} />}
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${title}. ${t('chart.table-follows')}`}>
        <Grid scale={scale} steps={steps} say={(value) => `${numberText(language, value)}${unit}`} />
        {series.map((one, at) => (one.kind === 'bar' ? <Bars key={one.key} {...{ series, one, at, scale, steps }} /> : null))}
        {series.map((one, at) => (one.kind === 'line' ? <Line key={one.key} {...{ one, at, scale, steps }} /> : null))}
      </svg>
      <details className="chart-table">
        <summary>{t('chart.table')}</summary>
        <div className="chart-wide" tabIndex={0} role="region" aria-label={title}>
          <table className="table">
            <caption className="unseen">{title}</caption>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([step = '', ...cells]) => (
                <tr key={step}>
                  <th scope="row">{step}</th>
                  {cells.map((cell, at) => (
                    <td key={heads[at + 1]} className="num">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <div className="chart-foot">
        <Source>{source}</Source>
        <Button onClick={() => saveFile(`${file}.csv`, `\uFEFF${csvOfRows([heads, ...rows])}`, 'text/csv')}>{t('table.export')}</Button>
      </div>
    </figure>
  )
}

const yOf = (scale: ChartScale, value: number): number =>
  HEIGHT - frame.bottom - ((value - scale.least) / (scale.most - scale.least)) * (HEIGHT - frame.top - frame.bottom)
const inside = { from: frame.left, until: WIDTH - frame.right }

function Grid({
  scale,
  steps,
  say,
}: {
  readonly scale: ChartScale
  readonly steps: readonly string[]
  readonly say: (value: number) => string
}) {
  // At most eight names along the bottom, so that they stay apart.
  const every = Math.max(1, Math.ceil(steps.length / 8))
  return (
    <g className="chart-grid">
      {scale.marks.map((value) => (
        <g key={value}>
          <path d={`M${inside.from} ${yOf(scale, value)}H${inside.until}`} />
          <text x={inside.from - 6} y={yOf(scale, value) + 4} textAnchor="end">
            {say(value)}
          </text>
        </g>
      ))}
      {steps.map((step, at) =>
        at % every === 0 ? (
          <text
            key={step}
            className={(at / every) % 2 === 1 ? 'chart-between' : undefined}
            x={chartX(at, steps.length, inside)}
            y={HEIGHT - 4}
            textAnchor="middle"
          >
            {step}
          </text>
        ) : null,
      )}
    </g>
  )
}

interface Drawing {
  readonly one: ChartSeries
  readonly at: number
  readonly scale: ChartScale
  readonly steps: readonly string[]
}
function Bars({ one, at, scale, steps, series }: Drawing & { readonly series: readonly ChartSeries[] }) {
  const bars = series.filter(({ kind }) => kind === 'bar')
  const room = ((inside.until - inside.from) / Math.max(1, steps.length)) * 0.7
  const width = Math.min(48, room / bars.length)
  const offset = (bars.indexOf(one) - bars.length / 2) * width
  return (
    <g className={inkOf(one.tone, at)}>
      {one.points.map(({ value }, step) => {
        if (value === null) return <Gap key={steps[step]} x={chartX(step, steps.length, inside) + offset + width / 2} scale={scale} />
        const [top, foot] = [yOf(scale, Math.max(0, value)), yOf(scale, Math.min(0, value))]
        return (
          <rect
            key={steps[step]}
            x={chartX(step, steps.length, inside) + offset}
            y={top}
            width={width - 2}
            height={Math.max(1, foot - top)}
          />
        )
      })}
    </g>
  )
}
function Line({ one, at, scale, steps }: Drawing) {
  const places = one.points.map(({ value }, step) =>
    value === null ? null : { x: chartX(step, steps.length, inside), y: yOf(scale, value) },
  )
  const path = places
    .map((place, step) => (place === null ? '' : `${step === 0 || places[step - 1] === null ? 'M' : 'L'}${place.x} ${place.y}`))
    .join('')
  return (
    <g className={`${inkOf(one.tone, at)} chart-line`}>
      <path d={path} strokeDasharray={DASHES[at % 4]} />
      {places.map((place, step) =>
        place === null ? null : at % 2 === 0 ? (
          <circle key={steps[step]} cx={place.x} cy={place.y} r="4" />
        ) : (
          <rect key={steps[step]} x={place.x - 4} y={place.y - 4} width="8" height="8" />
        ),
      )}
    </g>
  )
}
/** Where nothing is known: an open ring at the foot, so that it is not read as zero. */
function Gap({ x, scale }: { readonly x: number; readonly scale: ChartScale }) {
  return <circle className="chart-gap" cx={x} cy={yOf(scale, Math.max(0, scale.least)) - 6} r="3.5" />
}
