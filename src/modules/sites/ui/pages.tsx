/* Forward and back through a list that the server pages. */
import { Button } from '../../../app/kit/button.tsx'
import { useWords } from '../../../app/words.ts'

export interface PagesProps {
  readonly total: number
  /** From 1. */
  readonly page: number
  readonly size: number
  readonly go: (page: number) => void
}
export function Pages({ total, page, size, go }: PagesProps) {
  const { t } = useWords()
  const pages = Math.max(1, Math.ceil(total / Math.max(1, size)))
  if (pages === 1) return null
  return (
    <nav className="row tight no-print" aria-label={t('sites.pages')}>
      <Button disabled={page <= 1} onClick={() => go(page - 1)}>
        {t('sites.previous')}
      </Button>
      <span className="small">{t('sites.page', { page, pages })}</span>
      <Button disabled={page >= pages} onClick={() => go(page + 1)}>
        {t('sites.next')}
      </Button>
    </nav>
  )
}
