/* A picture of points out of an SVG, on this device. Never more points than a small telephone can hold. */
export const MOST_POINTS = 16_000_000

/** The size in points of an A3 sheet, made smaller until it fits. */
export function sizeOfPng(widthMm: number, heightMm: number, most = MOST_POINTS): { readonly width: number; readonly height: number } {
  const perMm = Math.min(300 / 25.4, Math.sqrt(most / (widthMm * heightMm)))
  return { width: Math.floor(widthMm * perMm), height: Math.floor(heightMm * perMm) }
}
export async function pngOf(svg: string): Promise<Blob> {
  const { width, height } = sizeOfPng(420, 297)
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  return new Promise((done, failed) =>
    canvas.toBlob((file) => (file === null ? failed(new Error('the picture could not be made')) : done(file)), 'image/png'),
  )
}
