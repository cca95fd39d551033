/* Numbers as they may be told: withheld, not applicable and missing look different from each other and from zero. */
import type { Column } from '../../../app/kit/data-table.tsx'
import { numberText } from '../../../kernel/phrase.ts'
import { type Translate, type Language, useWords } from '../../../app/words.ts'
import type { Said } from '../contract.ts'
import type { ToldNumber } from '../contract-values.ts'

export const inLanguage = (language: Language, { fr, en }: Said): string => (language === 'en' ? (en ?? fr) : fr)
export const unitSign = (unit: string): string => (unit === 'percent' ? '\u00a0%' : '')
interface Saying {
  readonly t: Translate
  readonly language: Language
}
export function toldText({ t, language }: Saying, told: ToldNumber | null, unit: string): string {
  if (told === null) return '–'
  if (told.state === 'withheld') return t('projects.withheld')
  if (told.state === 'not-applicable' || told.value === null) return t('projects.not-applicable')
  return `${numberText(language, told.value)}${unitSign(unit)}`
}
export const moneyText = (language: Language, cents: number, currency: string): string =>
  `${numberText(language, cents / 100, 2)}\u00a0${currency}`
export const valueText = (language: Language, value: number | null, unit: string): string =>
  value === null ? '–' : `${numberText(language, value)}${unitSign(unit)}`
export const shareText = ({ t, language }: Saying, tenths: number | null): string =>
  tenths === null ? t('projects.not-applicable') : `${numberText(language, tenths / 10)}\u00a0%`
export function Told({ told, unit }: { readonly told: ToldNumber | null; readonly unit: string }) {
  const words = useWords()
  const text = toldText(words, told, unit)
  return told?.state === 'shown' ? <span>{text}</span> : <span className="ink-3">{text}</span>
}

/** A column of numbers that may not be told: sorted by what is, shown as what may be. */
export const toldColumn = <Row,>(
  key: string,
  header: string,
  { told, unit }: { readonly told: (row: Row) => ToldNumber | null; readonly unit: (row: Row) => string },
): Column<Row> => ({
  ...{ key, header, numeric: true, value: (row) => told(row)?.value ?? null },
  cell: (row) => <Told told={told(row)} unit={unit(row)} />,
})
/** A column of text that is made of a number. */
export const numberColumn = <Row,>(
  key: string,
  header: string,
  { value, text }: { readonly value: (row: Row) => number | null; readonly text: (row: Row) => string },
): Column<Row> => ({ ...{ key, header, numeric: true, value }, cell: text })
