/* Long lists by pages: what is on this page is said, and there is a way to the next and back. */
import { Button } from '../../../../app/kit/button.tsx'
import { useWords } from '../../../../app/words.ts'

export interface Paged {
  /** From zero. */
  readonly page: number
  readonly size: number
  /** All lines; where only the page is known, as many as lead to the next. */
  readonly of: number
}
export const pageOf = <Line,>(lines: readonly Line[], { page, size }: Paged): readonly Line[] => lines.slice(page * size, (page + 1) * size)
export const hasNext = ({ page, size, of }: Paged): boolean => of > (page + 1) * size

export function Pages({ paged, onPage }: { readonly paged: Paged; readonly onPage: (page: number) => void }) {
  const { t } = useWords()
  const { page } = paged
  if (page === 0 && !hasNext(paged)) return null
  return (
    <nav className="row tight no-print" aria-label={t('pages.title')}>
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t('pages.before')}
      </Button>
      <span className="small">{t('pages.here', { n: page + 1 })}</span>
      <Button disabled={!hasNext(paged)} onClick={() => onPage(page + 1)}>
        {t('pages.next')}
      </Button>
    </nav>
  )
}
