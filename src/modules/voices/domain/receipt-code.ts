/*
The code with which a person without a name comes back: twenty digits in five groups, because digits are the same in every language, can be
typed on every telephone and read out. Nineteen are drawn (63 bits), the last one checks them by Damm's table: one wrong digit or two that
changed places are found. It refuses to know where codes are kept.
*/
export const DRAWN_DIGITS = 19
const ALL_DIGITS = DRAWN_DIGITS + 1

/** A quasigroup of order ten without a fixed order of neighbours (H. M. Damm, 2004). */
const TABLE = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
]

const checkDigit = (digits: string): string =>
  Array.from(digits).reduce((interim, digit) => TABLE[Number(interim)]?.[Number(digit)] ?? '0', '0')

/** A code from bytes of chance; each byte below 250 gives one digit, so that no digit is likelier. Null when there were too few. */
export function codeFrom(bytes: Uint8Array): string | null {
  const digits = Array.from(bytes)
    .filter((byte) => byte < 250)
    .slice(0, DRAWN_DIGITS)
    .map((byte) => String(byte % 10))
    .join('')
  return digits.length < DRAWN_DIGITS ? null : digits + checkDigit(digits)
}

/** `12345678901234567890` as it is read out: five groups of four. */
export const spaced = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ')

/** What somebody typed, as the twenty digits; null where it is no code. Digits of other scripts and marks between them are forgiven. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s.\-–—_/,]/g, '')
  if (digits.length !== ALL_DIGITS || !/^\d+$/.test(digits)) return null
  return checkDigit(digits) === '0' ? digits : null
}

export interface CodeAndText {
  readonly code: string
  readonly rest: string
}
/** What people write before the code and mean nothing else by. */
const ANNOUNCED = /^(?:(?:mon|le|my|the|ma)\s+)?(?:code|kodi|kode|namba|nambari|numero|number)\s*[:=.-]*\s*/i
/**
 * A message with a code, in front or after some words: the code alone asks, with other words it adds facts. Null where it is a report. A code
 * that was left in a report would be read by everybody who reads the report, and it opens the answers.
 */
export function codeIn(message: string): CodeAndText | null {
  const said = message.normalize('NFKC')
  for (const found of said.matchAll(/(?<!\d)(?:\d[\s.\-–—_/,]*){19}\d(?!\d)/g)) {
    const code = readCode(found[0])
    if (code === null) continue
    const [before, after] = [said.slice(0, found.index), said.slice(found.index + found[0].length).replace(/^[\s.:;,-]+/, '')]
    return { code, rest: `${before.trim()} ${after.trim()}`.trim().replace(ANNOUNCED, '') }
  }
  return null
}
/** Digits in front that are nearly a code: somebody who mistyped or left a group out, and not a new report. A telephone number has fewer. */
export const looksLikeCode = (message: string): boolean =>
  /^\s*(?:code[\s:=.-]*)?(?:\d[\s.-]*){14,23}(?!\d)/i.test(message.normalize('NFKC'))
