/*
What may stand where only codes stand. A field that takes any words takes a name one day, and it would then lie in lists, in the log and with whoever received a
package: so each such field takes the form of its code and nothing else. What somebody wants to tell goes into a vault.
*/
import { text } from '../../../kernel/schema.ts'

/** Drawn on a device, read aloud without mistakes: no 0, 1, I, L or O. Thirty-one, a prime: one wrong sign, or two that changed places, never give the same check. */
export const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** The sign at the end of a code, worked out from the others. */
export function checkSignOf(code: string): string {
  const values = [...code.replaceAll('-', '')].map((sign) => codeLetters.indexOf(sign))
  const sum = values.reduce((total, value, at) => total + value * (at + 2), 0)
  return codeLetters[((sum % codeLetters.length) + codeLetters.length) % codeLetters.length] ?? '2'
}
/** Codes of before have no sign to check, and stay what they are. */
const isRightlyTyped = (code: string): boolean => code.length < 11 || checkSignOf(code.slice(0, -1)) === code.at(-1)
export const SubjectCode = text(11)
  .regex(/^[2-9A-HJ-NP-Z]{2}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{2,3}$/, 'not-a-subject-code')
  .refine(isRightlyTyped, 'subject-code-mistyped')
/** A number of something in a case, given by the device: a UUID, or short as `g1`; `paper`: the interview was held on paper. */
export const ThingId = text(40).regex(/^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z]{0,2}[0-9]{1,12}|paper)$/, 'not-an-id')
/** A word of one of our own lists. */
export const ListCode = text(60).regex(/^[a-z0-9]+(?:[-.:][a-z0-9]+)*$/i, 'not-a-code')
/** P-code of a province or a territoire. */
export const AreaCode = text(12).regex(/^[A-Z]{2}[A-Z0-9-]{0,10}$/, 'not-an-area')
/** ISO 639, two letters or three. */
export const LanguageCode = text(3).regex(/^[a-z]{2,3}$/, 'not-a-language')
/** ISO 3166, two letters or three. */
export const CountryCode = text(3).regex(/^[A-Z]{2,3}$/, 'not-a-country')
