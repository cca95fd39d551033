/* A code as one phone draws it is read by the library of the other: in every size, with marks of the screen on it. */
import jsqr from 'jsqr'
import encodeQR from 'qr'
import { expect, test } from 'vitest'
import { FRAME_LETTERS, framesOf } from '../domain/hand-over.ts'

/** What a camera gives: four grey pixels a module, not quite black and not quite white. */
function picture(modules: readonly (readonly boolean[])[]): { readonly pixels: Uint8ClampedArray; readonly side: number } {
  const side = modules.length * 4
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const grey = (modules[y >> 2]?.[x >> 2] === true ? 35 : 215) + ((x * 7 + y * 3) % 11)
      pixels.fill(grey, (y * side + x) * 4, (y * side + x) * 4 + 3)
    }
  return { pixels, side }
}

test.each(FRAME_LETTERS)('codes of %i letters', (letters) => {
  const bytes = Uint8Array.from({ length: 3000 }, (_none, at) => (at * 131 + (at >> 3) * 17) & 255)
  for (const frame of framesOf(bytes, letters).slice(0, 3)) {
    const { pixels, side } = picture(encodeQR(frame, 'raw', { ecc: 'low', border: 4 }))
    expect(jsqr.default(pixels, side, side)?.data).toBe(frame)
  }
})
