/*
The pattern that is drawn from the hash of a code: three woven lines around a grid of dots. Every certificate has another one, so a sheet on which only
figures were changed shows the pattern of the other figures, and the eye sees it beside the one that the verify screen draws. It says nothing that the
signature does not say better; it is for those who hold two sheets side by side. The phrase uses bytes 0–5, the pattern the others: one cannot stand in for
the other. Coordinates are of a square of 100 by 100, rounded, so that every program draws the same.
*/
export interface MicroPattern {
  /** Closed lines, as the `d` of an SVG path; drawn thin. */
  readonly lines: readonly string[]
  /** Six rows of six; large ones are the ones of the hash. */
  readonly dots: readonly { readonly x: number; readonly y: number; readonly isLarge: boolean }[]
}
const STEPS = 180
const GRID = 6

export function microPattern(sha256: Uint8Array): MicroPattern {
  const byte = (at: number): number => sha256[at] ?? 0
  const lines = [0, 1, 2].flatMap((ring) => {
    const at = 6 + ring * 5
    const shape = {
      radius: 46 - ring * 7,
      petals: 5 + (byte(at) % 14),
      waves: 20 + (byte(at + 1) % 25),
      depth: 1.5 + (byte(at + 2) % 16) / 5,
      turn: (byte(at + 3) / 256) * 2 * Math.PI,
      ripple: 0.6 + (byte(at + 4) % 8) / 5,
    }
    // The second strand runs against the first: lines that a copier thickens run into each other.
    return [woven(shape, 1), woven(shape, -1)]
  })
  const bits = Array.from({ length: GRID * GRID }, (_, at) => (byte(21 + (at >> 3)) >> (at & 7)) & 1)
  const dots = bits.map((bit, at) => ({ x: 36 + (at % GRID) * 5.6, y: 36 + Math.floor(at / GRID) * 5.6, isLarge: bit === 1 }))
  return { lines, dots: dots.map(({ x, y, isLarge }) => ({ x: rounded(x), y: rounded(y), isLarge })) }
}

interface Shape {
  readonly radius: number
  readonly petals: number
  readonly waves: number
  readonly depth: number
  readonly turn: number
  readonly ripple: number
}
function woven({ radius, petals, waves, depth, turn, ripple }: Shape, hand: 1 | -1): string {
  const points = Array.from({ length: STEPS }, (_, step) => {
    const angle = (step / STEPS) * 2 * Math.PI
    const away = radius - 4 + hand * (depth * Math.sin(petals * angle + turn) + ripple * Math.sin(waves * angle - turn))
    return `${rounded(50 + away * Math.cos(angle))} ${rounded(50 + away * Math.sin(angle))}`
  })
  return `M${points.join('L')}Z`
}
const rounded = (value: number): number => Math.round(value * 10) / 10
