/*
A finished inspection on its way from one telephone to another without network: what is handed over, and how it is cut into codes that one
screen shows and another camera reads, in any order, twice, with some lost. It knows no camera and no file. Who made the parcels is proved by
their own signatures; the checksums here only find a code that was read wrongly.
*/
import { type Infer, exactly, instant, json, listOf, record, text } from '../../../kernel/schema.ts'
import { Parcel } from '../contract.ts'

/** `pages`: answers of the server that the other phone needs to read the parcels, used only where it has none of its own. */
export const HandOverContent = record({
  v: exactly(1),
  inspection: text(36),
  madeAt: instant(),
  parcels: listOf(Parcel, 200),
  pages: listOf(record({ path: text(300), data: json(), answeredAt: instant() }), 20),
})
export type HandOverContent = Infer<typeof HandOverContent>

/** More than a day's forms of a mission; what unpacks to more was not made by us. */
export const MOST_UNPACKED_BYTES = 20_000_000

/* ---- the series of codes ---- */

const MARK = 'CHANZO1'
/** Letters of a code: the smaller, the easier to read on an old screen. */
export const FRAME_LETTERS = [300, 500, 700] as const
const MOST_FRAMES = 2000

/** `CHANZO1/<series>/<number>/<of>/<checksum>/<letters>`; the series is named by the checksum of the whole. */
export function framesOf(bytes: Uint8Array, letters: number): readonly string[] {
  const whole = base64Url(bytes)
  const series = hex(crc32(bytes))
  const of = Math.max(1, Math.ceil(whole.length / letters))
  return Array.from({ length: of }, (_none, at) => {
    const body = `${series}/${at + 1}/${of}`
    const part = whole.slice(at * letters, (at + 1) * letters)
    return `${MARK}/${body}/${hex(crc32(ascii(`${body}/${part}`)))}/${part}`
  })
}

export interface Reading {
  readonly series: string | null
  readonly of: number
  readonly parts: ReadonlyMap<number, string>
}
export const nothingRead: Reading = { series: null, of: 0, parts: new Map() }

/** What a code that was seen brought. `other-series`: of another hand-over, left aside. */
export type Seen = 'new' | 'again' | 'other-series' | 'damaged' | 'not-ours'

export function withFrame(reading: Reading, text: string): { readonly reading: Reading; readonly seen: Seen } {
  const [mark, series = '', number = '', count = '', sum, part] = text.split('/')
  if (mark !== MARK || part === undefined) return { reading, seen: 'not-ours' }
  if (sum !== hex(crc32(ascii(`${series}/${number}/${count}/${part}`)))) return { reading, seen: 'damaged' }
  const [at, of] = [Number(number), Number(count)]
  if (!Number.isInteger(at) || !Number.isInteger(of) || at < 1 || at > of || of > MOST_FRAMES) return { reading, seen: 'damaged' }
  // The same whole cut into another size of codes has the same name and other numbers.
  if (reading.series !== null && (reading.series !== series || reading.of !== of)) return { reading, seen: 'other-series' }
  if (reading.parts.has(at)) return { reading, seen: 'again' }
  return { reading: { series, of, parts: new Map([...reading.parts, [at, part]]) }, seen: 'new' }
}

/** Numbers of the codes that are still missing, lowest first. */
export const missingIn = ({ of, parts }: Reading): readonly number[] =>
  Array.from({ length: of }, (_none, at) => at + 1).filter((at) => !parts.has(at))

/** Null until every code was read, and when the whole is not what the series promised. */
export function wholeOf(reading: Reading): Uint8Array<ArrayBuffer> | null {
  if (reading.of === 0 || missingIn(reading).length > 0) return null
  const letters = Array.from({ length: reading.of }, (_none, at) => reading.parts.get(at + 1) ?? '').join('')
  const bytes = fromBase64Url(letters)
  return bytes !== null && hex(crc32(bytes)) === reading.series ? bytes : null
}

/* ---- the file ---- */

export const FILE_MARK = 'chanzo-hand-over-1'
/** First line `chanzo-hand-over-1 <salt>`, then the sealed bytes. Null: not such a file. */
export function readHandOverFile(
  bytes: Uint8Array<ArrayBuffer>,
): { readonly salt: string; readonly sealed: Uint8Array<ArrayBuffer> } | null {
  const end = bytes.subarray(0, 200).indexOf(10)
  if (end < 0) return null
  const [mark, salt, more] = Array.from(bytes.subarray(0, end), (byte) => String.fromCharCode(byte))
    .join('')
    .split(' ')
  return mark === FILE_MARK && salt && more === undefined ? { salt, sealed: bytes.slice(end + 1) } : null
}

const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const CODE_LENGTH = 12
/** Twelve letters and digits that can be read aloud, in three groups: sixty bits of chance. `chance` has at least twelve bytes. */
export const codeOf = (chance: Uint8Array): string =>
  Array.from({ length: CODE_LENGTH }, (_none, at) => CODE_LETTERS[(chance[at] ?? 0) & 31])
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-')
/** As it was typed: without blanks and hyphens, and what people mix up read as what it must be. Null when it cannot be a code. */
export function codeTyped(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return code.length === CODE_LENGTH && Array.from(code).every((letter) => CODE_LETTERS.includes(letter)) ? code : null
}

/* ---- letters and checksums ---- */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
function base64Url(bytes: Uint8Array): string {
  let letters = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const three = (a << 16) | (b << 8) | c
    const four = [18, 12, 6, 0].map((shift) => LETTERS[(three >> shift) & 63]).join('')
    letters += four.slice(0, Math.min(3, bytes.length - at) + 1)
  }
  return letters
}
function fromBase64Url(letters: string): Uint8Array<ArrayBuffer> | null {
  const values = Array.from(letters, (letter) => LETTERS.indexOf(letter))
  if (values.includes(-1) || values.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((values.length * 3) / 4))
  for (let at = 0; at < bytes.length; at++) {
    const first = Math.floor((at * 4) / 3)
    const [high = 0, low = 0] = [values[first], values[first + 1]]
    const used = 2 * (at % 3) + 2
    bytes[at] = ((high << used) | (low >> (6 - used))) & 255
  }
  return bytes
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255)
const hex = (sum: number): string => sum.toString(16).padStart(8, '0')
/** CRC-32 as in ZIP and PNG. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
