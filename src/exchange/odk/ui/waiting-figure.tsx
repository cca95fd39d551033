/* How many forms wait for somebody to say where they belong; nothing at all while none does. */
import { useAnswer } from '../../../app/ask.ts'
import { Figure } from '../../../app/kit/figure.tsx'
import { useWords } from '../../../app/words.ts'
import type { SubmissionList } from '../desk-words.ts'

export function WaitingFigure() {
  const { t } = useWords()
  const { data } = useAnswer<SubmissionList>('/api/submissions?state=to-place')
  const waiting = data?.submissions.length ?? 0
  if (waiting === 0) return null
  return (
    <Figure number={waiting} label={t('submissions.waiting', { n: waiting })} source={t('submissions.waiting.source')} to="/submissions" />
  )
}
