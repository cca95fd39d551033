/*
Two coordinates: those who are cleared see where a site lies to the metre, everybody else who may read sites sees it rounded, and
strangers see none. An ICGLR identifier spells the position out, so the rounded view shortens it to country and serial number; a
search runs on what is shown, or it would tell digit by digit what is hidden.
*/
import { type Infer, type Position, oneOf } from '../../../../kernel/schema.ts'
import type { LocatedPosition } from '../../../places/contract.ts'

export const PositionPrecision = oneOf('exact', 'coarse')
export type PositionPrecision = Infer<typeof PositionPrecision>

/** Positions are rounded to this many degrees, about 5.5 km (D): the neighbourhood, not the pit nor its road. */
export const COARSE_DEGREES = 0.05

/** Exact for holders of `sites.exact-position`. */
export const precisionOf = (capabilities: ReadonlySet<string>): PositionPrecision =>
  capabilities.has('sites.exact-position') ? 'exact' : 'coarse'

const rounded = (degrees: number): number => Number((Math.round(degrees / COARSE_DEGREES) * COARSE_DEGREES).toFixed(2)) + 0

export const coarsePosition = ({ latitude, longitude }: Position): Position => ({
  latitude: rounded(latitude),
  longitude: rounded(longitude),
})

export function shownPosition(located: Infer<typeof LocatedPosition> | null, precision: PositionPrecision) {
  return located === null || precision === 'exact' ? located : { ...located, at: coarsePosition(located.at) }
}

/** `CD--1.9641+28.1234-00001` in full, or `CD-…-00001`. */
export function shownIcglrId(icglrId: string | null, precision: PositionPrecision): string | null {
  if (icglrId === null || precision === 'exact') return icglrId
  return `${icglrId.slice(0, 2)}-…-${icglrId.slice(icglrId.lastIndexOf('-') + 1)}`
}
