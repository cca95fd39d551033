/*
A workbook's archive taken apart without unfolding it, and put together again with some parts replaced: everything that was not replaced keeps its
bytes, headers included. A file that lies about its sizes, lays parts over each other or unfolds without end is refused. It knows no spreadsheet.
*/
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** D: RMI's own files unfold to some ten megabytes. */
export const MOST_UNFOLDED = 120_000_000
const MOST_OF_A_PART = 40_000_000
const MOST_PARTS = 2_000
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const ENCRYPTED = 1
const DESCRIPTOR = 8

export class NotAWorkbook extends Error {}
export class TooLarge extends Error {}

interface Part {
  readonly name: string
  /** The record of the directory as it stands. */
  readonly record: Buffer
  readonly method: number
  readonly compressed: number
  readonly unfolded: number
  readonly offset: number
  /** From the local header to the next part. */
  readonly span: Buffer
}
export interface Archive {
  readonly parts: ReadonlyMap<string, Part>
  readonly comment: Buffer
}

export function openArchive(bytes: Uint8Array): Archive {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(file)
  const [count, size, from] = [file.readUInt16LE(end + 10), file.readUInt32LE(end + 12), file.readUInt32LE(end + 16)]
  if (count > MOST_PARTS) throw new TooLarge()
  if (count === 0 || from + size > end) throw new NotAWorkbook()
  const found: Omit<Part, 'span'>[] = []
  let [at, unfolded] = [from, 0]
  for (let index = 0; index < count; index++) {
    const part = recordAt(file, at, from + size)
    at += part.record.length
    unfolded += part.unfolded
    found.push(part)
  }
  if (unfolded > MOST_UNFOLDED) throw new TooLarge()
  const spans = found.toSorted((a, b) => a.offset - b.offset)
  const parts = new Map<string, Part>()
  for (const [index, part] of spans.entries()) {
    const until = spans[index + 1]?.offset ?? from
    const span = file.subarray(part.offset, until)
    // Parts that lie over each other unfold one piece many times.
    if (span.length < 30 || span.readUInt32LE(0) !== LOCAL || dataFrom(span) + part.compressed > span.length) throw new NotAWorkbook()
    if (parts.has(part.name)) throw new NotAWorkbook()
    parts.set(part.name, { ...part, span })
  }
  return { parts, comment: file.subarray(end + 22) }
}

function endOf(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at--)
    if (file.readUInt32LE(at) === END && file.readUInt16LE(at + 20) === file.length - at - 22) return at
  throw new NotAWorkbook()
}

function recordAt(file: Buffer, at: number, until: number): Omit<Part, 'span'> {
  if (at + 46 > until || file.readUInt32LE(at) !== CENTRAL) throw new NotAWorkbook()
  const length = 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  const record = file.subarray(at, at + length)
  const [flags, method] = [record.readUInt16LE(8), record.readUInt16LE(10)]
  if (at + length > until || (flags & ENCRYPTED) !== 0 || (method !== 0 && method !== 8)) throw new NotAWorkbook()
  const [compressed, unfolded, offset] = [record.readUInt32LE(20), record.readUInt32LE(24), record.readUInt32LE(42)]
  // 64-bit archives are for files of gigabytes.
  if ([compressed, unfolded, offset].includes(0xffffffff)) throw new TooLarge()
  return { name: record.toString('utf8', 46, 46 + record.readUInt16LE(28)), record, method, compressed, unfolded, offset }
}

const dataFrom = (span: Buffer): number => 30 + span.readUInt16LE(26) + span.readUInt16LE(28)

/** A part unfolded, bounded whatever the archive says of it; `null` where there is none. */
export function readPart({ parts }: Archive, name: string): string | null {
  const part = parts.get(name)
  if (part === undefined) return null
  const from = dataFrom(part.span)
  const packed = part.span.subarray(from, from + part.compressed)
  if (part.unfolded > MOST_OF_A_PART) throw new TooLarge()
  try {
    const bytes = part.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: MOST_OF_A_PART })
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError) throw new TooLarge()
    throw new NotAWorkbook()
  }
}

/** The archive with these parts replaced, in the order in which the parts lay. */
export function replaceParts(archive: Archive, replaced: ReadonlyMap<string, string>): Buffer {
  const [body, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const part of archive.parts.values()) {
    const text = replaced.get(part.name)
    const made = text === undefined ? { span: part.span, record: Buffer.from(part.record) } : packed(part, text)
    made.record.writeUInt32LE(offset, 42)
    body.push(made.span)
    directory.push(made.record)
    offset += made.span.length
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(archive.parts.size, 8)
  end.writeUInt16LE(archive.parts.size, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(archive.comment.length, 20)
  return Buffer.concat([...body, ...directory, end, archive.comment])
}

function packed(part: Part, text: string): { readonly span: Buffer; readonly record: Buffer } {
  const plain = Buffer.from(text, 'utf8')
  const data = deflateRawSync(plain)
  const [record, head] = [Buffer.from(part.record), Buffer.from(part.span.subarray(0, dataFrom(part.span)))]
  const flags = record.readUInt16LE(8) & ~DESCRIPTOR
  for (const [target, from] of [
    [record, 8],
    [head, 6],
  ] as const) {
    target.writeUInt16LE(flags, from)
    target.writeUInt16LE(8, from + 2)
    target.writeUInt32LE(crc32(plain), from + 8)
    target.writeUInt32LE(data.length, from + 12)
    target.writeUInt32LE(plain.length, from + 16)
  }
  return { span: Buffer.concat([head, data]), record }
}
