/* A mass as it is read off a scale: kilograms with comma or point, and beneath it the grams that will be written. */
import { TextField } from '../../../../app/kit/field.tsx'
import { numberText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import { gramsFromKilograms } from './kilograms.ts'

export interface MassFieldProps {
  readonly label: string
  /** As typed; the caller keeps the text and reads grams from it with `gramsOf`. */
  readonly value: string
  readonly onValue: (text: string) => void
  readonly hint?: string
  readonly required?: boolean
}
export function MassField({ label, value, onValue, hint, required = true }: MassFieldProps) {
  const { t, language } = useWords()
  const typed = value.trim() === '' ? null : gramsFromKilograms(value)
  const echo = typed?.ok ? t('mass.echo', { grams: numberText(language, typed.grams) }) : (hint ?? t('mass.hint'))
  return (
    <TextField
      label={label}
      hint={echo}
      fault={typed && !typed.ok ? t(`mass.fault.${typed.fault}`) : undefined}
      value={value}
      onValue={onValue}
      inputMode="decimal"
      autoComplete="off"
      required={required}
    />
  )
}

/** Whole grams of a typed mass, or null while it is empty or not a mass. */
export function gramsOf(text: string): number | null {
  const typed = gramsFromKilograms(text)
  return typed.ok ? typed.grams : null
}
