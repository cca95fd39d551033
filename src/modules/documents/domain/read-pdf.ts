/*
Looks through a PDF without drawing it: does it begin and end like one, and does it carry anything that acts when it is opened
(scripts, programs to start, files inside, forms that send)? Such a paper is refused, not cleaned: a signed scan must stay what it
is, byte for byte. What is compressed in object streams is inflated and looked through as well; what is locked cannot be, and is refused.
It sees every name a reader would see; it does not promise that a reader with a fault of its own can do no harm.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { asciiAt } from './bytes.ts'
import { damaged } from './refusals.ts'

/** Bytes of a compressed stream when inflated; `null` when they are damaged or more than `most`. */
export type Inflate = (compressed: Uint8Array, most: number) => Uint8Array | null

/** Names that act; written as a reader understands them. */
const ACTS = ['JavaScript', 'JS', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'XFA', 'SubmitForm', 'ImportData', 'Rendition']
const MOST_INFLATED = 20_000_000
const MOST_STREAMS = 50_000
const TAIL = 2048

export function readPdf(bytes: Uint8Array, inflate: Inflate): Outcome<Uint8Array> {
  const whole = latin1(bytes)
  if (!/^%PDF-[12]\.\d/.test(whole)) return damaged('PDF', 'head')
  const tail = whole.slice(-TAIL).replace(/[\s\0]+$/, '')
  if (!tail.endsWith('%%EOF'))
    return tail.includes('%%EOF') ? damaged('PDF', 'more-after-the-end') : refused('file-cut-short', { kind: 'PDF' })
  const table = /startxref\s+(\d{1,10})\s+%%EOF$/.exec(tail)
  const at = Number(table?.[1] ?? Number.NaN)
  if (!table || !/^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(asciiAt(bytes, at, Math.min(40, bytes.length - at)))) return damaged('PDF', 'table')
  const { outside, packed } = partsOf(whole)
  if (packed.length > MOST_STREAMS) return damaged('PDF', 'too-many-parts')
  if (hasName(outside, ['Encrypt'])) return refused('pdf-locked')
  const texts = [outside]
  let left = MOST_INFLATED
  for (const stream of packed) {
    const inflated = inflate(bytes.subarray(stream.start, stream.end), left)
    if (!inflated) return damaged('PDF', 'packed-part')
    left -= inflated.length
    texts.push(latin1(inflated))
  }
  const acting = ACTS.find((name) => texts.some((text) => hasName(text, [name])))
  if (acting) return refused('pdf-acts', { what: acting })
  return /\/Type\s*\/Pages?\b/.test(texts.map(plainNames).join('\n')) ? accepted(bytes) : damaged('PDF', 'no-page')
}

/** One letter per byte, so that places in the text are places in the bytes. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}

interface Parts {
  /** Everything but the content of streams, and the streams that hold objects as plain text. */
  readonly outside: string
  /** Compressed streams that hold objects. */
  readonly packed: readonly { readonly start: number; readonly end: number }[]
}

function partsOf(whole: string): Parts {
  const outside: string[] = []
  const packed: { start: number; end: number }[] = []
  let at = 0
  for (;;) {
    const found = whole.indexOf('stream', at)
    const opening = found < 0 ? null : /^stream\r?\n/.exec(whole.slice(found, found + 8))
    if (found < 0 || !opening) {
      outside.push(whole.slice(at, found < 0 ? undefined : found + 6))
      if (found < 0) return { outside: outside.join(''), packed }
      at = found + 6
      continue
    }
    const start = found + opening[0].length
    const close = whole.indexOf('endstream', start)
    const end = close < 0 ? whole.length : close
    outside.push(whole.slice(at, found))
    // The dictionary of the stream ends right before the word; 2,000 letters are more than any program writes there.
    const dictionary =
      plainNames(whole.slice(Math.max(at, found - 2000), found))
        .split(/\bobj\b/)
        .at(-1) ?? ''
    if (!/\/Filter\b/.test(dictionary)) outside.push(whole.slice(start, end))
    else if (/\/ObjStm\b/.test(dictionary)) packed.push({ start, end })
    at = end + 'endstream'.length
  }
}

/** A letter of a name may be written `#4a`; readers do not mind. */
const plainNames = (text: string): string =>
  text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const hasName = (text: string, names: readonly string[]): boolean =>
  names.some((name) => new RegExp(`/${name}(?![A-Za-z0-9_.+-])`).test(plainNames(text)))
