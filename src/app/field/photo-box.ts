/*
Photographs and papers that the server must still get, by the SHA-256 of their bytes: the hash by which the signed commands name them. A file
leaves the phone when the server has all of it.
*/
import type { Change, SealedStore } from './sealed-store.ts'

export interface PhotoWaiting {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: number
  /** An address of its own for its pieces: a sealed file of a case. */
  readonly to?: string
}
export interface PhotoBox {
  readonly keep: (photo: PhotoWaiting, content: Uint8Array<ArrayBuffer>) => Promise<void>
  readonly waiting: () => readonly PhotoWaiting[]
  readonly isWaiting: (sha256: string) => boolean
  readonly content: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  /** The server has it. */
  readonly sent: (sha256: string) => Promise<void>
}

const PREFIX = 'photo:'
/** One write with others. A box that is open learns of it when it is next opened. */
export const photoKept = (photo: PhotoWaiting, content: Uint8Array<ArrayBuffer>): readonly Change[] => [
  { box: 'photo', key: photo.sha256, putBytes: content },
  { box: 'setting', key: PREFIX + photo.sha256, put: photo },
]

export async function openPhotoBox(store: SealedStore, changed: () => void): Promise<PhotoBox> {
  const known = new Map<string, PhotoWaiting>()
  for (const { key, value } of await store.list('setting')) if (key.startsWith(PREFIX) && isPhoto(value)) known.set(value.sha256, value)
  // Out of a rescue file that was cut short come photographs without what was noted of them.
  for (const sha256 of (await store.keys('photo')).filter((one) => !known.has(one))) {
    const content = await store.readBytes('photo', sha256)
    if (content !== undefined) known.set(sha256, { sha256, mediaType: kindOf(content) ?? 'image/jpeg', bytes: content.length })
  }
  return {
    keep: async (photo, content) => {
      await store.write(photoKept(photo, content))
      known.set(photo.sha256, photo)
      changed()
    },
    waiting: () => [...known.values()],
    isWaiting: (sha256) => known.has(sha256),
    content: (sha256) => store.readBytes('photo', sha256),
    sent: async (sha256) => {
      await store.write([
        { box: 'photo', key: sha256, drop: true },
        { box: 'setting', key: PREFIX + sha256, drop: true },
      ])
      known.delete(sha256)
      changed()
    },
  }
}

/** By its first bytes, as the server looks at it. */
export function kindOf([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xff && b === 0xd8) return 'image/jpeg'
  if (a === 0x89 && b === 0x50) return 'image/png'
  return a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46 ? 'application/pdf' : null
}

const isPhoto = (value: unknown): value is PhotoWaiting =>
  typeof value === 'object' &&
  value !== null &&
  'sha256' in value &&
  typeof value.sha256 === 'string' &&
  'mediaType' in value &&
  typeof value.mediaType === 'string' &&
  'bytes' in value &&
  typeof value.bytes === 'number'
