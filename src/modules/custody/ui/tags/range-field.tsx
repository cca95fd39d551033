/* The first and last number of a range, as printed, typed or read by a hand scanner: a number with check digit is found in its series. */
import { TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import { readTagCode } from '../../domain/tags/tag-code.ts'
import { type TagPrint, numberIn, tagText } from '../../domain/tags/tag.ts'

export interface RangeTyped {
  readonly first: string
  readonly last: string
}
export interface Range {
  readonly from: number
  readonly to: number
}

/** The number within the series, or null: of the whole text on the tag, or of the bare digits without prefix and check digit. */
export function numberOf(print: TagPrint, typed: string): number | null {
  const read = readTagCode(typed)
  const found = read.ok ? numberIn(print, read.value.tag) : 'not-in-batch'
  if (typeof found === 'object') return found.number
  const bare = /^\d{1,14}$/.test(typed.trim()) && print.series !== '' ? Number(typed.trim()) : null
  return bare !== null && bare >= print.from && bare <= print.to ? bare : null
}
export function rangeOf(print: TagPrint, { first, last }: RangeTyped): Range | null {
  const [from, to] = [numberOf(print, first), numberOf(print, last === '' ? first : last)]
  return from === null || to === null || to < from ? null : { from, to }
}

export interface RangeFieldsProps {
  readonly print: TagPrint
  readonly value: RangeTyped
  readonly onValue: (value: RangeTyped) => void
}
export function RangeFields({ print, value, onValue }: RangeFieldsProps) {
  const { t } = useWords()
  const fault = (typed: string) => (typed !== '' && numberOf(print, typed) === null ? t('tags.range.wrong') : undefined)
  const range = rangeOf(print, value)
  return (
    <>
      <div className="field-row two">
        <TextField
          label={t('tags.first')}
          hint={t('tags.range.hint')}
          fault={fault(value.first)}
          value={value.first}
          onValue={(first) => onValue({ ...value, first })}
          required
        />
        <TextField label={t('tags.last')} fault={fault(value.last)} value={value.last} onValue={(last) => onValue({ ...value, last })} />
      </div>
      {range && (
        <p className="small" role="status">
          {t('tags.range.size', { n: range.to - range.from + 1, first: tagText(print, range.from), last: tagText(print, range.to) })}
        </p>
      )}
    </>
  )
}
