/*
How long a telephone opens without having spoken with its server. The clock of a phone may be set back, by an empty battery or by a hand: then time
is not believed to have stood still. (D, protection.md §8.3: a lease on the key, and its length is a setting.)
*/

/** Milliseconds since 1970 by the phone's own clock. */
export interface LeaseClock {
  /** When the server was last spoken with. */
  readonly contactAt: number
  /** The latest time this phone has shown, or the hours that were counted instead. */
  readonly latestAt: number
}
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** At contact everything begins anew, also after a clock that ran ahead. */
export const atContact = (now: number): LeaseClock => ({ contactAt: now, latestAt: now })

/** At each opening. A clock that went back costs an hour, so that it cannot be held still for ever. */
export const atOpening = (lease: LeaseClock, now: number): LeaseClock => ({
  ...lease,
  latestAt: now >= lease.latestAt ? now : lease.latestAt + HOUR,
})

/** Whole days since contact, when they are more than the lease; null while it lasts. A lease of 0 days never ends. */
export function daysOver(lease: LeaseClock, leaseDays: number): number | null {
  const passed = lease.latestAt - lease.contactAt
  return leaseDays > 0 && passed > leaseDays * DAY ? Math.floor(passed / DAY) : null
}
