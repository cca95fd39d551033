/*
What a camera wrote beside the picture (EXIF, a small TIFF): how the picture was held, when it was taken and where. Everything
else is not looked at, and nothing of it is kept but the orientation. A damaged block tells nothing; it never makes a picture unreadable.
*/
import type { Position } from '../../../kernel/schema.ts'
import { isCalendarDate } from '../../../kernel/calendar.ts'
import { type Numbers, asciiAt, numbersOf } from './bytes.ts'

export interface Exif {
  /** 1 to 8; 1 is upright. */
  readonly orientation: number
  /** Local time without zone: `2026-11-21T09:40:00`. */
  readonly takenAt: string | null
  readonly position: Position | null
}
export const NO_EXIF: Exif = { orientation: 1, takenAt: null, position: null }

const TAG = {
  orientation: 0x0112,
  changedAt: 0x0132,
  exifPart: 0x8769,
  gpsPart: 0x8825,
  takenAt: 0x9003,
  north: 1,
  latitude: 2,
  east: 3,
  longitude: 4,
}
const MOST_ENTRIES = 500
const ASCII = 2
const SHORT = 3
const LONG = 4
const RATIONAL = 5

interface Entry {
  readonly type: number
  readonly count: number
  /** Where the four bytes of the value, or of its address, stand. */
  readonly at: number
}
interface Tiff {
  readonly bytes: Uint8Array
  readonly numbers: Numbers
}

export function readExif(tiff: Uint8Array): Exif {
  const order = asciiAt(tiff, 0, 2)
  if (order !== 'II' && order !== 'MM') return NO_EXIF
  const file: Tiff = { bytes: tiff, numbers: numbersOf(tiff, order === 'II') }
  const first = entriesAt(file, file.numbers.four(4))
  const exif = entriesAt(file, addressIn(file, first.get(TAG.exifPart)))
  const gps = entriesAt(file, addressIn(file, first.get(TAG.gpsPart)))
  const orientation = shortIn(file, first.get(TAG.orientation))
  return {
    orientation: orientation !== null && orientation >= 1 && orientation <= 8 ? orientation : 1,
    takenAt: momentOf(textIn(file, exif.get(TAG.takenAt))) ?? momentOf(textIn(file, first.get(TAG.changedAt))),
    position: positionOf(file, gps),
  }
}

function entriesAt({ numbers }: Tiff, at: number | null): ReadonlyMap<number, Entry> {
  const found = new Map<number, Entry>()
  const count = at === null ? null : numbers.two(at)
  if (at === null || count === null || count > MOST_ENTRIES) return found
  for (let index = 0; index < count; index += 1) {
    const start = at + 2 + index * 12
    const [tag, type, size] = [numbers.two(start), numbers.two(start + 2), numbers.four(start + 4)]
    if (tag === null || type === null || size === null) break
    found.set(tag, { type, count: size, at: start + 8 })
  }
  return found
}

const addressIn = ({ numbers }: Tiff, entry: Entry | undefined): number | null => (entry?.type === LONG ? numbers.four(entry.at) : null)
const shortIn = ({ numbers }: Tiff, entry: Entry | undefined): number | null => (entry?.type === SHORT ? numbers.two(entry.at) : null)

function textIn({ bytes, numbers }: Tiff, entry: Entry | undefined): string {
  if (entry?.type !== ASCII || entry.count > 64) return ''
  const at = entry.count <= 4 ? entry.at : numbers.four(entry.at)
  return at === null ? '' : asciiAt(bytes, at, entry.count).replace(/\0.*$/s, '').trim()
}

/** EXIF writes `2026:11:21 09:40:00`; a clock that was never set writes zeros. */
function momentOf(text: string): string | null {
  const parts = /^(\d{4}):(\d{2}):(\d{2}) (([01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/.exec(text)
  if (!parts) return null
  const day = `${parts[1]}-${parts[2]}-${parts[3]}`
  return isCalendarDate(day) ? `${day}T${parts[4]}` : null
}

function positionOf(file: Tiff, gps: ReadonlyMap<number, Entry>): Position | null {
  const latitude = degreesIn(file, gps.get(TAG.latitude), { letter: textIn(file, gps.get(TAG.north)), negative: 'S', most: 90 })
  const longitude = degreesIn(file, gps.get(TAG.longitude), { letter: textIn(file, gps.get(TAG.east)), negative: 'W', most: 180 })
  if (latitude === null || longitude === null) return null
  // Receivers without a fix write zero for both; that point lies in the sea.
  return latitude === 0 && longitude === 0 ? null : { latitude, longitude }
}

function degreesIn(
  { numbers }: Tiff,
  entry: Entry | undefined,
  { letter, negative, most }: { readonly letter: string; readonly negative: string; readonly most: number },
): number | null {
  const at = entry?.type === RATIONAL && entry.count === 3 ? numbers.four(entry.at) : null
  if (at === null) return null
  const [degrees, minutes, seconds] = [0, 8, 16].map((offset) => ratioAt(numbers, at + offset))
  if (degrees === undefined || minutes === undefined || seconds === undefined) return null
  if (degrees === null || minutes === null || seconds === null || minutes >= 60 || seconds >= 60) return null
  const value = Math.round((degrees + minutes / 60 + seconds / 3600) * 1e6) / 1e6
  if (value > most) return null
  return letter.toUpperCase() === negative && value > 0 ? -value : value
}

function ratioAt(numbers: Numbers, at: number): number | null {
  const [above, below] = [numbers.four(at), numbers.four(at + 4)]
  return above === null || below === null || below === 0 ? null : above / below
}

/** The smallest block that says how the picture was held, and nothing else. */
export const orientationBlock = (orientation: number): Uint8Array =>
  Uint8Array.of(0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0)
