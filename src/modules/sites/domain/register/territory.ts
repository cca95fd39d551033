/* Where somebody may not act, in a form that a refusal can name. Whether a place is covered is one rule for every module: `covers`. */
import { type PlaceCodes, type Territory, covers } from '../../../people/contract.ts'

/** `null` when the place is covered; otherwise the place to name in the refusal, `unknown` when there is none. */
export function outsideOf(territory: Territory, place: PlaceCodes): { readonly place: string } | null {
  return covers(territory, place) ? null : { place: place.territoire ?? place.province ?? 'unknown' }
}
