/*
The text that stands in the QR code: `ASM1:` and the base45 of the signed message. The digit is the version of everything
behind it; a reader that meets another version says that it cannot read it, and never guesses.
*/
import { decodeBase45, encodeBase45 } from './base45.ts'
import { type Sign1, decodeSign1, encodeSign1 } from './cose.ts'

export const PREFIX = 'ASM1:'
/** Longer text cannot stand in a QR code (version 40-L, alphanumeric). */
const LONGEST = 4296

export const encodeCodeText = (message: Sign1): string => PREFIX + encodeBase45(encodeSign1(message))

/** The signed message in a code's text, or `null`. Blanks around it are dropped: base45 has blanks inside, but never at its end. */
export function decodeCodeText(text: string): Sign1 | null {
  const code = text.trim()
  if (code.length > LONGEST || !code.startsWith(PREFIX)) return null
  const bytes = decodeBase45(code.slice(PREFIX.length))
  return bytes === null ? null : decodeSign1(bytes)
}

/** True for text that was meant as a code of this version: what does not decode was damaged or changed on the way. */
export const isMeantAsCode = (text: string): boolean => text.trim().startsWith(PREFIX) && text.trim().length > 100
