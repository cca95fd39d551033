/* A number that touches persons as a screen says it: shown, or why it is kept back. */
import { numberText } from '../../../kernel/phrase.ts'
import { useWords } from '../../../app/words.ts'
import type { SafeCount } from '../contract-training.ts'

/** `least`: from how many on a number is shown. */
export function useSafeText(least: number): (cell: SafeCount) => string {
  const { t, language } = useWords()
  return (cell) =>
    cell.is === 'shown'
      ? numberText(language, cell.n)
      : cell.because === 'below-minimum'
        ? t('outreach.below', { n: least })
        : t('outreach.complement')
}
export function SafeFigure({
  cell,
  least,
  label,
  source,
}: {
  readonly cell: SafeCount
  readonly least: number
  readonly label: string
  readonly source: string
}) {
  const said = useSafeText(least)
  return (
    <div className="figure-card">
      <span className="number">{said(cell)}</span>
      <span>{label}</span>
      <span className="source">{source}</span>
    </div>
  )
}
