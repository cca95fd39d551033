/* The mass of any lot: gold in grams to the milligram, all else as usual. */
import { MassText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { gramsText } from './gold-figures.ts'

export function LotMass({ grams, milligrams }: { readonly grams: number; readonly milligrams: number | null }) {
  const { language } = useWords()
  return milligrams === null ? <MassText grams={grams} /> : <span>{gramsText(language, milligrams)}</span>
}
