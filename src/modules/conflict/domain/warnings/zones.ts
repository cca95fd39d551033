/* Hours of warnings are meant in the zone of their place; here the way back, from a wall clock to the instant. */
import { dayNumber } from '../../../../kernel/calendar.ts'
import { wallClock } from '../../../../kernel/zones.ts'
import { DAY_MS, isoOf } from './warning-rules.ts'

export { wallClock, zoneOfPlace } from '../../../../kernel/zones.ts'

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
