/*
In which zone a day and an hour are meant: that of the place, whoever types it and wherever their device stands. West of the DR Congo is an hour behind its east; Mongolia has its
own. A place that is not known here is read in the east of the DR Congo, where the mines are. (S: tz database) It reads no clock: the instant is given.
*/
import { msOfInstant } from './calendar.ts'

/** The first digit of p-codes: Kinshasa, Kongo-Central, Kwango, Kwilu, Mai-Ndombe and the five provinces of the former Équateur. */
const WEST = /^CD[1-4]/
export const zoneOfPlace = (area: string): string =>
  area.startsWith('MN') ? 'Asia/Ulaanbaatar' : WEST.test(area) ? 'Africa/Kinshasa' : 'Africa/Lubumbashi'

/** The wall clock of a zone: day and `HH:MM`. */
export function wallClock(instant: string, zone: string): { readonly day: string; readonly time: string } {
  const figures = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    calendar: 'iso8601',
    numberingSystem: 'latn',
    ...figures,
  })
    .formatToParts(msOfInstant(instant))
    .map(({ type, value }): readonly [string, string] => [type, value])
  const read = new Map(parts)
  const of = (part: string): string => read.get(part) ?? '00'
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}
/** Today at a place: in Ulaanbaatar it begins six hours before it does in Lubumbashi. */
export const todayIn = (zone: string, now: string): string => wallClock(now, zone).day
