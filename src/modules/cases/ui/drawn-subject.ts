/* The code of a person's case, drawn on the device that opens it: told at once, also without network, and the same for every attempt to send it. */
import { checkSignOf, codeLetters } from '../domain/codes.ts'

const drawn = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => codeLetters[byte % codeLetters.length]).join('')
/** Drawn, never made from anything of the person; the last sign says when one of the others was mistyped. */
export function drawnSubject(): string {
  const code = `${drawn(2)}-${drawn(4)}-${drawn(2)}`
  return `${code}${checkSignOf(code)}`
}
