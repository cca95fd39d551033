/*
Base45 (RFC 9285): bytes in the 45 characters of a QR code's alphanumeric mode, three characters for two bytes. The space is
one of the characters, so nobody may trim or fold such text. Reading refuses whatever writing would not have produced.
*/
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

export function encodeBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const second = bytes[at + 1]
    const value = second === undefined ? (bytes[at] ?? 0) : (bytes[at] ?? 0) * 256 + second
    text += character(value % 45) + character(Math.floor(value / 45) % 45)
    if (second !== undefined) text += character(Math.floor(value / 2025))
  }
  return text
}
const character = (value: number): string => alphabet.charAt(value)

/** The bytes, or `null` for a character outside the alphabet, a length that cannot be, or a group that is too large. */
export function decodeBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const digits = Array.from(text.slice(at, at + 3), (letter) => alphabet.indexOf(letter))
    if (digits.some((digit) => digit < 0)) return null
    const value = (digits[0] ?? 0) + (digits[1] ?? 0) * 45 + (digits[2] ?? 0) * 2025
    if (digits.length === 3) {
      if (value > 0xffff) return null
      bytes.push(value >> 8, value & 0xff)
    } else {
      if (value > 0xff) return null
      bytes.push(value)
    }
  }
  return Uint8Array.from(bytes)
}
