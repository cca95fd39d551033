/*
A file as it may be sealed: a picture is drawn anew, which leaves behind place, hour, owner and device that the camera wrote into it; a recording that was
chosen is decoded and written anew as sound and nothing else; a PDF stays what it is, because a signed scan must, and one that acts is refused. Nothing is
sent from here and nothing is kept.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Bytes } from '../../../../app/field/keys.ts'
import { FILE_SIZES } from '../../domain/attachments/attachment-words.ts'
import { MOST_FILE_BYTES, type MediaKind } from './sealed-file.ts'
import { soundAsWav } from './wav.ts'

export interface CleanFile {
  readonly mediaType: MediaKind
  readonly content: Bytes
}
/** Nearly every picture fits the second size, so that pictures look alike (D). */
const PICTURE_BYTES = FILE_SIZES[1] - 200
const tries = [
  { side: 2200, quality: 0.8 },
  { side: 2200, quality: 0.65 },
  { side: 1800, quality: 0.6 },
  { side: 1400, quality: 0.55 },
  { side: 1000, quality: 0.5 },
] as const

/** Refuses with `attachment-not-readable`, `attachment-acts` or `attachment-too-large`. */
export async function cleanFile(file: Blob): Promise<Outcome<CleanFile>> {
  const start = new Uint8Array(await file.slice(0, 5).arrayBuffer())
  if (String.fromCharCode(...start) === '%PDF-') return cleanPdf(file)
  if (file.type.startsWith('audio/') || file.type === 'video/webm' || file.type === 'video/mp4') return cleanSound(file)
  return cleanPicture(file)
}

async function cleanPicture(file: Blob): Promise<Outcome<CleanFile>> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return refused('attachment-not-readable')
  let drawn: Blob | null = null
  for (const { side, quality } of tries) {
    drawn = await drawnAs(picture, side, quality)
    if (drawn === null || drawn.size <= PICTURE_BYTES) break
  }
  picture.close()
  if (drawn === null) return refused('attachment-not-readable')
  return accepted({ mediaType: 'image/jpeg', content: await bytesOf(drawn) })
}
function drawnAs(picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const paper = canvas.getContext('2d')
  if (paper === null) return Promise.resolve(null)
  // What was see-through would come out black.
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
}

/** What a PDF does when it is opened, or hides; as far as it is not packed. */
const ACTS = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|Encrypt)\b/
async function cleanPdf(file: Blob): Promise<Outcome<CleanFile>> {
  if (file.size > MOST_FILE_BYTES) return tooLarge()
  const content = await bytesOf(file)
  return ACTS.test(new TextDecoder('latin1').decode(content))
    ? refused('attachment-acts')
    : accepted({ mediaType: 'application/pdf', content })
}

async function cleanSound(file: Blob): Promise<Outcome<CleanFile>> {
  const content = await soundAsWav(await file.arrayBuffer())
  if (content === null) return refused('attachment-not-readable')
  return content.length > MOST_FILE_BYTES ? tooLarge() : accepted({ mediaType: 'audio/wav', content })
}
const tooLarge = () => refused('attachment-too-large', { most: Math.floor(MOST_FILE_BYTES / 1_000_000) })
const bytesOf = async (blob: Blob): Promise<Bytes> => new Uint8Array(await blob.arrayBuffer())
