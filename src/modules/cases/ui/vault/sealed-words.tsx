/* One sealed text, opened where it is shown. What was opened lives as long as it stands on the screen and the key is open. */
import { useEffect, useState } from 'react'
import type { SealedText } from '../../contract-vault.ts'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Outcome } from '../../../../kernel/outcome.ts'
import type { Unlocked } from './unlocked.ts'
import { troubleFrom } from './use-unlocked.ts'

interface Props {
  readonly unlocked: Unlocked
  readonly caseId: string
  readonly sealed: SealedText
}
export function SealedWords({ unlocked, caseId, sealed }: Props) {
  const { t } = useWords()
  const [opened, setOpened] = useState<Outcome<string> | null>(null)
  useEffect(() => {
    let isShown = true
    void unlocked.openText(caseId, sealed).then((answer) => isShown && setOpened(answer))
    return () => {
      isShown = false
      setOpened(null)
    }
  }, [unlocked, caseId, sealed])
  if (opened === null) return <span className="small">{t('keys.sealed.opening')}</span>
  if (!opened.ok) return <ErrorState error={troubleFrom(opened.refusal)} />
  // Translators and extensions of the browser send what they read elsewhere.
  return (
    <span className="sealed-words" translate="no">
      {opened.value}
    </span>
  )
}
