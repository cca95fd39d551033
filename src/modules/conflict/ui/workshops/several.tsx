/* Any of a list of codes, as boxes beside each other; kept in the order of the list. */
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import type { Option } from '../../../../app/kit/field.tsx'

interface SeveralProps<Value extends string> {
  readonly legend: string
  readonly options: readonly Option<Value>[]
  readonly chosen: readonly Value[]
  readonly set: (chosen: Value[]) => void
}
export function Several<Value extends string>({ legend, options, chosen, set }: SeveralProps<Value>) {
  const values = options.map((one) => one.value)
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="field-row choices-row">
        {options.map(({ value, label }) => (
          <CheckChoice
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChecked={(on) => set(values.filter((one) => (one === value ? on : chosen.includes(one))))}
          />
        ))}
      </div>
    </fieldset>
  )
}
