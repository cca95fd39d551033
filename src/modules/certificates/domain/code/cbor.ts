/*
The part of CBOR (RFC 8949) that a certificate's code uses, in its deterministic form (§4.2.1) and nothing else: whole
numbers, byte strings, text, arrays, maps with whole numbers as keys in order, and tag 18. Indefinite lengths, a longer form
than needed, floats, other tags, repeated or unordered keys and bytes after the end are refused. So every value has one
sequence of bytes, and a reader of a stranger's code has no corner to be surprised in.
*/
import { utf8Bytes, utf8Text } from './bytes.ts'

export type Cbor = number | string | Uint8Array | readonly Cbor[] | CborMap | CborTag
export type CborMap = ReadonlyMap<number, Cbor>
export interface CborTag {
  readonly tag: 18
  readonly value: Cbor
}

const DEEPEST = 8

/** The bytes of a value; a number that is not a safe whole number is thrown. */
export function encodeCbor(value: Cbor): Uint8Array {
  const out: number[] = []
  write(out, value)
  return Uint8Array.from(out)
}

function write(out: number[], value: Cbor): void {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('not a whole number')
    writeHead(out, value < 0 ? 1 : 0, value < 0 ? -1 - value : value)
  } else if (typeof value === 'string') writeString(out, 3, utf8Bytes(value))
  else if (value instanceof Uint8Array) writeString(out, 2, value)
  else if (isTag(value)) {
    writeHead(out, 6, value.tag)
    write(out, value.value)
  } else if (isMap(value)) {
    writeHead(out, 5, value.size)
    for (const key of [...value.keys()].sort(byEncoding)) {
      write(out, key)
      write(out, value.get(key) ?? 0)
    }
  } else {
    writeHead(out, 4, value.length)
    for (const item of value) write(out, item)
  }
}

function writeString(out: number[], major: number, bytes: Uint8Array): void {
  writeHead(out, major, bytes.length)
  for (const byte of bytes) out.push(byte)
}

function writeHead(out: number[], major: number, argument: number): void {
  const size = argument < 24 ? 0 : argument < 0x100 ? 1 : argument < 0x10000 ? 2 : argument < 0x1_0000_0000 ? 4 : 8
  const low = size === 0 ? argument : size === 1 ? 24 : size === 2 ? 25 : size === 4 ? 26 : 27
  out.push((major << 5) | low)
  for (let shift = size - 1; shift >= 0; shift--) out.push(Math.floor(argument / 256 ** shift) % 256)
}

/** The value of exactly these bytes, or `null` when they are not the one deterministic form of a value of the subset. */
export function decodeCbor(bytes: Uint8Array): Cbor | null {
  const reader: Reader = { bytes, at: 0 }
  const value = read(reader, 0)
  return value === null || reader.at !== bytes.length ? null : value
}

interface Reader {
  readonly bytes: Uint8Array
  at: number
}

function read(reader: Reader, depth: number): Cbor | null {
  const head = readHead(reader)
  if (head === null || depth > DEEPEST) return null
  if (head.major === 0) return head.argument
  if (head.major === 1) return head.argument === Number.MAX_SAFE_INTEGER ? null : -1 - head.argument
  if (head.major === 2) return readBytes(reader, head.argument)
  if (head.major === 3) {
    const bytes = readBytes(reader, head.argument)
    return bytes === null ? null : utf8Text(bytes)
  }
  if (head.major === 4) return readArray(reader, head.argument, depth)
  if (head.major === 5) return readMap(reader, head.argument, depth)
  if (head.major !== 6 || head.argument !== 18) return null
  const value = read(reader, depth + 1)
  return value === null ? null : { tag: 18, value }
}

function readHead(reader: Reader): { major: number; argument: number } | null {
  const first = reader.bytes[reader.at++]
  if (first === undefined) return null
  const [major, low] = [first >> 5, first & 0x1f]
  if (low < 24) return { major, argument: low }
  if (low > 27) return null
  const size = 2 ** (low - 24)
  if (reader.at + size > reader.bytes.length) return null
  let argument = 0
  for (let left = size; left > 0; left--) argument = argument * 256 + (reader.bytes[reader.at++] ?? 0)
  const least = size === 1 ? 24 : size === 2 ? 0x100 : size === 4 ? 0x10000 : 0x1_0000_0000
  return argument < least || argument > Number.MAX_SAFE_INTEGER ? null : { major, argument }
}

function readBytes(reader: Reader, length: number): Uint8Array | null {
  if (reader.at + length > reader.bytes.length) return null
  const bytes = reader.bytes.slice(reader.at, reader.at + length)
  reader.at += length
  return bytes
}

function readArray(reader: Reader, length: number, depth: number): readonly Cbor[] | null {
  const items: Cbor[] = []
  for (let left = length; left > 0; left--) {
    const item = read(reader, depth + 1)
    if (item === null) return null
    items.push(item)
  }
  return items
}

function readMap(reader: Reader, length: number, depth: number): CborMap | null {
  const map = new Map<number, Cbor>()
  let before: number | null = null
  for (let left = length; left > 0; left--) {
    const key = read(reader, depth + 1)
    if (typeof key !== 'number' || (before !== null && byEncoding(before, key) >= 0)) return null
    const value = read(reader, depth + 1)
    if (value === null) return null
    map.set(key, value)
    before = key
  }
  return map
}

/** Order of whole numbers by their bytes: 0, 1, 2, … then -1, -2, … */
const byEncoding = (a: number, b: number): number => (a < 0 !== b < 0 ? (a < 0 ? 1 : -1) : a < 0 ? b - a : a - b)

export const isMap = (value: Cbor): value is CborMap => value instanceof Map
export const isTag = (value: Cbor): value is CborTag => typeof value === 'object' && 'tag' in value
export const isList = (value: Cbor): value is readonly Cbor[] => Array.isArray(value)
