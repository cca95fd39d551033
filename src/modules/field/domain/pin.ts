/*
What may stand as a PIN: six to twelve digits, or a sentence of at least eight characters. What everybody tries first is refused. What a wrong PIN leads to
is decided here as well, so that phone and test agree. (D, protection.md §8.3; tries and wiping are settings.)
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'

export const LEAST_DIGITS = 6
export const MOST_DIGITS = 12
export const LEAST_LETTERS = 8

/** The one spelling of a PIN: without blanks at its ends. */
export function chosenPin(typed: string): Outcome<string> {
  const pin = typed.trim().normalize('NFKC')
  if (/^\d*$/.test(pin)) {
    if (pin.length < LEAST_DIGITS) return refused('pin-too-short', { least: LEAST_DIGITS, letters: LEAST_LETTERS })
    if (pin.length > MOST_DIGITS) return refused('pin-too-long', { most: MOST_DIGITS })
    return isTrivialNumber(pin) ? refused('pin-too-easy') : accepted(pin)
  }
  if ([...pin].length < LEAST_LETTERS) return refused('pin-too-short', { least: LEAST_DIGITS, letters: LEAST_LETTERS })
  if (pin.length > 200) return refused('pin-too-long', { most: 200 })
  return isTrivialText(pin.toLowerCase()) ? refused('pin-too-easy') : accepted(pin)
}

/** One digit, a row up or down, a group said again (`121212`, `123123`, `20242024`), mirrored, a year with little beside it, keys in a line. */
function isTrivialNumber(pin: string): boolean {
  if (new Set(pin).size <= 2 || isRow(pin) || isRepeated(pin) || isMirrored(pin) || linesOfKeys.has(pin)) return true
  return isPairs(pin) || isDateOfTwoYears(pin)
}
const linesOfKeys = new Set([
  '147258',
  '258369',
  '147369',
  '159753',
  '159357',
  '357159',
  '741852',
  '963852',
  '789456',
  '456123',
  '142536',
  '102030',
])

function isRow(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10))
  return steps.size === 1
}
function isRepeated(pin: string): boolean {
  for (let length = 1; length <= pin.length / 2; length++)
    if (pin.length % length === 0 && pin.slice(0, length).repeat(pin.length / length) === pin) return true
  return false
}
const isMirrored = (pin: string): boolean => [...pin].reverse().join('') === pin
/** `112233`, `998877`. */
const isPairs = (pin: string): boolean => pin.length % 2 === 0 && /^(?:(\d)\1)+$/.test(pin) && isRow(pin.replaceAll(/(\d)\1/g, '$1'))
/** Two years beside each other, or a year with a digit that is said again. */
const isDateOfTwoYears = (pin: string): boolean =>
  /^(?:19|20)\d\d(?:(?:19|20)\d\d|(\d)\1+)$/.test(pin) || /^(\d)\1+(?:19|20)\d\d$/.test(pin)

const isTrivialText = (text: string): boolean =>
  new Set(text).size <= 3 || isRepeated(text) || wordsTriedFirst.some((word) => text.startsWith(word))
const wordsTriedFirst = ['password', 'motdepasse', 'mot de passe', 'azertyui', 'qwertyui', 'chanzo12', 'abcdefgh', '12345678a']

export interface PinLimits {
  readonly pinTries: number
  readonly wipeTries: number
}
export interface PinCounts {
  /** In a row: since any PIN opened this part. */
  readonly wrongPins: number
  /** Since its own PIN opened it: whoever was given a PIN under duress gets no new tries by it. */
  readonly guesses: number
}
export type Needs = 'pin' | 'network' | 'rescue'
/** What a part of a phone needs before it opens, after so many wrong PINs. 0 tries: no such limit. */
export function needsAfter({ wrongPins, guesses }: PinCounts, { pinTries, wipeTries }: PinLimits): Needs {
  if (wipeTries > 0 && guesses >= wipeTries) return 'rescue'
  return pinTries > 0 && (wrongPins >= pinTries || guesses >= 3 * pinTries) ? 'network' : 'pin'
}
