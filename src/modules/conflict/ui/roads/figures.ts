/* Distances, lengths, sums and masses of the map as people write them: `7,8 km` in French, `0.5 USD` in English. Pure. */
import { type Language, numberText } from '../../../../kernel/phrase.ts'

export const kilometresText = (language: Language, kilometres: number): string => `${numberText(language, kilometres)}\u00a0km`
export const amountText = (language: Language, { value, currency }: { readonly value: number; readonly currency: string }): string =>
  `${numberText(language, value)}\u00a0${currency}`
