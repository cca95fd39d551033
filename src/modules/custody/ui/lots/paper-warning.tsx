/* What the register of papers says of one more trip under a number, before anybody sends: out of its time, used up, more than it states. Goods may still go. */
import { useAnswer } from '../../../../app/ask.ts'
import { Note } from '../../../../app/kit/panel.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import type { PaperCheck } from '../../../documents/contract-papers.ts'

export interface PaperWarningProps {
  readonly number: string
  readonly day: string
  readonly grams: number | null
}
export function PaperWarning({ number, day, grams }: PaperWarningProps) {
  const me = useMe().data
  if (number.trim() === '' || day === '' || !mayOpen('papers.read', me)) return null
  const mass = grams === null ? '' : `&massGrams=${grams}`
  return <Asked path={`/api/paper-checks?number=${encodeURIComponent(number.trim())}&on=${day}${mass}`} />
}

function Asked({ path }: { readonly path: string }) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly checks: readonly PaperCheck[] }>(path)
  if (!data) return null
  const [check] = data.checks
  if (!check) return <p className="small">{t('act.paper.not-in-register')}</p>
  if (data.checks.length > 1) return <Note tone="warn">{t('act.paper.several', { n: data.checks.length })}</Note>
  if (check.doubts.length === 0) return <p className="small">{t('act.paper.fits')}</p>
  return (
    <Note tone="warn" live>
      {t('act.paper.doubts')}
      <ul>
        {check.doubts.map((doubt) => (
          <li key={doubt.code}>{t(`papers.doubt.${doubt.code}`, doubt.facts)}</li>
        ))}
      </ul>
    </Note>
  )
}
