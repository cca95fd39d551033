/* A field says its name, its hint and its fault in words that a screen reader hears with it. */
import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { useWords } from '../words.ts'

interface FieldFrame {
  readonly label: string
  readonly hint?: string | undefined
  /** What is wrong and what to write instead; absent when nothing is. */
  readonly fault?: string | undefined
}
interface FieldWiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** The frame around any input: `children` receives the id and the descriptions to wire. */
export function Field({ label, hint, fault, children }: FieldFrame & { readonly children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({ id, 'aria-describedby': described === '' ? undefined : described, 'aria-invalid': fault ? true : undefined })}
      {fault && (
        <span className="fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </div>
  )
}

/**
 * What a field of sealed text asks of the browser: to remember nothing, to suggest nothing, to send nothing away for spelling or translation. A browser
 * may refuse; that is why nothing sealed is put into a field before its holder asked to see it.
 */
const sealedInput = {
  ...({ autoComplete: 'off', autoCorrect: 'off', autoCapitalize: 'off', spellCheck: false, translate: 'no' } as const),
  ...({ 'data-1p-ignore': 'true', 'data-lpignore': 'true', 'data-form-type': 'other' } as const),
}
interface Sealable {
  /** Holds what is sealed before it leaves: words about a person, a passphrase, a code. */
  readonly sealed?: boolean
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'>
export interface TextFieldProps extends FieldFrame, Sealable, InputProps {
  readonly value: string
  readonly onValue: (value: string) => void
}
/** One line of text; pass `type`, `inputMode`, `autoComplete`, `required` as for an input. */
export function TextField({ label, hint, fault, value, onValue, sealed = false, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(wiring) => (
        <input
          className="input"
          {...input}
          {...(sealed ? sealedInput : {})}
          {...wiring}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}

export interface LongTextFieldProps extends FieldFrame, Sealable {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly required?: boolean
  readonly rows?: number
  /** The server's limit in letters; from four fifths on, the field says how many there are. */
  readonly maxLength?: number
}
export function LongTextField({ label, hint, fault, value, onValue, sealed = false, ...area }: LongTextFieldProps) {
  const { t } = useWords()
  const { maxLength: most } = area
  const counted = most !== undefined && value.length >= most * 0.8 ? t('field.letters', { n: value.length, most }) : undefined
  return (
    <Field label={label} hint={[hint, counted].filter(Boolean).join(' · ')} fault={fault}>
      {(wiring) => (
        <textarea
          className="input"
          {...area}
          {...(sealed ? sealedInput : {})}
          {...wiring}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A day: `YYYY-MM-DD` or empty. */
export function DateField(props: Omit<TextFieldProps, 'type'>) {
  return <TextField {...props} type="date" />
}

export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: string
}
export interface SelectFieldProps<Value extends string> extends FieldFrame {
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly onValue: (value: Value) => void
  readonly required?: boolean
}
/** A choice from many; the device's own list, which works best on small phones. */
export function SelectField<Value extends string>({ label, hint, fault, value, options, onValue, required }: SelectFieldProps<Value>) {
  const choose = (text: string) => {
    const found = options.find((option) => option.value === text)
    if (found) onValue(found.value)
  }
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(wiring) => (
        <select className="input" {...wiring} required={required} value={value} onChange={(event) => choose(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
