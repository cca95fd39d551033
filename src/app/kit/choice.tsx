/* Choices as large targets: one of few (radio), or any of few (boxes). Arrow keys move inside a group. */
import { Checkbox, RadioGroup } from 'radix-ui'
import { useId } from 'react'

export interface ChoiceOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}
export interface ChoiceProps<Value extends string> {
  readonly legend: string
  /** '' while nothing is chosen: *not asked* stays different from *no*. */
  readonly value: Value | ''
  readonly options: readonly ChoiceOption<Value>[]
  readonly onValue: (value: Value) => void
  readonly hint?: string
  readonly legendHidden?: boolean
}

export function Choice<Value extends string>({ legend, value, options, onValue, hint, legendHidden }: ChoiceProps<Value>) {
  const id = useId()
  const choose = (text: string) => {
    const found = options.find((option) => option.value === text)
    if (found) onValue(found.value)
  }
  return (
    <div className="field">
      <strong id={id} className={legendHidden ? 'unseen' : undefined}>
        {legend}
      </strong>
      {hint && <span className="hint">{hint}</span>}
      <RadioGroup.Root className="choices" aria-labelledby={id} value={value} onValueChange={choose}>
        {options.map((option) => (
          <RadioGroup.Item key={option.value} value={option.value} className="choice">
            <i aria-hidden="true" />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}

export interface CheckChoiceProps {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChecked: (checked: boolean) => void
}
export function CheckChoice({ label, hint, checked, onChecked }: CheckChoiceProps) {
  return (
    <Checkbox.Root className="choice" checked={checked} onCheckedChange={(state) => onChecked(state === true)}>
      <i aria-hidden="true" />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </Checkbox.Root>
  )
}
