/* What a number of an entry may be at the moment of writing (D). What was stored before is read as it was written. */
import { refused } from '../../../../kernel/outcome.ts'
import type { EntryContent } from '../../contract-register.ts'

const ALTITUDE_METRES = [-200, 6000] as const
const AREA_HECTARES = [0, 1_000_000] as const
const DEPTH_METRES = [0, 5000] as const
const HOURS_ON_FOOT = [0, 240] as const
type Bounded = readonly [value: number | undefined, bounds: readonly [least: number, most: number]]

/** The refusal of the first number that cannot be; `null` when all can. */
export function outOfBounds(content: EntryContent): ReturnType<typeof refused> | null {
  for (const [value, [least, most]] of boundedIn(content))
    if (value !== undefined && !(value >= least && value <= most)) return refused('number-out-of-bounds', { value, least, most })
  return null
}

function boundedIn(content: EntryContent): readonly Bounded[] {
  if (content.group === 'description')
    return [
      [content.altitudeMetres, ALTITUDE_METRES],
      [content.areaHectares, AREA_HECTARES],
    ]
  if (content.group === 'pits') return [[content.depthMetres, DEPTH_METRES]]
  if (content.group !== 'access') return []
  return [content.dry, content.wet].map((access) => [access?.hoursOnFoot, HOURS_ON_FOOT])
}
