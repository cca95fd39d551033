/* A lot that was sent under the number of a transport authorisation used it: trips that nobody noted at the office count beside those that were. */
import type { PaperUse } from '../../contract-papers.ts'
import { type PaperClock, doubtsOf } from './paper.ts'

type Trip = Pick<PaperUse, 'on' | 'from' | 'to' | 'massGrams'>
const keyOf = (one: Trip): string => `${one.on}|${one.from ?? ''}|${one.to ?? ''}`

/** By day; a trip that is noted already, between the same two on the same day, is that one. */
export function usesWithTrips(paper: PaperClock, noted: readonly PaperUse[], trips: readonly Trip[]): readonly PaperUse[] {
  const known = new Set(noted.map(keyOf))
  const added = trips.filter((trip) => !known.has(keyOf(trip))).map((trip) => ({ ...trip, doubts: null }))
  const uses: PaperUse[] = []
  for (const { doubts, ...use } of [...noted, ...added].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)))
    uses.push({ ...use, doubts: doubts === null ? [...doubtsOf({ ...paper, uses }, use)] : [...doubts] })
  return uses
}
