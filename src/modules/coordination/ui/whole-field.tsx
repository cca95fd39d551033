/* A whole number between two bounds, with the words of what is wrong beside it; what is not one is `null` and goes nowhere. */
import { TextField } from '../../../app/kit/field.tsx'
import { useWords } from '../../../app/words.ts'

export interface Bounds {
  readonly min: number
  readonly max: number
}
export const wholeOrNull = (text: string, { min, max }: Bounds): number | null => {
  const n = Number(text)
  return /^\d{1,6}$/.test(text.trim()) && n >= min && n <= max ? n : null
}
export const PER_YEAR: Bounds = { min: 1, max: 52 }
export const COMPONENTS: Bounds = { min: 1, max: 20 }
export const SEATS: Bounds = { min: 1, max: 100 }
export const VOTES: Bounds = { min: 0, max: 600 }

interface Props extends Bounds {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
}
export function WholeField({ label, value, onValue, min, max }: Props) {
  const { t } = useWords()
  const isWrong = value.trim() !== '' && wholeOrNull(value, { min, max }) === null
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={value}
      onValue={onValue}
      fault={isWrong ? t('committee.whole-number', { min, max }) : undefined}
      required
    />
  )
}
