/*
The marks on the map: the same five shapes as everywhere, filled when an order holds, hollow when the clock ran out, small and
dotted when only a third party wrote it down. Drawn on a canvas once per theme, because a map's own symbols know no CSS.
*/
import { drawnColour } from '../../../../app/theme.ts'
import { colours, type ShownColour } from '../register/site-filter.ts'

export type MarkKind = 'order' | 'lapsed' | 'reported'
export const iconName = (colour: ShownColour, kind: MarkKind): string => `${colour}-${kind}`
export const kindOf = ({ basis, lapsedOn }: { readonly basis: string; readonly lapsedOn: string | null }): MarkKind =>
  lapsedOn !== null ? 'lapsed' : basis === 'reported' ? 'reported' : 'order'

const SIZE = 40
const shapes: { readonly [Colour in ShownColour]: string } = {
  green: 'M20 8a12 12 0 1 0 .01 0z',
  yellow: 'M20 7l13 24H7z',
  red: 'M9 9h22v22H9z',
  blue: 'M20 6l14 14-14 14L6 20z',
  none: 'M20 11a9 9 0 1 0 .01 0z',
}

export interface SiteIcon {
  readonly name: string
  readonly picture: ImageData
}
/** All fifteen, at twice the drawn size for sharp screens. */
export function drawSiteIcons(): readonly SiteIcon[] {
  const kinds: readonly MarkKind[] = ['order', 'lapsed', 'reported']
  return colours.flatMap((colour) => kinds.flatMap((kind) => draw(colour, kind)))
}

function draw(colour: ShownColour, kind: MarkKind): readonly SiteIcon[] {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return []
  const path = new Path2D(shapes[colour])
  const ink = drawnColour(`--${colour}`)
  const paper = drawnColour('--panel')
  pen.lineJoin = 'round'
  pen.lineWidth = 7
  pen.strokeStyle = paper
  pen.stroke(path)
  const filled = kind === 'order' && colour !== 'none'
  pen.fillStyle = paper
  pen.fill(path)
  if (filled || kind === 'reported') {
    pen.globalAlpha = filled ? 1 : 0.35
    pen.fillStyle = ink
    pen.fill(path)
    pen.globalAlpha = 1
  }
  pen.lineWidth = filled || colour === 'none' ? 2 : 3
  pen.strokeStyle = ink
  if (kind === 'lapsed') pen.setLineDash([5, 4])
  if (kind === 'reported') pen.setLineDash([2.5, 3])
  pen.stroke(path)
  return [{ name: iconName(colour, kind), picture: pen.getImageData(0, 0, SIZE, SIZE) }]
}
