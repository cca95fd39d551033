/* What a release keeps back and why, in words that a colleague can repeat. */
import { useWords } from '../../../app/words.ts'
import type { KeptBack, ReleasePreview } from '../contract.ts'

export function KeptBackList({ keptBack, k }: { readonly keptBack: KeptBack; readonly k: number }) {
  const { t } = useWords()
  const { belowMinimum, complement, blanked } = keptBack
  if (belowMinimum === 0 && complement === 0 && blanked.length === 0) return <p>{t('figures.nothing-kept')}</p>
  return (
    <ul>
      {belowMinimum > 0 && <li>{t('figures.below', { n: belowMinimum, k })}</li>}
      {complement > 0 && <li>{t('figures.complement', { n: complement })}</li>}
      {blanked.map(({ column, values }) => (
        <li key={column}>{t('figures.blanked', { column, n: values })}</li>
      ))}
    </ul>
  )
}

/** Before the approval: whether anything is kept back, not how much. */
export function KeptBackSteps({ keptBack }: { readonly keptBack: ReleasePreview['keptBack'] }) {
  const { t } = useWords()
  const { belowMinimum, complement, blanked } = keptBack
  if (!belowMinimum && !complement && blanked.length === 0) return <p>{t('figures.nothing-kept')}</p>
  return (
    <ul>
      {belowMinimum && <li>{t('figures.some.below')}</li>}
      {complement && <li>{t('figures.some.complement')}</li>}
      {blanked.map((column) => (
        <li key={column}>{t('figures.some.blanked', { column })}</li>
      ))}
    </ul>
  )
}
