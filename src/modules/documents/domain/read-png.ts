/*
Walks a PNG chunk by chunk, with the check sum of each. Kept are the chunks that draw the picture; texts, times, EXIF, moving
pictures and whatever follows the end are left out, and only how the picture was held stays. Whether the compressed rows are whole is
asked by the server, which can inflate; this says how many bytes they must give.
*/
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import { asciiAt, crc32, joinBytes, numbersOf } from './bytes.ts'
import { type Exif, NO_EXIF, orientationBlock, readExif } from './read-exif.ts'
import type { CleanPicture } from './read-jpeg.ts'
import { damaged, fitsInMemory } from './refusals.ts'

export interface CleanPng extends CleanPicture {
  /** The compressed rows, and how long they are when inflated. */
  readonly compressed: readonly Uint8Array[]
  readonly rowBytes: number
}

export const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
const NEEDED = ['IHDR', 'PLTE', 'IDAT', 'IEND']
/** Colour and density; the colour profile is left out, because it is compressed text of any length. */
const HARMLESS = ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs']
const CHANNELS: { readonly [colour: number]: number } = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const DEPTHS: { readonly [colour: number]: readonly number[] } = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}
const MOST_CHUNKS = 100_000

interface Head {
  readonly widthPixels: number
  readonly heightPixels: number
  readonly bitsPerPixel: number
  readonly interlaced: boolean
}
interface Walk {
  readonly kept: Uint8Array[]
  readonly compressed: Uint8Array[]
  head: Head | null
  exif: Exif
  rowsEnded: boolean
  coloursNeeded: boolean
}

export function readPng(bytes: Uint8Array): Outcome<CleanPng> {
  const numbers = numbersOf(bytes)
  const walk: Walk = { kept: [], compressed: [], head: null, exif: NO_EXIF, rowsEnded: false, coloursNeeded: false }
  let at: number = PNG_SIGNATURE.length
  for (let chunks = 0; chunks < MOST_CHUNKS; chunks += 1) {
    const length = numbers.four(at)
    const sum = length === null ? null : numbers.four(at + 8 + length)
    if (length === null || sum === null) return refused('file-cut-short', { kind: 'PNG' })
    const name = asciiAt(bytes, at + 4, 4)
    if (!/^[A-Za-z]{4}$/.test(name) || crc32(bytes.subarray(at + 4, at + 8 + length)) !== sum) return damaged('PNG', 'check-sum')
    const fault = takeChunk(walk, name, bytes.subarray(at, at + 12 + length))
    if (fault) return fault
    if (name === 'IEND') return finish(walk)
    at += 12 + length
  }
  return damaged('PNG', 'too-many-parts')
}

function takeChunk(walk: Walk, name: string, chunk: Uint8Array): ReturnType<typeof damaged> | null {
  const content = chunk.subarray(8, chunk.length - 4)
  if ((walk.head === null) !== (name === 'IHDR')) return damaged('PNG', 'order')
  // A capital first letter: a reader that does not know the chunk must not draw the picture.
  if (/^[A-Z]/.test(name) && !NEEDED.includes(name)) return refused('picture-unusual', { kind: 'PNG' })
  if (name === 'IHDR') {
    const head = headIn(content)
    if (!head) return damaged('PNG', 'head')
    const tooLarge = fitsInMemory(head)
    if (tooLarge) return tooLarge
    walk.head = head
    walk.coloursNeeded = content[9] === 3
  }
  if (name === 'PLTE') {
    if (walk.compressed.length > 0 || content.length === 0 || content.length % 3 !== 0 || content.length > 768)
      return damaged('PNG', 'palette')
    walk.coloursNeeded = false
  }
  if (name === 'IDAT') {
    if (walk.rowsEnded || walk.coloursNeeded) return damaged('PNG', 'order')
    walk.compressed.push(content)
  } else if (walk.compressed.length > 0) walk.rowsEnded = true
  if (name === 'IEND' && content.length > 0) return damaged('PNG', 'end')
  if (name === 'eXIf' && walk.exif === NO_EXIF) walk.exif = readExif(content)
  if (NEEDED.includes(name) || HARMLESS.includes(name)) walk.kept.push(chunk)
  return null
}

function headIn(content: Uint8Array): Head | null {
  const numbers = numbersOf(content)
  const [widthPixels, heightPixels] = [numbers.four(0), numbers.four(4)]
  const [depth, colour, compression, filter, interlace] = [...content.subarray(8)]
  if (content.length !== 13 || !widthPixels || !heightPixels || depth === undefined || colour === undefined) return null
  const channels = CHANNELS[colour]
  if (!channels || !DEPTHS[colour]?.includes(depth) || compression !== 0 || filter !== 0) return null
  if (interlace !== 0 && interlace !== 1) return null
  return { widthPixels, heightPixels, bitsPerPixel: depth * channels, interlaced: interlace === 1 }
}

/** First column, first row, step between columns, step between rows, of the seven passes of an interlaced picture. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

function rowBytesOf({ widthPixels, heightPixels, bitsPerPixel, interlaced }: Head): number {
  const passBytes = (width: number, height: number): number =>
    width === 0 || height === 0 ? 0 : height * (1 + Math.ceil((width * bitsPerPixel) / 8))
  if (!interlaced) return passBytes(widthPixels, heightPixels)
  return PASSES.reduce(
    (sum, [left, top, right, down]) =>
      sum + passBytes(Math.max(0, Math.ceil((widthPixels - left) / right)), Math.max(0, Math.ceil((heightPixels - top) / down))),
    0,
  )
}

function finish({ kept, compressed, head, exif }: Walk): Outcome<CleanPng> {
  if (!head || compressed.length === 0) return damaged('PNG', 'no-picture')
  const [first = new Uint8Array(), ...rest] = kept
  const held = exif.orientation === 1 ? [] : [chunkOf('eXIf', orientationBlock(exif.orientation))]
  const { widthPixels, heightPixels } = head
  return accepted({
    content: joinBytes([Uint8Array.from(PNG_SIGNATURE), first, ...held, ...rest]),
    photo: { widthPixels, heightPixels, takenAt: exif.takenAt, position: exif.position },
    compressed,
    rowBytes: rowBytesOf(head),
  })
}

export function chunkOf(name: string, content: Uint8Array): Uint8Array {
  const body = joinBytes([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), content])
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)]
  new DataView(length.buffer).setUint32(0, content.length)
  new DataView(sum.buffer).setUint32(0, crc32(body))
  return joinBytes([length, body, sum])
}
