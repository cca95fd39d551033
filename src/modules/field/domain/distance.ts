/*
How far a site of the New shelf lies from where the telephone stands. Whoever sees positions rounded hears a rounded distance: a figure to the
hundred metres from three places would give the pit away.
*/
import type { Position } from '../../../kernel/schema.ts'

/** As much of `GET /api/sites/:site` as is needed here. */
export interface PlacedSite {
  readonly positionPrecision: 'exact' | 'coarse'
  readonly position: { readonly at: Position } | null
}
export interface Distance {
  readonly kilometres: number
  /** `within`: no further than that; a rounded position lies up to four kilometres from the pit. */
  readonly said: 'exact' | 'about' | 'within'
}

const EARTH_KILOMETRES = 6371
/** Half a diagonal of the net of 0.05 degrees, rounded up (D, as the net itself). */
const COARSE_KILOMETRES = 4
/** A fix that is no better than this says "about" (D). */
const ROUGH_METRES = 500

/** Null where the register knows no position. */
export function distanceTo(site: PlacedSite, from: Position & { readonly accuracy: number }): Distance | null {
  if (site.position === null) return null
  const straight = kilometresBetween(from, site.position.at)
  if (site.positionPrecision === 'coarse')
    return straight <= COARSE_KILOMETRES
      ? { kilometres: COARSE_KILOMETRES * 2, said: 'within' }
      : { kilometres: Math.round(straight), said: 'about' }
  const isRough = from.accuracy > ROUGH_METRES
  const kilometres = straight < 10 && !isRough ? Math.round(straight * 10) / 10 : Math.round(straight)
  if (isRough && kilometres < 1) return { kilometres: Math.max(1, Math.ceil(from.accuracy / 1000)), said: 'within' }
  return { kilometres, said: isRough ? 'about' : 'exact' }
}

/** Along the great circle; the earth is taken as a sphere. */
function kilometresBetween(one: Position, other: Position): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180
  const north = radians(other.latitude - one.latitude)
  const east = radians(other.longitude - one.longitude)
  const half = Math.sin(north / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)))
}
