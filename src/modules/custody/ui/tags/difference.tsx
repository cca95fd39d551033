/* The difference of a count in words: even, so many missing, so many too many, or a day that is not closed. */
import { useWords } from '../../../../app/words.ts'

export function DifferenceText({ difference }: { readonly difference: number | null }) {
  const { t } = useWords()
  if (difference === null) return <span className="small">{t('tags.box.open')}</span>
  if (difference === 0) return <span>{t('tags.box.even')}</span>
  const n = Math.abs(difference)
  return <strong>{difference > 0 ? t('tags.box.missing', { n }) : t('tags.box.toomany', { n })}</strong>
}
