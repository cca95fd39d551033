/*
Whether a site lies where somebody may act. A province covers its territoires. A site whose place nobody knows lies outside every
limited territory: whoever may act in one province may not act on what could be anywhere.
*/
import type { Territory } from '../../../people/contract.ts'

export interface PlaceCodes {
  readonly province: string | null
  readonly territoire: string | null
}

/** `null` when the place is covered; otherwise the place to name in the refusal, `unknown` when there is none. */
export function outsideOf(territory: Territory, place: PlaceCodes): { readonly place: string } | null {
  if (territory === 'everywhere') return null
  const codes = [place.territoire, place.province].filter((code) => code !== null)
  return codes.some((code) => territory.includes(code)) ? null : { place: codes[0] ?? 'unknown' }
}
