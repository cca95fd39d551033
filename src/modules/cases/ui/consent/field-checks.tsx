/* A group of boxes, one for each thing that may be chosen; used for fields, bodies and what was explained. */
import { CheckChoice } from '../../../../app/kit/choice.tsx'

interface Props<Value extends string> {
  readonly legend: string
  readonly options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[]
  readonly chosen: readonly Value[]
  readonly onChosen: (chosen: readonly Value[]) => void
}
export function FieldChecks<Value extends string>({ legend, options, chosen, onChosen }: Props<Value>) {
  return (
    <div className="field" role="group" aria-label={legend}>
      <strong>{legend}</strong>
      <div className="consent-fields">
        {options.map(({ value, label, hint }) => (
          <CheckChoice
            key={value}
            label={label}
            {...(hint === undefined ? {} : { hint })}
            checked={chosen.includes(value)}
            onChecked={(isOn) => onChosen(isOn ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
        ))}
      </div>
    </div>
  )
}
