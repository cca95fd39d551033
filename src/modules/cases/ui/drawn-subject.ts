/* The code of a person's case, drawn on the device that opens it: told at once, also without network, and the same for every attempt to send it. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const drawn = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => LETTERS[byte % LETTERS.length]).join('')
/** Drawn, never made from anything of the person; what is read aloud is not mistaken. */
export const drawnSubject = (): string => `${drawn(2)}-${drawn(4)}-${drawn(2)}`
