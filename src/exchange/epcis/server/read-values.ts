/* One value of a parameter, checked: instants, numbers, URIs, patterns. What cannot be read is named, never guessed. */
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'

/** A query string gives text, lists parted by `|`; a stored query gives JSON. */
export type Given = string | number | boolean | null | readonly (string | number | boolean)[]

const MOST_VALUES = 200
const MOST_TEXT = 1000

/** The values of a list. */
export function listOfTexts(given: Given): Outcome<readonly string[]> {
  const values = typeof given === 'string' ? given.split('|') : isMany(given) ? given.map(String) : given === null ? [] : [String(given)]
  if (values.length === 0 || values.some((one) => one === '')) return refused('empty value')
  if (values.length > MOST_VALUES) return refused(`more than ${MOST_VALUES} values`)
  // A null character is no text for the database.
  const bad = values.find((one) => one.length > MOST_TEXT || one.includes('\u0000'))
  return bad === undefined ? accepted(values) : refused('not a value')
}
export const isMany = (given: Given): given is readonly (string | number | boolean)[] => Array.isArray(given)

const single = (given: Given): string | null =>
  isMany(given) ? (given.length === 1 ? String(given[0]) : null) : given === null ? null : String(given)

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/
/** An instant with its offset, as written; a day that is not in the calendar is none. */
export function instantIn(given: Given): Outcome<string> {
  // In an address a `+` that nobody encoded arrives as a blank.
  const text = single(given)?.replace(/ (?=\d{2}:\d{2}$)/, '+') ?? ''
  return isInstant(text) ? accepted(text) : refused('not a time with its offset, such as 2026-11-21T09:40:00.000+02:00')
}
export function isInstant(text: string): boolean {
  const found = INSTANT.exec(text)
  if (!found) return false
  const [, year, month, day, hour, minute, second] = found.map(Number)
  const days = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()
  const offset = /(\d{2}):(\d{2})$/.exec(found[8] ?? '')
  const isOffset = offset === null || (Number(offset[1]) <= 14 && Number(offset[2]) <= 59)
  const isDay = year !== 0 && (month ?? 0) >= 1 && (month ?? 13) <= 12 && (day ?? 0) >= 1 && (day ?? 99) <= days
  return isDay && isOffset && (hour ?? 99) <= 23 && (minute ?? 99) <= 59 && (second ?? 99) <= 59
}

export function numberIn(given: Given): Outcome<number> {
  const text = single(given) ?? ''
  return /^[+-]?(\d{1,15})(\.\d{1,15})?([eE][+-]?\d{1,2})?$/.test(text) ? accepted(Number(text)) : refused('not a number')
}
export function numbersIn(given: Given): Outcome<readonly number[]> {
  const texts = listOfTexts(given)
  if (!texts.ok) return texts
  const numbers = texts.value.map((one) => numberIn(one))
  const bad = numbers.find((one) => !one.ok)
  return bad && !bad.ok ? bad : accepted(numbers.flatMap((one) => (one.ok ? [one.value] : [])))
}
export function countIn(given: Given): Outcome<number> {
  const text = single(given) ?? ''
  return /^\d{1,6}$/.test(text) && Number(text) > 0 ? accepted(Number(text)) : refused('not a number of events')
}
/** EXISTS_… carries no value; some clients write `true`, `1` or null. */
export const nothingIn = (given: Given): Outcome<null> =>
  given === null || given === true || given === 1 || ['', 'true', '1', 'null'].includes(single(given) ?? 'no')
    ? accepted(null)
    : refused('EXISTS takes no value')

export const isUri = (text: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(text)
