/* One question with its few answers as buttons; the chosen one is pressed. */
import { Button } from '../../../../app/kit/button.tsx'

interface AskRowProps<Value extends string> {
  readonly question: string
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value | undefined
  readonly onValue: (value: Value) => void
}
export function AskRow<Value extends string>({ question, options, value, onValue }: AskRowProps<Value>) {
  return (
    <div className="desk-question" role="group" aria-label={question}>
      <span>{question}</span>
      <div className="desk-answers">
        {options.map((one) => (
          <Button
            key={one.value}
            kind={one.value === value ? 'primary' : 'plain'}
            aria-pressed={one.value === value}
            onClick={() => onValue(one.value)}
          >
            {one.label}
          </Button>
        ))}
      </div>
    </div>
  )
}
