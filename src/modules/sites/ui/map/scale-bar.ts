/* The longest round distance that fits into some pixels: 1, 2 or 5 times a power of ten. Pure. */
export function scaleBarOf(metresPerPixel: number, mostPixels: number): { readonly kilometres: number; readonly pixels: number } {
  const room = (metresPerPixel * mostPixels) / 1000
  const power = 10 ** Math.floor(Math.log10(room))
  const kilometres = ([5, 2, 1].find((times) => times * power <= room) ?? 1) * power
  return { kilometres: Number(kilometres.toPrecision(1)), pixels: Math.round((kilometres * 1000) / metresPerPixel) }
}
