/*
Two releases of a growing table, laid side by side, tell about the few people between them; a least cell protects one release only. A
release is therefore refused where a cell has moved by one to nine people since an earlier one and the reader could see that it moved:
shown numbers that differ, a rounded number that changed because a few people carried it over, a cell that is withheld in one of them only.
It needs the true counts behind each release, which are kept with it and never told.
*/
import { disclosureRules, type ShownCount } from './disclosure-rules.ts'

export interface ReleasedCell {
  /** Names the cell among all releases of the same figure. */
  readonly cell: string
  readonly count: number
  readonly told: ShownCount
}
export interface Release {
  readonly id: string
  readonly cells: readonly ReleasedCell[]
}
export interface Differencing {
  readonly cell: string
  /** The earlier release against which the few people could be seen. */
  readonly against: string
  readonly problem: 'moved-by-few' | 'shown-in-one-only'
}

/** What stands against the new release; nothing: it may go out. A cell that a release lacks counts as nobody, withheld. */
export function differencing(earlier: readonly Release[], next: Release): readonly Differencing[] {
  const now = new Map(next.cells.map((one) => [one.cell, one]))
  return earlier.flatMap(({ id, cells }) => {
    const before = new Map(cells.map((one) => [one.cell, one]))
    const names = [...new Set([...before.keys(), ...now.keys()])]
    return names.flatMap((cell) => {
      const problem = problemOf(before.get(cell) ?? absent(cell), now.get(cell) ?? absent(cell))
      return problem === null ? [] : [{ cell, against: id, problem }]
    })
  })
}

const absent = (cell: string): ReleasedCell => ({ cell, count: 0, told: { withheld: 'below-minimum' } })
const FEW = disclosureRules.leastDifference.value

function problemOf(old: ReleasedCell, now: ReleasedCell): Differencing['problem'] | null {
  const people = Math.abs(now.count - old.count)
  const before = 'shown' in old.told ? old.told.shown : null
  const after = 'shown' in now.told ? now.told.shown : null
  if (before === null && after === null) return null
  // Even by nobody: a cell withheld for its neighbour's sake in one release only gives the neighbour away.
  if (before === null || after === null) return people < FEW ? 'shown-in-one-only' : null
  const moved = Math.abs(after - before)
  return moved > 0 && (moved < FEW || people < FEW) ? 'moved-by-few' : null
}
