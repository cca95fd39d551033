/* S1: consent to the interview, each item explained one by one; language and interpreter first, because without them nothing is explained. */
import { Choice, CheckChoice } from '../../../../app/kit/choice.tsx'
import { SelectField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import { consentFormLabels, explainedLabels } from '../../domain/identification/labels-form.ts'
import { consentForms, explainedItems } from '../../domain/identification/screening-flow.ts'
import { AnswerRow } from './answer-row.tsx'
import { explainedTexts } from './explained-texts.ts'
import type { PartProps } from './part-props.ts'
import { questionLabels } from './question-labels.ts'
import { toggled } from './screening-draft.ts'
import { interpreterLabels, interpreters, spokenLanguageLabels, spokenLanguages } from './screening-lists.ts'

export function ConsentPart({ draft, change }: Pick<PartProps, 'draft' | 'change'>) {
  const { t, language } = useWords()
  const { consent } = draft
  const set = (part: Partial<typeof consent>) => change({ consent: { ...consent, ...part } })
  return (
    <>
      <SelectField
        label={say(questionLabels, 'language', language)}
        value={consent.language}
        options={[
          { value: '', label: t('interview.choose') },
          ...spokenLanguages.map((value) => ({ value, label: say(spokenLanguageLabels, value, language) })),
        ]}
        onValue={(value) => set({ language: value })}
      />
      <Choice
        legend={say(questionLabels, 'interpreter', language)}
        value={consent.interpreter}
        options={interpreters.map((value) => ({ value, label: say(interpreterLabels, value, language) }))}
        onValue={(interpreter) => set({ interpreter })}
      />
      <AnswerRow
        question={say(questionLabels, 'choice-of-interviewer', language)}
        value={consent.choiceOfInterviewer}
        onValue={(choiceOfInterviewer) => set({ choiceOfInterviewer })}
      />
      <div className="field" role="group" aria-label={t('interview.explain')}>
        <strong>{t('interview.explain')}</strong>
        <span className="hint">{t('interview.explain.hint')}</span>
        <div className="choices">
          {explainedItems.map((item) => (
            <CheckChoice
              key={item}
              label={say(explainedLabels, item, language)}
              hint={say(explainedTexts, item, language)}
              checked={consent.explained.includes(item)}
              onChecked={(is) => set({ explained: toggled(consent.explained, item, is) })}
            />
          ))}
        </div>
      </div>
      <AnswerRow
        question={say(questionLabels, 'consent-to-interview', language)}
        value={consent.answer}
        onValue={(answer) => set({ answer })}
      />
      {consent.answer === 'YES' && (
        <Choice
          legend={say(questionLabels, 'form-of-consent', language)}
          value={consent.form}
          options={consentForms.map((value) => ({ value, label: say(consentFormLabels, value, language) }))}
          onValue={(form) => set({ form })}
        />
      )}
    </>
  )
}
