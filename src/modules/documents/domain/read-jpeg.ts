/*
Walks a JPEG from its first marker to its last, without decoding it. What shows the picture is kept byte for byte; comments, EXIF,
XMP, thumbnails, maker notes and whatever was hung on behind the end are left out, and only how the picture was held stays. It refuses
to guess: a picture that stops before its end marker is cut short, not "good enough".
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { PhotoFacts } from '../contract.ts'
import { asciiAt, joinBytes, numbersOf } from './bytes.ts'
import { type Exif, NO_EXIF, orientationBlock, readExif } from './read-exif.ts'
import { damaged, fitsInMemory } from './refusals.ts'

export interface CleanPicture {
  readonly content: Uint8Array
  readonly photo: PhotoFacts
}

const START = 0xd8
const END = 0xd9
const SCAN = 0xda
const COMMENT = 0xfe
const QUANTISATION = 0xdb
const HUFFMAN = 0xc4
/** Baseline, extended and progressive: what cameras and scanners write. */
const FRAMES = [0xc0, 0xc1, 0xc2]
/** Lossless, hierarchical and arithmetic ones: no browser draws them. */
const STRANGE_FRAMES = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf, 0xde, 0xdf]
const MOST_SCANS = 100
const MOST_SEGMENTS = 2000

interface Walk {
  readonly kept: Uint8Array[]
  exif: Exif
  size: { readonly widthPixels: number; readonly heightPixels: number } | null
  scans: number
  tables: boolean
}

export function readJpeg(bytes: Uint8Array): Outcome<CleanPicture> {
  const walk: Walk = { kept: [], exif: NO_EXIF, size: null, scans: 0, tables: false }
  let at = 2
  for (let segments = 0; segments < MOST_SEGMENTS; segments += 1) {
    const marker = markerAt(bytes, at)
    if (marker === null) return at >= bytes.length ? refused('file-cut-short', { kind: 'JPEG' }) : damaged('JPEG', 'marker')
    if (marker.code === END) return finish(walk)
    const length = numbersOf(bytes).two(marker.after)
    if (length === null || marker.after + length > bytes.length) return refused('file-cut-short', { kind: 'JPEG' })
    if (length < 2) return damaged('JPEG', 'length')
    const fault = takeSegment(walk, marker.code, bytes.subarray(marker.after, marker.after + length))
    if (fault) return fault
    at = marker.after + length
    if (marker.code !== SCAN) continue
    const end = endOfScan(bytes, at)
    if (end === null) return refused('file-cut-short', { kind: 'JPEG' })
    if (end === at) return damaged('JPEG', 'empty-scan')
    walk.kept.push(bytes.subarray(at, end))
    at = end
  }
  return damaged('JPEG', 'too-many-parts')
}

function markerAt(bytes: Uint8Array, start: number): { readonly code: number; readonly after: number } | null {
  if (bytes[start] !== 0xff) return null
  let at = start
  while (bytes[at] === 0xff) at += 1
  const code = bytes[at]
  return code === undefined || code === 0 ? null : { code, after: at + 1 }
}

function takeSegment(walk: Walk, code: number, segment: Uint8Array): ReturnType<typeof damaged> | null {
  if (STRANGE_FRAMES.includes(code)) return refused('picture-unusual', { kind: 'JPEG' })
  if (code < 0xc0 || code === START || (code >= 0xd0 && code <= 0xd7)) return damaged('JPEG', 'marker')
  if (code === 0xe1 && asciiAt(segment, 2, 6) === 'Exif\0\0' && walk.exif === NO_EXIF) walk.exif = readExif(segment.subarray(8))
  if (code === SCAN) {
    walk.scans += 1
    if (!walk.size || !walk.tables || walk.scans > MOST_SCANS) return damaged('JPEG', 'scan')
  }
  if (code === QUANTISATION || code === HUFFMAN) walk.tables = true
  if (FRAMES.includes(code)) {
    const size = sizeIn(segment)
    if (!size || walk.size) return damaged('JPEG', 'frame')
    const tooLarge = fitsInMemory(size)
    if (tooLarge) return tooLarge
    walk.size = size
  }
  if (isKept(code, segment)) walk.kept.push(Uint8Array.of(0xff, code), segment)
  return null
}

function sizeIn(frame: Uint8Array): Walk['size'] {
  const numbers = numbersOf(frame)
  const [heightPixels, widthPixels, parts] = [numbers.two(3), numbers.two(5), frame[7] ?? 0]
  if (!heightPixels || !widthPixels || parts < 1 || parts > 4 || frame.length !== 8 + parts * 3) return null
  return { widthPixels, heightPixels }
}

/** Tables, frames and scans; of what programs add only the density, the colour profile and Adobe's note how colours are coded. */
function isKept(code: number, segment: Uint8Array): boolean {
  if (code === COMMENT) return false
  if (code === 0xe0) return asciiAt(segment, 2, 5) === 'JFIF\0' && segment.length === 16
  if (code === 0xe2) return asciiAt(segment, 2, 12) === 'ICC_PROFILE\0'
  if (code === 0xee) return asciiAt(segment, 2, 5) === 'Adobe' && segment.length === 14
  return !(code >= 0xe0 && code <= 0xef) && code < 0xf0
}

/** Picture data run until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number | null {
  for (let at = bytes.indexOf(0xff, start); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return null
}

function finish({ kept, exif, size, scans }: Walk): Outcome<CleanPicture> {
  if (!size || scans === 0) return damaged('JPEG', 'no-picture')
  const head = Uint8Array.of(0xff, START)
  const block = orientationBlock(exif.orientation)
  const held = exif.orientation === 1 ? [] : [Uint8Array.of(0xff, 0xe1, 0, block.length + 8, 0x45, 0x78, 0x69, 0x66, 0, 0), block]
  const content = joinBytes([head, ...held, ...kept, Uint8Array.of(0xff, END)])
  return accepted({ content, photo: { ...size, takenAt: exif.takenAt, position: exif.position } })
}
