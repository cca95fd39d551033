/* An address that no screen has. */
import { LinkButton } from '../kit/button.tsx'
import { EmptyState } from '../kit/states.tsx'
import { useWords } from '../words.ts'

export function NotFound() {
  const { t } = useWords()
  return (
    <EmptyState title={t('app.not-found')}>
      <p>{t('app.not-found.do')}</p>
      <LinkButton to="/">{t('app.home')}</LinkButton>
    </EmptyState>
  )
}
