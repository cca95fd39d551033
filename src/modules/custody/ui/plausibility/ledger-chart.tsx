/* The picture of a ledger: one line a series, told apart by dash and mark as well as by shade, so that it prints in black. */
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { LedgerMonth } from '../../contract-plausibility.ts'
import { type SeriesName, chartOf } from './ledger-rows.ts'

const shape = { width: 640, height: 260, left: 64, bottom: 34 }
const styles: { readonly [Name in SeriesName]: { readonly dash: string; readonly ink: string; readonly wide: number } } = {
  declaredGrams: { dash: '2 4', ink: 'var(--ink-2, #555)', wide: 2 },
  labourHighGrams: { dash: '8 4', ink: 'var(--ink-2, #555)', wide: 1.5 },
  taggedGrams: { dash: '', ink: '#1a6b4a', wide: 2.5 },
  boughtGrams: { dash: '', ink: '#b0521a', wide: 2.5 },
  exportedGrams: { dash: '6 2', ink: '#22508c', wide: 2.5 },
}

export function LedgerChart({ months }: { readonly months: readonly LedgerMonth[] }) {
  const { t, language } = useWords()
  const { top, lines, xOf } = chartOf(months, shape)
  const drawn = lines.filter((line) => line.points.length > 0)
  if (drawn.length === 0) return null
  const bottom = shape.height - shape.bottom
  const every = Math.max(1, Math.ceil(months.length / 8))
  return (
    <figure>
      <svg className="ledger-chart" viewBox={`0 0 ${shape.width} ${shape.height}`} role="img" aria-label={t('ledger.chart')}>
        {[0, 0.5, 1].map((part) => {
          const y = Math.round(10 + (bottom - 10) * (1 - part))
          return (
            <g key={part}>
              <line x1={shape.left} x2={shape.width - 10} y1={y} y2={y} stroke="currentColor" strokeOpacity={0.2} />
              <text x={shape.left - 6} y={y + 4} textAnchor="end">
                {numberText(language, (top * part) / 1_000)} kg
              </text>
            </g>
          )
        })}
        {months.map((month, at) =>
          at % every === 0 ? (
            <text key={month.month} x={xOf(at)} y={shape.height - 14} textAnchor="middle">
              {month.month}
            </text>
          ) : null,
        )}
        {drawn.map(({ name, path, points }) => (
          <g key={name} stroke={styles[name].ink} fill="none" strokeWidth={styles[name].wide}>
            <path d={path} strokeDasharray={styles[name].dash} />
            {points.map(({ x, y }) => (
              <circle key={x} cx={x} cy={y} r={3} fill={styles[name].ink} stroke="none" />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="row small">
        {drawn.map(({ name }) => (
          <span key={name}>
            <svg width="28" height="10" aria-hidden="true">
              <line
                x1="0"
                x2="28"
                y1="5"
                y2="5"
                stroke={styles[name].ink}
                strokeWidth={styles[name].wide}
                strokeDasharray={styles[name].dash}
              />
            </svg>{' '}
            {t(`ledger.series.${name}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
