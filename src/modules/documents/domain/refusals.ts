/* What is said of a file that is not taken, and how large a picture may be when it is drawn. */
import { refused } from '../../../kernel/outcome.ts'

type Refused = ReturnType<typeof refused>

export const damaged = (kind: 'JPEG' | 'PNG' | 'PDF', problem: string): Refused => refused('file-damaged', { kind, problem })

/** A few kilobytes can name a picture that no phone of 2 GB can draw (D). */
const MOST_MEGAPIXELS = 60
const MOST_SIDE_PIXELS = 20_000

export function fitsInMemory(size: { readonly widthPixels: number; readonly heightPixels: number }): Refused | null {
  const megapixels = (size.widthPixels * size.heightPixels) / 1e6
  if (megapixels <= MOST_MEGAPIXELS && Math.max(size.widthPixels, size.heightPixels) <= MOST_SIDE_PIXELS) return null
  return refused('picture-too-large', { ...size, most: MOST_MEGAPIXELS })
}
