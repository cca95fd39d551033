/*
What a file is, by its own bytes: never by its name or by what the sender calls it. A file whose content is something else than it
says is refused with both words, so that the sender can see what went wrong (a HEIC renamed to .jpg, a page saved as PDF).
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { MediaType, PhotoFacts } from '../contract.ts'
import { asciiAt, startsWith } from './bytes.ts'
import { readJpeg } from './read-jpeg.ts'
import { type Inflate, readPdf } from './read-pdf.ts'
import { PNG_SIGNATURE, readPng } from './read-png.ts'

export interface CleanFile {
  readonly mediaType: MediaType
  readonly content: Uint8Array
  readonly photo: PhotoFacts | null
  /** Of a PNG: what the server still has to inflate, and how long it must be. */
  readonly rows: { readonly compressed: readonly Uint8Array[]; readonly rowBytes: number } | null
}

const KINDS: { readonly [type: string]: 'PDF' | 'PNG' | 'JPEG' } = {
  'application/pdf': 'PDF',
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
}

/** `said` is the content type without parameters, in lower case. */
export function readFile(bytes: Uint8Array, said: string, inflate: Inflate): Outcome<CleanFile> {
  const kind = KINDS[said]
  if (!kind) return refused('file-kind-not-taken', { kind: said === '' ? '?' : said.slice(0, 60) })
  if (bytes.length === 0) return refused('file-empty')
  const found = kindOf(bytes)
  if (found !== kind) return refused('file-not-what-it-says', { says: kind, is: found })
  if (kind === 'PDF') {
    const read = readPdf(bytes, inflate)
    return read.ok ? accepted({ mediaType: 'application/pdf', content: read.value, photo: null, rows: null }) : read
  }
  if (kind === 'JPEG') {
    const read = readJpeg(bytes)
    return read.ok ? accepted({ mediaType: 'image/jpeg', ...read.value, rows: null }) : read
  }
  const read = readPng(bytes)
  if (!read.ok) return read
  const { content, photo, compressed, rowBytes } = read.value
  return accepted({ mediaType: 'image/png', content, photo, rows: { compressed, rowBytes } })
}

/** A word for people; `unknown` when the first bytes say nothing. */
function kindOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'JPEG'
  if (startsWith(bytes, PNG_SIGNATURE)) return 'PNG'
  if (asciiAt(bytes, 0, 5) === '%PDF-') return 'PDF'
  if (/^ftyp(heic|heix|mif1|msf1|heim|avif)/.test(asciiAt(bytes, 4, 8))) return 'HEIC'
  if (asciiAt(bytes, 0, 4) === 'RIFF' && asciiAt(bytes, 8, 4) === 'WEBP') return 'WebP'
  if (asciiAt(bytes, 0, 4) === 'GIF8') return 'GIF'
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return 'ZIP (Word, Excel)'
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'Word 97'
  if (startsWith(bytes, [0x49, 0x49, 42, 0]) || startsWith(bytes, [0x4d, 0x4d, 0, 42])) return 'TIFF'
  if (asciiAt(bytes, 4, 4) === 'ftyp') return 'MP4'
  if (/^\s*(<!doctype html|<html|<script)/i.test(asciiAt(bytes, 0, Math.min(64, bytes.length)))) return 'HTML'
  if (/^\s*<(\?xml|svg)/i.test(asciiAt(bytes, 0, Math.min(64, bytes.length)))) return 'XML'
  return 'unknown'
}
