/* One question with its answers in a row: yes, no, does not know, will not say. None chosen is "not asked", and a second tap takes an answer back. */
import { type ReactNode, useId } from 'react'
import { useWords } from '../../../../app/words.ts'
import type { Answer } from '../../domain/identification/answers.ts'
import { say } from '../../domain/label.ts'
import { answerLabels } from '../../domain/identification/labels-answers.ts'

const offered = ['YES', 'NO', 'UNKNOWN', 'DECLINED'] as const
export interface AnswerRowProps {
  readonly question: string
  readonly value: Answer
  readonly onValue: (answer: Answer) => void
  readonly children?: ReactNode
}
export function AnswerRow({ question, value, onValue, children }: AnswerRowProps) {
  const { language } = useWords()
  const id = useId()
  return (
    <div className="answer-row" role="group" aria-labelledby={id}>
      <span id={id}>{question}</span>
      <div className="answers">
        {offered.map((one) => (
          <button key={one} type="button" aria-pressed={value === one} onClick={() => onValue(value === one ? 'NOT_ASKED' : one)}>
            {say(answerLabels, one, language)}
          </button>
        ))}
      </div>
      {children}
    </div>
  )
}
