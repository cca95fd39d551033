/* Home says what waits for the person, not what the system can do. */
import { Page } from '../kit/page.tsx'
import { useWords } from '../words.ts'

export function HomeScreen() {
  const { t } = useWords()
  return <Page title={t('home.title')}>{null}</Page>
}
