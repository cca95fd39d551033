/* Reading bytes without ever stepping outside of them: every function answers `null` or -1 where the bytes end. */

export const asciiAt = (bytes: Uint8Array, at: number, length: number): string =>
  at < 0 || at + length > bytes.length ? '' : String.fromCharCode(...bytes.subarray(at, at + length))

export const startsWith = (bytes: Uint8Array, wanted: readonly number[], at = 0): boolean =>
  at + wanted.length <= bytes.length && wanted.every((byte, index) => bytes[at + index] === byte)

/** Whole numbers of two and four bytes; `null` where the bytes end. */
export interface Numbers {
  readonly two: (at: number) => number | null
  readonly four: (at: number) => number | null
}

export function numbersOf(bytes: Uint8Array, littleEndian = false): Numbers {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    two: (at) => (at < 0 || at + 2 > bytes.length ? null : view.getUint16(at, littleEndian)),
    four: (at) => (at < 0 || at + 4 > bytes.length ? null : view.getUint32(at, littleEndian)),
  }
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

/** CRC-32 as PNG chunks carry it. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (CRC_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8)
  return (value ^ 0xffffffff) >>> 0
}
