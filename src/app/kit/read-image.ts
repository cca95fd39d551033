/*
The text of a QR code in a picture. The browser's own reader is asked first where there is one, because it copes with creases
and bad light; else jsQR, fetched only then. Nothing of the picture leaves the device.
*/
interface OwnReader {
  readonly detect: (source: CanvasImageSource) => Promise<readonly { readonly rawValue: string }[]>
}
declare global {
  interface Window {
    readonly BarcodeDetector?: {
      new (options: { readonly formats: readonly string[] }): OwnReader
      readonly getSupportedFormats: () => Promise<readonly string[]>
    }
  }
}

export interface PictureReader {
  /** The code's text, or null when none is seen. `width`, `height`: size of the source in pixels. */
  readonly read: (source: CanvasImageSource, width: number, height: number) => Promise<string | null>
}

/** A reader for one camera session or one file; the first use of jsQR fetches it. */
export async function pictureReader(): Promise<PictureReader> {
  const own = await ownReader()
  const canvas = document.createElement('canvas')
  return {
    read: async (source, width, height) => {
      const found = own === null ? null : await own.detect(source).catch(() => [])
      const text = found?.[0]?.rawValue
      return text ?? readWithLibrary(canvas, source, { width, height })
    },
  }
}

async function ownReader(): Promise<OwnReader | null> {
  const Detector = window.BarcodeDetector
  if (!Detector) return null
  const formats = await Detector.getSupportedFormats().catch((): readonly string[] => [])
  return formats.includes('qr_code') ? new Detector({ formats: ['qr_code'] }) : null
}

async function readWithLibrary(
  canvas: HTMLCanvasElement,
  source: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<string | null> {
  const { default: library } = await import('jsqr')
  for (const most of [1000, 1800]) {
    const scale = Math.min(1, most / Math.max(width, height))
    canvas.width = Math.max(1, Math.round(width * scale))
    canvas.height = Math.max(1, Math.round(height * scale))
    const brush = canvas.getContext('2d', { willReadFrequently: true })
    if (!brush) return null
    brush.fillStyle = '#fff'
    brush.fillRect(0, 0, canvas.width, canvas.height)
    brush.drawImage(source, 0, 0, canvas.width, canvas.height)
    const pixels = brush.getImageData(0, 0, canvas.width, canvas.height)
    const found = library.default(pixels.data, pixels.width, pixels.height, { inversionAttempts: 'dontInvert' })
    if (found) return found.data
    if (scale === 1) return null
  }
  return null
}

/** The code in a picture file; null when no code is seen or the file is not a picture. */
export async function readPictureFile(file: File): Promise<string | null> {
  const address = URL.createObjectURL(file)
  try {
    const picture = new Image()
    picture.src = address
    await picture.decode()
    // A drawing without its own size (SVG) is drawn large enough to be read.
    const [width, height] = [picture.naturalWidth || 1000, picture.naturalHeight || 1000]
    return await (await pictureReader()).read(picture, width, height)
  } catch {
    return null
  } finally {
    URL.revokeObjectURL(address)
  }
}
