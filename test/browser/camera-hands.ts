/*
A camera that a test points at things: the page gets a moving picture of whatever code was shown last. Everything behind the lens is the program's own: the
stream, the reader, the number that it makes of the code.
*/
import type { Page } from 'playwright-core'
import { toSvg } from './code-picture.ts'

/** Before the first page of the context is opened. */
export async function fitCamera(page: Page): Promise<void> {
  await page.context().grantPermissions(['camera'])
  await page.addInitScript(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 640
    canvas.height = 480
    const brush = canvas.getContext('2d')
    const shown: { picture: HTMLImageElement | null } = { picture: null }
    const paint = (): void => {
      if (!brush) return
      brush.fillStyle = '#ffffff'
      brush.fillRect(0, 0, canvas.width, canvas.height)
      if (shown.picture) brush.drawImage(shown.picture, 170, 90, 300, 300)
    }
    setInterval(paint, 60)
    Object.defineProperty(window, 'showToCamera', {
      value: async (svg: string | null) => {
        if (svg === null) {
          shown.picture = null
          return
        }
        const picture = new Image()
        picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`
        await picture.decode()
        shown.picture = picture
      },
    })
    Object.defineProperty(navigator, 'mediaDevices', {
      value: { getUserMedia: async () => canvas.captureStream(15), enumerateDevices: async () => [] },
    })
  })
}

/** Holds the printed code of a text before the lens; null takes it away. */
export async function show(page: Page, text: string | null): Promise<void> {
  const svg = text === null ? null : toSvg(text)
  await page.evaluate((picture) => {
    const camera: unknown = Reflect.get(window, 'showToCamera')
    return typeof camera === 'function' ? camera(picture) : undefined
  }, svg)
}
