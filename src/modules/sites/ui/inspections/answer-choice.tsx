/* The four answers, which never look alike: a tick, a cross in a frame, a dashed ring, a bar. *Not assessed* is not *no*. */
import { RadioGroup } from 'radix-ui'
import { useWords } from '../../../../app/words.ts'
import type { Answer } from '../../domain/missions/propose-colour.ts'
import './inspection.css'

export const answers = ['met', 'violated', 'not_assessed', 'not_applicable'] as const
const signs: { readonly [Key in Answer]: { readonly path: string; readonly dash?: string } } = {
  met: { path: 'M4 13l5 5L20 6' },
  violated: { path: 'M3 3h18v18H3zM8 8l8 8M16 8l-8 8' },
  not_assessed: { path: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18', dash: '3 4' },
  not_applicable: { path: 'M4 12h16' },
}

function AnswerSign({ answer, className }: { readonly answer: Answer; readonly className?: string }) {
  const { path, dash } = signs[answer]
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <path d={path} strokeDasharray={dash} />
    </svg>
  )
}

export function AnswerMark({ answer }: { readonly answer: Answer }) {
  const { t } = useWords()
  return (
    <span className={`answer-mark answer-${answer}`} title={t(`inspect.answer.${answer}`)}>
      <AnswerSign answer={answer} />
      <span className="unseen">{t(`inspect.answer.${answer}`)}</span>
    </span>
  )
}

export interface AnswerChoiceProps {
  readonly labelledBy: string
  /** '' while nobody chose: the server's *not assessed* and an untouched question look the same on paper, not here. */
  readonly value: Answer | ''
  readonly onValue: (answer: Answer) => void
}
export function AnswerChoice({ labelledBy, value, onValue }: AnswerChoiceProps) {
  const { t } = useWords()
  const choose = (text: string) => {
    const found = answers.find((one) => one === text)
    if (found) onValue(found)
  }
  return (
    <RadioGroup.Root className="choices" aria-labelledby={labelledBy} value={value} onValueChange={choose}>
      {answers.map((answer) => (
        <RadioGroup.Item key={answer} value={answer} className={`choice answer-${answer}`}>
          <AnswerSign answer={answer} className="answer-sign" />
          <span>
            {t(`inspect.answer.${answer}`)}
            <small>{t(`inspect.answer.${answer}.hint`)}</small>
          </span>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
