/* The head of a case: where it stands in words, how urgent it is, and what can be done next. */
import { useState } from 'react'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { accepted } from '../../../../kernel/outcome.ts'
import { caseStateLabels, caseStepLabels, caseTypeLabels } from '../../domain/case/case-labels.ts'
import type { CaseStep } from '../../domain/case/case-words.ts'
import type { OneCommand } from '../../domain/file/file-words.ts'
import { label, say } from '../../domain/label.ts'
import { isChild } from '../../domain/profile/profile.ts'
import { RiskMark } from './marks.tsx'
import { nextSteps } from './next-steps.ts'
import type { CaseWork } from './use-case.ts'
import { useSteps } from './use-steps.ts'

const grounds = {
  'risk-changed': label('Le risque a changé', 'The risk has changed'),
  'need-changed': label('Les besoins ont changé', 'Needs have changed'),
  'at-request': label('La personne le demande', 'The person asks for it'),
  review: label('Après une revue', 'After a review'),
} as const
const groundCodes = ['risk-changed', 'need-changed', 'at-request', 'review'] as const

export function Head({ work, goTo }: { readonly work: CaseWork; readonly goTo: (part: string) => void }) {
  const { t, language } = useWords()
  const { file, profile } = work.whole
  const level = file.ratings.at(-1)?.level
  const state = file.standing.at
  return (
    <div className="stack">
      <div className="row tight">
        <RiskMark level={level ?? 'high'} isRated={level !== undefined} />
        {state !== null && <strong>{say(caseStateLabels, state, language)}</strong>}
        <span className="small">
          {[file.type === null ? '' : say(caseTypeLabels, file.type, language), profile && isChild(profile) ? t('cases.child') : '']
            .filter((one) => one !== '')
            .join(' · ')}
        </span>
      </div>
      {work.answer?.standing === 'supervisor' && <Note tone="calm">{t('case.as-supervisor')}</Note>}
      {work.answer?.standing === 'guest' && <Note>{t('case.as-guest')}</Note>}
      {work.whole.access.mustRenew.size > 0 && <Note>{t('case.must-renew')}</Note>}
      <Next work={work} goTo={goTo} />
    </div>
  )
}
function Next({ work, goTo }: { readonly work: CaseWork; readonly goTo: (part: string) => void }) {
  const { t, language } = useWords()
  const { act, sending, error } = useSteps(work)
  const [because, setBecause] = useState<(typeof groundCodes)[number]>('risk-changed')
  const screening = [...work.whole.screenings.values()].findLast((one) => one.isComplete)?.assessment ?? null
  const offered = nextSteps(work.whole, { maySupervise: work.may('cases.supervise') })
  const standing = work.answer?.standing
  // Who only reads, holds or protects takes no step of the case: the server would answer as for one that is not there.
  if (offered.length === 0 || standing === 'protector' || standing === 'guest' || standing === 'witness-reader') return null
  return (
    <div className="stack no-print">
      {offered.some((one) => one.step === 'need-reassessment') && (
        <SelectField
          label={t('case.reassess')}
          value={because}
          onValue={setBecause}
          options={groundCodes.map((value) => ({ value, label: grounds[value][language] }))}
        />
      )}
      <div className="row tight" role="group" aria-label={t('case.next')}>
        {offered.some((one) => one.step === 'screen') && screening === null && work.may('cases.work') && (
          <LinkButton kind="primary" to={`/cases/${work.case}/interview`}>
            {t('case.interview')}
          </LinkButton>
        )}
        {offered.map((one) => (
          <Button
            key={one.step}
            busy={sending}
            onClick={() =>
              one.how === 'part' ? goTo(one.part) : void act(() => accepted({ all: plain(one.step, { because, screening }) }))
            }
          >
            {one.step === 'screen' && screening === null ? t('case.paper-interview') : say(caseStepLabels, one.step, language)}
          </Button>
        ))}
      </div>
      {error !== null && <ErrorState error={error} />}
    </div>
  )
}
interface Plain {
  readonly because: (typeof groundCodes)[number]
  readonly screening: string | null
}
function plain(step: CaseStep, { because, screening }: Plain): readonly OneCommand[] {
  switch (step) {
    case 'obtain-consent':
    case 'submit-assessment':
    case 'finish-services':
      return [{ about: 'case', ask: { step } }]
    // Held on paper: the sheet stays in the cupboard, the file says that it was complete.
    case 'screen':
      return [{ about: 'case', ask: { step, screening: screening ?? 'paper', isComplete: true } }]
    case 'need-reassessment':
      return [{ about: 'case', ask: { step, because } }]
    default:
      return []
  }
}
