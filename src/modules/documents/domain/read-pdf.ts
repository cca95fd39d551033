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

/**
 * Names that act; written as a reader understands them. The long ones are looked for everywhere, also in what seems to be the content of a
 * stream; the short ones would be found by chance in the points of a scan.
 */
const LONG_ACTS = ['JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'RichMedia', 'SubmitForm', 'ImportData', 'Rendition']
const ACTS = [...LONG_ACTS, 'JS', 'XFA']
const LOOKED_FOR: ReadonlySet<string> = new Set([...ACTS, 'Encrypt', 'Filter', 'ObjStm', 'Page', 'Pages'])
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
  const found = namesIn(outside)
  if (found.has('Encrypt')) return refused('pdf-locked')
  const everywhere = namesIn(whole)
  for (const name of LONG_ACTS) if (everywhere.has(name)) found.add(name)
  let left = MOST_INFLATED
  for (const stream of packed) {
    const inflated = inflate(bytes.subarray(stream.start, stream.end), left)
    if (!inflated && (stream.isFiltered || !/^\s*\d+\s+\d+\s/.test(whole.slice(stream.start, stream.start + 60))))
      return damaged('PDF', 'packed-part')
    left -= inflated?.length ?? 0
    for (const name of namesIn(inflated ? latin1(inflated) : whole.slice(stream.start, stream.end))) found.add(name)
  }
  const acting = ACTS.find((name) => found.has(name))
  if (acting) return refused('pdf-acts', { what: acting })
  return found.has('Page') || found.has('Pages') ? accepted(bytes) : damaged('PDF', 'no-page')
}

/** One letter per byte, so that places in the text are places in the bytes. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return parts.join('')
}

interface Parts {
  /** Everything but the content of streams, and the content that is not packed. */
  readonly outside: string
  /** Streams that hold objects, usually compressed. */
  readonly packed: readonly { readonly start: number; readonly end: number; readonly isFiltered: boolean }[]
}

function partsOf(whole: string): Parts {
  const outside: string[] = []
  const packed: { start: number; end: number; isFiltered: boolean }[] = []
  // `since` is where the last stream ended: a word in a text may look like the beginning of a stream, and what stood before it still counts.
  let [at, since] = [0, 0]
  for (;;) {
    const found = whole.indexOf('stream', at)
    const opening = found < 0 ? null : /^stream[ \t]*(\r\n|\n|\r)/.exec(whole.slice(found, found + 80))
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
    const before = whole.slice(since, found)
    if (namesIn(before).has('ObjStm')) packed.push({ start, end, isFiltered: namesIn(before).has('Filter') })
    else if (!namesIn(before.slice(Math.max(0, before.lastIndexOf('obj')))).has('Filter')) outside.push(whole.slice(start, end))
    at = end + 'endstream'.length
    since = at
  }
}

/** Those of the names that matter here; a letter of a name may be written `#4a`, readers do not mind. Looks at every letter once. */
function namesIn(text: string): Set<string> {
  const found = new Set<string>()
  for (const [, written = ''] of text.matchAll(/\/([EFIJLOPRSX#][A-Za-z0-9_.+#-]{1,60})/g)) {
    const name = written.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    if (LOOKED_FOR.has(name)) found.add(name)
  }
  return found
}
