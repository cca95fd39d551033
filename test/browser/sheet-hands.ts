/* A printed sheet as paper has it: laid out at the width between the margins of A4, measured in millimetres and points, and counted in pages. */
import type { Page } from 'playwright-core'

/** Between the margins of the sheet (10 mm above and below, 12 mm beside), in pixels of 1/96 inch. */
const PAPER = { width: Math.floor((186 / 25.4) * 96), height: Math.floor((277 / 25.4) * 96) } as const

export interface MeasuredSheet {
  readonly pages: number
  /** Width of the large code. */
  readonly codeMillimetres: number
  /** How far down the paper something stands, of 1. */
  readonly filled: number
  /** Texts under seven points. */
  readonly tooSmall: readonly string[]
  /** Parts that lie over another or beside the paper. */
  readonly overlapping: readonly string[]
  /** What is written across the sheet. */
  readonly stamps: readonly string[]
}

/** A picture as on paper; the page stays as it was. */
export async function photographSheet(page: Page, photograph: () => Promise<void>): Promise<void> {
  const before = page.viewportSize()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  await photograph()
  await page.emulateMedia({ media: null })
  if (before) await page.setViewportSize(before)
}

export async function measureSheet(page: Page): Promise<MeasuredSheet> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  const before = page.viewportSize()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  const measured = await page.evaluate((paper) => {
    const shown = [...document.querySelectorAll('.sheet *:not(svg *)')].filter((one) => one.closest('[aria-hidden], .ground') === null)
    const ownText = (one: Element): string =>
      [...one.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent?.trim() ?? '')
        .join('')
    const texts = shown.filter((one) => ownText(one) !== '')
    const leaves = shown.filter((one) => one.tagName.toLowerCase() === 'svg' || (ownText(one) !== '' && one.children.length === 0))
    const boxes = leaves.flatMap((one) =>
      [...(one.tagName.toLowerCase() === 'svg' ? [one.getBoundingClientRect()] : one.getClientRects())].map((box) => ({ one, box })),
    )
    const name = (one: Element): string => (ownText(one) || one.outerHTML).slice(0, 40)
    const overlapping = boxes.flatMap(({ one, box }, at) => [
      ...(box.right > paper.width + 1 || box.left < -1 ? [`${name(one)} beside the paper`] : []),
      ...boxes.slice(at + 1).flatMap((other) => {
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
        // Lines of one text touch each other by their boxes.
        return other.one !== one && wide > 2 && high > 4 ? [`${name(one)} over ${name(other.one)}`] : []
      }),
    ])
    return {
      codeMillimetres:
        (Math.max(0, ...[...document.querySelectorAll('.qr svg')].map((svg) => svg.getBoundingClientRect().width)) / 96) * 25.4,
      filled: Math.max(0, ...boxes.map(({ box }) => box.bottom + window.scrollY)) / paper.height,
      tooSmall: texts.filter((one) => (parseFloat(getComputedStyle(one).fontSize) / 96) * 72 < 6.99).map(name),
      overlapping,
      stamps: [...document.querySelectorAll('.void')].map((one) => one.textContent?.trim() ?? ''),
    }
  }, PAPER)
  await page.emulateMedia({ media: null })
  if (before) await page.setViewportSize(before)
  return { pages: (pdf.match(/\/Type\s*\/Page[^s]/g) ?? []).length, ...measured }
}
