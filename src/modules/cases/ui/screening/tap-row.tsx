/* One question with what may be tapped in a row; what a tap does to the others is the business of who asks. */
import { type ReactNode, useId } from 'react'

export interface Tap<Value> {
  readonly value: Value
  readonly label: string
}
export interface TapRowProps<Value> {
  readonly question: string
  readonly options: readonly Tap<Value>[]
  readonly isOn: (value: Value) => boolean
  readonly onTap: (value: Value) => void
  /** Below the row. */
  readonly children?: ReactNode
}
export function TapRow<Value extends string | number>({ question, options, isOn, onTap, children }: TapRowProps<Value>) {
  const id = useId()
  return (
    <div className="answer-row" role="group" aria-labelledby={id}>
      <span id={id}>{question}</span>
      <div className="answers">
        {options.map(({ value, label }) => (
          <button key={value} type="button" aria-pressed={isOn(value)} onClick={() => onTap(value)}>
            {label}
          </button>
        ))}
      </div>
      {children}
    </div>
  )
}

/** Several that may stand together; a second tap takes one back. */
export function TapSeveral<Value extends string | number>({
  chosen,
  onChosen,
  ...row
}: Pick<TapRowProps<Value>, 'question' | 'options'> & {
  readonly chosen: readonly Value[]
  readonly onChosen: (chosen: readonly Value[]) => void
}) {
  return (
    <TapRow
      {...row}
      isOn={(value) => chosen.includes(value)}
      onTap={(value) => onChosen(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])}
    />
  )
}
