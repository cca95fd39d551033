/*
The answer behind the map: one column per field instead of one object per site, because 10,000 names of fields would weigh more than
what they say. A code is a place in one of the lists below. Days are counted from 1970-01-01; the day of an answer (`…On` but `visitOn`)
from the last visit to the site, where there was one, because most answers are of that day. `null` is always *not asked* (or, for the
last visit, *never*); an answered no and an answered zero are values of their own.
*/
import { type Infer, calendarDate, count, decimal, instant, listOf, oneOf, orNull, record, text, whole } from '../../../../kernel/schema.ts'
import { ArmedActorClass, Mineral, TraceabilityScheme } from '../../contract-observations.ts'
import { Basis, ShownColour } from './answers.ts'
import { PositionPrecision } from './precision.ts'

const most = 100_000
const wholes = () => listOf(whole(), most)
const days = () => listOf(orNull(whole()), most)
const AreaName = record({ code: text(12), name: text() })

/** `GET /api/sites/layers?asOf=&knownAt=`: every site that has a position, with the value of every layer. */
export const SiteLayers = record({
  positionPrecision: PositionPrecision,
  asOf: calendarDate(),
  knownAt: instant(),
  withoutPosition: count(),
  /** The words behind the codes of the columns. */
  codes: record({
    colours: listOf(ShownColour),
    bases: listOf(Basis),
    /** A site's minerals are the sum of 1, 2, 4 … by their place here. */
    minerals: listOf(Mineral),
    schemes: listOf(TraceabilityScheme),
    actors: listOf(ArmedActorClass),
    services: listOf(text(160)),
    provinces: listOf(AreaName),
    territoires: listOf(AreaName),
  }),
  /** The identifier's 16 bytes in base64url: half the weight of its usual spelling. Sites stand in the order of their national keys. */
  id: listOf(text(22), most),
  name: listOf(text(160), most),
  nationalId: listOf(text(60), most),
  longitude: listOf(decimal(), most),
  latitude: listOf(decimal(), most),
  province: days(),
  territoire: days(),
  minerals: wholes(),
  colour: wholes(),
  basis: wholes(),
  /** End of the colour that people read: the day on which it ran out or will; `null` without a clock. */
  until: days(),
  /** 1: that colour ran out. 2: the site is held. 3: both. */
  flags: wholes(),
  order: listOf(orNull(text()), most),
  workers: days(),
  workersOn: days(),
  /** Newest answer to whether armed actors interfered: 0 no, 1 yes, `null` not asked. */
  interference: days(),
  interferenceOn: days(),
  services: listOf(orNull(listOf(whole(), 40)), most),
  servicesOn: days(),
  scheme: days(),
  schemeOn: days(),
  /** Last day on which somebody stood on the site; `null`: nobody is known to have. */
  visitOn: days(),
  /** Newest interference by site and class of actor: the place of the site, that of the class, the day from the last visit; three numbers each. */
  armed: listOf(whole(), 300_000),
})
export type SiteLayers = Infer<typeof SiteLayers>

export const layerColours = ['green', 'yellow', 'red', 'blue', 'none'] as const
export const layerBases = ['order', 'blue-application', 'reported', 'none'] as const
export const layerMinerals = ['Au', 'Sn', 'Ta', 'W', 'other'] as const
export const layerSchemes = ['ITSCI', 'RCS_BETTERMINING', 'ITOA', 'JUST_GOLD', 'OTHER', 'NONE', 'not-stated'] as const
export const layerActors = [
  'armed-group-local',
  'armed-group-foreign',
  'army',
  'police',
  'mines-police',
  'private-security',
  'other',
  'unknown',
] as const
export const nearDistances = [5, 10, 25] as const
export const NearDistance = oneOf('5', '10', '25')
