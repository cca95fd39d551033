/* How far two sites lie apart, and the answer about those near one. Pure; the earth is taken as a sphere, which is right to 0.5 %. */
import {
  type Infer,
  type Position,
  calendarDate,
  decimal,
  id,
  instant,
  listOf,
  orNull,
  record,
  text,
  whole,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { Mineral } from '../../contract-observations.ts'
import { StandingShort } from './answers.ts'
import { PositionPrecision } from './precision.ts'

/** `GET /api/sites/:site/near?within=5|10|25`: nearest first. Without a position nothing is near and `hasPosition` says why. */
export const NearbySites = record({
  positionPrecision: PositionPrecision,
  asOf: calendarDate(),
  knownAt: instant(),
  within: whole(),
  hasPosition: yesOrNo(),
  sites: listOf(
    record({
      id: id('site'),
      name: text(),
      minerals: listOf(Mineral),
      standing: StandingShort,
      lastVisitOn: orNull(calendarDate()),
      /** To 100 m between exact positions, to the kilometre between rounded ones. */
      kilometres: decimal(),
    }),
  ),
})
export type NearbySites = Infer<typeof NearbySites>

const EARTH_KILOMETRES = 6371.0088
const KILOMETRES_PER_DEGREE = 111.2
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Along the great circle (haversine). */
export function distanceKilometres(one: Position, other: Position): number {
  const north = radians(other.latitude - one.latitude)
  const east = radians(other.longitude - one.longitude)
  const half = Math.sin(north / 2) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)))
}

export interface Box {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}
/** A box that holds every point within the distance, and `slack` degrees more on each side. */
export function boxAround({ latitude, longitude }: Position, kilometres: number, slack: number): Box {
  const high = kilometres / (KILOMETRES_PER_DEGREE - 1) + slack
  const wide = kilometres / ((KILOMETRES_PER_DEGREE - 1) * Math.max(0.05, Math.cos(radians(Math.abs(latitude) + high)))) + slack
  return { south: latitude - high, north: latitude + high, west: longitude - wide, east: longitude + wide }
}
