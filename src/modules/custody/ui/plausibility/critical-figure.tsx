/* On the home page of overseers: how many critical hits are not closed. */
import { useAnswer } from '../../../../app/ask.ts'
import { Figure } from '../../../../app/kit/figure.tsx'
import { useWords } from '../../../../app/words.ts'
import type { HitSummary } from '../../contract-plausibility.ts'

export function CriticalFigure() {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly hits: readonly HitSummary[] }>('/api/hits?severity=C&state=running')
  if (!data) return null
  const n = data.hits.length
  return <Figure number={n} label={t('hits.home', { n })} source={t('hits.home.rule')} to="/plausibility" />
}
