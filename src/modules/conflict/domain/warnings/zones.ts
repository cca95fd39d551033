/*
In which zone an hour is meant: that of the place of the warning, whoever types it and wherever their device stands. West of the DR Congo is an hour behind its
east; Mongolia has its own. A place that is not known here is read in the east of the DR Congo, where the mines are. (S: tz database)
*/
import { dayNumber } from '../../../../kernel/calendar.ts'
import { DAY_MS, isoOf, msOf } from './warning-rules.ts'

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
    .formatToParts(msOf(instant))
    .map(({ type, value }): readonly [string, string] => [type, value])
  const read = new Map(parts)
  const of = (part: string): string => read.get(part) ?? '00'
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

/** The instant at which that wall clock showed this; an hour that was left out is read as if it had not been. */
export function instantAtWall({ day, time }: { readonly day: string; readonly time: string }, zone: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const wanted = dayNumber(day) * DAY_MS + hours * 3_600_000 + minutes * 60_000
  const shownAt = (ms: number): number => {
    const shown = wallClock(isoOf(ms), zone)
    const [h = 0, m = 0] = shown.time.split(':').map(Number)
    return dayNumber(shown.day) * DAY_MS + h * 3_600_000 + m * 60_000
  }
  const guess = wanted - (shownAt(wanted) - wanted)
  // The offset of the guess may be another than that of its neighbour across a change of clocks.
  return isoOf(guess + (wanted - shownAt(guess)))
}
