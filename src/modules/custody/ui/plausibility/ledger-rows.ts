/* What the picture of a ledger shows, from its rows: lines over months, on one scale from zero. Pure; an unknown month leaves a gap and is never drawn as zero. */
import type { LedgerMonth } from '../../contract-plausibility.ts'

export const seriesNames = ['declaredGrams', 'labourHighGrams', 'taggedGrams', 'boughtGrams', 'exportedGrams'] as const
export type SeriesName = (typeof seriesNames)[number]
export interface Shape {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly bottom: number
}
export interface Line {
  readonly name: SeriesName
  readonly path: string
  readonly points: readonly { readonly x: number; readonly y: number }[]
}
export interface Chart {
  readonly top: number
  readonly lines: readonly Line[]
  readonly xOf: (at: number) => number
}

/** The next round number above: 1, 2 or 5 with zeros. */
export function roundAbove(value: number): number {
  if (value <= 0) return 1
  const ten = 10 ** Math.floor(Math.log10(value))
  return [1, 2, 5, 10].map((step) => step * ten).find((step) => step >= value) ?? value
}

export function chartOf(months: readonly LedgerMonth[], { width, height, left, bottom }: Shape): Chart {
  const known = months.flatMap((month) => seriesNames.map((name) => month[name] ?? 0))
  const top = roundAbove(Math.max(0, ...known))
  const xOf = (at: number): number => Math.round(left + ((width - left - 10) * at) / Math.max(1, months.length - 1))
  const yOf = (grams: number): number => Math.round(10 + (height - bottom - 10) * (1 - grams / top))
  const lines = seriesNames.map((name): Line => {
    let [path, drawing] = ['', false]
    const points: { x: number; y: number }[] = []
    for (const [at, month] of months.entries()) {
      const value = month[name]
      if (value === null) {
        drawing = false
        continue
      }
      const point = { x: xOf(at), y: yOf(value) }
      points.push(point)
      path += `${drawing ? 'L' : 'M'}${point.x} ${point.y}`
      drawing = true
    }
    return { name, path, points }
  })
  return { top, lines, xOf }
}
