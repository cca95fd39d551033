/*
An interview with somebody whose case is open already. The case is looked at before (a look that its team sees), because its keys are what the words are
sealed to; nothing that was told before is shown here.
*/
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { Loading } from '../../../../app/kit/states.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { CaseAbsent } from '../file/case-absent.tsx'
import { type CaseWork, useCase } from '../file/use-case.ts'
import { Interview, senderOf } from './screening-screen.tsx'
import { attachScreening } from './submit-screening.ts'

export function AddedInterviewScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const me = useMe().data
  const work = useCase(params['case'] ?? '')
  const { error, loading, again } = work.asked
  const { subject } = work.whole.file
  return (
    <Page
      title={t('interview.title')}
      under={t('interview.under')}
      crumbs={<AppLink to={`/cases/${work.case}`}>{subject ?? t('case.page')}</AppLink>}
      discreet
    >
      {loading && <Loading />}
      {error && work.answer === undefined && <CaseAbsent error={error} again={again} />}
      {work.answer !== undefined && me !== undefined && subject !== null && (
        <>
          <Note tone="calm">{t('interview.adds', { code: subject })}</Note>
          {mayAdd(work) ? (
            <Interview account={me.account} sender={senderOf(me)} submit={attachScreening(work)} into={{ case: work.case, subject }} />
          ) : (
            <Note>{t('interview.adds.not')}</Note>
          )}
        </>
      )}
    </Page>
  )
}
/** The team interviews; a file that is over takes no interview. */
const mayAdd = ({ answer, whole }: CaseWork): boolean =>
  (answer?.standing === 'owner' || answer?.standing === 'member') && takesInterview(whole.file.standing.at)
const over: readonly string[] = ['closed', 'archived', 'consent-withdrawn', 'transferred', 'not-eligible']
const takesInterview = (at: string | null): boolean => at !== null && !over.includes(at)
