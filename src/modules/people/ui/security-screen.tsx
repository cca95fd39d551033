/* One's own account: two-step confirmation, devices, the way out everywhere. */
import { Page } from '../../../app/kit/page.tsx'
import { useWords } from '../../../app/words.ts'

export function SecurityScreen() {
  const { t } = useWords()
  return <Page title={t('security.title')}>{null}</Page>
}
