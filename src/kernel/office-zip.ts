/* What office files are made of: text that XML can hold, and parts stored in a zip without compression. It refuses to know what is in them. */

/** Characters that XML cannot hold at all are left out. */
export const escaped = (text: string): string =>
  Array.from(text)
    .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** The kernel sees no browser and no Node, so it spells UTF-8 itself; half a character becomes the mark for one that was lost. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const point = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
  }
  return Uint8Array.from(bytes)
}

export type Part = readonly [name: string, bytes: Uint8Array]
export function zipOf(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, bytes] of parts) {
    const path = utf8(name)
    const common = [
      ...two(20),
      ...two(0),
      ...two(0),
      ...two(0),
      ...two(33),
      ...four(crc32(bytes)),
      ...four(bytes.length),
      ...four(bytes.length),
      ...two(path.length),
      ...two(0),
    ]
    const local = Uint8Array.from([...four(0x04034b50), ...common, ...path])
    directory.push(
      Uint8Array.from([...four(0x02014b50), ...two(20), ...common, ...two(0), ...two(0), ...two(0), ...four(0), ...four(offset), ...path]),
    )
    files.push(local, bytes)
    offset += local.length + bytes.length
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  const end = Uint8Array.from([
    ...four(0x06054b50),
    ...two(0),
    ...two(0),
    ...two(parts.length),
    ...two(parts.length),
    ...four(size),
    ...four(offset),
    ...two(0),
  ])
  const whole = new Uint8Array(offset + size + end.length)
  let at = 0
  for (const piece of [...files, ...directory, end]) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
const two = (value: number): readonly number[] => [value & 255, (value >>> 8) & 255]
const four = (value: number): readonly number[] => [...two(value & 0xffff), ...two(value >>> 16)]

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8)
  return (sum ^ 0xffffffff) >>> 0
}
