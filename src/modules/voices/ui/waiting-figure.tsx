/* How many reports wait for a desk; nothing at all while none does. */
import { useAnswer } from '../../../app/ask.ts'
import { Figure } from '../../../app/kit/figure.tsx'
import { useWords } from '../../../app/words.ts'
import type { VoiceList } from '../contract.ts'

export function WaitingFigure() {
  const { t } = useWords()
  const { data } = useAnswer<VoiceList>('/api/voices')
  const waiting = (data?.voices ?? []).filter((one) => one.state === 'waiting')
  if (waiting.length === 0) return null
  const late = waiting.filter((one) => one.isLate).length
  return (
    <Figure
      number={waiting.length}
      label={t('voices.waiting', { n: waiting.length })}
      source={t('voices.waiting.source', { late })}
      to="/voices"
    />
  )
}
