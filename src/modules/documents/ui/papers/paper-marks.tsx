/* State and clock of a paper in words. */
import { useWords } from '../../../../app/words.ts'
import type { PaperState, PaperSummary } from '../../contract-papers.ts'
import './papers.css'

export function PaperStateMark({ state }: { readonly state: PaperState }) {
  const { t } = useWords()
  return <span className={`paper-state paper-${state}`}>{t(`papers.state.${state}`)}</span>
}
export function PaperClock({ paper: { state, daysLeft } }: { readonly paper: Pick<PaperSummary, 'state' | 'daysLeft'> }) {
  const { t } = useWords()
  if (daysLeft === null || (state !== 'issued' && state !== 'expired')) return null
  return <span className="small">{daysLeft < 0 ? t('papers.past', { n: -daysLeft }) : t('papers.left', { n: daysLeft })}</span>
}
