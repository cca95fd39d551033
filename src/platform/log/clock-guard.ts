/*
The log cannot be taken back, so a wrong clock must not write into it: an entry dated years ahead would date everything after it, and
every reader would look for it in the future. A server whose clock lies well behind the newest entry, or well ahead of the database's
own clock, refuses to write until somebody sets it right. A world that is played in its own time has no such guard.
*/
import { uuidTime } from '../../kernel/ids.ts'

export class ClockFault extends Error {
  readonly code = 'clock-not-right'
}

export interface ClockGuard {
  /** Throws a `ClockFault` when `clock` is more than five minutes behind the newest entry. */
  readonly checkHead: (clock: string, newestLearnedAt: string) => void
  /** Ids made long ago or in the future are not commands of now; imports give old ids, and nobody may take those before them. */
  readonly isIdOfNow: (clock: string, id: string) => boolean
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** A telephone may carry a command for a long season without network. */
const OLDEST_DAYS = 400

export const clockGuard: ClockGuard = {
  checkHead: (clock, newest) => {
    if (Date.parse(newest) - Date.parse(clock) > 5 * MINUTE)
      throw new ClockFault(`the clock says ${clock}, but the newest entry was learned at ${newest}`)
  },
  isIdOfNow: (clock, id) => {
    const age = Date.parse(clock) - uuidTime(id)
    return age < OLDEST_DAYS * DAY && age > -DAY
  },
}
export const noClockGuard: ClockGuard = { checkHead: () => undefined, isIdOfNow: () => true }

/** Throws when the program's clock is more than a day ahead of the database's. Asked once, at the start. */
export function refuseClockAhead(clock: string, databaseNow: string): void {
  if (Date.parse(clock) - Date.parse(databaseNow) > DAY)
    throw new ClockFault(`the clock says ${clock}, but the database says ${databaseNow}`)
}
