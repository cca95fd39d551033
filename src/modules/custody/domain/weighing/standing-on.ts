/*
The standing of a site on a day, from the one that a telephone carries: the clock of a status runs on without network. What the standing cannot
tell (the days before it began, what the register learned since) stays unsaid.
*/
import type { Standing } from '../../../sites/contract.ts'
import { daysBetween } from '../../../../kernel/calendar.ts'

/** Null for a day before what is carried speaks of. */
export function standingOn(carried: Standing, day: string): Standing | null {
  if (day < carried.asOf && (carried.since === null || day < carried.since)) return null
  if (day < carried.asOf && carried.lapsed) return null
  const { validUntil } = carried
  // A request that nobody objected to becomes a right on that day; whether somebody did is not carried.
  if (carried.internal === 'BLUE_PENDING' && validUntil !== null && day >= validUntil) return null
  const daysLeft = validUntil === null ? null : Math.max(0, daysBetween(day, validUntil))
  if (carried.lapsed || validUntil === null || day < validUntil || carried.colour === 'none') return { ...carried, asOf: day, daysLeft }
  return lapsedOn(carried, { day, validUntil })
}

/** Rights end with the period: what the rule makes of the colour next is the register's to say. */
function lapsedOn(carried: Standing, { day, validUntil }: { readonly day: string; readonly validUntil: string }): Standing {
  const { colour, internal } = carried
  return {
    ...carried,
    asOf: day,
    lapsed: true,
    daysLeft: 0,
    lapse: colour === 'none' ? null : { colour, on: validUntil },
    internal: internal === 'GREEN' ? 'BLUE_LAPSED_GREEN' : internal === 'BLUE_ACTIVE' ? 'RED' : internal,
    allows: { ...carried.allows, allocateTags: 'no', produce: 'no' },
  }
}
