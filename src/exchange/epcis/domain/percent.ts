/*
Percent signs in identifiers. A serial such as `12/3` is written differently in an EPC URN and in a Digital Link; both are decoded to
the same text and written again by one rule, so that the two spellings meet.
*/
const rawInLink = /[A-Za-z0-9\-._~';=]/
const rawInUrn = /[A-Za-z0-9\-._~';=!()*+,:]/

/** `null` when a percent sign is not followed by two hexadecimal digits of a character of plain ASCII. */
export function decoded(text: string): string | null {
  if (!/^(?:[^%]|%[0-7][0-9A-Fa-f])*$/.test(text)) return null
  return text.replaceAll(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const encodedBy =
  (raw: RegExp) =>
  (text: string): string =>
    [...text].map((sign) => (raw.test(sign) ? sign : `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)).join('')
export const encodedForLink = encodedBy(rawInLink)
export const encodedForUrn = encodedBy(rawInUrn)
