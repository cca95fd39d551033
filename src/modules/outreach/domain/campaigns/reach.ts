/*
Sums of reach, one function for each kind, each of which takes its own kind alone: persons who were counted, persons who were estimated and impressions are not the same
thing, and a number that adds them says nothing. There is no function here that takes two kinds, and the types refuse to be brought together.
*/
import type { DirectReach } from '../../contract-campaigns.ts'

/** Persons that somebody counted; not a plain number, so that nothing is added to it by mistake. */
export interface CountedPersons {
  readonly of: 'direct'
  readonly persons: number
}
export const countedPersons = (reach: readonly DirectReach[]): CountedPersons => ({
  ...{ of: 'direct', persons: reach.flatMap(({ counted }) => counted).reduce((sum, { persons }) => sum + persons, 0) },
})
export function personsBy<Part extends 'sex' | 'age'>(
  reach: readonly DirectReach[],
  part: Part,
): ReadonlyMap<DirectReach['counted'][number][Part], number> {
  const found = new Map<DirectReach['counted'][number][Part], number>()
  for (const one of reach.flatMap(({ counted }) => counted)) found.set(one[part], (found.get(one[part]) ?? 0) + one.persons)
  return found
}
