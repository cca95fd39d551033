/* Communal work or forced labour under its name: five conditions and who benefits, with what follows said at once. The test is ours (D). */
import { Note, Source } from '../../../../app/kit/panel.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { useWords } from '../../../../app/words.ts'
import { say } from '../../domain/label.ts'
import { salongoBeneficiaryLabels, salongoOutcomeLabels, salongoQuestionLabels } from '../../domain/identification/labels-form.ts'
import { salongo, salongoBeneficiaries, salongoQuestions } from '../../domain/identification/salongo.ts'
import { AnswerRow } from './answer-row.tsx'
import { salongoOf } from './draft-facts.ts'
import type { PartProps } from './part-props.ts'

export function SalongoPart({ draft, change }: PartProps) {
  const { t, language } = useWords()
  const facts = salongoOf(draft)
  if (facts === null) return null
  const { outcome } = salongo(facts)
  const { salongo: given } = draft
  return (
    <div className="answers apart">
      <div className="grow">
        {salongoQuestions.map((question) => (
          <AnswerRow
            key={question}
            question={say(salongoQuestionLabels, question, language)}
            value={given.answers[question] ?? 'NOT_ASKED'}
            onValue={(answer) => change({ salongo: { ...given, answers: { ...given.answers, [question]: answer } } })}
          />
        ))}
        <Choice
          legend={t('interview.salongo.benefits')}
          value={given.benefits}
          options={salongoBeneficiaries.map((value) => ({ value, label: say(salongoBeneficiaryLabels, value, language) }))}
          onValue={(benefits) => change({ salongo: { ...given, benefits } })}
        />
        <Note tone={outcome === 'ask-about-forced-labour' ? 'warn' : 'calm'} live>
          {say(salongoOutcomeLabels, outcome, language)}
        </Note>
        <Source>{t('interview.salongo.source')}</Source>
      </div>
    </div>
  )
}
