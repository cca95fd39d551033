/* After the last person was removed from a telephone, often without network: what the browser is now, and what helps. It asks no server. */
import { LinkButton } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { EmptyState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'

export function LeftScreen() {
  const { t } = useWords()
  return (
    <Page title={t('phone.left')}>
      <EmptyState title={t('phone.left.title')}>
        <p>{t('phone.left.explain')}</p>
        <div className="row tight">
          <LinkButton to="/field/enrol">{t('phone.left.enrol')}</LinkButton>
          <LinkButton to="/sign-in">{t('phone.left.sign-in')}</LinkButton>
        </div>
      </EmptyState>
    </Page>
  )
}
