/*
Questions of the mine that speak of what happens in one country only (D, after the patterns that were reported there): asked there, and nowhere else. Where nobody knows the
country, all are asked, because a question too many costs less than one that nobody put.
*/
import type { FieldQuestionCode } from './field-questions.ts'

/** Three letters, ISO 3166. */
export type OverlayCountry = 'COD' | 'MNG'
const only: { readonly [code in FieldQuestionCode]?: OverlayCountry } = {
  'border-and-camp-jobs': 'MNG',
  'fine-turned-into-digging': 'COD',
  'round-up-at-gunpoint': 'COD',
}
export const isAskedIn = (question: FieldQuestionCode, country: OverlayCountry | null): boolean =>
  country === null || only[question] === undefined || only[question] === country
/** Communal work under its Congolese name and rule. */
export const isSalongoAskedIn = (country: OverlayCountry | null): boolean => country !== 'MNG'

/** As the person said it, else that of the provinces of this programme; `null`: neither of the two, or not known. */
export function overlayCountry(said: string, provinces: readonly string[]): OverlayCountry | null {
  if (said === 'COD' || said === 'MNG') return said
  if (said !== '') return null
  const codes = new Set(provinces.map((one) => one.slice(0, 2)))
  if (codes.size !== 1) return null
  return codes.has('CD') ? 'COD' : codes.has('MN') ? 'MNG' : null
}
