/*
A photograph as it will be sent: at most 160 kB, upright, without what the camera wrote beside the picture (place, owner, device).
Drawing it anew is what removes those; the place of an inspection is a question of the form.
*/

/** Thirty of them cross a link of 500 kbit/s in a minute and a half. */
const MOST_BYTES = 160_000
/** Longest side in pixels and quality, from the best that usually fits to what always does. */
const tries = [
  { side: 1600, quality: 0.75 },
  { side: 1600, quality: 0.6 },
  { side: 1280, quality: 0.6 },
  { side: 1024, quality: 0.55 },
  { side: 800, quality: 0.5 },
  { side: 640, quality: 0.4 },
] as const

/** Null when the file is no picture that this device can read. */
export async function shrinkPhoto(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return null
  let smallest: Blob | null = null
  for (const { side, quality } of tries) {
    smallest = await drawn(picture, side, quality)
    if (smallest === null || smallest.size <= MOST_BYTES) break
  }
  picture.close()
  return smallest
}

function drawn(picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality))
}

/**
 * `R1_photo-3f09a2c4.jpg`: the question and chance, from the end of a new id. Never a person's name, never that of the camera, and never a count: two
 * telephones that fill in one form, a record put right and two pictures at once would count alike, and one picture would stand for two.
 */
export const photoName = (question: string, id: string): string => `${question}-${id.slice(-8)}.jpg`
