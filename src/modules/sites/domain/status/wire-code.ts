/*
Numbers for a colour, and their clash: ICGLR (MDC.01) writes 0 for blue, IPIS writes 0 for "no status" and 4 for blue. A number is
therefore never copied from one to the other; it goes through our word.
*/
import type { Colour, InternalStatus } from '../../contract.ts'

const wireCodes = {
  NONE: 0,
  BLUE_PENDING: 0,
  BLUE_ACTIVE: 0,
  BLUE_LAPSED_GREEN: 0,
  GREEN: 1,
  YELLOW: 2,
  RED: 3,
} as const
const colours = {
  NONE: 'none',
  BLUE_PENDING: 'none',
  BLUE_ACTIVE: 'blue',
  BLUE_LAPSED_GREEN: 'blue',
  GREEN: 'green',
  YELLOW: 'yellow',
  RED: 'red',
} as const

/** MDC.01 of a status: 0 blue (and everything not inspected), 1 green, 2 yellow, 3 red. */
export const wireCodeOf = (internal: InternalStatus): 0 | 1 | 2 | 3 => wireCodes[internal]
/** The colour to show; a pending request is not a colour yet. */
export const colourOf = (internal: InternalStatus): Colour | 'none' => colours[internal]

/** An IPIS status number: 0 none, 1 green, 2 yellow, 3 red, 4 blue; `null` for any other. */
export function colourFromIpisCode(code: number): Colour | 'none' | null {
  const known: readonly (Colour | 'none')[] = ['none', 'green', 'yellow', 'red', 'blue']
  return known[code] ?? null
}
