/*
The text on a printed tag, and how a number that somebody read from a bag finds the batch in which it was printed. It knows no
schema library, because the telephone at the scale carries it. It refuses to know sites' statuses and lots.
*/
/** How the numbers of a batch are printed: `series`, then `digits` digits, then one check digit where `luhn` says so. */
export interface TagPrint {
  readonly series: string
  readonly digits: number
  readonly from: number
  readonly to: number
  readonly checkDigit: 'none' | 'luhn'
}

/** Upper case, no blanks: what a person reads and what a scanner reads become one text. */
export const normaliseTag = (tag: string): string => tag.replace(/\s+/g, '').toUpperCase()

/** The text on the tag with this number, e.g. `ITSCI-0001234`. */
export function tagText(print: Pick<TagPrint, 'series' | 'digits' | 'checkDigit'>, number: number): string {
  const digits = String(number).padStart(print.digits, '0')
  return `${print.series}${digits}${print.checkDigit === 'luhn' ? checkDigitOf(digits) : ''}`
}

/** Prefix and closing run of digits of a tag; `null` when it does not end in a digit (or in more than 15 of them). */
export function splitTag(tag: string): { readonly series: string; readonly run: string } | null {
  const found = /^(.*?)(\d{1,15})$/.exec(tag)
  const [series, run] = [found?.[1], found?.[2]]
  return series === undefined || run === undefined || /\d$/.test(series) ? null : { series, run }
}

/** The number of `tag` within the batch, or why it is not one of its tags. */
export function numberIn(print: TagPrint, tag: string): { readonly number: number } | 'not-in-batch' | 'wrong-check-digit' {
  const parts = splitTag(tag)
  const checked = print.checkDigit === 'luhn'
  if (!parts || parts.series !== print.series || parts.run.length !== print.digits + (checked ? 1 : 0)) return 'not-in-batch'
  const digits = parts.run.slice(0, print.digits)
  const number = Number(digits)
  if (number < print.from || number > print.to) return 'not-in-batch'
  if (checked && parts.run.slice(-1) !== checkDigitOf(digits)) return 'wrong-check-digit'
  return { number }
}

/** Mod 10 (Luhn): finds every single wrong digit and almost every swap of two neighbours. */
export function checkDigitOf(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighted = place % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (weighted > 9 ? weighted - 9 : weighted)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}
