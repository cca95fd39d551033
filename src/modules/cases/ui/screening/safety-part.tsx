/* S0: safety before anything else, and again at any moment. A danger that nobody rules out is one; the form waits until it is settled. */
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { Answer } from '../../domain/identification/answers.ts'
import { say } from '../../domain/label.ts'
import type { FormQuestionCode } from '../../domain/identification/screening-form.ts'
import { AnswerRow } from './answer-row.tsx'
import type { PartProps } from './part-props.ts'
import { questionLabels } from './question-labels.ts'
import type { ScreeningDraft } from './screening-draft.ts'
import { sourceLabels, sources } from './screening-lists.ts'

type Asked = Exclude<keyof ScreeningDraft['safety'], 'dangerSettled'>
const rows: readonly (readonly [Asked, FormQuestionCode])[] = [
  ['immediateDanger', 'immediate-danger'],
  ['privatePlace', 'private-place'],
  ['guardsNear', 'exploiter-or-guards-near'],
  ['nobodyElsePresent', 'nobody-else-present'],
  ['safeTelephone', 'safe-telephone'],
]
export function SafetyPart({ draft, change }: Pick<PartProps, 'draft' | 'change'>) {
  const { t, language } = useWords()
  const { safety, interviewer } = draft
  // A danger that is noted anew is not settled yet.
  const answer = (name: Asked, value: Answer) =>
    change({ safety: { ...safety, [name]: value, dangerSettled: name === 'immediateDanger' ? false : safety.dangerSettled } })
  return (
    <>
      {rows.map(([name, question]) => (
        <AnswerRow
          key={name}
          question={say(questionLabels, question, language)}
          value={safety[name]}
          onValue={(value) => answer(name, value)}
        />
      ))}
      <SelectField
        label={t('interview.source')}
        value={draft.source}
        options={sources.map((value) => ({ value, label: say(sourceLabels, value, language) }))}
        onValue={(source) => change({ source })}
      />
      <div className="field" role="group" aria-label={t('interview.trained')}>
        <strong>{t('interview.trained')}</strong>
        <span className="hint">{t('interview.trained.hint')}</span>
        <CheckChoice
          label={t('interview.trained.children')}
          checked={interviewer.trainedForChildren}
          onChecked={(trainedForChildren) => change({ interviewer: { ...interviewer, trainedForChildren } })}
        />
        <CheckChoice
          label={t('interview.trained.sexual')}
          checked={interviewer.trainedForSexualViolence}
          onChecked={(trainedForSexualViolence) => change({ interviewer: { ...interviewer, trainedForSexualViolence } })}
        />
      </div>
    </>
  )
}

/** What to do now; the interview waits below it. */
export function SafetyProtocol({ draft, change }: Pick<PartProps, 'draft' | 'change'>) {
  const { t } = useWords()
  return (
    <Note tone="red" live>
      <div className="stack">
        <strong>{t('interview.protocol')}</strong>
        <ol>
          <li>{t('interview.protocol.1')}</li>
          <li>{t('interview.protocol.2')}</li>
          <li>{t('interview.protocol.3')}</li>
          <li>{t('interview.protocol.4')}</li>
        </ol>
        <div className="form-actions">
          <Button onClick={() => change({ safety: { ...draft.safety, dangerSettled: true } })}>{t('interview.protocol.settled')}</Button>
        </div>
      </div>
    </Note>
  )
}
