/* An address that no screen has. */
import { LinkButton } from '../kit/button.tsx'
import { Page } from '../kit/page.tsx'
import { EmptyState } from '../kit/states.tsx'
import { useWords } from '../words.ts'

export function NotFound() {
  const { t } = useWords()
  return (
    <Page title={t('app.not-found')}>
      <EmptyState title={t('app.not-found.do')}>
        <LinkButton to="/">{t('app.home')}</LinkButton>
      </EmptyState>
    </Page>
  )
}
