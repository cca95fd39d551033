/*
Where somebody may act. A territory is `everywhere` or a list of p-codes; a province covers its territoires. A thing whose
place is unknown lies outside every limited territory: whoever may act in one province may not act on what could be anywhere.
*/
import type { Territory } from '../contract.ts'

/** P-codes of the computed place of a thing; `null` where no boundary covers it. */
export interface PlaceCodes {
  readonly province: string | null
  readonly territoire: string | null
}

export function covers(territory: Territory, place: PlaceCodes): boolean {
  if (territory === 'everywhere') return true
  return [place.province, place.territoire].some((code) => code !== null && territory.includes(code))
}

/** Whether every area of `inner` lies in `outer`: nobody hands on more ground than they hold. `parentOf` gives the province of a territoire. */
export function isWithin(inner: Territory, outer: Territory, parentOf: (code: string) => string | null): boolean {
  if (outer === 'everywhere') return true
  if (inner === 'everywhere') return false
  return inner.every((code) => covers(outer, { province: parentOf(code), territoire: code }))
}
