/*
Telephone numbers in what people write. The sender's own is taken out as it comes, however it is spelled: identity never stays with a report.
Others may be somebody's too and are hidden from readers until one of them asks, which is written down. It refuses to know whose they are; a
guess by form, in doubt a number.
*/
/** Digits as other scripts and keyboards write them; nothing else of the text changes. */
const ZEROS = [0x06_60, 0x06_f0, 0xff_10] as const
const western = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (one) => {
    const code = one.codePointAt(0) ?? 0
    const zero = ZEROS.findLast((from) => from <= code) ?? code
    return String(code - zero)
  })

export const HIDDEN = '[…]'
const BETWEEN = String.raw`[\s.\-–—_/()]{0,3}`
/** As some type a nought and a one. */
const spelling = (digit: string): string => (digit === '0' ? '[0oO]' : digit === '1' ? '[1lI]' : digit)
const NATIONAL_DIGITS = 9

/** The text without the number of who sent it: with or without country code or nought, with anything between the digits. */
export function withoutSender(text: string, from: string): string {
  const digits = western(from).replace(/\D/g, '')
  // A sender by a name or a short number is no telephone.
  if (digits.length < 7) return text
  const own = digits.slice(-NATIONAL_DIGITS)
  const country = digits.slice(0, -NATIONAL_DIGITS)
  const spelled = (number: string): string => Array.from(number).map(spelling).join(BETWEEN)
  const lead = [
    String.raw`(?:(?:\+|[0oO]{2})${BETWEEN})?`,
    country === '' ? '' : `(?:${spelled(country)}${BETWEEN})?`,
    String.raw`(?:\(?[0oO]\)?${BETWEEN})?`,
  ].join('')
  const whole = new RegExp(String.raw`(?<![\d])${lead}${spelled(own)}(?!\d)`, 'g')
  return western(text).replace(whole, HIDDEN)
}

/** With a plus, two noughts or the country's code; or national: a nought and nine digits, or nine that begin as mobile numbers do. */
const LIKE_NUMBER = new RegExp(
  [
    String.raw`(?<!\d)(?:`,
    [
      String.raw`(?:\+|00)${BETWEEN}(?:\d${BETWEEN}){8,14}\d`,
      String.raw`2\d\d${BETWEEN}(?:\d${BETWEEN}){8}\d`,
      String.raw`0${BETWEEN}(?:\d${BETWEEN}){8}\d`,
      String.raw`[789]\d(?:${BETWEEN}\d){7}`,
    ].join('|'),
    String.raw`)(?!\d)`,
  ].join(''),
  'g',
)
export function maskNumbers(text: string): { readonly text: string; readonly found: number } {
  let found = 0
  const masked = western(text).replace(LIKE_NUMBER, () => {
    found += 1
    return HIDDEN
  })
  return { text: found === 0 ? text : masked, found }
}
