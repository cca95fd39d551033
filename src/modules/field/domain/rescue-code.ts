/* The code of a rescue file: ten bytes of chance as sixteen letters and digits that can be read out and written down (Crockford's base32). */

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_BYTES = 10

/** `7K3M-Q0XV-…`: four groups of four. */
export function codeText(bytes: Uint8Array): string {
  if (bytes.length !== CODE_BYTES) throw new Error('a code has ten bytes')
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join('')
  return (letters.match(/.{4}/g) ?? []).join('-')
}

/** Null when it is not sixteen letters of the alphabet; what people mix up is read as what it must be. */
export function codeBytes(typed: string): Uint8Array<ArrayBuffer> | null {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  const values = Array.from(letters, (letter) => LETTERS.indexOf(letter))
  if (values.length !== 16 || values.includes(-1)) return null
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('')
  return Uint8Array.from({ length: CODE_BYTES }, (_, at) => Number.parseInt(bits.slice(at * 8, at * 8 + 8), 2))
}
