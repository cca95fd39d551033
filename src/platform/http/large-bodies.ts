/* Large files are held whole in memory while they are read: a few at a time, so that many senders at once cannot end the program. Whoever comes too many is told to come again. */

/** A file larger than this is a large one. */
export const LARGE_BYTES = 50_000_000
/** With what the reading itself takes, three fit in a server of 2 GB (D). */
const AT_ONCE = 3

export interface Places {
  /** Takes a place until what it gives is called; null when none is free. */
  readonly take: () => (() => void) | null
}

export function placesForLargeBodies(): Places {
  const taken = new Set<symbol>()
  return {
    take: () => {
      if (taken.size >= AT_ONCE) return null
      const place = Symbol('place')
      taken.add(place)
      return () => void taken.delete(place)
    },
  }
}
