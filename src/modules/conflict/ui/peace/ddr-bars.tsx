/* Adults who came and fighters who were expected, one pair of bars for each figure. All its numbers stand in the table below. */
import { numberText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import type { DdrFigure } from '../../contract-peace.ts'
import './peace.css'

const [WIDTH, ROW, BAR, ROOM] = [560, 62, 15, 70]

/** Children are left out: of a small number of them a bar would say what the table keeps back. */
export function DdrBars({ figures }: { readonly figures: readonly DdrFigure[] }) {
  const { t, language } = useWords()
  const adults = ({ men, women }: DdrFigure): number => (men ?? 0) + (women ?? 0)
  const most = Math.max(1, ...figures.flatMap((one) => [adults(one), one.expected ?? 0]))
  const wide = (n: number): number => Math.max(n === 0 ? 0 : 2, (n / most) * (WIDTH - ROOM))
  return (
    <svg className="ddr-bars" viewBox={`0 0 ${WIDTH} ${figures.length * ROW}`} role="img" aria-label={t('ddr.picture.label')}>
      {figures.map((one, index) => (
        <g key={one.id} transform={`translate(0 ${index * ROW})`}>
          <text x="0" y="13">
            {[one.provinceName, one.territoireName].filter(Boolean).join(' · ')} · {one.asOf.slice(0, 4)}
          </text>
          <rect x="0" y="19" width={wide(adults(one))} height={BAR} fill="var(--blue)" />
          <text x={wide(adults(one)) + 6} y="31">
            {numberText(language, adults(one))}
          </text>
          {one.expected !== null && (
            <>
              <rect x="0.5" y={20 + BAR} width={wide(one.expected)} height={BAR} fill="none" stroke="currentColor" strokeDasharray="4 3" />
              <text x={wide(one.expected) + 6} y={32 + BAR}>
                {numberText(language, one.expected)}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  )
}
