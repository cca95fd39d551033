/* A mass of gold in grams to the milligram, and its fineness with the way it was found; beneath each what will be written. */
import { SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import { finenessOf, milligramsOf } from './gold-figures.ts'

export interface GoldMassProps {
  readonly label: string
  readonly value: string
  readonly onValue: (text: string) => void
  readonly required?: boolean
}
export function GoldMassField({ label, value, onValue, required = true }: GoldMassProps) {
  const { t, language } = useWords()
  const milligrams = milligramsOf(value)
  return (
    <TextField
      label={label}
      hint={milligrams === null ? t('gold.mass.hint') : t('gold.mass.echo', { milligrams: numberText(language, milligrams) })}
      fault={value.trim() !== '' && milligrams === null ? t('gold.mass.fault') : undefined}
      value={value}
      onValue={onValue}
      inputMode="decimal"
      autoComplete="off"
      required={required}
    />
  )
}

const methods = ['touchstone', 'xrf', 'fire-assay'] as const
export type Method = (typeof methods)[number]
export interface FinenessTexts {
  readonly fineness: string
  readonly method: string
  readonly uncertainty: string
}
/** As it is sent; `null` while there is no fineness. */
export function finenessData({ fineness, method, uncertainty }: FinenessTexts) {
  const finenessTenthsPerMille = finenessOf(fineness)
  const about = finenessOf(uncertainty)
  if (finenessTenthsPerMille === null) return null
  const finenessMethod = methods.find((one) => one === method) ?? 'touchstone'
  return { finenessTenthsPerMille, finenessMethod, ...(about === null ? {} : { uncertaintyTenthsPerMille: about }) }
}
export function FinenessFields({ texts, set }: { readonly texts: FinenessTexts; readonly set: (part: Partial<FinenessTexts>) => void }) {
  const { t } = useWords()
  const wrong = (text: string): string | undefined =>
    text.trim() !== '' && finenessOf(text) === null ? t('gold.fineness.fault') : undefined
  return (
    <>
      <TextField
        label={t('gold.fineness')}
        hint={t('gold.fineness.hint')}
        fault={wrong(texts.fineness)}
        value={texts.fineness}
        onValue={(fineness) => set({ fineness })}
        inputMode="decimal"
        autoComplete="off"
        required
      />
      <SelectField
        label={t('gold.method')}
        value={texts.method}
        options={methods.map((one) => ({ value: one, label: t(`gold.method.${one}`) }))}
        onValue={(method) => set({ method })}
      />
      <TextField
        label={t('gold.uncertainty')}
        fault={wrong(texts.uncertainty)}
        value={texts.uncertainty}
        onValue={(uncertainty) => set({ uncertainty })}
        inputMode="decimal"
        autoComplete="off"
      />
    </>
  )
}
