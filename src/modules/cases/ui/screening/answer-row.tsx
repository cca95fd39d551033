/* One question with its answers in a row: yes, no, does not know, will not say. None chosen is "not asked", and a second tap takes an answer back. */
import type { ReactNode } from 'react'
import { useWords } from '../../../../app/words.ts'
import type { Answer } from '../../domain/identification/answers.ts'
import { say } from '../../domain/label.ts'
import { answerLabels } from '../../domain/identification/labels-answers.ts'
import { TapRow } from './tap-row.tsx'

const offered = ['YES', 'NO', 'UNKNOWN', 'DECLINED'] as const
export interface AnswerRowProps {
  readonly question: string
  readonly value: Answer
  readonly onValue: (answer: Answer) => void
  readonly children?: ReactNode
}
export function AnswerRow({ question, value, onValue, children }: AnswerRowProps) {
  const { language } = useWords()
  return (
    <TapRow
      question={question}
      options={offered.map((one) => ({ value: one, label: say(answerLabels, one, language) }))}
      isOn={(one) => value === one}
      onTap={(one) => onValue(value === one ? 'NOT_ASKED' : one)}
    >
      {children}
    </TapRow>
  )
}
