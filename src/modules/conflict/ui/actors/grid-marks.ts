/* Where the numbered marks of actors lie on the grid: strongest first, those of one field beside each other, what has no room counted. */
import type { GridLine } from '../../contract-actors.ts'

export const [CELL, ACROSS] = [84, 3]
/** More than this find no room in one field; their numbers stand in the table. */
export const MOST = ACROSS * ACROSS
const ROOM = CELL / ACROSS

export interface Marked {
  readonly n: number
  readonly line: GridLine
  /** Middle of the mark, from the corner of the grid at the top left; null where its field is full. */
  readonly at: { readonly x: number; readonly y: number } | null
}

export function marked(places: readonly GridLine[]): readonly Marked[] {
  const inField = new Map<string, number>()
  const sorted = places.toSorted((a, b) => b.influence - a.influence || b.interest - a.interest || a.name.localeCompare(b.name))
  return sorted.map((line, index) => {
    const field = `${line.interest} ${line.influence}`
    const nth = inField.get(field) ?? 0
    inField.set(field, nth + 1)
    const x = (line.interest - 1) * CELL + (nth % ACROSS) * ROOM + ROOM / 2
    const y = (5 - line.influence) * CELL + Math.floor(nth / ACROSS) * ROOM + ROOM / 2
    return { n: index + 1, line, at: nth < MOST ? { x, y } : null }
  })
}
