/* Enrolling from within the app: a browser that was a desk until now, or another person on an open telephone. */
import { Page } from '../../../app/kit/page.tsx'
import { useWords } from '../../../app/words.ts'
import { EnrolFlow } from './lock/enrol-flow.tsx'
import './phone.css'

export function EnrolScreen() {
  const { t } = useWords()
  return (
    <Page title={t('enrol.title')}>
      <div className="stack narrow">
        <EnrolFlow />
      </div>
    </Page>
  )
}
