/* One question with a list behind it: several may be named, or "no", "does not know", "will not say" instead. */
import { useId } from 'react'
import { useWords } from '../../../../app/words.ts'
import type { Answer } from '../../domain/identification/answers.ts'
import { type Labels, say } from '../../domain/label.ts'
import { answerLabels } from '../../domain/identification/labels-answers.ts'

export interface ListRowProps<Value extends string> {
  readonly question: string
  readonly values: readonly Value[]
  readonly labels: Labels<Value>
  readonly named: readonly string[]
  readonly onNamed: (value: Value, is: boolean) => void
  /** Absent where not naming anything says enough. */
  readonly answer?: Answer
  readonly onAnswer?: (answer: Answer) => void
}
const instead = ['NO', 'UNKNOWN', 'DECLINED'] as const

export function ListRow<Value extends string>({ question, values, labels, named, onNamed, answer, onAnswer }: ListRowProps<Value>) {
  const { language } = useWords()
  const id = useId()
  return (
    <div className="answer-row" role="group" aria-labelledby={id}>
      <span id={id}>{question}</span>
      <div className="answers">
        {values.map((one) => (
          <button key={one} type="button" aria-pressed={named.includes(one)} onClick={() => onNamed(one, !named.includes(one))}>
            {say(labels, one, language)}
          </button>
        ))}
      </div>
      {onAnswer && (
        <div className="answers apart">
          {instead.map((one) => (
            <button key={one} type="button" aria-pressed={answer === one} onClick={() => onAnswer(answer === one ? 'NOT_ASKED' : one)}>
              {say(answerLabels, one, language)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
