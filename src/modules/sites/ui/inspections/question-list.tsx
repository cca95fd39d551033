/* All questions with their answers at a glance; a touch goes to one. */
import { useWords } from '../../../../app/words.ts'
import type { AnswerDraft } from './draft.ts'
import { AnswerMark } from './answer-choice.tsx'
import type { Section } from './questions.ts'

export interface QuestionListProps {
  readonly sections: readonly Section[]
  readonly answers: { readonly [criterion: string]: AnswerDraft }
  readonly unsent: { readonly [criterion: string]: AnswerDraft }
  readonly current: string
  readonly go: (criterion: string) => void
}
export function QuestionList({ sections, answers, unsent, current, go }: QuestionListProps) {
  const { t, language } = useWords()
  return (
    <div className="stack question-list">
      {sections.map(({ level, questions }) => (
        <div key={level}>
          <h3 className="small">{t(`inspect.level.${level}`)}</h3>
          {questions.map((one) => (
            <button key={one.id} type="button" aria-current={one.id === current ? 'step' : undefined} onClick={() => go(one.id)}>
              <AnswerMark answer={answers[one.id]?.answer ?? 'not_assessed'} />
              <b>{one.id}</b>
              <span>
                {one.violation[language]}
                {one.id in unsent && <i> · {t('inspect.unsent')}</i>}
              </span>
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}
