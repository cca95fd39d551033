/* One question with a list behind it: several may be named, or "no", "does not know", "will not say" instead. */
import { useWords } from '../../../../app/words.ts'
import type { Answer } from '../../domain/identification/answers.ts'
import { type Labels, say } from '../../domain/label.ts'
import { answerLabels } from '../../domain/identification/labels-answers.ts'
import { TapRow } from './tap-row.tsx'

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
  return (
    <TapRow
      question={question}
      options={values.map((value) => ({ value, label: say(labels, value, language) }))}
      isOn={(one) => named.includes(one)}
      onTap={(one) => onNamed(one, !named.includes(one))}
    >
      {onAnswer && (
        <div className="answers apart">
          {instead.map((one) => (
            <button key={one} type="button" aria-pressed={answer === one} onClick={() => onAnswer(answer === one ? 'NOT_ASKED' : one)}>
              {say(answerLabels, one, language)}
            </button>
          ))}
        </div>
      )}
    </TapRow>
  )
}
