/* A form as an old telephone sends it: plain fields, perhaps photographs. Bounds on each; what is too long is cut and never refused. */
import { Busboy } from '@fastify/busboy'

export interface FormPhoto {
  readonly mediaType: string
  readonly bytes: Uint8Array
}
export interface SentForm {
  /** The last value of a field; '' where it is absent. */
  readonly field: (name: string) => string
  readonly all: (name: string) => readonly string[]
  readonly photos: readonly FormPhoto[]
  /** Photographs that were larger than a file may be. */
  readonly cut: number
}
export const MOST_FORM_BYTES = 16_000_000
const MOST_PHOTOS = 3
const MOST_PHOTO_BYTES = 5_000_000
const MOST_TEXT = 20_000

/** A body that cannot be read at all is an empty form: the page is shown again. */
export async function readForm(contentType: string, body: unknown): Promise<SentForm> {
  const bytes = body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : Buffer.alloc(0)
  const fields = new Map<string, string[]>()
  const add = (name: string, value: string): void => void fields.set(name, [...(fields.get(name) ?? []), clean(value)])
  const photos: FormPhoto[] = []
  const counted = { cut: 0 }
  if (/^multipart\/form-data/i.test(contentType)) await readMultipart(contentType, bytes, { add, photos, counted })
  else for (const [name, value] of new URLSearchParams(bytes.toString('utf8'))) add(name, value)
  return {
    field: (name) => fields.get(name)?.at(-1) ?? '',
    all: (name) => fields.get(name) ?? [],
    photos,
    cut: counted.cut,
  }
}

/** Text that a database keeps: no half characters, no zero. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n').trim().slice(0, MOST_TEXT)

interface Into {
  readonly add: (name: string, value: string) => void
  readonly photos: FormPhoto[]
  readonly counted: { cut: number }
}
function readMultipart(contentType: string, body: Buffer, { add, photos, counted }: Into): Promise<void> {
  return new Promise((resolve) => {
    try {
      const limits = { fileSize: MOST_PHOTO_BYTES, files: MOST_PHOTOS, fields: 80, fieldSize: MOST_TEXT * 4, headerPairs: 20 }
      const reader = new Busboy({ headers: { 'content-type': contentType }, limits })
      reader.on('file', (...[, stream, , , mediaType]) => {
        const pieces: Buffer[] = []
        let isCut = false
        stream.on('data', (piece: Buffer) => void pieces.push(piece))
        stream.on('limit', () => void (isCut = true))
        stream.on('error', () => undefined)
        stream.on('end', () => {
          const bytes = Buffer.concat(pieces)
          if (isCut) counted.cut += 1
          else if (bytes.length > 0) photos.push({ mediaType, bytes })
        })
      })
      reader.on('field', (name, value) => add(name, value))
      reader.on('error', () => resolve())
      reader.on('finish', () => resolve())
      reader.end(body)
    } catch {
      resolve()
    }
  })
}
