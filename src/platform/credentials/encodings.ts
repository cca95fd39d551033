/*
Base64url without padding and base58 (the alphabet of Bitcoin), strict: one text, one sequence of bytes. Written out, because neither a browser
nor Node has both. Whoever wrote padding, white space or bits that are not used gets `null`.
*/
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const B58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let place = 0; place < Math.min(4, left + 1); place += 1) text += LETTERS[(group >> (18 - 6 * place)) & 63] ?? ''
  }
  return text
}

export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let [bits, held, out] = [0, 0, 0]
  for (const letter of text) {
    const value = LETTERS.indexOf(letter)
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[out++] = (held >> bits) & 0xff
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null
}

export function fromBase58(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length > 200) return null
  let value = 0n
  for (const letter of text) {
    const digit = B58.indexOf(letter)
    if (digit < 0) return null
    value = value * 58n + BigInt(digit)
  }
  const zeros = /^1*/.exec(text)?.[0].length ?? 0
  const hex = value === 0n ? '' : value.toString(16)
  const even = hex.length % 2 === 0 ? hex : `0${hex}`
  const bytes = new Uint8Array(zeros + even.length / 2)
  for (let at = 0; at < even.length; at += 2) bytes[zeros + at / 2] = Number.parseInt(even.slice(at, at + 2), 16)
  return bytes
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
/** `null` for bytes that are not UTF-8. */
export function textOf(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
