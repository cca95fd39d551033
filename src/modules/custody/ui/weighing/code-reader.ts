/*
The codes of tags in a picture: DataMatrix, QR, Code 128. The browser's own reader where it knows all three, because it costs no download and copes with
creases; else ZXing compiled to WebAssembly, served by our own server and kept with the app. Nothing of the picture leaves the device.
*/
interface Detector {
  readonly detect: (source: CanvasImageSource) => Promise<readonly { readonly rawValue: string }[]>
}
export interface CodeReader {
  readonly by: 'browser' | 'library'
  readonly read: (video: HTMLVideoElement) => Promise<string | null>
}
const WANTED = ['data_matrix', 'qr_code', 'code_128']

export async function codeReader(): Promise<CodeReader> {
  return (await ownReader()) ?? libraryReader()
}

async function ownReader(): Promise<CodeReader | null> {
  const Own = window.BarcodeDetector
  if (!Own) return null
  const known = await Own.getSupportedFormats().catch((): readonly string[] => [])
  if (!WANTED.every((format) => known.includes(format))) return null
  const own: Detector = new Own({ formats: WANTED })
  return { by: 'browser', read: async (video) => (await own.detect(video).catch(() => []))[0]?.rawValue ?? null }
}

async function libraryReader(): Promise<CodeReader> {
  const [{ prepareZXingModule, readBarcodes }, { default: address }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  await prepareZXingModule({ overrides: { locateFile: () => address }, fireImmediately: true })
  const canvas = document.createElement('canvas')
  return {
    by: 'library',
    read: async (video) => {
      const scale = Math.min(1, 960 / Math.max(video.videoWidth, video.videoHeight))
      canvas.width = Math.round(video.videoWidth * scale)
      canvas.height = Math.round(video.videoHeight * scale)
      const brush = canvas.getContext('2d', { willReadFrequently: true })
      if (!brush) return null
      brush.drawImage(video, 0, 0, canvas.width, canvas.height)
      const pixels = brush.getImageData(0, 0, canvas.width, canvas.height)
      const found = await readBarcodes(pixels, { formats: ['DataMatrix', 'QRCode', 'Code128'], maxNumberOfSymbols: 1, tryHarder: true })
      return found[0]?.text ?? null
    },
  }
}
