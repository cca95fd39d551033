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

/** `R1_photo-1.jpg`: the question and the first number that is free. Never a person's name, never that of the camera. */
export function photoName(question: string, taken: readonly string[]): string {
  let number = 1
  while (taken.includes(`${question}-${number}.jpg`)) number += 1
  return `${question}-${number}.jpg`
}
