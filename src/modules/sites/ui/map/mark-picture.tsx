/*
One mark, drawn twice from the same numbers: on a canvas for the map, whose symbols know no CSS, and as a small picture for the legend,
the list and the paper.
*/
import { drawnColour } from '../../../../app/theme.ts'
import type { Mark, MarkShape } from './layers.ts'

const SIZE = 48
const shapes: { readonly [Shape in MarkShape]: string } = {
  disc: 'M24 10a14 14 0 1 0 .01 0z',
  small: 'M24 15a9 9 0 1 0 .01 0z',
  large: 'M24 4a20 20 0 1 0 .01 0z',
  triangle: 'M24 8l16 29H8z',
  square: 'M11 11h26v26H11z',
  diamond: 'M24 6l18 18-18 18L6 24z',
}
const dashes = { solid: [], dashed: [6, 4], dotted: [2.5, 3.5] } as const
const letterSize = ({ letters = '', shape }: Mark): number =>
  shape === 'small' ? 13 : letters.length > 2 ? 13 : letters.length > 1 ? 16 : 18
const weak = 0.3

export interface MarkIcon {
  readonly name: string
  readonly picture: ImageData
}
/** For the map, at twice the drawn size for sharp screens. */
export const drawMarks = (marks: readonly Mark[]): readonly MarkIcon[] => marks.flatMap(draw)

function draw(mark: Mark): readonly MarkIcon[] {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return []
  const path = new Path2D(shapes[mark.shape])
  const ink = drawnColour(mark.colour)
  const paper = drawnColour('--panel')
  pen.lineJoin = 'round'
  pen.lineWidth = 7
  pen.strokeStyle = paper
  pen.stroke(path)
  pen.fillStyle = paper
  pen.fill(path)
  if (mark.fill !== 'none') {
    pen.globalAlpha = mark.fill === 'weak' ? weak : 1
    pen.fillStyle = ink
    pen.fill(path)
    pen.globalAlpha = 1
  }
  pen.lineWidth = mark.fill === 'full' ? 2 : 4
  pen.strokeStyle = ink
  pen.setLineDash([...dashes[mark.line]])
  pen.stroke(path)
  if (mark.letters !== undefined) {
    pen.font = `700 ${letterSize(mark)}px "Noto Sans", sans-serif`
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillStyle = mark.fill === 'full' ? paper : ink
    pen.fillText(mark.letters, SIZE / 2, SIZE / 2 + 1)
  }
  return [{ name: mark.key, picture: pen.getImageData(0, 0, SIZE, SIZE) }]
}

/** The same mark beside its word. */
export function MarkPicture({ mark, size = 24 }: { readonly mark: Mark; readonly size?: number }) {
  const ink = `var(${mark.colour})`
  return (
    <svg className="mark-picture" width={size} height={size} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
      <path d={shapes[mark.shape]} fill="var(--panel)" />
      <path
        d={shapes[mark.shape]}
        fill={mark.fill === 'none' ? 'none' : ink}
        fillOpacity={mark.fill === 'weak' ? weak : 1}
        stroke={ink}
        strokeWidth={mark.fill === 'full' ? 2 : 4}
        strokeDasharray={dashes[mark.line].join(' ')}
        strokeLinejoin="round"
      />
      {mark.letters !== undefined && (
        <text
          x={SIZE / 2}
          y={SIZE / 2 + 1}
          fontSize={letterSize(mark)}
          fontWeight={700}
          textAnchor="middle"
          dominantBaseline="central"
          fill={mark.fill === 'full' ? 'var(--panel)' : ink}
        >
          {mark.letters}
        </text>
      )}
    </svg>
  )
}
